"""XML out of the standard library's tree, which escapes; nothing is pasted together.

What XML 1.0 cannot hold (control characters, lone surrogates) is dropped on the way in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.dom.minidom import Document, Element

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_FORBIDDEN = re.compile("[^\t\n\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = re.compile(r"[\t\n]+")
_SECTION_END = "]]>"

_maker = Document()


def clean(text: str) -> str:
    """The text without the characters that XML 1.0 has no place for; line ends are LF."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def element(name: str, *content: Element | str | None, **attributes: str | None) -> Element:
    """An element. What is None is left out; ``_`` in an attribute's name stands for a colon."""
    made = _maker.createElement(name)
    for key, value in attributes.items():
        if value is not None:
            made.setAttribute(key.strip("_").replace("_", ":"), _SPACE.sub(" ", clean(value)))
    for part in content:
        if isinstance(part, str):
            made.appendChild(_maker.createTextNode(clean(part)))
        elif part is not None:
            made.appendChild(part)
    return made


def section(name: str, text: str) -> Element:
    """An element whose text is a CDATA section, as job boards want it; two where it holds `]]>`."""
    made = _maker.createElement(name)
    first, *rest = clean(text).split(_SECTION_END)
    parts = [first]
    for part in rest:
        parts[-1] += "]]"
        parts.append(">" + part)
    for part in parts:
        made.appendChild(_maker.createCDATASection(part))
    return made


def document(root: Element, children: Iterable[Element] = ()) -> bytes:
    """A document of a root and, after what it holds already, children that are made one by one."""
    before, after = ends(root)
    return before + b"".join(map(line, children)) + after


def ends(root: Element) -> tuple[bytes, bytes]:
    """What stands before and behind the children of a root, with what it holds already."""
    # The root is written around a mark, so that its children need not be kept together.
    mark = _maker.createProcessingInstruction("children", "")
    root.appendChild(mark)
    before, _, after = root.toxml().rpartition(mark.toxml())
    return f"{_HEAD}{before}\n".encode(), f"{after}\n".encode()


def line(child: Element) -> bytes:
    """An element by itself, on a line."""
    return f"{child.toxml()}\n".encode()
