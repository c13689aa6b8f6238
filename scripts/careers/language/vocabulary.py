"""The words of one language, read from its file in ``data/``: one file a language.

A language without a file is not understood: no rule of words speaks of it. A file may leave lists
out; they are empty (and false), and what asks for them is silent.
"""

from __future__ import annotations

import pkgutil
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from careers.language.language import primary
from careers.language.phrases import Phrases

SectionKind = Literal[
    "about-us", "role", "requirements", "nice-to-have", "benefits", "pay", "process", "apply",
    "equal-opportunity",
]  # fmt: skip

TAGS = ("en", "de", "es", "fr", "it", "nl", "pt", "ja")
"""The languages that have a file; what is said in several is looked up in the first of them."""


@dataclass(frozen=True)
class Stage:
    """A stage, and the phrases of a step that is it. A ``weak`` one gives way to any other."""

    name: str
    phrases: Phrases
    weak: bool = False


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """What is known of a language.

    ``names`` are what it is called, ``sections`` headings by what stands below them, ``hints``
    words that may tell one, ``headings`` how one is best written, ``sentences`` what to propose.
    ``values`` are the names of a field's value, by the value, ``fields`` those of fields.
    ``statements`` say that everybody is welcome. ``apply_links`` are texts of links,
    ``apply_sentences`` what tells readers where to write, ``questions`` what else they may write
    about. ``pay`` are words that speak of it, ``jobs`` those of titles that name a job,
    ``placeholders`` stand for what is still to come. ``denials`` deny what follows them,
    ``refusals`` the whole clause; ``asides`` open what a step only mentions, behind ``subjects`` it
    says what happens. ``durations`` are units of time, ``remarks`` words in bold that open a
    remark, ``facts`` those before a fact, ``papers`` open a heading about what to hand in,
    ``limits`` what only looks like a denial ("no more than"), ``common`` the small words that most
    sentences hold. ``stages`` are read from the top, the weak ones last.
    """

    tag: str
    name: str
    names: tuple[str, ...]
    sections: Mapping[SectionKind, Phrases]
    hints: Mapping[SectionKind, Phrases]
    headings: Mapping[str, str]
    sentences: Mapping[str, str]
    values: Mapping[str, tuple[str, ...]]
    fields: Mapping[str, tuple[str, ...]]
    process: Phrases
    statements: Phrases
    apply_links: Phrases
    apply_sentences: Phrases
    questions: Phrases
    jobs: Phrases
    pay: Phrases
    placeholders: Phrases
    denials: Phrases
    refusals: Phrases
    asides: Phrases
    subjects: Phrases
    ordinals: Phrases
    durations: Phrases
    remarks: Phrases
    facts: Phrases
    papers: Phrases
    limits: Phrases
    common: tuple[str, ...]
    stages: tuple[Stage, ...]

    @lru_cache(maxsize=512)  # noqa: B019 - vocabularies are kept; several checks ask of a heading
    def section(self, heading: str) -> SectionKind | None:
        """What a heading announces; None where it is of no known kind. Brackets are left out."""
        heading = _ASIDE.sub(" ", heading)
        for kind, phrases in self.sections.items():
            if phrases.are(heading):
                return kind
        return "process" if self.is_process(heading) else None

    def may_be(self, heading: str, kind: SectionKind) -> bool:
        """Whether a heading holds a word of a kind of section, however it goes on."""
        hints = self.hints.get(kind, _NONE)
        return len(heading.split()) <= _WORDS_OF_A_HEADING and hints.within(heading)

    def is_process(self, heading: str) -> bool:
        """Whether a heading announces how candidates are chosen."""
        short = len(heading.split()) <= _WORDS_OF_A_HEADING
        return self.is_section("process", heading) or (short and self.process.within(heading))

    def is_job(self, title: str) -> bool:
        """Whether a title names a job."""
        return len(title.split()) <= _WORDS_OF_A_HEADING and self.jobs.within(title)

    def is_section(self, kind: SectionKind, heading: str) -> bool:
        """Whether a heading is one of those that are known to announce a kind of section."""
        return self.sections.get(kind, _NONE).are(heading)


_ASIDE = re.compile(r"\([^()]{0,100}\)")
_WORDS_OF_A_HEADING = 9
_NONE = Phrases(())


@cache
def vocabulary(tag: str | None) -> Vocabulary | None:
    """The words of a language by its tag (`fr`, `fr-CA`), None where it has no file."""
    name = primary(tag)
    data = _read(f"data/{name}.toml") if name else None
    if name is None or data is None:
        return None
    table = tomllib.loads(data.decode())
    lists = table.get("phrases", {})
    stages = [_stage(*row) for row in table.get("stages", {}).items()]
    weak = [_stage(*row, weak=True) for row in table.get("weak-stages", {}).items()]
    return Vocabulary(
        tag=name,
        name=table["name"],
        names=(table["name"], *table.get("names", ())),
        common=tuple(lists.get("common", ())),
        sections={kind: Phrases(words) for kind, words in table.get("sections", {}).items()},
        hints={kind: Phrases(words) for kind, words in table.get("hints", {}).items()},
        headings=table.get("headings", {}),
        sentences=table.get("sentences", {}),
        fields={field: tuple(names) for field, names in table.get("fields", {}).items()},
        values={value: tuple(names) for value, names in table.get("values", {}).items()},
        stages=(*stages, *weak),
        **{key: Phrases(lists.get(key.replace("_", "-"), ())) for key in _LISTS},
    )


def vocabularies() -> Iterator[Vocabulary]:
    """All languages that have a file, English first; each is read when it is reached."""
    return filter(None, map(vocabulary, TAGS))


_LISTS = (
    "process", "statements", "apply_links", "apply_sentences", "questions", "jobs", "pay",
    "placeholders", "denials", "refusals", "asides", "subjects", "ordinals", "durations",
    "remarks", "facts", "papers", "limits",
)  # fmt: skip


def _stage(name: str, phrases: Any, *, weak: bool = False) -> Stage:
    return Stage(name, Phrases(phrases), weak)


def _read(path: str) -> bytes | None:
    try:
        return pkgutil.get_data("careers.language", path)
    except FileNotFoundError:
        return None
