"""Print the stages of postings: each step of the interview process and the stage it names.

Exit status: 0 done, whatever the steps name; 2 the postings or the settings cannot be read.
"""

from __future__ import annotations

import json
import shutil
import sys
import unicodedata
from typing import TYPE_CHECKING

from careers.files.load import POSTINGS, load_postings, load_settings
from careers.process import Process, read_process

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from careers.posting.posting import Posting

AUDIENCE = "recruiter"

_NONE = "(none)"
_CURE = "  (none): begin the step with a short name in bold, e.g. `**Phone screen:** We call you …`"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "paths", nargs="*", default=[POSTINGS], metavar="PATH", help="postings, or folders of them"
    )
    parser.add_argument(
        "--format", choices=["text", "json"], default="text", help="how they are printed"
    )


def run(args: Namespace) -> int:
    """Read the processes and print them."""
    postings, settings = load_postings(args.paths), load_settings()
    read = [(posting, read_process(posting, settings)) for posting in postings]
    if args.format == "json":
        listed = [_as_data(posting, process) for posting, process in read]
        sys.stdout.write(json.dumps({"postings": listed}, indent=2, ensure_ascii=False) + "\n")
    else:
        width = shutil.get_terminal_size((100, 24)).columns
        sys.stdout.write("\n".join(_table(*entry, width) for entry in read))
    return 0


def _as_data(posting: Posting, process: Process) -> dict[str, object]:
    # A step in a shared text has its line there.
    lines = [posting.located(step.span)[1].line for step in process.steps]
    steps = [
        {"line": line, "text": step.text, "stage": step.stage}
        for line, step in zip(lines, process.steps, strict=True)
    ]
    if not steps:  # those of the settings, or none
        steps = [{"line": None, "text": "", "stage": name} for name in process.stages[1:]]
    return {"path": posting.path, "stages": steps}


def _table(posting: Posting, process: Process, width: int) -> str:
    return "\n".join([posting.path, *_rows(posting, process, width), ""])


def _rows(posting: Posting, process: Process, width: int) -> Iterator[str]:
    if not process.steps and len(process.stages) > 1:
        yield f"  by [process] default: {', '.join(process.stages)}"
        return
    if not process.steps:
        yield from (f"  {problem.message}; {problem.help}" for problem in process.problems[:1])
        return
    names = [step.stage or _NONE for step in process.steps]
    wide = max(map(len, names))
    for step, name in zip(process.steps, names, strict=True):
        line = posting.located(step.span)[1].line
        yield f"  {line:4}  {name:{wide}}  {_cut(step.text, width - wide - 10)}".rstrip()
    if _NONE in names:
        yield _CURE


def _cut(text: str, width: int) -> str:
    """A text in as many columns of a terminal as there are, wide characters counted."""
    used = 0
    for at, char in enumerate(text):
        used += 2 if unicodedata.east_asian_width(char) in "WF" else 1
        if used > max(width, 20):
            return text[: at - 1] + "…"
    return text
