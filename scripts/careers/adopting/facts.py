"""What a foreign file says of a job, in our fields: each value by one that certainly fits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from careers.posting.foreign.names import fields_for, plain, pointer
from careers.posting.foreign.translation import fits, is_anywhere, translation
from careers.posting.frontmatter import Employment, FrontMatter, Status, Workplace
from careers.posting.named_values import member
from careers.posting.written_days import day
from careers.posting.written_pay import pay

Pairs = Iterable[tuple[str, Any]]

_MAIL = re.compile(r"[^\s@:/<>]+@[^\s@:/<>]+\.[a-z]{2,}", re.IGNORECASE)
_JOBS = re.compile(
    r"https?://\S*(?:appl(?:y|ication)|career|job|position|vacanc|recruit|hiring|greenhouse\.io|lever\.co|"
    r"workable\.com|personio|smartrecruiters|forms\.gle|/forms/|typeform|bewerb|karriere|stellen|candidat|"
    r"postul|emploi|sollicit|vacature|vaga|lavor)\S*",
    re.IGNORECASE,
)
_APART = re.compile(r"\s*(?:[;/|]|\bor\b|\band\b|\boder\b|\bou\b|\bo\b)\s*")
_REMOTE = re.compile(r"\W*(?:(?:fully|100%)\s+)?(?:remote|anywhere|worldwide)\W*", re.IGNORECASE)
_ADDRESS = ("city", "region", "state", "country")
_KNOWN_BY_NAME = ("email", "mail")


def facts(pairs: Pairs) -> tuple[dict[str, Any], set[str]]:
    """Our fields with their values, and the names of what was used for them.

    Of several that say one field ours is taken, else the first that fits; of several states the
    one that keeps it from being published.
    """
    found: dict[str, Any] = {}
    used: set[str] = set()
    for name, value in sorted(pairs, key=lambda pair: pair[0] not in FrontMatter.model_fields):
        for field, read in _read(name, value):
            said = str(read) if isinstance(read, StrEnum) else read
            known = field in found and not (field == "status" and _less_open(said, found[field]))
            if not known and said not in (None, "", []) and fits(field, said):
                found[field] = said[0] if isinstance(said, list) and len(said) == 1 else said
                # Where one works is said of a place beside it: the whole stays to be read.
                used |= set() if field == "locations" and is_anywhere(value) else {name}
    return found, used


def nested(fields: Mapping[str, Any]) -> Pairs:
    """What stands deeper, where generators of sites keep fields of one's own."""
    for name in _OWN:
        if isinstance(inner := fields.get(name), dict):
            yield from inner.items()
            yield from nested(inner)


_OWN = ("params", "extra", "job", "position", "stelle", "poste", "vacature", "puesto", "vaga")
_OPEN_LAST = ("closed", "draft", "open")


def _less_open(said: Any, than: Any) -> bool:
    order = {state: number for number, state in enumerate(_OPEN_LAST)}
    return order.get(said, len(order)) < order.get(than, 0)


def closed_by(found: dict[str, Any], today: date) -> bool:
    """Whether the last day to apply is over."""
    return str(found.get("closes") or "9999") < today.isoformat()


def _read(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """The fields that one of another house may say, the surest first."""
    if plain(name) in FrontMatter.model_fields and fits(plain(name), value):
        yield plain(name), value
        return
    if made := translation(name, value):
        yield made.field, value if made.value is None else made.value
        return
    if isinstance(value, dict) and "locations" in fields_for(name):
        parts = (value.get(part) for part in _ADDRESS)
        value = ", ".join(part for part in parts if isinstance(part, str))
    if plain(name) == "contact":
        yield "apply", _mail(value)
    fields = [pointer(name, value), *fields_for(name)]
    fields += [plain(name)] if plain(name) in FrontMatter.model_fields else []
    for field in dict.fromkeys(filter(None, fields)):
        for known, read in _READERS.items():
            if known == field and isinstance(value, str | list):
                texts = value if isinstance(value, list) else [value]
                said = [" ".join(str(text).split()) for text in texts]
                # What is paid for a year may be said by the name: `Annual salary`, `RAL`.
                named = [f"{text} {name}" for text in said] if known == "salary" else []
                yield from read([*said, *named])


def _mail(value: Any) -> str | None:
    """The mailbox of whom one is to write to."""
    if isinstance(value, dict):
        value = next((value[key] for key in _KNOWN_BY_NAME if value.get(key)), None)
    return value if isinstance(value, str) and _MAIL.fullmatch(value.strip()) else None


def _places(texts: list[str]) -> Iterator[tuple[str, Any]]:
    parts = [part for text in texts for part in _APART.split(text.strip(" .*_"))]
    named = [part for part in parts if any(map(str.isalnum, part))]
    kept = [part for part in named if not is_anywhere(part)]
    # `Remote (Pacific / Central)` names no place of work; `Berlin or remote` does.
    if kept and kept[0] == named[0]:
        yield "locations", kept if len(kept) > 1 else kept[0]
    elif named and all(map(_REMOTE.fullmatch, named)):
        yield "workplace", "remote"


def _pay(texts: list[str]) -> Iterator[tuple[str, Any]]:
    for text in texts:
        if (said := pay(text)) and said.complete:
            top = {"max": said.high} if said.high else {}
            yield (
                "salary",
                {"min": said.low, **top, "currency": said.currency, "per": str(said.per)},
            )


def _apply(texts: list[str]) -> Iterator[tuple[str, Any]]:
    for text in texts:
        if _JOBS.fullmatch(text) or _MAIL.fullmatch(text.removeprefix("mailto:").partition("?")[0]):
            yield "apply", text


def _named(field: str, allowed: Iterable[str]) -> Callable[[list[str]], Iterator[tuple[str, Any]]]:
    known = list(allowed)

    def read(texts: list[str]) -> Iterator[tuple[str, Any]]:
        said = [
            member(part, known) for text in texts for part in [text, *re.split("[,;/()]", text)]
        ]
        yield field, next(filter(None, said), None)

    return read


def _day(field: str) -> Callable[[list[str]], Iterator[tuple[str, Any]]]:
    return lambda texts: ((field, day(text)) for text in texts)


def _text(field: str) -> Callable[[list[str]], Iterator[tuple[str, Any]]]:
    return lambda texts: ((field, text) for text in texts[:1])


_READERS: dict[str, Callable[[list[str]], Iterator[tuple[str, Any]]]] = {
    "title": _text("title"),
    "status": _named("status", Status),
    "team": _text("team"),
    "locations": _places,
    "salary": _pay,
    "apply": _apply,
    "posted": _day("posted"),
    "closes": _day("closes"),
    "employment": _named("employment", Employment),
    "workplace": _named("workplace", Workplace),
}
