"""The words of one language, read from its file in ``data/``: one file a language.

A language without a file is not understood: no rule of words speaks of it. A file may leave lists
out; they are empty (and false), and what asks for them is silent.
"""

from __future__ import annotations

import pkgutil
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from careers.language.language import primary
from careers.language.phrases import Phrases

SectionKind = Literal[
    "about-us", "role", "requirements", "nice-to-have", "benefits", "pay", "process", "apply",
    "equal-opportunity",
]  # fmt: skip


@dataclass(frozen=True)
class Stage:
    """A stage, and the phrases of a step that is it. A ``weak`` one gives way to any other."""

    name: str
    phrases: Phrases
    weak: bool = False


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """What is known of a language.

    ``sections`` are headings by what stands below them. ``statements`` say that everybody is
    welcome. ``apply_links`` are texts of links, ``apply_sentences`` what tells readers where to
    write. ``placeholders`` stand for what is still to come. ``denials`` deny what follows them,
    ``refusals`` the whole clause; ``asides`` open what a step only mentions, behind
    ``subjects`` it says what happens. ``durations`` are units of time.
    ``stages`` are read from the top, the weak ones last.
    """

    tag: str
    name: str
    sections: Mapping[SectionKind, Phrases]
    process: Phrases
    statements: Phrases
    apply_links: Phrases
    apply_sentences: Phrases
    placeholders: Phrases
    denials: Phrases
    refusals: Phrases
    asides: Phrases
    subjects: Phrases
    ordinals: Phrases
    durations: Phrases
    stages: tuple[Stage, ...]

    def section(self, heading: str) -> SectionKind | None:
        """What a heading announces; None where it is of no known kind."""
        for kind, phrases in self.sections.items():
            if phrases.are(heading):
                return kind
        return "process" if self.is_process(heading) else None

    def is_process(self, heading: str) -> bool:
        """Whether a heading announces how candidates are chosen."""
        short = len(heading.split()) <= _WORDS_OF_A_HEADING
        named = self.sections.get("process", _NONE).are(heading)
        return named or (short and self.process.within(heading))


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
        sections={kind: Phrases(words) for kind, words in table.get("sections", {}).items()},
        stages=(*stages, *weak),
        **{key: Phrases(lists.get(key.replace("_", "-"), ())) for key in _LISTS},
    )


_LISTS = (
    "process", "statements", "apply_links", "apply_sentences", "placeholders", "denials",
    "refusals", "asides", "subjects", "ordinals", "durations",
)  # fmt: skip


def _stage(name: str, phrases: Any, *, weak: bool = False) -> Stage:
    return Stage(name, Phrases(phrases), weak)


def _read(path: str) -> bytes | None:
    try:
        return pkgutil.get_data("careers.language", path)
    except FileNotFoundError:
        return None
