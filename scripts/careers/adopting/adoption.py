"""A folder of foreign postings becomes ours: read, facts taken, text kept, the rest asked for."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from careers.adopting.facts import closed_by, facts, nested
from careers.adopting.foreign import Foreign, read_foreign
from careers.adopting.labelled import labelled_lines, title_line, told_facts
from careers.adopting.linking import linked
from careers.adopting.names import day_of, file_name, language_of, stem_of
from careers.adopting.placeholders import with_placeholders
from careers.adopting.sharing import share
from careers.adopting.writing import written
from careers.checks import Context
from careers.checks.support.shape import is_other_file, is_section
from careers.posting.foreign.names import plain
from careers.posting.front import Front
from careers.posting.frontmatter import FrontMatter
from careers.posting.frontmatter_reader import sound_of_foreign
from careers.posting.posting import Posting
from careers.posting.reading import read_posting
from careers.process import APPLIED, read_process
from careers.text.diagnostics import CareersError


@dataclass(frozen=True)
class Adopted:
    """A posting of ours: its path, its text, and the fields that were taken, by name."""

    source: str
    path: str
    text: str
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class Adoption:
    """``shared`` are texts by their path, ``left`` says of each other file why it stays.

    ``images`` are the files that postings show: where they go, by where they are.
    """

    postings: tuple[Adopted, ...]
    shared: Mapping[str, str] = field(default_factory=dict)
    left: Mapping[str, str] = field(default_factory=dict)
    images: Mapping[str, str] = field(default_factory=dict)


def adopt(
    files: Mapping[str, bytes], folder: str, context: Context, *, named: Iterable[str] = ()
) -> Adoption:
    """Make postings below ``folder`` of files, by their path.

    ``context.files.exists`` tells of files beside them, and what stands in ``folder``. A file that
    does not read as a posting is left, unless it is one of those that were ``named``.
    """
    read, left = _read(files, frozenset(named))
    made: dict[str, Adopted] = {}
    for foreign in read:
        adopted = _one(foreign, folder, context, [posixpath.basename(path) for path in made])
        made[adopted.path] = adopted
    moved = {adopted.source: adopted.path for adopted in made.values()}
    images: dict[str, str] = {}
    texts = {
        a.path: linked(a.text, (a.source, a.path), moved, images, context.files.exists)
        for a in made.values()
    }
    postings, shared = share(texts)
    shared = {f"{folder}/_shared/{name}.md": text for name, text in shared.items()}
    there = {*postings, *images.values(), *shared, folder, posixpath.join(folder, "_shared")}
    known = replace(context, files=replace(context.files, exists=there.__contains__))
    done = (replace(made[path], text=_asked(path, text, known)) for path, text in postings.items())
    return Adoption(tuple(done), shared, left, images)


def _read(
    files: Mapping[str, bytes], named: frozenset[str]
) -> tuple[list[Foreign], dict[str, str]]:
    read, left = [], {}
    for path, data in files.items():
        try:
            foreign = read_foreign(path, data)
        except CareersError as error:
            left[path] = f"{error}; {error.help}"
            continue
        if not foreign.text.strip():
            left[path] = "it holds no text"
        elif path not in named and _is_other(foreign):
            left[path] = "it does not read as a posting; name the file itself if it is one"
        else:
            read.append(foreign)
    return read, left


def _is_other(foreign: Foreign) -> bool:
    """Whether nothing says that it is about a job: no field, no section, no two labelled facts."""
    return is_other_file(_with_fields(foreign)) and len(told_facts(foreign.posting)) <= 1


def _with_fields(foreign: Foreign) -> Posting:
    """The text with its foreign fields, as the check of what is no posting looks at it."""
    if not foreign.fields:
        return foreign.posting
    known = sound_of_foreign(foreign.fields) or FrontMatter()
    return replace(foreign.posting, front=Front(known, raw=foreign.fields))


def _one(foreign: Foreign, folder: str, context: Context, taken: list[str]) -> Adopted:
    posting = foreign.posting
    pairs = [*foreign.fields.items(), *nested(foreign.fields), *labelled_lines(posting)]
    found, used = facts(pairs)
    found.setdefault("title", _title(foreign, posting, context))
    if "posted" not in found and (day := day_of(foreign.path)):
        found["posted"] = day
    if closed_by(found, context.today):
        found["status"] = "closed"
    found.setdefault("status", "draft")
    tag = posting.language.tag or language_of(foreign.path)
    if "language" not in found and tag not in ("", "en"):
        found["language"] = tag
    unused = {name: value for name, value in foreign.fields.items() if name not in used}
    name = file_name(foreign.path, str(found["title"]), taken, str(found.get("language", "en")))
    path = posixpath.join(folder, name)
    text = written(found, unused, foreign.comments, foreign.text)
    stages = _stages(path, text, context)
    if stages and "stages" not in found:
        found["stages"] = stages
        text = written(found, unused, foreign.comments, foreign.text)
    return Adopted(foreign.path, path, text, found)


def _title(foreign: Foreign, posting: Posting, context: Context) -> str:
    """The heading that all others stand below, unless it opens a section; else the file's name."""
    headings = [h for h in posting.body.headings if h.text]
    heading = _ID.sub("", headings[0].text) if headings else ""
    levels = [h.level for h in headings]
    first = levels[:1] == [1] or (levels[1:] and levels[0] < min(levels[1:]))
    if first and not is_section(heading, posting, context) and len(heading) <= _LONGEST:
        return heading
    if line := title_line(posting):
        return line
    words = re.sub(r"[-_.\s]+", " ", plain(stem_of(foreign.path))).strip()
    return words.capitalize() or heading


_LONGEST = 120  # characters of a title
_ID = re.compile(r"\s*\{#[^{}\s]{1,100}\}$")  # which Google Docs writes behind a heading


def _stages(path: str, text: str, context: Context) -> list[str]:
    """The names of the steps, where each has one and some stand only in the vocabulary."""
    process = read_process(read_posting(path, text.encode()), context.settings)
    steps = [step for step in process.steps if step.stage != APPLIED]
    if process.problems or process.naming or not all(step.stage for step in steps):
        return []
    if not any(step.named == "vocabulary" for step in steps):
        return []
    return [step.stage for step in steps if step.stage]


def _asked(path: str, text: str, context: Context) -> str:
    """The text with placeholders. A draft is asked for what it needs once it is open."""
    if "\nstatus: closed\n" in text:
        return with_placeholders(path, text, context)
    opened = text.replace("\nstatus: draft\n", "\nstatus: open\n", 1)
    asked = with_placeholders(path, opened, context)
    return asked if opened == text else asked.replace("\nstatus: open\n", "\nstatus: draft\n", 1)
