"""What other houses call our fields: Jekyll, Hugo, Pelican, job boards, in any language.

It is loaded where a front matter holds a field that is not ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from careers.language.phrases import fold
from careers.language.vocabulary import vocabularies

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
YES, NO = frozenset({"true", "yes", "on"}), frozenset({"false", "no", "off"})
SWITCHES = {
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
    switch = SWITCHES.get(plain(name)) and str(value).lower() in YES | NO
    found = [field for field in named if (field == "status") == bool(switch)]
    return next(iter([*found, *named]), None)
