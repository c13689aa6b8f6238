"""Write a new posting: front matter, the sections that yours must have, a process to fill in.

What is not given by an option is asked for, where somebody sits at the terminal. The posting is a
draft, and `careers validate` finds nothing in it but its placeholders. A file that is there is
never written over.

Exit status: 0 written, 1 a value is wrong or the file is there, 2 it could not run.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careers.files.load import POSTINGS, load_settings
from careers.language.codes import is_language
from careers.language.language import primary
from careers.posting.frontmatter import Employment, FrontMatter, Status, Workplace
from careers.posting.named_values import member
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.settings import Settings

AUDIENCE = "author"

_MANY = ("employment", "location", "remote_from", "interviewer")
_ASKED = {
    "team": "Team",
    "employment": f"Employment ({', '.join(Employment)})",
    "workplace": f"Workplace ({', '.join(Workplace)})",
    "location": "Place of work, e.g. Berlin, DE",
}
_CHOICES: dict[str, Iterable[str]] = {"employment": Employment, "workplace": Workplace}
_FIELDS = {"location": "locations", "interviewer": "interviewers"}
_SCHEMA = Path("schemas", "posting.json")


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("title", metavar="TITLE", help="the job's title alone")
    parser.add_argument("--status", choices=[*Status], default=Status.DRAFT, help="where it stands")
    parser.add_argument("--posted", metavar="DAY", help="the day it is published (today)")
    parser.add_argument("--closes", metavar="DAY", help="the last day to apply")
    parser.add_argument("--team", help="the team that hires")
    employment = "how one is employed; may be given again"
    parser.add_argument("--employment", choices=[*Employment], action="append", help=employment)
    parser.add_argument("--workplace", choices=[*Workplace], help="where the work is done")
    place = "a place of work, e.g. 'Berlin, DE'; may be given again"
    parser.add_argument("--location", action="append", metavar="PLACE", help=place)
    country = "where one may work from; may be given again"
    parser.add_argument("--remote-from", action="append", metavar="COUNTRY", help=country)
    parser.add_argument("--apply", metavar="ADDRESS", help="a web or mail address")
    parser.add_argument("--hiring-manager", metavar="LOGIN", help="who hires, on GitHub")
    parser.add_argument(
        "--interviewer", action="append", metavar="LOGIN", help="who interviews; may be given again"
    )
    parser.add_argument("--language", metavar="CODE", help="the posting's language, e.g. de")
    parser.add_argument("--id", metavar="ID", help="the company's own number of the job")
    parser.add_argument("--path", type=Path, help=f"the file ({POSTINGS}/<title>.md)")


def run(args: Namespace) -> int:
    """Ask, write, and say where."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        _ask(args)
    path = args.path or _path(args.title)
    fields = _fields(args)
    from careers.files.rewrite import create

    create(path, _text(path, fields, load_settings()).encode())
    sys.stdout.write(f"{path.as_posix()} is written; `careers validate` shows what is to fill in\n")
    return 0


def _ask(args: Namespace) -> None:
    for name, question in _ASKED.items():
        if getattr(args, name) is None and (answer := _answer(name, question)):
            setattr(args, name, [answer] if name in _MANY else answer)


def _answer(name: str, question: str) -> str:
    """What is typed, as we write it; asked again where it is none of those that there are."""
    while said := input(f"{question} (Enter for none): ").strip():
        if name not in _CHOICES:
            return said
        if meant := member(said, _CHOICES[name]):
            return meant
        sys.stdout.write(f"`{said[:40]}` is none of them\n")
    return ""


def _path(title: str) -> Path:
    from careers.process.label import slug

    name = slug(title)
    if not name:
        message = "the title has too few Latin letters for a file name"
        raise CareersError(message, f"give one: --path {POSTINGS}/NAME.md", status=1)
    return Path(POSTINGS, f"{name}.md")


def _fields(args: Namespace) -> dict[str, Any]:
    """The front matter's fields in their order; raises CareersError where a value is wrong."""
    from pydantic import ValidationError

    given = {_FIELDS.get(name, name): value for name, value in vars(args).items() if value}
    given["posted"] = args.posted or datetime.now(UTC).date().isoformat()
    fields = {name: given[name] for name in FrontMatter.model_fields if name in given}
    fields = {n: v[0] if isinstance(v, list) and len(v) == 1 else v for n, v in fields.items()}
    fields = {n: v if isinstance(v, list) else str(v) for n, v in fields.items()}
    try:
        FrontMatter.model_validate(fields)
    except ValidationError as error:
        detail = error.errors(include_url=False, include_input=False)[0]
        option = {field: name for name, field in _FIELDS.items()}.get(
            str(detail["loc"][0]), str(detail["loc"][0])
        )
        message = f"--{option.replace('_', '-')}: {detail['msg'].removeprefix('Value error, ')}"
        raise CareersError(message, "docs/postings.md tells what a field holds", status=1) from None
    if not is_language(fields.get("language", "en")):
        message = f"--language: `{fields['language']}` is the code of no language"
        raise CareersError(message, "e.g. --language de", status=1)
    return fields


def _sections(names: Collection[str], language: str) -> tuple[str, ...]:
    """The sections that a posting must have, called as in its language where that is known."""
    from careers.language.vocabulary import vocabularies, vocabulary

    words = vocabulary(primary(language))
    kinds = [next(filter(None, (v.section(n) for v in vocabularies())), "") for n in names]
    said = dict(words.headings) if words and words.tag != "en" else {}
    return tuple(said.get(kind, name) for kind, name in zip(kinds, names, strict=True))


def _text(path: Path, fields: Mapping[str, Any], settings: Settings) -> str:
    from careers.files.new_posting import render

    above = "/".join([".."] * (len(path.parts) - 1))
    beside = _SCHEMA.is_file() and not path.is_absolute() and ".." not in path.parts
    schema = f"{above}/{_SCHEMA.as_posix()}" if beside else ""
    apply = FrontMatter.model_validate(fields).apply or ""
    sections = _sections(settings.sections, str(fields.get("language", "en")))
    return render(fields, sections, apply=apply, schema=schema)
