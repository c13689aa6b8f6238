"""Lists that a page draws as what they are: benefits as cards, colleagues with their faces.

A list is one by its heading, and only where each of its items begins in bold: what is written as
text stays text. It works on what the sanitiser wrote, whose tags nest as they must.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from markupsafe import Markup, escape

_SECTION = re.compile(r"(?=<h[2-6][ >])")
_HEADING = re.compile(r"<h[2-6][^>]*>(.*?)</h[2-6]>", re.DOTALL)
_LIST = re.compile(r"<ul>\n(?:<li>(?:(?!</?(?:ul|ol|li)\b).)*</li>\n)+</ul>", re.DOTALL)
_ITEM = re.compile(
    r"<li>\s*(?P<paragraph><p>)?(?P<face>(?:<picture>.*?</picture>|<img [^>]*>)\s*)?"
    r"<strong>(?P<name>[^<]{1,80})</strong>(?P<rest>.*?)(?(paragraph)</p>\s*)</li>",
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]+>")
_BENEFITS = re.compile(
    r"\b(?:benefits?|perks|what (?:we|you(?:'ll| will)? get)(?: offer)?|we offer"
    r"|wir bieten|was wir bieten|das bieten wir|vorteile)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:work(?:ing)? with|the people|your (?:team|colleagues)|meet (?:the|your) team"
    r"|mit wem|(?:ihr|dein|das) team|ihre kolleg\w+)\b",
    re.IGNORECASE,
)
_INITIALS = 2


def with_slots(html: str) -> Markup:
    """The text with the first such list below each heading drawn. It has passed the sanitiser."""
    return Markup("".join(map(_drawn, _SECTION.split(html))))  # noqa: S704 - sanitised


def _drawn(section: str) -> str:
    heading = _HEADING.match(section)
    title = _plain(heading[1]) if heading else ""
    if _BENEFITS.search(title):
        return _LIST.sub(lambda found: _list(found[0], "perks", _benefit), section, count=1)
    if _PEOPLE.search(title):
        return _LIST.sub(lambda found: _list(found[0], "people", _person), section, count=1)
    return section


def _list(html: str, name: str, draw: Callable[[re.Match[str]], str]) -> str:
    """A list whose items all begin in bold; any other as it is."""
    items = list(_ITEM.finditer(html))
    if len(items) < html.count("<li>"):
        return html
    return f'<ul class="{name}">\n' + "".join(f"<li>{draw(i)}</li>\n" for i in items) + "</ul>"


def _benefit(item: re.Match[str]) -> str:
    return f"<strong>{_name(item)}</strong> {_rest(item)}"


def _person(item: re.Match[str]) -> str:
    words = _plain(item["name"]).split()
    initials = "".join(word[0] for word in [*words[:1], *words[1:][-1:]])[:_INITIALS]
    face = item["face"] or f'<span aria-hidden="true">{escape(initials)}</span>'
    said = f"<span><strong>{_name(item)}</strong> {_rest(item)}</span>"
    return f'<span class="face">{face}</span>{said}'


def _name(item: re.Match[str]) -> str:
    return item["name"].rstrip(" :.")


def _rest(item: re.Match[str]) -> str:
    """What follows upon the bold words, without the sign between."""
    return item["rest"].lstrip(" :.,\u2013\u2014-").strip()


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", html)).strip()
