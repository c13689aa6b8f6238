"""Builds sites as the command does, and reads their pages with a parser that is not ours."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from careers.cli import run

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
URL = "https://jobs.example.com/careers/"
PLAIN = f'[site]\nurl = "{URL}"\nsocial_images = false\nsearch = false\n'
"""Settings of a site without what takes long to make."""

_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
})  # fmt: skip
_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})
# What could run, load or be sent, wherever it stands.
_ACTIVE = frozenset({
    "base", "embed", "form", "frame", "iframe", "math", "object", "style", "svg", "template",
})  # fmt: skip


class Done(NamedTuple):
    """How a run of ``publish`` ended."""

    status: int
    out: str
    err: str


def publish(folder: Path, *arguments: str | Path, force: bool = True) -> Done:
    """``publish`` in ``folder``, in this process; by default whatever errors a posting has."""
    out, err = io.StringIO(), io.StringIO()
    with (
        contextlib.chdir(folder),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        status = run("publish", ["--force"] * force + [str(argument) for argument in arguments])
    return Done(status, out.getvalue(), err.getvalue())


def script(folder: Path, *arguments: str | Path, **environment: str) -> Done:
    """``scripts/publish.py`` in ``folder``, as a workflow starts it, with whatever errors."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "publish.py"), "--force", *map(str, arguments)],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def written(folder: Path) -> dict[str, bytes]:
    """Every file of a site, by its path below the folder."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def pages(files: Mapping[str, bytes]) -> dict[str, Page]:
    """The pages of a site, read, by their address below its first page."""
    found = {path: data for path, data in files.items() if path.endswith(".html")}
    return {path.removesuffix("index.html"): Page(data) for path, data in found.items()}


def dead_ends(files: Mapping[str, bytes], url: str = URL) -> list[str]:
    """Each link, image or script of a page that leads to a file or heading that is not there."""
    read = pages(files)
    return [
        f"{address or 'first page'}: {target}"
        for address, page in read.items()
        for target in (*(href for href, _ in page.links), *page.loads)
        if not _stands(urljoin(url + address, target), url, files, read)
    ]


def _stands(target: str, url: str, files: Mapping[str, bytes], read: Mapping[str, Page]) -> bool:
    if not target.startswith(url):
        # What begins with our host but not with our folder would be another site's.
        return urlsplit(target).netloc != urlsplit(url).netloc
    address, fragment = urldefrag(target.removeprefix(url))
    address = unquote(address.partition("?")[0])
    if address in read:
        return not fragment or fragment in read[address].ids
    # Pagefind's files are made beside the site's own.
    return address in files or address.startswith("pagefind/")


class Page(HTMLParser):
    """A page as ``html.parser`` reads it.

    ``broken`` are the tags that close nothing or are never closed; ``unsafe`` what could run a
    script, load or send something that the pages themselves do not.
    """

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.broken: list[str] = []
        self.unsafe: list[str] = []
        self.headings: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.loads: list[str] = []
        self.meta: dict[str, str] = {}
        self.canonical: str | None = None
        self.jsonld = ""
        self.title = ""
        self.text = ""
        self.mains = 0
        self.closed_with_main: list[str] = []
        self._open: list[str] = []
        self._link: str | None = None
        self._words = ""
        self.feed(data.decode())
        self.close()
        self.broken += [f"<{tag}> is never closed" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element says."""
        said = {name: value or "" for name, value in attrs}
        self._judge(tag, said)
        self.mains += tag == "main"
        if name := said.get("id"):
            self.ids.append(name)
        if tag == "meta":
            self.meta[said.get("name", said.get("property", ""))] = said.get("content", "")
        elif tag == "link" and said["rel"] == "canonical":
            self.canonical = said["href"]
        elif tag == "link" and said["rel"] != "icon":
            self.loads.append(said["href"])
        if tag != "link":
            sets = said.get("srcset", "").split(",")
            self.loads += [said["src"]] if "src" in said else []
            self.loads += [one.split()[0] for one in sets if one.strip()]
            self.loads += [said["data-search"]] if "data-search" in said else []
        if tag == "a" and "href" in said:
            self._link = said["href"]
        if tag in ("a", "h1", "h2", "h3", "h4", "h5", "h6"):
            self._words = ""
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, which must be the one that was opened last."""
        if not self._open or self._open[-1] != tag:
            self.broken.append(f"</{tag}> within {self._open[-1:]}")
            return
        self._open.pop()
        if tag == "main":
            self.closed_with_main = list(self._open)
        if tag == "a" and self._link is not None:
            self.links.append((self._link, self._words.strip()))
            self._link = None
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append((tag, self._words.strip()))

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        inside = self._open[-1] if self._open else ""
        if inside == "script":
            self.jsonld += data
        elif inside == "title":
            self.title += data
        else:
            self.text += data
            self._words += data

    def _judge(self, tag: str, said: dict[str, str]) -> None:
        """Whether an element could do more than show something."""
        found = [name for name in said if name.startswith("on") or name in ("style", "srcdoc")]
        for name in ("href", "src", "action", "formaction", "data", "poster", "xlink:href"):
            scheme = urlsplit("".join(said.get(name, "").split())).scheme.lower()
            icon = tag == "link" and said.get("rel") == "icon"
            found += [f"{name} {scheme}"] if scheme not in _SCHEMES and not icon else []
        inline = tag == "script" and "src" not in said
        found += ["script"] if inline and said.get("type") != "application/ld+json" else []
        found += [tag] if tag in _ACTIVE else []
        self.unsafe += [f"<{tag}>: {name}" for name in found]
