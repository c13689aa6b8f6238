"""The sections that a company wants, by what headings call them in each language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from careers.language.phrases import Phrases
from careers.language.vocabulary import SectionKind, Vocabulary, vocabularies

_LENGTH = 200  # no section's name is longer, and the pattern below is not for long texts
_NONE = Phrases(())
_TOLD = 2  # blocks that speak of what is asked are as good as a section
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


class SectionNames:
    """The company's sections by what headings call them, in the words of a language."""

    def __init__(self, sections: Mapping[str, tuple[str, ...]], words: Vocabulary | None) -> None:
        self._names = _synonyms(tuple(sections.items()))
        self._words = words
        kinds = {name: section_kind(name) for name in sections}
        self._kinds = {kind: name for name, kind in kinds.items() if kind}
        self._unknown = {name for name, kind in kinds.items() if kind is None}

    def is_own(self, heading: str) -> bool:
        """Whether the settings themselves call a section so; its order is the company's."""
        return plain(heading) in self._names

    def of(self, heading: str) -> str | None:
        """The section that a heading opens."""
        if name := self._names.get(plain(heading)):
            return name
        kind = self._words and self._words.section(heading[:_LENGTH])
        return self._kinds.get(kind) if kind else None

    def asked(self, name: str) -> bool:
        """Whether a section would be known if it were there."""
        if self._words is None:
            return False
        kind = section_kind(name)
        return kind in self._words.sections if kind else self._words.tag == "en"

    def hinted(self, name: str, lines: list[str]) -> bool:
        """Whether one of the lines may open a section, in words that are not known for sure."""
        words, kind = self._words, section_kind(name)
        if words is None or kind is None:
            return False
        return any(words.may_be(line, kind) for line in lines)

    def told(self, name: str, blocks: list[str]) -> bool:
        """Whether some blocks speak of it, below whatever heading or none."""
        words, kind = self._words, section_kind(name)
        if words is None or kind != "requirements":
            return False
        return sum(words.hints.get(kind, _NONE).within(block) for block in blocks) >= _TOLD


@lru_cache(maxsize=256)
def section_kind(name: str) -> SectionKind | None:
    """What a section of the settings is, in whichever language they name it."""
    every = (words.section(name) for words in vocabularies())
    return next((kind for kind in every if kind), None)


@lru_cache(maxsize=4)
def _synonyms(sections: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, str]:
    """The section's name by each of the words for it; `Ideal candidates have` may be cut short."""
    words = [(plain(word), name) for name, words in sections for word in (name, *words)]
    short = {word.removesuffix(" have"): name for word, name in words}
    return short | dict(words)


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """A heading's words: no case, no marks around them."""
    words = text[:_LENGTH].casefold().replace("\u2019", "'").split()
    return _EDGES.sub("", " ".join(words))
