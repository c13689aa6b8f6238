"""What an HTML mail says, as text: paragraphs apart, links with their addresses, quotes marked."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_APART = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "ul", "ol", "pre"}
_BREAKS = _APART | {"br", "div", "li", "tr", "hr", "section", "article", "header", "footer", "dd"}
_HIDDEN = {"script", "style", "title", "template"}
_SHOWN = _BREAKS | {"body", "span", "a", "b", "i", "font", "center", "strong", "em"}
_IN, _OUT = "\x0e", "\x0f"  # a quotation begins and ends


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._hidden = 0
        self._kept = 0
        self._link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SHOWN:
            self._hidden = 0  # a title that never ends hides no letter
        if tag in _HIDDEN:
            self._hidden += 1
        if tag in _BREAKS:
            self.said.append("\n\n" if tag in _APART else "\n")
        if tag == "li":
            self.said.append("- ")
        if tag in ("td", "th"):
            self.said.append(" ")
        if tag == "blockquote":
            self.said.append(_IN)
        if tag == "pre":
            self._kept += 1
        if tag == "a":
            self._link = next((value or "" for name, value in attrs if name == "href"), "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        if tag == "blockquote":
            self.said.append(_OUT)
        if tag == "pre":
            self._kept = max(0, self._kept - 1)
        if tag in _APART:
            self.said.append("\n\n")
        elif tag in ("div", "tr"):
            self.said.append("\n")
        if tag == "a" and self._link.startswith(("http://", "https://")):
            if self._link not in "".join(self.said[-3:]):
                self.said.append(f" <{self._link}>")
            self._link = ""

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        data = data.replace(_IN, "").replace(_OUT, "")
        self.said.append(data if self._kept else re.sub(r"[\s\xa0]+", " ", data))


def text_of(html: str) -> str:
    """The text, a line for what stands on a line of its own."""
    reader = _Text()
    try:
        reader.feed(html)
        reader.close()
    except AssertionError:  # a declaration that is none
        reader.said.append(re.sub(r"<[^<>]*>", " ", html))
    lines, depth = [], 0
    for line in "".join(reader.said).split("\n"):
        words = " ".join(line.replace(_IN, "").replace(_OUT, "").split(" ")).strip()
        depth = min(depth + line.count(_IN), 20)
        mark = "> " * depth if words else ">" * min(depth, 1)
        lines.append(f"{mark}{words}")
        depth = max(0, depth - line.count(_OUT))
    return re.sub(r"\n(?:>?\n){2,}", "\n\n", "\n".join(lines)).strip()
