"""The stylesheet of every page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careers.site.brand.stylesheet import tokens
from careers.site.templating.publication import Publication

NAME = "style.css"
OWNS = (NAME,)

# A string stays as it is; what stands between rules, names and values may be shorter.
_PART = re.compile(
    r"""(?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
    r"|(?P<comment>\s*/\*.*?\*/\s*)|[\s;]*(?P<end>\})\s*|\s*(?P<mark>[{;,])\s*"
    r"|(?P<colon>:)\s+|\s+",
    re.DOTALL,
)


def pages(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """``style.css``: the company's tokens, and behind them the template."""
    site = publication.site
    yield NAME, shorter(tokens(site.settings) + site.templates[NAME]).encode()


def shorter(css: str) -> str:
    """The same rules without comments and without blanks that say nothing: a tenth less to send."""
    return _PART.sub(_kept, css).lstrip()


def _kept(part: re.Match[str]) -> str:
    if part["end"]:
        return "}\n"
    return part["string"] or part["mark"] or part["colon"] or " "
