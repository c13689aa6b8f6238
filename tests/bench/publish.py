"""Times `careers publish` against other generators, in turn, whole processes: part of `make bench`.

By itself: ``python tests/bench/publish.py``.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import _peers
from bench._clock import seconds, usual
from bench._generated import Generated, generated

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".bench_cache"
TRASH = FOLDER / "trash"
FEW, MANY = 1_000, 10_000
WHOLE = {100: 2.0, FEW: 3.0}
"""The most times what Eleventy takes, by the number of postings, as a workflow runs it."""
PLAIN = {FEW: 1.5, MANY: 1.5}
"""The same without what the others do not make: the search index, the social images."""
GROWTH_BAR = 1.3
MEMORY_BAR = 400

FLOOR = """
import sys
from pathlib import Path
from markdown_it import MarkdownIt
parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
for path in Path("postings").iterdir():
    parser.render(path.read_text("utf-8").split("---", 2)[2])
"""
SETTINGS = """[company]
name = "Example Tools"
url = "https://example.com/"
[site]
url = "https://jobs.example.com/"
social_images = {images}
search = {search}
"""
NOTE = """\
Every contestant writes a page a posting (head, JSON-LD, facts, text, two links to apply), a first
page that lists all by team, a page for each team, place and kind of work, and a sitemap if it has
one. `careers` also sanitises what was written, draws the interview process, finds similar jobs,
and writes two more pages and five feeds that hold every text. Hugo and Eleventy are compiled or run
by a JIT."""


@dataclass(frozen=True)
class Contestant:
    """A command and the folder in which it builds; ``clean`` is what it leaves behind."""

    name: str
    command: list[str]
    folder: Path
    clean: tuple[str, ...]

    def run(self) -> float:
        """The seconds of a cold build."""
        self.put_away()
        return seconds(self.command, self.folder)

    def put_away(self) -> None:
        """Move what a build left behind out of its way.

        Deleted at once it would slow what comes next: ext4 gives no inode again before some time
        has passed, and looks for others meanwhile.
        """
        TRASH.mkdir(parents=True, exist_ok=True)
        for path in (self.folder / name for name in self.clean):
            if path.exists():
                path.rename(TRASH / f"{time.monotonic_ns()}")

    def written(self) -> float:
        """The megabytes that a build has written."""
        files = (path for name in self.clean for path in (self.folder / name).rglob("*.*"))
        return sum(path.stat().st_size for path in files if path.is_file()) / 1e6


def ours(folder: Path, size: int, *, images: bool = False, search: bool = False) -> Contestant:
    """Ours, with its settings and postings laid down."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "postings").mkdir(parents=True)
    settings = SETTINGS.format(images=str(images).lower(), search=str(search).lower())
    (folder / "careers.toml").write_text(settings)
    for posting in generated(size):
        text = posting.with_front(_front(posting))
        (folder / "postings" / f"{posting.slug}.md").write_text(text)
    command = [sys.executable, str(ROOT / "scripts" / "publish.py"), "--today", "2026-11-20"]
    return Contestant("careers", command, folder, ("_site",))


def _front(one: Generated) -> str:
    return (
        f"title: {one.title}\nstatus: open\nposted: {one.day}\nteam: {one.team}\n"
        f"employment: full-time\nworkplace: hybrid\nlocations:\n  - {one.city}\n"
        f"salary:\n  min: {one.pay}\n  currency: EUR\n  per: year\napply: {one.apply}"
    )


def peers(size: int) -> list[Contestant]:
    """The others that can be had here, each with the same postings laid down."""
    found = []
    makers: tuple[Callable[[Path], _peers.Peer], ...]
    makers = (_peers.hugo, _peers.eleventy, _peers.pelican)
    for make in makers:
        try:
            peer = make(FOLDER / "tools")
        except (OSError, subprocess.SubprocessError) as error:
            print(f"  {make.__name__} is left out: it cannot be installed here ({error})")
            continue
        folder = FOLDER / f"{peer.name}-{size}"
        shutil.rmtree(folder, ignore_errors=True)
        peer.lay(folder, generated(size))
        found.append(
            Contestant(peer.name, peer.command(folder), folder, ("public", "_site", "output"))
        )
    return found


def contest(size: int, *, whole: bool) -> float:
    """Cold builds in turn; our best seconds. ``whole`` is with search and social images."""
    mine = ours(FOLDER / f"careers-{size}", size, images=whole, search=whole)
    floor = Contestant("floor", [sys.executable, "-c", FLOOR], mine.folder, ())
    every = [mine, *peers(size), floor]
    best: dict[str, float] = {}
    for _ in range(5 if size < MANY else 2):
        for contestant in every:
            took = contestant.run()
            best[contestant.name] = min(best.get(contestant.name, took), took)
    what = "search index and social images included" if whole else "without search and images"
    print(f"{size:,} postings, {what}: careers {best['careers']:.2f}s, {mine.written():.0f} MB")
    for contestant in every[1:-1]:
        ratio = best["careers"] / best[contestant.name]
        bar = (WHOLE if whole else PLAIN).get(size) if contestant.name == "Eleventy" else None
        verdict(
            contestant.name, best[contestant.name], ratio, bar, f"{contestant.written():.0f} MB"
        )
    verdict("floor", best["floor"], best["careers"] / best["floor"], None, "bare markdown-it-py")
    shutil.rmtree(TRASH, ignore_errors=True)
    return best["careers"]


def growth(few: float, many: float) -> None:
    """How the time per posting grows from ``FEW`` to ``MANY``, which took so many seconds."""
    grown = many / MANY / (few / FEW)
    over = "  OVER THE BAR" if grown > GROWTH_BAR else ""
    print(f"time per posting, {MANY:,} to {FEW:,}: {grown:.2f}, bar {GROWTH_BAR}{over}")


def verdict(name: str, took: float, ratio: float, bar: float | None, more: str = "") -> None:
    """A line with the ratio of ours to another's, and what is wanted of it."""
    over = "  OVER THE BAR" if bar and ratio > bar else ""
    wanted = f"bar {bar:.2f}" if bar else ""
    print(f"  {name:10} {took:7.2f}s  {ratio:6.2f}  {wanted:8}  {more}{over}")


def ours_command() -> list[str]:
    """How this project builds a site."""
    return [sys.executable, str(ROOT / "scripts" / "publish.py"), "--today", "2026-11-20"]


def memory(size: int) -> None:
    """The most memory that the processes of a cold build hold together."""
    folder = FOLDER / f"careers-{size}"
    Contestant("careers", [], folder, ("_site",)).put_away()
    with subprocess.Popen(
        ours_command(), cwd=folder, env=usual(), stdout=subprocess.DEVNULL
    ) as process:
        shared_once = each = 0
        while process.poll() is None:
            now = list(_held(process.pid))
            shared_once = max(shared_once, sum(pss for pss, _ in now))
            each = max(each, sum(rss for _, rss in now))
            threading.Event().wait(0.1)
    over = "  OVER THE BAR" if shared_once > MEMORY_BAR * 1000 else ""
    measured = f"{shared_once / 1000:.0f} MB, bar {MEMORY_BAR}{over}" if each else "unknown here"
    print(f"{size:,} postings, memory of all processes: {measured}")
    print(f"  (what they share counted once; counted for each: {each / 1000:.0f} MB)")
    shutil.rmtree(TRASH, ignore_errors=True)


def _held(pid: int) -> Iterator[tuple[int, int]]:
    """What a process and those below it hold, in kB: shared pages divided, and counted whole."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    told = {line.split(":")[0]: int(line.split()[1]) for line in lines}
    yield told["Pss"], told["Rss"]
    for child in children:
        yield from _held(int(child))


def main() -> None:
    """Print what building a site costs beside what it costs others."""
    print("careers publish, ratios to others (seconds of whole processes, best of those in turn)")
    ours(FOLDER / "warm", 1).run()
    for size in WHOLE:
        contest(size, whole=True)
    took = {size: contest(size, whole=False) for size in PLAIN}
    growth(took[FEW], took[MANY])
    memory(MANY)
    print(NOTE)
    shutil.rmtree(FOLDER / "warm", ignore_errors=True)


if __name__ == "__main__":
    main()
