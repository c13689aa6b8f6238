"""The words of the pages in the language of their readers, and what CLDR knows about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from gettext import c2py

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency

SOURCE = "en"
"""The language in which the templates are written: it needs no catalogue."""

Messages = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class Words:
    """The words of one language. What its catalogue lacks is English.

    ``language`` is a BCP 47 tag, ``plurals`` the expression that tells gettext the form that
    goes with a number ``n``.
    """

    language: str
    locale: Locale
    messages: Messages
    plurals: str = "n != 1"

    def __call__(self, message: str) -> str:
        """The message in this language."""
        return self.messages.get(message, (message,))[0] or message

    def many(self, singular: str, plural: str, number: int) -> str:
        """The form of the message that goes with a number."""
        forms = self.messages.get(singular)
        if not forms or not all(forms):
            return singular if number == 1 else plural
        return forms[min(_plural(self.plurals)(number), len(forms) - 1)]

    @cached_property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return str(self.locale.text_direction)

    def day(self, value: date) -> str:
        """A day with its month in words."""
        return _day(value, self.locale)

    def brief_day(self, value: date) -> str:
        """A day of the year as short as can be: ``Nov 24``."""
        return _brief_day(value, self.locale)

    def country(self, name: str) -> str:
        """A country's code in words; anything else as it is."""
        return str(self._countries.get(name, name))

    @cached_property
    def _countries(self) -> Mapping[str, str]:
        return dict(self.locale.territories)

    def language_name(self, tag: str) -> str:
        """A language by its tag, in that language itself where it is known."""
        return _language_name(tag)

    def money(self, amount: Decimal, currency: str) -> str:
        """A sum; its minor unit only where there is any of it."""
        return _money(amount, currency, self.locale)


_plural: Callable[[str], Callable[[int], int]] = cache(c2py)


@lru_cache(maxsize=4096)
def _day(value: date, locale: Locale) -> str:
    return str(format_date(value, "long", locale=locale))


@lru_cache(maxsize=4096)
def _brief_day(value: date, locale: Locale) -> str:
    return str(format_skeleton("MMMd", value, locale=locale))


@lru_cache(maxsize=4096)
def _money(amount: Decimal, currency: str, locale: Locale) -> str:
    pattern = locale.currency_formats["standard"].pattern
    if amount == amount.to_integral_value():
        pattern = pattern.replace(".00", "")
    shown = format_currency(amount, currency, pattern, locale=locale, currency_digits=False)
    # A code before a number stands apart from it, as CLDR has it for letters.
    return str(
        shown.replace(currency, f"{currency}\u00a0") if shown.startswith(currency) else shown
    )


@cache
def _language_name(tag: str) -> str:
    found = _locale(tag)
    name = str(found.get_display_name() or tag) if found else tag
    # It stands by itself: French writes its own name small in a sentence only.
    return f"{name[:1].upper()}{name[1:]}"


def direction(tag: str) -> str:
    """How a language is written: ``ltr`` or ``rtl``."""
    found = _locale(tag)
    return str(found.text_direction) if found else "ltr"


@cache
def _locale(tag: str) -> Locale | None:
    try:
        return Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return None


ENGLISH = Words(SOURCE, Locale(SOURCE), {})


def words(catalogues: Mapping[str, str], language: str) -> Words | None:
    """The words of a language; None where there is no catalogue for it.

    ``catalogues`` maps file names (``de.po``) to texts; ``de-AT`` is looked up as ``de`` too.
    Raises CareersError that names a catalogue that cannot be read.
    """
    locale = _locale(language)
    base = language.partition("-")[0].lower()
    for name in (language, base):
        if locale and name == SOURCE:
            return _english(language, locale)
        if locale and f"{name}.po" in catalogues:
            return _read(f"{name}.po", catalogues[f"{name}.po"], language)
    return None


def languages(catalogues: Iterable[str]) -> frozenset[str]:
    """The languages that pages can be written in, without their territory: ``de``, ``en``.

    ``catalogues`` are names of files.
    """
    names = (name.removesuffix(".po") for name in catalogues if name.endswith(".po"))
    return frozenset({SOURCE, *(name.partition("-")[0].lower() for name in names)})


@cache
def _english(language: str, locale: Locale) -> Words:
    return Words(language, locale, {})


@lru_cache(maxsize=64)
def _read(name: str, text: str, language: str) -> Words:
    from careers.site.i18n.catalogue import read_catalogue  # noqa: PLC0415 - English needs none

    messages, plurals = read_catalogue(name, text)
    found = _locale(language)
    return Words(language, found or ENGLISH.locale, messages, plurals)
