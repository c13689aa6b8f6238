"""Changes lines of ``hiring`` and ``intake``, one at a time, and prints what no test notices.

    python tests/mutations/run.py [--seed N] [--lines N] [FILE:LINE ...]

FILE:LINE tries every change of these lines instead of those that the seed chooses.

A survivor is killed by a new test, or told in ``equivalent.md`` to make no difference, and why.
Each change is tried in a copy, so the work tree stays as it is. It is no part of ``make test``.

A test that does not come by a line cannot notice its change. So one run of the tests as the code
stands writes down which of them come by which of the chosen lines (``reaching``), and a change is
tried against those alone. What a module does as it is imported has no test that comes by it: it is
tried against those that come by a function of its module, and what survives these against all.
What the quick tests let pass is tried against the slow ones in the same way. Missed is a test that
gets from a cache what an earlier test put there: what only it would notice is told as survived.
"""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from mutations.changing import ROOT, Mutation, all_changes, changed, chosen
from mutations.reaching import Reach, mark, recorded, unmark

# The quick ones first: most changes do not get past them.
STAGES = (
    ("tests/hiring", "tests/intake", "tests/letters", "tests/mail"),
    ("tests/candidates", "--ignore=tests/candidates/test_kill.py"),
)
TIMEOUT = 600
"""Seconds after which a change counts as noticed: it never ends."""
WORKERS = min(2, os.cpu_count() or 1)
UNKNOWN_TEST = "ERROR: not found:"


class Copies:
    """Copies of what the tests need, one for each worker."""

    def __init__(self, folder: Path) -> None:
        self._free: queue.Queue[Path] = queue.Queue()
        for number in range(WORKERS):
            self._free.put(copied(folder / str(number)))

    def record(self, stage: tuple[str, ...], mutations: list[Mutation]) -> dict[int, Reach]:
        """Which tests of a stage come by the lines of the changes."""
        copy = self._free.get()
        mark(copy, mutations)
        if said := failure(copy, stage, WORKERS, None):
            sys.exit(f"{said[-3000:]}\nthe tests fail with nothing changed: nothing can be told")
        unmark(copy, mutations)
        self._free.put(copy)
        return recorded(copy)

    def survives(self, mutation: Mutation, stage: tuple[str, ...], reach: Reach) -> bool:
        """Whether the tests of a stage pass with the change."""
        copy = self._free.get()
        file = copy / mutation.path
        text = file.read_text("utf-8")
        file.write_text(changed(text, mutation), "utf-8")
        try:
            runs = selections(copy, stage, reach)
            return all(failure(copy, tests) is None for tests in runs)
        finally:
            file.write_text(text, "utf-8")
            self._free.put(copy)


def selections(copy: Path, stage: tuple[str, ...], reach: Reach) -> Iterator[tuple[str, ...]]:
    """What is run of a stage, one after the other."""
    near = reach.line or (reach.module if reach.at_import else set())
    if near:
        names = copy / "selected.txt"
        names.write_text("\n".join(sorted(near)), "utf-8")
        yield (f"@{names}",)
    if reach.at_import:
        yield stage


def failure(
    copy: Path, tests: tuple[str, ...], workers: int = 0, timeout: int | None = TIMEOUT
) -> str | None:
    """What pytest says where a test fails in a copy; None where all pass."""
    options = ("-x", "-q", "-n", str(workers), "-p", "no:cacheprovider")
    command = [sys.executable, "-m", "pytest", *options, *tests]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command,
            cwd=copy,
            capture_output=True,
            check=False,
            timeout=timeout,
            env=environment,
            text=True,
        )
    except subprocess.TimeoutExpired:
        return "it does not end"
    if UNKNOWN_TEST in done.stderr:
        sys.exit(f"a test that was recorded is not found again:\n{done.stderr}")
    return done.stdout + done.stderr if done.returncode else None


def main() -> int:
    """Try the changes; exit status 1 where one survives."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=9)
    parser.add_argument("--lines", type=int, default=30)
    parser.add_argument("only", nargs="*", metavar="FILE:LINE")
    args = parser.parse_args()
    mutations = chosen(args.seed, args.lines)
    if args.only:
        every = all_changes().items()
        mutations = [
            x for (path, line), all_ in every if f"{path}:{line}" in args.only for x in all_
        ]
    left, reached = mutations, set[Mutation]()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(WORKERS) as pool:
        copies = Copies(Path(folder))
        for stage in STAGES:
            reaches = copies.record(stage, left) if left else {}
            tried = [(x, reaches.get(number, Reach())) for number, x in enumerate(left)]
            reached |= {x for x, reach in tried if reach.reached}
            alive = pool.map(lambda one, stage=stage: copies.survives(one[0], stage, one[1]), tried)
            left = []
            for (mutation, _), survived in zip(tried, alive, strict=True):
                if survived:
                    left.append(mutation)
                else:
                    print(f"killed    {mutation}", flush=True)
    for mutation in left:
        print(f"{'SURVIVED' if mutation in reached else 'UNREACHED'}  {mutation}")
    print(f"{len(left)} of {len(mutations)} survived")
    return int(bool(left))


def copied(target: Path) -> Path:
    """The work tree without what git ignores, in a folder of its own."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.check_output(listed, cwd=ROOT, text=True).split("\0")
    for name in names:
        if name and (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    return target


if __name__ == "__main__":
    sys.exit(main())
