"""Times `careers publish` against other generators, in turn, whole processes: part of `make bench`.

By itself: ``python tests/bench/publish.py [SIZE…]``.
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
from bench._generated import Generated, generated

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".bench_cache"
SIZES = (1_000, 10_000)
BARS = {"Eleventy": 1.0, "Pelican": 0.5}
EDIT_BAR = 0.25
MEMORY_BAR = 400
IMAGES = 100

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
Every contestant writes a page a posting (facts, text, two links to apply), a first page that
lists all by team, and a sitemap if it has one. `careers` also sanitises what was written, draws
the interview process, finds similar jobs, adds JSON-LD, a page for each filter, two more pages,
and seven feeds that hold every text: eight times the bytes. Search and social images are off
where it is compared, and timed apart. Hugo and Eleventy are compiled or run by a JIT."""


@dataclass(frozen=True)
class Contestant:
    """A command and the folder in which it builds; ``clean`` is what it leaves behind."""

    name: str
    command: list[str]
    folder: Path
    clean: tuple[str, ...]

    def run(self) -> float:
        """The seconds of a cold build."""
        for name in self.clean:
            shutil.rmtree(self.folder / name, ignore_errors=True)
        return seconds(self.command, self.folder)


def seconds(command: list[str], folder: Path) -> float:
    """How long a whole process takes."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{command[0]} failed in {folder.name}:\n{done.stdout}{done.stderr}")
    return time.perf_counter() - start


def ours(folder: Path, size: int, *, images: bool = False, search: bool = False) -> Contestant:
    """Ours, with its settings and postings laid down."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "postings").mkdir(parents=True)
    settings = SETTINGS.format(images=str(images).lower(), search=str(search).lower())
    (folder / "careers.toml").write_text(settings)
    for one in generated(size):
        (folder / "postings" / f"{one.slug}.md").write_text(one.with_front(_front(one)))
    command = [sys.executable, str(ROOT / "scripts" / "publish.py"), "--today", "2026-11-20"]
    return Contestant("careers", command, folder, ("_site", ".careers_cache"))


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


def contest(size: int) -> dict[str, float]:
    """Cold builds in turn; the best seconds of each by name."""
    mine = ours(FOLDER / f"careers-{size}", size)
    floor = Contestant("floor", [sys.executable, "-c", FLOOR], mine.folder, ())
    every = [mine, *peers(size), floor]
    best: dict[str, float] = {}
    for _ in range(3 if size <= SIZES[0] else 1):
        for one in every:
            best[one.name] = min(best.get(one.name, float("inf")), one.run())
    print(f"{size:,} postings, cold: careers {best['careers']:.2f}s")
    for name, took in best.items():
        if name == "floor":
            print(
                f"  {'floor':10} {took:7.2f}s  {best['careers'] / took:6.2f}  bare markdown-it-py"
            )
        elif name != "careers":
            verdict(name, took, best["careers"] / took, BARS.get(name))
    return best


def verdict(name: str, took: float, ratio: float, bar: float | None) -> None:
    """A line with the ratio of ours to another's, and what is wanted of it."""
    over = "  OVER THE BAR" if bar and ratio > bar else ""
    print(f"  {name:10} {took:7.2f}s  {ratio:6.2f}  {f'bar {bar:.2f}' if bar else ''}{over}")


def edits(size: int, best: dict[str, float]) -> None:
    """One posting's text, then one's title, changed in a site that stands."""
    mine = Contestant("careers", ours_command(), FOLDER / f"careers-{size}", ())
    path = sorted((mine.folder / "postings").iterdir())[size // 2]
    mine.run()
    nothing = mine.run()
    took = []
    for number in range(3):
        path.write_text(f"{path.read_text()}\nOne more line, the {number}th.\n")
        took.append(mine.run())
    text = path.read_text()
    path.write_text(text.replace("title: ", "title: Deputy ", 1))
    title = mine.run()
    print(
        f"{size:,} postings, one edited: text {min(took):.2f}s, title {title:.2f}s, "
        f"nothing {nothing:.2f}s"
    )
    if "Hugo" in best:
        verdict("Hugo", best["Hugo"], min(took) / best["Hugo"], EDIT_BAR)


def ours_command() -> list[str]:
    """How this project builds a site."""
    return [sys.executable, str(ROOT / "scripts" / "publish.py"), "--today", "2026-11-20"]


def memory(size: int) -> None:
    """The most memory that the processes of a cold build hold together."""
    folder = FOLDER / f"careers-{size}"
    for name in ("_site", ".careers_cache"):
        shutil.rmtree(folder / name, ignore_errors=True)
    with subprocess.Popen(ours_command(), cwd=folder, stdout=subprocess.DEVNULL) as process:
        shared_once = each = 0
        while process.poll() is None:
            now = list(_held(process.pid))
            shared_once = max(shared_once, sum(pss for pss, _ in now))
            each = max(each, sum(rss for _, rss in now))
            threading.Event().wait(0.1)
    over = "  OVER THE BAR" if shared_once > MEMORY_BAR * 1000 else ""
    shown = f"{shared_once / 1000:.0f} MB, bar {MEMORY_BAR}{over}" if each else "not measured here"
    print(f"{size:,} postings, memory of all processes: {shown}")
    print(f"  ({each / 1000:.0f} MB where what they share is counted for each)")


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


def apart() -> None:
    """What is off in the contest."""
    plain = ours(FOLDER / "apart", SIZES[0]).run()
    search = ours(FOLDER / "apart", SIZES[0], search=True).run()
    print(f"apart: search index of {SIZES[0]:,} postings {search - plain:+.2f}s")
    plain = ours(FOLDER / "apart", IMAGES).run()
    images = ours(FOLDER / "apart", IMAGES, images=True).run()
    print(f"apart: {IMAGES} social images {images - plain:+.2f}s, once: they are kept")


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print what building a site costs beside what it costs others."""
    print("careers publish, ratios to others (seconds of whole processes, best of those in turn)")
    for size in sizes:
        best = contest(size)
        if size == max(sizes):
            memory(size)
            edits(size, best)
    apart()
    print(NOTE)
    shutil.rmtree(FOLDER / "apart", ignore_errors=True)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
