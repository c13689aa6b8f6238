"""``validate`` against markdownlint-cli2 (npm), and over 1,000 and 10,000 generated postings.

The linter is installed into ``.bench/`` when it is first asked for.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from bench._generated import generated  # noqa: E402 - found above
from bench.run import Contest, corpus, show, validate  # noqa: E402

TOOLS = ROOT / ".bench" / "markdownlint"
LINTER = "markdownlint-cli2@0.24.1"
LINTER_BAR = 0.6
FEW, MANY = 1_000, 10_000
GROWTH_BAR = 1.2
MEMORY_BAR = 300  # MB


class Run(NamedTuple):
    """Seconds, and the most memory that all of its processes together held, in MB."""

    seconds: float
    memory: float


def main() -> None:
    """Print a line a contest."""
    program = linter()
    if program:
        files = corpus()
        peer = [shutil.which("node") or "node", str(program), "--no-globs", *files]
        show(Contest("validate, the same", [*validate(), *files], LINTER, peer, LINTER_BAR))
    scale()


def linter() -> Path | None:
    """The linter's program; None, and a line that says why, where it cannot be had."""
    program = TOOLS / "node_modules" / "markdownlint-cli2" / "markdownlint-cli2-bin.mjs"
    npm = shutil.which("npm")
    if not program.exists() and npm:
        TOOLS.mkdir(parents=True, exist_ok=True)
        command = [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(TOOLS)]
        subprocess.run([*command, LINTER], check=False, stdout=subprocess.DEVNULL)
    if program.exists():
        return program
    print(f"{LINTER}: not measured: {'npm could not install it' if npm else 'npm is not here'}")
    return None


def scale() -> None:
    """Print how the time per file and the memory grow."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder, "few"), Path(folder, "many")
        for place, count in ((few, FEW), (many, MANY)):
            place.mkdir()
            for one in generated(count):
                fields = {"title": one.title, "posted": one.day, "team": one.team}
                fields |= {"locations": one.city, "apply": one.apply}
                front = "\n".join(f'{name}: "{value}"' for name, value in fields.items())
                (place / f"{one.slug}.md").write_text(one.with_front(front), encoding="utf-8")
        small, large = (measure([*validate(), str(place)]) for place in (few, many))
    growth = large.seconds / MANY / (small.seconds / FEW)
    for run, count in ((small, FEW), (large, MANY)):
        each = 1000 * run.seconds / count
        print(f"validate, {count:6,} postings  {run.seconds:7.2f}s  {each:.2f} ms each", end="")
        print(f"  {run.memory:4.0f} MB{'  OVER THE BAR' if run.memory > MEMORY_BAR else ''}")
    over = "  OVER THE BAR" if growth > GROWTH_BAR else ""
    print(f"time per file, {MANY:,} to {FEW:,}: {growth:.2f}, bar {GROWTH_BAR}{over}")


def measure(command: list[str]) -> Run:
    """Run a command, looking at its memory ten times a second."""
    start, most = time.perf_counter(), 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT) as process:
        while process.poll() is None:
            most = max(most, sum(map(memory, family(process.pid))))
            time.sleep(0.1)
    if process.returncode > 1:
        sys.exit(f"{command[1]} could not run (exit status {process.returncode})")
    return Run(time.perf_counter() - start, most)


def family(process: int) -> list[int]:
    """A process and its children; itself alone where there is no /proc."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        children = ""
    return [process, *map(int, children.split())]


def memory(process: int) -> float:
    """What a process holds, in MB; a page that two share counts half for each."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:  # it has ended, or this is no Linux
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


if __name__ == "__main__":
    os.chdir(ROOT)
    main()
