"""Measures whole processes in turn, in one run, and prints their ratios: ``make bench``."""

from __future__ import annotations

import importlib
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench._clock import seconds

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
EXAMPLES = ROOT / "examples" / "company" / "postings"
ROUNDS = 9

BARE_PARSE = """
import sys
from markdown_it import MarkdownIt
from mdit_py_plugins.gfm import gfm_plugin
parser = MarkdownIt("commonmark").use(gfm_plugin)
for name in sys.argv[1:]:
    with open(name, encoding="utf-8", errors="replace") as file:
        parser.parse(file.read())
"""
# pydantic loads its parts when they are asked for: the first peer has none that can read a model.
BARE_IMPORT = "import markdown_it, pydantic, yaml"
MODEL_IMPORT = f"{BARE_IMPORT}; pydantic.BaseModel"


@dataclass(frozen=True)
class Contest:
    """Two commands over the same files; ``bar`` is the largest ratio that is good enough."""

    title: str
    ours: list[str]
    peer_name: str
    peer: list[str]
    bar: float


def validate() -> list[str]:
    """The command that is measured."""
    return [sys.executable, str(ROOT / "scripts" / "validate.py"), "--format", "json"]


def corpus() -> list[str]:
    """The postings of the corpus; where it is absent, those of the examples."""
    files = sorted(str(path) for path in CORPUS.glob("*.md"))
    return files or sorted(str(path) for path in EXAMPLES.glob("*.md"))


def contests() -> list[Contest]:
    """What is compared."""
    files = corpus()
    small = [*validate(), str(EXAMPLES / "developer-product-manager.md")]
    parse = [sys.executable, "-c", BARE_PARSE, *files]
    lazy, model = ([sys.executable, "-c", code] for code in (BARE_IMPORT, MODEL_IMPORT))
    return [
        Contest(
            f"validate, {len(files)} postings",
            [*validate(), *files],
            "markdown-it-py parses them",
            parse,
            2.5,
        ),
        Contest("validate, one posting", small, BARE_IMPORT, lazy, 2.0),
        Contest("validate, the same", small, MODEL_IMPORT, model, 2.0),
    ]


def measure(contest: Contest) -> tuple[float, float]:
    """The median seconds of both, after one round each that fills the caches."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(ROUNDS + 1):
        for kept, command in zip(times, (contest.ours, contest.peer), strict=True):
            took = seconds(command, worst=1)
            if turn:
                kept.append(took)
    return statistics.median(times[0]), statistics.median(times[1])


def show(contest: Contest) -> None:
    """Measure a contest and print its line."""
    ours, peer = measure(contest)
    ratio = ours / peer
    verdict = "" if ratio <= contest.bar else "  OVER THE BAR"
    print(
        f"{contest.title:28} {ours:7.3f}s  {peer:7.3f}s  {ratio:6.2f}  {contest.bar:4.1f}  "
        f"{contest.peer_name}{verdict}"
    )


def main() -> None:
    """Print a line a contest, then what the other modules of this folder measure."""
    print(f"{'what':28} {'ours':>8}  {'peer':>8}  {'ratio':>6}  {'bar':>4}  peer")
    for contest in contests():
        show(contest)
    for path in sorted(Path(__file__).parent.glob("[!_]*.py")):
        module = importlib.import_module(f"bench.{path.stem}")
        if path.name != Path(__file__).name and hasattr(module, "main"):
            print()
            module.main()


if __name__ == "__main__":
    main()
