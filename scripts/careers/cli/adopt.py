"""Make postings of a folder that was written for another site: Jekyll, Hugo, a handbook, HTML.

What its front matter, its headings, its labelled lines and its files' names say of a job becomes
our fields; what stood there besides stays as comments. The text keeps its words: sections that
several jobs have in the same words become one shared text, links and images lead where they did.
What nobody could know is a placeholder, which `careers validate` finds. It prints what it would
write, then writes it below `postings/`; a file that is there is never changed. HTML needs
`pip install 'careers-in-git[adopt]'`.

Exit status: 0 done, 1 there is nothing to adopt there, 2 a file could not be read or written.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from careers.cli.support.clock import latest_today, today
from careers.files.load import POSTINGS, SHARED, leads_out, load_settings, read_bytes
from careers.text.counted import counted
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.adopting.adoption import Adopted, Adoption
    from careers.checks import Context
    from careers.text.diagnostics import Finding

AUDIENCE = "administrator"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a folder of them, or files that surely are some"
    )
    parser.add_argument("--dry-run", action="store_true", help="print what would be written")


def run(args: Namespace) -> int:
    """Read, plan, print, write."""
    from careers.adopting.adoption import adopt
    from careers.checks import Context, RepositoryFiles

    files = {path.as_posix(): read_bytes(path) for path in _files(args.paths)}
    settings = load_settings()
    exists = RepositoryFiles(exists=os.path.exists)
    context = Context(settings, today(settings), files=exists, latest=latest_today(settings))
    named = [Path(path).as_posix() for path in args.paths]
    adoption = adopt(files, POSTINGS, context, named=named)
    if not adoption.postings:
        message = f"none of {counted(len(files), 'file')} there reads as a posting"
        raise CareersError(message, "name the files themselves", status=1)
    sys.stdout.writelines(_plan(adoption, _checked(adoption, context)))
    _write(adoption, dry_run=args.dry_run)
    return 0


def _files(paths: list[str]) -> Iterator[Path]:
    for name in paths:
        path = Path(name)
        if path.resolve().is_relative_to(Path(POSTINGS).resolve()):
            message = f"{name} is in {POSTINGS}/, where the postings are to be"
            raise CareersError(message, "move it elsewhere, and adopt it from there", status=1)
        if path.is_dir():
            yield from _below(path)
        elif path.is_file():
            yield path
        else:
            raise CareersError(f"no such file or folder: {name}", "name a folder of postings")


def _below(folder: Path) -> Iterator[Path]:
    from careers.adopting.foreign import HTML, MARKDOWN

    for root, names, files in os.walk(folder):
        names[:] = sorted(n for n in names if n[0] != "." and n not in (SHARED, "node_modules"))
        for name in sorted(files):
            path = Path(root, name)
            if name.lower().endswith((*MARKDOWN, *HTML)) and not leads_out(folder, path):
                yield path


def _checked(adoption: Adoption, context: Context) -> list[Finding]:
    """What `validate` will say of the postings, as they will stand."""
    from dataclasses import replace

    from careers.checks import check_all
    from careers.markdown.includes import SharedText
    from careers.posting.reading import read_posting
    from careers.text.source import decode

    shared = {
        Path(path).stem: SharedText(Path(path).stem, path, decode(text.encode()))
        for path, text in adoption.shared.items()
    }
    postings = tuple(read_posting(a.path, a.text.encode(), shared) for a in adoption.postings)
    there = {*(p.path for p in postings), *adoption.images.values(), *adoption.shared}
    files = replace(context.files, exists=there.__contains__, shared=tuple(shared.values()))
    return check_all(replace(context, postings=postings, files=files))


def _plan(adoption: Adoption, findings: list[Finding]) -> Iterator[str]:
    for adopted in adoption.postings:
        yield f"{adopted.path}  from {adopted.source}\n  {_fields(adopted)}\n"
        own = [f for f in findings if f.path == adopted.path]
        asked = [f for f in own if f.code == "placeholder"]
        if asked:
            yield f"  to fill in: {', '.join(f'line {f.span.line}' for f in asked)}\n"
        for finding in own:
            if finding.severity == "error" and finding.code != "placeholder":
                yield f"  line {finding.span.line}: error[{finding.code}]: {finding.message}\n"
    for path in adoption.shared:
        yield f"{path}  what several say\n"
    for path, why in adoption.left.items():
        yield f"left: {path}: {why}\n"
    yield _sum(adoption, findings)


def _fields(adopted: Adopted) -> str:
    shown = ("status", "posted", "closes", "team", "workplace", "language")
    said = [f"{n}: {adopted.fields[n]}" for n in shown if n in adopted.fields]
    if stages := adopted.fields.get("stages"):
        said.append(f"stages: {' '.join(stages)}")
    rest = [n for n in adopted.fields if n not in (*shown, "title", "stages")]
    return "; ".join([str(adopted.fields["title"]), *said, *rest])


def _sum(adoption: Adoption, findings: list[Finding]) -> str:
    wrong = {f.path for f in findings if f.severity == "error" and f.code != "placeholder"}
    placeholders = sum(finding.code == "placeholder" for finding in findings)
    number = len(adoption.postings)
    states = Counter(str(adopted.fields["status"]) for adopted in adoption.postings)
    told = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    return (
        f"{counted(number, 'posting')} ({told}), {counted(len(adoption.shared), 'shared text')};"
        f" {counted(len(adoption.left), 'file')} left; {number - len(wrong)} of {number} pass"
        f" `careers validate` but for {counted(placeholders, 'placeholder')} to fill in\n"
    )


def _write(adoption: Adoption, *, dry_run: bool) -> None:
    from careers.files.rewrite import create

    made = {adopted.path: adopted.text.encode() for adopted in adoption.postings}
    made |= {path: text.encode() for path, text in adoption.shared.items()}
    made |= {target: read_bytes(Path(source)) for source, target in adoption.images.items()}
    fresh = [path for path in made if not os.path.lexists(path)]
    for path in made.keys() - set(fresh):
        if read_bytes(Path(path)) != made[path]:
            sys.stdout.write(f"{path} is there already and stays\n")
    for path in () if dry_run else fresh:
        create(Path(path), made[path], "run it again")
    sys.stdout.write(f"{counted(len(fresh), 'file')} {'to be written' if dry_run else 'written'}\n")
