"""Reads the facts of every posting; a text waits until its page is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from careers.build.file_stamps import identity
from careers.files.load import as_posting, digest_of, posting_paths, read_bytes
from careers.files.workers import share
from careers.markdown.includes import SharedText
from careers.posting.frontmatter import FrontMatter
from careers.posting.frontmatter_reader import Front
from careers.posting.lazy_posting import Shelved
from careers.posting.posting import Posting
from careers.text.diagnostics import CareersError
from careers.text.fingerprint import digest
from careers.text.source import Source

PART = 250
"""How many postings one worker reads at a time."""
FEW = 2000

Texts = dict[Path, dict[str, SharedText]]
Facts = dict[str, str]


Mark = tuple[int, int]
"""By what the processes of a build know the bytes again, and the line where the text begins."""


class Found(NamedTuple):
    """A posting by its path, and its file's ``stamp``: what changes whenever its bytes do."""

    path: str
    stamp: str


class Read(NamedTuple):
    """A posting as a worker hands it over: its facts, or itself where it cannot be published.

    ``mark`` is there where the text can be taken as it is when it is read again.
    """

    path: str
    facts: Facts | None = None
    whole: Posting | None = None
    mark: Mark | None = None


def find(paths: Iterable[str]) -> list[Found]:
    """Every posting below the paths. Raises CareersError where one cannot be found."""
    return [Found(file.as_posix(), identity(file)) for file in posting_paths(paths)]


def read_facts(
    found: Sequence[Found], known: Mapping[str, Facts], workers: int
) -> tuple[list[Posting], dict[str, Facts]]:
    """The postings, and the facts of each, by path.

    ``known`` are facts from before: they hold where the bytes are what they were. They are the
    ``digest`` of the bytes, the ``title``, the front matter (``meta``, JSON), the ``name`` of
    these two, and the file's ``stamp``: where that is the same, the bytes are not read.
    """
    todo = [one for one in found if not _same(one, known)]
    parts = [todo[at : at + PART] for at in range(0, len(todo), PART)]
    # A few that are known are compared sooner than others are started.
    few = bool(known) and len(todo) < FEW
    made = share(partial(_read, known), parts, 1 if few else workers)
    new = {one.path: one for part in made for one in part}
    postings: list[Posting] = []
    facts: dict[str, Facts] = {}
    for path, _ in found:
        one = new.get(path)
        if one and one.whole:
            postings.append(one.whole)
        else:
            facts[path] = told = (one and one.facts) or known[path]
            postings.append(shelved(path, told, one and one.mark))
    return postings, facts


def _same(one: Found, known: Mapping[str, Facts]) -> bool:
    return bool(one.stamp) and one.path in known and known[one.path]["stamp"] == one.stamp


def _read(known: Mapping[str, Facts], part: Sequence[Found]) -> list[Read]:
    texts: Texts = {}
    waiting = [(path, stamp, read_bytes(Path(path))) for path, stamp in part]
    return [_told(path, stamp, data, known.get(path), texts) for path, stamp, data in waiting]


def _told(path: str, stamp: str, data: bytes, known: Facts | None, texts: Texts) -> Read:
    file = Path(path)
    name = digest_of(file, data, texts)
    told = {"stamp": "" if b"shared(" in data else stamp}
    if known and known["digest"] == name:
        return Read(path, known | told)
    posting = as_posting(file, data, texts)
    if not posting.readable:
        return Read(path, None, posting)
    meta = posting.meta.model_dump_json(exclude_defaults=True)
    said = {"digest": name, "title": posting.title, "meta": meta}
    said["name"] = digest([posting.title, meta])
    return Read(path, said | told, mark=_mark(data, posting))


def _mark(data: bytes, posting: Posting) -> Mark | None:
    """The mark of a text that needs no mending, has a line behind its front matter, and is all."""
    simple = not posting.syntax and data.endswith(b"\n") and b"shared(" not in data
    return (hash(data), posting.body_line) if simple else None


def shelved(path: str, facts: Facts, mark: Mark | None = None) -> Posting:
    """A posting by its facts. Its text is there only if they are those of its file."""
    meta = FrontMatter.model_validate_json(facts["meta"])
    name = facts["digest"]
    return Shelved.of(path, meta, facts["title"], name, _fetcher(path, name, meta, mark))


def _fetcher(path: str, name: str, meta: FrontMatter, mark: Mark | None) -> Callable[[], Posting]:
    def fetch() -> Posting:
        file, texts = Path(path), dict[Path, dict[str, SharedText]]()
        data = read_bytes(file)
        if mark and mark[0] == hash(data):
            line = mark[1]
            return Posting(path, Source(data.decode()), Front(meta) if line > 1 else None, line)
        if digest_of(file, data, texts) != name:
            raise CareersError(f"{path} was changed while the site was built", "build it again")
        return as_posting(file, data, texts, Front(meta))

    return fetch
