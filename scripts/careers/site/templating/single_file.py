"""A page as one file that opens from disk: its style, its images and its addresses within it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from hashlib import sha256
from html import escape
from html.parser import HTMLParser
from posixpath import dirname, join, normpath, splitext
from urllib.parse import unquote, urljoin, urlsplit

_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
_POLICY = "default-src 'none'; img-src data: https:; base-uri 'none'; form-action 'none'; style-src"


def single(path: str, address: str, read: Callable[[str], bytes | None]) -> str:
    """The page at ``path`` of a site by itself; ``address`` is where it will be published.

    ``read`` gives a file of the site by its path. Scripts are left out; what one reads needs none.
    Raises KeyError where the site has no such page.
    """
    page = read(path)
    if page is None:
        raise KeyError(path)
    rewriter = _Rewriter(path, address, read)
    rewriter.feed(page.decode())
    rewriter.close()
    return "".join(rewriter.parts)


class _Rewriter(HTMLParser):
    """Copies a page as it stands, but for what leads to other files."""

    def __init__(self, path: str, address: str, read: Callable[[str], bytes | None]) -> None:
        super().__init__(convert_charrefs=False)
        self.path, self.address, self.read = path, address, read
        self.parts: list[str] = []
        self._skipping = False

    def _file(self, target: str) -> bytes | None:
        if urlsplit(target).scheme or target.startswith(("//", "#")):
            return None
        name = unquote(target.partition("?")[0])
        return self.read(normpath(join(dirname(self.path), name)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Inline a style and images, make addresses whole, leave scripts out."""
        found = {name: value or "" for name, value in attrs}
        if tag == "script" and found.get("type") != "application/ld+json":
            self._skipping = True
        elif tag == "link" and found.get("rel") == "stylesheet":
            style = (self._file(found["href"]) or b"").decode()
            self.parts.append(f"<style>{style}</style>")
        elif tag == "meta" and found.get("http-equiv", "").lower() == "content-security-policy":
            self._tag(tag, {**found, "content": f"{_POLICY} {self._hash()}"})
        elif {"src", "srcset", "href"} & set(found):
            self._tag(tag, {name: self._led(tag, name, value) for name, value in found.items()})
        else:
            self.parts.append(self.get_starttag_text() or "")

    def _hash(self) -> str:
        """The hash of the style, which comes later in the page than the policy."""
        finder = _Styles()
        finder.feed((self.read(self.path) or b"").decode())
        styles = [self._file(target) or b"" for target in finder.found]
        made = (b64encode(sha256(style).digest()).decode() for style in styles)
        return " ".join(f"'sha256-{digest}'" for digest in made) or "'none'"

    def _tag(self, tag: str, attributes: Mapping[str, str]) -> None:
        written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
        self.parts.append(f"<{tag}{written}>")

    def _led(self, tag: str, name: str, value: str) -> str:
        kind = _TYPES.get(splitext(value.partition("?")[0])[1].lower(), "")
        shown = name in ("src", "srcset") or (tag == "link" and kind)
        if shown and (data := self._file(value)) is not None:
            return f"data:{kind};base64,{b64encode(data).decode()}"
        if name == "href" and tag in ("a", "link"):
            return value if value.startswith(("#", "data:")) else urljoin(self.address, value)
        return value

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag: str) -> None:
        """Copy it; a script that was left out ends."""
        if not self._skipping:
            self.parts.append(f"</{tag}>")
        self._skipping = self._skipping and tag != "script"

    def handle_data(self, data: str) -> None:
        """Copy text, but for that of scripts."""
        self.parts += [] if self._skipping else [data]

    def handle_entityref(self, name: str) -> None:
        """Copy it."""
        self.parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Copy it."""
        self.parts.append(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        """Copy the doctype."""
        self.parts.append(f"<!{decl}>")


class _Styles(HTMLParser):
    """Finds the style sheets of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a style sheet is."""
        values = dict(attrs)
        if tag == "link" and values.get("rel") == "stylesheet":
            self.found.append(values.get("href") or "")
