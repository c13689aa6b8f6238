"""Where the links and images of a text lead, seen from its page."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from careers.site.model.apply import apply_target, is_placeholder
from careers.site.model.documents import document_folder, is_document, publishable
from careers.site.model.image_files import image_file

if TYPE_CHECKING:
    from careers.site.model.job import Job
    from careers.site.model.site import Site

_ELSEWHERE = re.compile(r"(?:https?://[^\s/?#]+|(?:mailto|tel):[^\s]+)\S*", re.IGNORECASE)


class Targets:
    """The targets of one text. ``root`` leads from its page to the site's first page.

    ``images`` collects the local images that were asked for, by their path in the site;
    ``documents`` the Markdown files that are no postings, by their path in the repository.
    """

    def __init__(self, site: Site, job: Job, root: str, ids: frozenset[str]) -> None:
        self.site = site
        self.job = job
        self.root = root
        self.ids = ids
        self.images: dict[str, bytes] = {}
        self.documents: dict[str, bytes] = {}
        self._made: set[str] = set()
        self._over = apply_target(job.posting) if job.closed else None

    def href(self, target: str) -> str | None:
        """Where a link leads; None where that is nowhere: a placeholder, a file not published."""
        return self._remember(self._href(target.strip()))

    def src(self, target: str) -> str | None:
        """Where an image is; None where it is not published, or would travel unencrypted."""
        return self._remember(self._src(target.strip()))

    def filtered(self, tag: str, attribute: str, value: str) -> str | None:
        """The same for raw HTML, in the shape that nh3 asks for."""
        if attribute in ("href", "src"):
            if value in self._made:
                return value
            return self.href(value) if attribute == "href" else self.src(value)
        if tag == "img" and attribute in ("width", "height"):
            return value if value.isascii() and value.isdigit() else None
        return value

    def _remember(self, made: str | None) -> str | None:
        if made is not None:
            self._made.add(made)
        return made

    def _href(self, target: str) -> str | None:
        if is_placeholder(target):
            return None
        if target.startswith("//"):
            target = f"https:{target}"
        if _ELSEWHERE.fullmatch(target):
            return None if target == self._over else target
        path, _, fragment = target.partition("#")
        if not path:
            return self._fragment(fragment)
        end = f"#{fragment}" if fragment else ""
        slug = next((slug for p in self._paths(path) if (slug := self.site.at(p))), None)
        return f"{self.root}{slug}/{end}" if slug else self._document(path, end)

    def _document(self, target: str, end: str) -> str | None:
        """A Markdown file beside the postings; a draft, or a text to be shared, is none."""
        name = unquote(target.partition("?")[0])
        for path in dict.fromkeys(self._paths(target)):
            data = self.site.document(self.job.posting.path, name) if is_document(path) else None
            if data is not None and publishable(data) and self.site.at(path) is None:
                self.documents[path] = data
                return f"{self.root}{document_folder(path)}{end}"
        return None

    def _fragment(self, fragment: str) -> str | None:
        """GitHub finds headings by their ids whatever the case; browsers do not."""
        name = unquote(fragment)
        found = next((n for n in (name, name.lower()) if n in self.ids), None)
        return f"#{found}" if found else None

    def _paths(self, path: str) -> tuple[str, str]:
        """A relative path from the posting's folder, then, as GitHub reads ``/x``, from the top."""
        name = unquote(path.partition("?")[0])
        below = normpath(join(dirname(self.job.posting.path), name.lstrip("/")))
        return (normpath(name.lstrip("/")), below) if name.startswith("/") else (below, below)

    def _src(self, target: str) -> str | None:
        if target.lower().startswith("https://") or target.startswith("//"):
            return target if target[0] != "/" else f"https:{target}"
        name = unquote(target.partition("?")[0].partition("#")[0])
        if ":" in name or "\\" in name:
            return None
        found = image_file(self.site.image, self.job.posting.path, name)
        if found is None:
            return None
        path, data = found
        self.images[path] = data
        return f"{self.root}{path}"
