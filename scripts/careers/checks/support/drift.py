"""Finds sections of different postings that say nearly the same, in time linear in their text.

Sections are met by heading. What is equal to the letter is one variant; a variant is compared
with the most frequent one that shares a rare run of words with it, never all with all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple
from zlib import crc32

from careers.checks.support.repository_files import without_text
from careers.checks.support.section_names import plain
from careers.markdown.document import Heading
from careers.posting.posting import Posting
from careers.text.diagnostics import Span

_FEWEST = 25  # words; fewer are a phrase that anybody may write
_MOST = 12_000  # characters that are looked at
_SECTIONS = 40  # of a posting
_RUN = 5  # words that are seldom the same by chance
_SKETCH = 24  # runs that stand for a section: the least of their hashes
_ALIKE = 0.6  # the part of the runs that two sections share
_LINK = re.compile(r"\]\([^()\s]{0,500}\)")
_BUTTON = re.compile(r"\s*|\s*\*{0,2}\[[^][]{1,80}\]\([^()\s]{0,500}\)[*!.]{0,3}\s*")
_MARKS = re.compile(r"[\[\]*_`\\]")
_SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n")


@dataclass
class Variant:
    """One wording of a section, and the postings that have it, in order."""

    text: str
    uses: list[SharedSection] = field(default_factory=list)

    # Of thousands of variants only the sketch is kept; the rest is asked for by a few.
    @property
    def sentences(self) -> list[str]:
        """The sentences as a reader sees them; where links lead does not count."""
        text = _MARKS.sub("", _LINK.sub("]", self.text[:_MOST]))
        return [" ".join(part.split()) for part in _SENTENCE.split(text) if part.strip()]

    @property
    def targets(self) -> list[str]:
        """Where its links lead."""
        return [match[0][2:-1] for match in _LINK.finditer(self.text[:_MOST])]

    @property
    def runs(self) -> frozenset[int]:
        """A number for each run of words; none where there are too few."""
        words = " ".join(self.sentences).casefold().split()
        if len(words) < _FEWEST:
            return frozenset()
        return frozenset(
            crc32(" ".join(words[at : at + _RUN]).encode("utf-8", "replace"))
            for at in range(len(words) - _RUN + 1)
        )

    @cached_property
    def sketch(self) -> list[int]:
        """A few runs that two sections which share most of their runs share too."""
        return sorted(self.runs)[:_SKETCH]


class SharedSection(NamedTuple):
    """A section by the plain words of its heading; ``text`` is what stands below that.

    ``file`` is its posting, without the text. ``title`` is the heading's text, ``span`` its place:
    a heading itself would keep the whole text of its posting.
    """

    name: str
    file: Posting
    title: str
    span: Span
    text: str


def variants(found: Iterable[SharedSection]) -> dict[str, list[Variant]]:
    """The wordings of each section, by its heading's words; a posting's first counts."""
    places: dict[str, dict[str, SharedSection]] = {}
    for section in found:
        places.setdefault(section.name, {}).setdefault(section.file.path, section)
    made: dict[str, dict[str, Variant]] = {}
    for name, same in places.items():
        for section in same.values() if len(same) > 1 else ():
            variant = made.setdefault(name, {}).setdefault(section.text, Variant(section.text))
            variant.uses.append(section)
    return {name: [*by_text.values()] for name, by_text in made.items() if len(by_text) > 1}


def _button(lines: list[str]) -> int:
    """How many lines at the end are blank or a link alone, which closes the posting."""
    rest = (n for n, line in enumerate(reversed(lines)) if line and not _BUTTON.fullmatch(line))
    return next(rest, 0)


def sections(posting: Posting) -> Iterator[SharedSection]:
    """The posting's own sections, up to the next heading of any level."""
    body, file = posting.body, without_text(posting)
    headings = [h for h in body.headings if not body.tokens[h.index].level][:_SECTIONS]
    for heading, after in zip(headings, [*headings[1:], None], strict=False):
        end = after.span.line - 1 if after else posting.last_line
        name = plain(heading.text)
        if name and heading.level > 1 and heading.span.line <= end <= posting.last_line:
            yield SharedSection(
                name, file, heading.text, heading.span, _text(posting, heading, end)
            )


def _text(posting: Posting, heading: Heading, end: int) -> str:
    """What stands below a heading, without a link that is a line of its own."""
    lines = posting.source.lines[heading.span.end_line : end]
    return "\n".join(lines[: len(lines) - _button(lines)]).strip()


def drifted(found: list[Variant]) -> Iterator[tuple[Variant, Variant]]:
    """Pairs of a rarer wording and the one that it has drifted from."""
    ranked = sorted(found, key=lambda variant: -len(variant.uses))  # stable: then as they stand
    by_run: dict[int, Variant] = {}
    for variant in ranked:
        if not variant.sketch:
            continue
        hits = Counter(id(by_run[run]) for run in variant.sketch if run in by_run)
        near = {id(by_run[run]): by_run[run] for run in variant.sketch if run in by_run}
        best = near[hits.most_common(1)[0][0]] if hits else None
        if best and _alike(variant, best):
            yield variant, best
        for run in variant.sketch:
            by_run.setdefault(run, variant)


def _alike(left: Variant, right: Variant) -> bool:
    runs, others = left.runs, right.runs
    return len(runs & others) >= _ALIKE * max(1, min(len(runs), len(others)))


def difference(rare: Variant, usual: Variant) -> tuple[str, str]:
    """The first words that only the one has, and those that only the other has.

    One of them is empty where a sentence was added or left out; both where only marks differ.
    """
    here, there = (_first(*pair) for pair in ((rare, usual), (usual, rare)))
    if not here or not there:
        return " ".join(here), " ".join(there)
    if len({*here} & {*there}) * 2 < min(len(here), len(there)):
        return " ".join(here), ""
    start = next((n for n, (a, b) in enumerate(zip(here, there, strict=False)) if a != b), 0)
    here, there = here[start:], there[start:]
    pairs = zip(reversed(here), reversed(there), strict=False)
    end = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(here), len(there)))
    return " ".join(here[: len(here) - end]), " ".join(there[: len(there) - end])


def _first(variant: Variant, other: Variant) -> list[str]:
    """The words of the first sentence that the other does not have."""
    theirs = set(other.sentences)
    return next((s.split() for s in variant.sentences if s not in theirs), [])
