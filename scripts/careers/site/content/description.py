"""A rendered text for those who read less than a page shows; all of it has passed the sanitiser."""

from __future__ import annotations

import re

import nh3
from markupsafe import Markup

# What search engines read of a description.
_PLAIN_TAGS = frozenset({"p", "ul", "li", "br"})
_RENAMED = re.compile(r"<(/?)(?:ol|(h[2-6]|pre|tr|dt|dd|summary))(?: [^>]*)?>")
_CELL = re.compile(r"</t[dh]>")
# Around paragraphs a table would put them elsewhere.
_TABLE = re.compile(r"</?(?:table|thead|tbody|tfoot|t[dh])\b[^>]*>\n?")
_BLANK = re.compile(r"\n\s*\n+")
# Without its tags a footnote's number would be one of the text's.
_MENTION = re.compile(r'<sup class="footnote-ref"><a [^>]*>(\d+)</a></sup>')
_NOTE = re.compile(r'<li id="Note-(\d+)">(\s*<p>)?')
_WAY_BACK = re.compile(r' ?<a (?=[^>]* class="footnote-backref")[^>]*>[^<]*</a>')


def description(html: str) -> str:
    """A rendered text in the few tags that readers of job postings know: p, ul, li, br."""
    noted = _MENTION.sub(r" [\1]", _NOTE.sub(r"<li>\2[\1] ", _WAY_BACK.sub("", html)))
    rows = _TABLE.sub("", _CELL.sub(" ", noted))
    plain = nh3.clean(_RENAMED.sub(_renamed, rows), tags=set(_PLAIN_TAGS), attributes={})
    return _BLANK.sub("\n", plain).strip()


def _renamed(tag: re.Match[str]) -> str:
    end, paragraph = tag.groups()
    return f"<{end}p>" if paragraph else f"<{end}ul>"


def without_mentions(html: Markup) -> Markup:
    """A part of a text as it stands elsewhere: it mentions no footnotes."""
    return Markup(_MENTION.sub("", html))  # noqa: S704 - sanitised
