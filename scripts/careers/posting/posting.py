"""A posting: the file that a company keeps, read whole, whatever state it is in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from careers.language.language import Language, language_of
from careers.markdown.document import Markdown
from careers.markdown.includes import Inclusion
from careers.posting.front import Front
from careers.posting.frontmatter import FrontMatter
from careers.posting.slugs import job_name
from careers.text.diagnostics import Problem, Span
from careers.text.source import Source

_NOT_NAMED = re.compile("[-_]+")


@dataclass(frozen=True, eq=False)
class Posting:
    """One posting. ``path`` is as given; ``front`` is None where there is no front matter.

    It is equal to itself alone. ``syntax`` holds what is wrong with the file itself: its bytes,
    its fences, its YAML. Behind the file's own lines, ``source`` has those of the shared texts
    that it asks for, ``parts``. ``detected`` is its language where somebody found it before: to
    find it, the whole text is parsed.
    """

    path: str
    source: Source
    front: Front | None
    body_line: int
    syntax: tuple[Problem, ...] = ()
    parts: tuple[Inclusion, ...] = ()
    detected: Language | None = None

    @cached_property
    def slug(self) -> str:
        """The file's name without its ending, of which addresses and labels are made."""
        name = self.path.replace("\\", "/").rpartition("/")[2]
        stem, point, ending = name.rpartition(".")
        return stem if stem and point and ending else name

    @cached_property
    def job(self) -> str:
        """The job's name in labels and forms: a translation shares its original's.

        ``sales.de`` is ``sales``: a translation is a posting whose name ends in its own language,
        behind a point. See ``slugs.job_name``.
        """
        stem, point, language = self.slug.rpartition(".")
        is_translation = point and language.lower() == self.meta.language.lower()
        return job_name(stem if is_translation else self.slug)

    @cached_property
    def body(self) -> Markdown:
        """The Markdown below the front matter."""
        parts = {part.name: part for part in self.parts}
        return Markdown(self.source, self.body_line, self.last_line, parts)

    @property
    def last_line(self) -> int:
        """The last line of the file itself, however empty."""
        return self.parts[0].first - 1 if self.parts else len(self.source.lines)

    def located(self, span: Span) -> tuple[str, Span]:
        """The file that a place belongs to, the posting's own or a shared text's, and it there."""
        if span.line > self.last_line:
            for part in self.parts:
                if part.covers(span.line):
                    return part.path, part.to_file(span)
        return self.path, span

    def where(self, span: Span) -> str:
        """A place in words, for messages: `line 12`."""
        path, place = self.located(span)
        return f"line {place.line}" + (f" of {path}" if path != self.path else "")

    @cached_property
    def meta(self) -> FrontMatter:
        """The front matter's values; a field that is missing or wrong has its default."""
        return (self.front and (self.front.data or self.front.sound)) or FrontMatter()

    @cached_property
    def language(self) -> Language:
        """The language of the text: what the front matter writes, else what the text tells.

        Where nobody can tell, its tag is None; what the settings say is for who has them.
        """
        return self.detected or language_of(self._running_text, self.written_language)

    @property
    def written_language(self) -> str | None:
        """What the front matter says of the text's language, as it stands there."""
        if "language" in self.meta.model_fields_set:
            return self.meta.language
        written = self.front and self.front.raw.get("lang")
        return written if isinstance(written, str) else None

    @property
    def _running_text(self) -> str:
        """The words that readers see, without code; each run of text is a paragraph."""
        inlines = self.body.inlines.values()
        runs = [[t.content for t in i.token.children or [] if t.type == "text"] for i in inlines]
        return "\n\n".join([self.meta.title or "", *map(" ".join, runs)])

    @property
    def readable(self) -> bool:
        """Whether nothing stands in the way of publishing what the author meant."""
        errors = [problem for problem in self.syntax if problem.severity is None]
        return not errors and (self.front is None or self.front.data is not None)

    @cached_property
    def title(self) -> str:
        """The job's title: of the front matter, else the first heading, else the slug.

        Of headings that hold no word (logos alone) the next of their rank is taken.
        """
        if self.meta.title:
            return self.meta.title
        headings = [heading for heading in self.body.headings if heading.text]
        texts = (h.text for h in headings if h.level <= headings[0].level)
        named = next((text for text in texts if any(map(str.isalnum, text))), None)
        return named or _NOT_NAMED.sub(" ", self.slug).strip().capitalize() or self.slug

    def compact(self) -> Posting:
        """The posting with its text and values alone: nothing that was made of the text.

        Of the front matter it has the values, not their places; it is readable.
        """
        # What tells the language stays: a site reads the process as the check did.
        raw = {"lang": self.front.raw["lang"]} if self.front and "lang" in self.front.raw else {}
        front = self.front and Front(self.front.data, raw=raw)
        return replace(self, source=Source(self.source.text), front=front, syntax=())

    def place(self, *path: str | int) -> Span:
        """Where a field stands; the file's first line where it has none."""
        return (self.front and self.front.place(*path)) or self.source.line_span(1)


def sources(postings: Iterable[Posting]) -> dict[str, Source]:
    """The text of every file that a finding may point into, by path."""
    found: dict[str, Source] = {}
    for posting in postings:
        found[posting.path] = posting.source
        for part in posting.parts:
            lines = posting.source.lines[part.first - 1 : part.last]
            found.setdefault(part.path, Source("\n".join(lines)))
    return found


def originals(postings: Iterable[Posting]) -> list[Posting]:
    """One posting for each job, in order: translations of another are left out."""
    every = list(postings)
    slugs = {job_name(posting.slug) for posting in every}
    return [p for p in every if job_name(p.slug) == p.job or p.job not in slugs]
