"""Fills a letter's template: no hole is left, and a sentence without its words is left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from jinja2 import DictLoader, Environment, TemplateError, meta

from careers.letters.support.html import as_html
from careers.letters.support.placeholders import DAYS, OPTIONAL
from careers.letters.support.words import LetterWords, read_words
from careers.text.diagnostics import CareersError

SOURCE = "en"
"""The language of a letter where its own has no templates."""
_HOLE, _END = "\x00", "\x01"
_TAGS = re.compile(r"(\{[{%#].*?[}%#]\})", re.DOTALL)
_SENTENCE = re.compile(r"([.!?][\"'”“)]?)(?=\s|\Z)")
_SUBJECT = re.compile(r"Subject: (.*)\n\n", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_BREAK = re.compile(r"\s*[\n\u2028\u2029]\s*")
_OWN_WORDS = "text"
"""The placeholder that holds lines; a line break in any other would end the subject."""


@dataclass(frozen=True)
class Wording:
    """A letter in words; ``text`` is plain, ``html`` says the same."""

    language: str
    subject: str
    text: str
    html: str


@dataclass(frozen=True)
class Unfilled:
    """Why a letter cannot go: the placeholders for which there are no words."""

    missing: tuple[str, ...]


@dataclass
class _Hole:
    """A placeholder without words: false in a condition, and noted where it is to be shown."""

    name: str
    shown: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        self.shown.append(self.name)
        return _HOLE

    def __bool__(self) -> bool:
        return False


@lru_cache(maxsize=4)
def _environment(templates: frozenset[tuple[str, str]]) -> Environment:
    # Plain text knows no markup; the HTML is made from what was filled in.
    return Environment(  # noqa: S701 - plain text, escaped where HTML is made of it
        loader=DictLoader(dict(templates)), trim_blocks=False, keep_trailing_newline=True
    )


class Letters:
    """The templates of ``templates/mail`` by their files' names: ``received.en.txt.j2``."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self._words = {
            language: read_words(language, text, name)
            for name, text in files.items()
            if (language := _language_of_words(name))
        }
        templates = {n: _with_ends(t) for n, t in files.items() if n.endswith(".j2")}
        self._jinja = _environment(frozenset(templates.items()))
        self._names = frozenset(templates)

    def language(self, wanted: str, kind: str) -> str:
        """The language in which a letter is written to who reads ``wanted`` (BCP 47)."""
        short = wanted.partition("-")[0].lower()
        for language in (wanted, short):
            if f"{kind}.{language}.txt.j2" in self._names and language in self._words:
                return language
        return SOURCE

    def words(self, language: str) -> LetterWords:
        """The words of one of the languages that ``language`` gives."""
        return self._words[language]

    def placeholders(self, kind: str, language: str) -> frozenset[str]:
        """What a template is filled with. Raises as ``fill`` does."""
        source = self._source(kind, language)
        try:
            return frozenset(meta.find_undeclared_variables(self._jinja.parse(source)))
        except TemplateError as error:
            raise _broken(kind, language, error) from None

    def fill(
        self,
        kind: str,
        language: str,
        values: Mapping[str, str],
        optional: frozenset[str] = OPTIONAL,
    ) -> Wording | Unfilled:
        """The letter with these values, which are days in ISO 8601 where ``DAYS`` says so.

        What is empty is missing. Raises CareersError where a template of a company is broken.
        """
        holes: list[str] = []
        context: dict[str, Any] = {}
        for name in self.placeholders(kind, language):
            text = _CONTROL.sub("", values.get(name, ""))
            text = text if name == _OWN_WORDS else _BREAK.sub(" ", text)
            said = self._words[language].day(text) if name in DAYS else text
            context[name] = said or _Hole(name, holes)
        try:
            made = self._jinja.from_string(self._source(kind, language)).render(context)
        except TemplateError as error:
            raise _broken(kind, language, error) from None
        found = _SUBJECT.match(made)
        if found is None:
            message = f"templates/mail/{kind}.{language}.txt.j2 begins with no `Subject:` line"
            raise CareersError(message, "begin it with `Subject: …` and an empty line")
        if missing := [name for name in dict.fromkeys(holes) if name not in optional]:
            return Unfilled(tuple(missing))
        subject = " ".join(found[1].replace(_END, "").replace(_HOLE, "").split())
        text = _without_holes(made[found.end() :])
        return Wording(language, subject, text, as_html(text, subject, language))

    def _source(self, kind: str, language: str) -> str:
        loader = self._jinja.loader
        name = f"{kind}.{language}.txt.j2"
        if loader is None or name not in self._names:
            message = f"templates/mail/{name} is missing"
            raise CareersError(message, "write it, or take the language out")
        return loader.get_source(self._jinja, name)[0]


def _broken(kind: str, language: str, error: TemplateError) -> CareersError:
    told = (error.message or "").replace(_END, "")
    message = f"templates/mail/{kind}.{language}.txt.j2 is broken: {told}"
    return CareersError(message, "mend it, or delete it to have ours")


def _language_of_words(name: str) -> str:
    found = re.fullmatch(r"words\.([A-Za-z-]+)\.toml", name)
    return found[1] if found else ""


def _with_ends(template: str) -> str:
    """The template with the end of each of its own sentences marked: a value's are not ends."""
    parts = _TAGS.split(template.replace("\r\n", "\n"))
    return "".join(
        part if number % 2 else _SENTENCE.sub(rf"\1{_END}", part)
        for number, part in enumerate(parts)
    )


def _without_holes(text: str) -> str:
    """The paragraphs without the sentences that lack their words."""
    paragraphs = []
    for paragraph in text.strip().split("\n\n"):
        sentences = [s for s in paragraph.split(_END) if _HOLE not in s]
        lines = "".join(sentences).strip().split("\n")
        if kept := "\n".join(re.sub(r" {2,}", " ", line).strip() for line in lines).strip():
            paragraphs.append(kept)
    return "\n\n".join(paragraphs) + "\n"
