"""A posting: the file that a company keeps, read whole, whatever state it is in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from careers.language.language import Language, language_of
from careers.markdown.document import Markdown
from careers.markdown.includes import Inclusion, SharedText, append, names
from careers.posting.front import Front
from careers.posting.frontmatter import FrontMatter
from careers.posting.frontmatter_reader import read_front, sound_of_foreign
from careers.posting.slugs import job_name
from careers.text.diagnostics import Problem, Span
from careers.text.source import Source, decode

_FENCE = re.compile(r"---[ \t]*")
_OTHER_FORM = re.compile(r"\+\+\+[ \t]*\Z|\{[ \t]*\Z|[A-Za-z][\w -]{0,50}:")
_GOES_ON = re.compile(r"[\w-]+[ \t]*:|[ \t]+\S|- ")
_NOT_NAMED = re.compile("[-_]+")
_CLOSE = re.compile(r"(?:---|\.\.\.)[ \t]*")


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


def read_posting(
    path: str,
    data: bytes,
    shared: Mapping[str, SharedText] | None = None,
    front: Front | None = None,
) -> Posting:
    """Read a posting out of a file's bytes. It never raises: what is wrong is in ``syntax``.

    ``shared`` are the texts that it may ask for, by name; ``front`` is its front matter where that
    was read before.
    """
    source = decode(data)
    included = [shared[name] for name in names(source.text) if name in shared] if shared else []
    if not included:
        return _read(path, source, front)
    whole, parts = append(path, source, included)
    read = _read(path, source, front)
    if len(read.source.lines) > len(source.lines):  # a body that is missing has a line here
        return read
    behind = whole.problems[len(source.problems) :]
    return replace(read, source=whole, syntax=(*read.syntax, *behind), parts=tuple(parts))


def unread_posting(path: str, source: Source) -> Posting:
    """The posting of a file that cannot be read; ``source`` says why."""
    return Posting(path, source, None, 1, source.problems)


def _read(path: str, source: Source, front: Front | None = None) -> Posting:
    lines = source.lines
    if not _FENCE.fullmatch(lines[0]):
        return _in_another_form(path, source)
    close = next((n for n, line in enumerate(lines[1:], 1) if _CLOSE.fullmatch(line)), None)
    if close is None:
        return _unclosed(path, source)
    front = front or read_front("\n".join(lines[1:close]) + "\n", 2)
    syntax = (*source.problems, *front.syntax)
    if close + 1 == len(lines):
        return Posting(path, Source(source.text + "\n"), front, close + 2, syntax)
    return Posting(path, source, front, close + 2, syntax)


def _unclosed(path: str, source: Source) -> Posting:
    """A posting whose front matter has no end: what its first lines say is known all the same."""
    message = "the front matter opens with `---` and is never closed"
    problem = Problem(source.line_span(1), message, "add a line `---` after the last field")
    end = next((n for n, line in enumerate(source.lines[1:], 1) if not _GOES_ON.match(line)), None)
    end = end or len(source.lines)
    read = read_front("\n".join(source.lines[1:end]) + "\n", 2)
    front = replace(read, data=None, sound=read.data or read.sound, syntax=(problem,), lost=True)
    body = min(end, len(source.lines) - 1) + 1
    return Posting(path, source, front, body, (*source.problems, problem))


def _in_another_form(path: str, source: Source) -> Posting:
    """A posting without a front matter in YAML: with none, or one in another form."""
    # Most have none: their first line is a heading.
    if not _OTHER_FORM.match(source.lines[0]):
        return Posting(path, source, None, 1, source.problems)
    from careers.posting.foreign.forms import read_other_form  # noqa: PLC0415 - seldom needed

    found = read_other_form(source.lines)
    if found is None:
        return Posting(path, source, None, 1, source.problems)
    sound = sound_of_foreign(found.values)
    front = Front(None, sound, dict(found.values), syntax=(found.problem,), lost=True)
    syntax = (*source.problems, found.problem)
    if found.end == len(source.lines):
        return Posting(path, Source(source.text + "\n"), front, found.end + 1, syntax)
    return Posting(path, source, front, found.end + 1, syntax)
