"""Fields of other houses: what Jekyll, Hugo, Pelican and job boards write, and what it is here.

It is loaded where a front matter holds a field that is not ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from pydantic import ValidationError

from careers.language.phrases import fold
from careers.language.vocabulary import vocabularies
from careers.posting.frontmatter import Employment, FrontMatter, Status, Workplace
from careers.posting.named_values import member
from careers.posting.written_days import day

# What has a use elsewhere, and none here.
_UNUSED = frozenset(
    """
    layout template tag tags category categories keyword keywords image images header_image hero
    cover thumbnail banner author authors summary description excerpt subtitle linktitle weight
    order toc comments menu menus nav_order nav_exclude parent has_children sitemap featured
    popup share sharing series seo robots lastmod modified updated last_modified_at
    date_modified slug permalink save_as sidebar classes css js javascript math mathjax mermaid
    outputs resources cascade extra taxonomies params build headless markup iscjklanguage
    translationkey translation_key related related_posts pin pinned archive hidden company
    contact body_class page_class icon color colour header footer redirect_to rating
    views duration start starts start_date hours grade level seniority eintritt kontakt dauer beginn
    horaire horaires horario horarios horário equity institution
    durée début duur duración inicio duração início durata inizio
    """.split()  # noqa: SIM905 - a list of eighty would be as many lines
)
_ADDRESS = frozenset({"slug", "permalink", "save_as"})
_YES, _NO = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})
_SWITCHES = {
    "draft": ("draft", "open"),
    "open": ("open", "closed"),
    "active": ("open", "closed"),
    "activa": ("open", "closed"),
    "activo": ("open", "closed"),
    "actief": ("open", "closed"),
    "aktiv": ("open", "closed"),
    "attiva": ("open", "closed"),
    "attivo": ("open", "closed"),
    "ativa": ("open", "closed"),
    "ativo": ("open", "closed"),
    "is_open": ("open", "closed"),
    "published": ("open", "draft"),
    "closed": ("closed", "open"),
}
"""Names of ``status`` that are true or false, and what each then says."""
_ANYWHERE = re.compile(r"remote|anywhere|worldwide|home", re.IGNORECASE)


class Translation(NamedTuple):
    """A field of ours that one of another house certainly stands for.

    ``value`` is what to write there; None where what was written fits as it is.
    """

    field: str
    value: str | None = None


def plain(name: str) -> str:
    """A field's name in small letters, its words joined by ``_``, however it was written."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.strip())
    return re.sub(r"[-\s]+", "_", words).lower()


def is_unused(name: str) -> bool:
    """Whether a field is known to mean nothing here."""
    return _known(name, _UNUSED) is not None


def _known(name: str, names: Iterable[str]) -> str | None:
    joined = plain(name)
    return next((known for known in (joined, joined.replace("_", "")) if known in names), None)


def is_address(name: str) -> bool:
    """Whether a field says where a page is, which the file's name does here."""
    return plain(name) in _ADDRESS


def fields_for(name: str) -> list[str]:
    """The fields of ours that one of another house may stand for; none where it is not known."""
    pointers = _pointers()
    return pointers.get(_known(fold(plain(name)), pointers) or "", [])


@cache
def _pointers() -> dict[str, list[str]]:
    """What others call our fields, in any of the languages that are known."""
    found: dict[str, list[str]] = {}
    for words in vocabularies():
        for field, names in words.fields.items():
            for name in map(fold, names):
                if field not in found.setdefault(name, []):
                    found[name].append(field)
    return found


def pointer(name: str, value: Any) -> str | None:
    """The field of ours that fits best."""
    named = fields_for(name)
    switch = _SWITCHES.get(plain(name)) and str(value).lower() in _YES | _NO
    found = [field for field in named if (field == "status") == bool(switch)]
    return next(iter([*found, *named]), None)


def translation(name: str, value: Any) -> Translation | None:
    """What a field certainly says here: type and value fit too. None in doubt."""
    field = pointer(name, value)
    certain = _CERTAIN.get(field or "")
    written = certain(plain(name), value) if certain else None
    if field is None or written is None or not fits(field, written):
        return None
    return Translation(field, None if written == value else str(written))


def translations(raw: Mapping[str, Any]) -> dict[str, Translation]:
    """What the fields of a front matter certainly say, by their names: no two the same."""
    found = {name: made for name, value in raw.items() if (made := translation(name, value))}
    fields = [made.field for made in found.values()]
    return {
        name: made
        for name, made in found.items()
        if made.field not in raw and fields.count(made.field) == 1
    }


def fits(field: str, value: Any) -> bool:
    """Whether a field of ours takes a value."""
    try:
        FrontMatter.model_validate({field: value})
    except ValidationError:
        return False
    return True


def _status(name: str, value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    if name not in _SWITCHES:
        return member(value, Status)
    yes, no = _SWITCHES[name]
    return yes if value.lower() in _YES else no if value.lower() in _NO else None


def _day(_name: str, value: Any) -> str | None:
    return day(value.strip()) if isinstance(value, str) else None


def is_anywhere(value: Any) -> bool:
    """Whether a value says how one works, where places are asked for."""
    texts = value if isinstance(value, list) else [value]
    return any(isinstance(text, str) and _ANYWHERE.search(text) for text in texts)


def places(value: Any) -> list[str]:
    """The entries of a list that say where, beside one that says how; quoted for YAML."""
    texts = value if isinstance(value, list) else []
    return [f'"{text}"' for text in texts if isinstance(text, str) and not _ANYWHERE.search(text)]


def _place(_name: str, value: Any) -> Any:
    texts = value if isinstance(value, list) else [value]
    sure = all(isinstance(text, str) for text in texts) and not is_anywhere(value)
    return value if sure and texts else None


def _employment(_name: str, value: Any) -> str | None:
    return member(value, Employment) if isinstance(value, str) else None


def _workplace(name: str, value: Any) -> str | None:
    if name == "remote" and str(value).lower() in _YES:
        return "remote"
    return member(value, Workplace) if isinstance(value, str) else None


def _apply(name: str, value: Any) -> str | None:
    # `url` and `link` are as often the company's page, or this one's.
    return value if "appl" in name and isinstance(value, str) else None


def _same(_name: str, value: Any) -> Any:
    return value


def _text(_name: str, value: Any) -> str | None:
    return value if isinstance(value, str) else None


_CERTAIN: dict[str, Callable[[str, Any], Any]] = {
    "title": _text,
    "team": _text,
    "status": _status,
    "posted": _day,
    "closes": _day,
    "locations": _place,
    "employment": _employment,
    "workplace": _workplace,
    "apply": _apply,
    "language": _same,
    "aliases": _same,
}
