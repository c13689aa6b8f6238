"""What an HTML mail says, as text: paragraphs apart, links with their addresses."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BREAKS = {"br", "div", "p", "li", "tr", "h1", "h2", "h3", "h4", "blockquote", "table", "ul", "ol"}
_APART = {"p", "h1", "h2", "h3", "h4", "blockquote", "table", "ul", "ol"}
_HIDDEN = {"script", "style", "head", "title", "template", "noscript"}


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._hidden = 0
        self._link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        if tag in _BREAKS:
            self.said.append("\n\n" if tag in _APART else "\n")
        if tag == "li":
            self.said.append("- ")
        if tag == "a":
            self._link = next((value or "" for name, value in attrs if name == "href"), "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        if tag in _APART:
            self.said.append("\n\n")
        if tag == "a" and self._link.startswith(("http://", "https://")):
            if self._link not in "".join(self.said[-3:]):
                self.said.append(f" <{self._link}>")
            self._link = ""

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.said.append(re.sub(r"[\s\xa0]+", " ", data))


def text_of(html: str) -> str:
    """The text, a line for what stands on a line of its own."""
    reader = _Text()
    reader.feed(html)
    reader.close()
    lines = (line.strip() for line in "".join(reader.said).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
