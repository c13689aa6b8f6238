"""The page that shows pictures of pages side by side; it opens from disk, and asks for nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

WIDTHS = {"phone": 360, "desktop": 1280}
"""Pixels that a page is wide on each."""
SIDES = ("before", "after")
FOLDER = "pictures"

_STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 110rem; padding: 1rem; }
.pictures { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }
figure { margin: 0; } figcaption { font-size: .9rem; }
img { border: 1px solid #8888; max-height: 60rem; max-width: 100%; object-fit: cover;
  object-position: top; }
figure.phone img { width: 18rem; }
figure.desktop { flex: 1 1 30rem; max-width: 52rem; }
figure.desktop img { width: 100%; }
"""


class Pictured(NamedTuple):
    """A page: its title, its address on the site, and its pictures by device and side."""

    title: str
    address: str
    files: dict[tuple[str, str], str]


def page(pages: Sequence[Pictured], number: int) -> str:
    """The page, for pull request ``number``; titles are strangers' and shown as text."""
    contents = "".join(
        f'<li><a href="#page-{n}">{escape(each.title)}</a></li>\n' for n, each in enumerate(pages)
    )
    sections = "".join(_section(n, each) for n, each in enumerate(pages))
    return f"""<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
<title>Pull request {number}: pages before and after</title>
<style>{_STYLE}</style>
<h1>Pull request {number}: pages before and after</h1>
<p>Each page {WIDTHS["phone"]} and {WIDTHS["desktop"]} pixels wide, its top; a click shows more.
To go through the site as it will be, serve the folder <code>preview</code> beside this file:
<code>python -m http.server --directory preview</code></p>
<ul>
{contents}</ul>
{sections}</html>
"""


def _section(number: int, pictured: Pictured) -> str:
    rows = "".join(_row(pictured, device) for device in WIDTHS)
    head = f"{escape(pictured.title)} <small>/{escape(pictured.address)}</small>"
    return f'<section id="page-{number}">\n<h2>{head}</h2>\n{rows}</section>\n'


def _row(pictured: Pictured, device: str) -> str:
    figures = "".join(_figures(pictured, device))
    return f'<div class="pictures {device}">\n{figures}</div>\n' if figures else ""


def _figures(pictured: Pictured, device: str) -> Iterable[str]:
    for side in SIDES:
        if name := pictured.files.get((device, side)):
            source = f"{FOLDER}/{escape(name)}"
            said = f"{side.capitalize()}, {device}"
            alt = f"{escape(pictured.title)}: {said.lower()}"
            yield (
                f'<figure class="{device}"><figcaption>{said}</figcaption>'
                f'<a href="{source}"><img src="{source}" alt="{alt}" loading="lazy"></a></figure>\n'
            )
