"""Fills a letter's template: no hole is left, and a sentence without its words is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from jinja2 import DictLoader, Environment, TemplateError, TemplateSyntaxError, UndefinedError, meta

from careers.letters.support.broken import BrokenFileError, line_of
from careers.letters.support.html import as_html
from careers.letters.support.placeholders import DAYS, OPTIONAL
from careers.letters.support.sentences import END, HOLE, with_ends, without_holes
from careers.letters.support.words import LetterWords, read_words

SOURCE = "en"
"""The language of a letter where its own has no templates."""
_SUBJECT = re.compile(r"Subject: (.*)\n\n", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_BREAK = re.compile(r"\s*[\n\u2028\u2029]\s*")
_A_DAY = "2026-12-02"
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
        return HOLE

    def __bool__(self) -> bool:
        return False


@lru_cache(maxsize=4)
def _environment(templates: frozenset[tuple[str, str]]) -> Environment:
    # Plain text knows no markup; the HTML is made from what was filled in.
    return Environment(  # noqa: S701 - plain text, escaped where HTML is made of it
        loader=DictLoader(dict(templates)), trim_blocks=False, keep_trailing_newline=True
    )


class Letters:
    """The files of ``templates/mail`` by their names: ``received.en.txt.j2``.

    One that is broken, or could not be read, ails the letters that need it and no others.
    """

    def __init__(self, files: Mapping[str, str | BrokenFileError]) -> None:
        self._words = {
            language: _words_or_why(language, text, name)
            for name, text in files.items()
            if (language := _language_of_words(name))
        }
        templates = {name: text for name, text in files.items() if name.endswith(".j2")}
        read = {n: with_ends(t) for n, t in templates.items() if isinstance(t, str)}
        self._unread = {n: t for n, t in templates.items() if not isinstance(t, str)}
        self._jinja = _environment(frozenset(read.items()))
        self._names = frozenset(templates)

    def language(self, wanted: str, kind: str) -> str:
        """The language in which a letter is written to who reads ``wanted`` (BCP 47)."""
        short = wanted.partition("-")[0].lower()
        for language in (wanted, short):
            if f"{kind}.{language}.txt.j2" in self._names and language in self._words:
                return language
        return SOURCE

    def words(self, language: str) -> LetterWords:
        """The words of one of the languages that ``language`` gives. Raises as ``fill`` does."""
        found = self._words[language]
        if isinstance(found, BrokenFileError):
            raise found
        return found

    def placeholders(self, kind: str, language: str) -> frozenset[str]:
        """What a template is filled with. Raises as ``fill`` does."""
        source = self._source(kind, language)
        try:
            return frozenset(meta.find_undeclared_variables(self._jinja.parse(source)))
        except TemplateError as error:
            raise _broken(kind, language, error) from None

    def broken(self, kinds: Iterable[str]) -> list[BrokenFileError]:
        """What is wrong with the files of these letters, each tried with a day in every place."""
        found = {x.file: x for x in self._words.values() if isinstance(x, BrokenFileError)}
        for name in sorted(self._names):
            kind, language, *_ = name.split(".")
            if kind not in kinds or isinstance(self._words.get(language), BrokenFileError | None):
                continue
            try:
                self.fill(kind, language, dict.fromkeys(self.placeholders(kind, language), _A_DAY))
            except BrokenFileError as error:
                found[error.file] = error
        return list(found.values())

    def fill(
        self,
        kind: str,
        language: str,
        values: Mapping[str, str],
        optional: frozenset[str] = OPTIONAL,
    ) -> Wording | Unfilled:
        """The letter with these values, which are days in ISO 8601 where ``DAYS`` says so.

        What is empty is missing. Raises BrokenFileError where a file of a company is broken.
        """
        holes: list[str] = []
        context: dict[str, Any] = {}
        for name in self.placeholders(kind, language):
            text = _CONTROL.sub("", values.get(name, ""))
            text = text if name == _OWN_WORDS else _BREAK.sub(" ", text)
            said = self.words(language).day(text) if name in DAYS else text
            context[name] = said or _Hole(name, holes)
        try:
            made = self._jinja.from_string(self._source(kind, language)).render(context)
        except Exception as error:  # noqa: BLE001 - what a template calls may fail in any way
            raise _broken(kind, language, error) from None
        found = _SUBJECT.match(made)
        if found is None:
            told, cure = (
                "begins with no `Subject:` line",
                "begin it with `Subject: …` and an empty line",
            )
            raise BrokenFileError(f"{kind}.{language}.txt.j2", told, cure)
        if missing := [name for name in dict.fromkeys(holes) if name not in optional]:
            return Unfilled(tuple(missing))
        subject = " ".join(found[1].replace(END, "").replace(HOLE, "").split())
        text = without_holes(made[found.end() :])
        return Wording(language, subject, text, as_html(text, subject, language))

    def _source(self, kind: str, language: str) -> str:
        loader = self._jinja.loader
        name = f"{kind}.{language}.txt.j2"
        if name in self._unread:
            raise self._unread[name]
        if loader is None or name not in self._names:
            raise BrokenFileError(name, "is missing", "write it, or take the language out")
        return loader.get_source(self._jinja, name)[0]


def _broken(kind: str, language: str, error: Exception) -> BrokenFileError:
    """Only of its own text: what failed on a value may hold the value."""
    of_text = isinstance(error, TemplateSyntaxError | UndefinedError) and error.message
    told = str(of_text or type(error).__name__).rstrip(".")
    if repr(END) in told:  # the end of a sentence, within a tag that goes on
        told = "a tag is not closed"
    line = error.lineno if isinstance(error, TemplateSyntaxError) else line_of(error)
    name = f"{kind}.{language}.txt.j2"
    return BrokenFileError(name, f"is broken: {told}", "mend it, or delete it to have ours", line)


def _words_or_why(
    language: str, text: str | BrokenFileError, name: str
) -> LetterWords | BrokenFileError:
    try:
        return read_words(language, text, name) if isinstance(text, str) else text
    except BrokenFileError as error:
        return error


def _language_of_words(name: str) -> str:
    found = re.fullmatch(r"words\.([A-Za-z-]+)\.toml", name)
    return found[1] if found else ""
