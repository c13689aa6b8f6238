"""A posting of which only its facts are kept: the text is read again when somebody asks for it.

A site of thousands of postings holds one text at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from careers.posting.posting import Posting
from careers.text.lazy_property import cached_property

if TYPE_CHECKING:
    from careers.markdown.document import Markdown
    from careers.markdown.includes import Part
    from careers.posting.frontmatter import FrontMatter
    from careers.posting.frontmatter_reader import Front
    from careers.text.diagnostics import Problem
    from careers.text.source import Source


class Shelved(Posting):
    """A readable posting by its path, front matter and title; ``fetch`` reads it whole.

    ``digest`` names all that the posting is made of: its bytes and those of its shared texts.
    """

    digest: str
    fetch: Callable[[], Posting]

    @staticmethod
    def of(
        path: str, meta: FrontMatter, title: str, digest: str, fetch: Callable[[], Posting]
    ) -> Shelved:
        """A posting whose text nobody has asked for."""
        made = Shelved.__new__(Shelved)
        values: Mapping[str, object] = {
            "path": path, "meta": meta, "title": title, "digest": digest, "fetch": fetch,
        }  # fmt: skip
        made.__dict__.update(values)
        return made

    def shelve(self) -> None:
        """Forget the text."""
        self.__dict__.pop("_whole", None)

    @cached_property
    def _whole(self) -> Posting:
        return self.fetch()

    @property
    def source(self) -> Source:
        """The text of the file."""
        return self._whole.source

    @property
    def front(self) -> Front | None:
        """The front matter with its places."""
        return self._whole.front

    @property
    def body_line(self) -> int:
        """The line where the text begins."""
        return self._whole.body_line

    @property
    def syntax(self) -> tuple[Problem, ...]:
        """What is wrong with the file, nothing that keeps it from being published."""
        return self._whole.syntax

    @property
    def parts(self) -> tuple[Part, ...]:
        """The shared texts that it asks for."""
        return self._whole.parts

    @property
    def body(self) -> Markdown:
        """The Markdown below the front matter."""
        return self._whole.body

    @property
    def readable(self) -> bool:
        """It was read once already."""
        return True
