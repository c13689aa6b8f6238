"""The posting has the sections that every posting of the company has, each once, in order.

People compare postings, and the interview process is what candidates are moved along. The
sections and their synonyms stand in `careers.toml` under `[sections]`, in the order in which they
are told; a heading of any level matches, or a short line of its own, whatever its case and closing
punctuation, and the first of them may be told right below the title. A missing section is a
warning, and so is one that stands twice; another order is a note. A section with no text is told
by `placeholder`, a missing interview process by `process`.

**Bad:**

```markdown
# Product Manager

We look for a product manager.
```

**Good:**

```markdown
# Product Manager

## About the role

## Qualifications

## Interview process
```

**Allow:** `<!-- careers: allow sections: interns need no qualifications -->` at the end of the
title's line, or `sections = "off"` under `[checks]` in `careers.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from careers.checks.support.context import Context
from careers.checks.support.shape import looks_like_posting
from careers.markdown.document import Heading
from careers.posting.posting import Posting
from careers.process.section import is_process
from careers.text.diagnostics import Problem, Severity, Span

SEVERITY = Severity.WARNING

_LENGTH = 200  # no section's name is longer, and the pattern below is not for long texts
_WORDS = 12  # fewer are a motto
_LINE = 60  # a line of its own that is longer is a sentence
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield the sections that are missing, at the title, that stand twice, or before another."""
    if not looks_like_posting(posting):
        return
    names = _names(tuple(context.settings.sections.items()))
    found: dict[str, Heading] = {}
    for heading in posting.body.headings:
        name = names.get(plain(heading.text), "")
        if name and name not in found:
            found[name] = heading
        elif name and _again(posting, heading, found[name]):
            where = posting.where(found[name].span)
            message = f"the section `{name}` stands twice; the first is on {where}"
            yield Problem(heading.span, message, "join the two")
    wanted = context.settings.sections
    # The interview process is told by a check of its own.
    missing = [name for name in wanted if name not in found and not is_process(name)]
    if missing and missing[0] == next(iter(wanted)) and _introduced(posting):
        del missing[0]
    if missing:
        there = {*_lines(posting, names)}
        yield from (_missing(posting, n, wanted[n]) for n in missing if n not in there)
    yield from _order(posting, context, found)


@lru_cache(maxsize=4)
def _names(sections: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, str]:
    """The section's name by each of the words for it; `Ideal candidates have` may be cut short."""
    words = [(plain(word), name) for name, words in sections for word in (name, *words)]
    short = {word.removesuffix(" have"): name for word, name in words}
    return short | dict(words)


def _introduced(posting: Posting) -> bool:
    """Whether text stands between the title and the heading after it."""
    headings = posting.body.headings
    if not headings or headings[0].level > 1:
        return False
    end = headings[1].index if len(headings) > 1 else len(posting.body.tokens)
    between = posting.body.tokens[headings[0].index + 3 : end]
    return any(t.type == "inline" and t.content.count(" ") >= _WORDS for t in between)


def _again(posting: Posting, heading: Heading, first: Heading) -> bool:
    """Whether two headings open the same section: the same words, neither within the other.

    Below one parent that is told by another check.
    """
    if plain(heading.text) != plain(first.text):
        return False
    parents = _parents(posting.body.headings, heading, first)
    return parents[0] != parents[1] and first not in parents


def _parents(headings: tuple[Heading, ...], *wanted: Heading) -> list[Heading | None]:
    above: list[Heading] = []
    found: dict[int, Heading | None] = {}
    for heading in headings:
        while above and above[-1].level >= heading.level:
            above.pop()
        found[heading.index] = above[-1] if above else None
        above.append(heading)
    return [found[heading.index] for heading in wanted]


def _missing(posting: Posting, name: str, synonyms: tuple[str, ...]) -> Problem:
    others = f" (or `{'`, `'.join(synonyms)}`)" if synonyms else ""
    message = f"the section `{name}` is missing"
    return Problem(_title(posting), message, f"add a heading `## {name}`{others}")


def _order(posting: Posting, context: Context, found: Mapping[str, Heading]) -> Iterator[Problem]:
    """Said once, of the first section that stands before one that belongs in front of it."""
    wanted = [found[name] for name in context.settings.sections if name in found]
    for before, after in pairwise(wanted):
        if after.index < before.index:
            message = f"`{after.text[:60]}` stands before `{before.text[:60]}`"
            cure = f"move it behind the section on {posting.where(before.span)}"
            yield Problem(after.span, message, cure, Severity.NOTE)
            return


def _lines(posting: Posting, names: Mapping[str, str]) -> Iterator[str]:
    """The sections that a short line of its own opens: `Ideal candidates have:`."""
    tokens = posting.body.tokens
    for index, inline in posting.body.inlines.items():
        if len(inline.content) <= _LINE and tokens[index - 1].type == "paragraph_open":
            name = names.get(plain(inline.content))
            if name:
                yield name


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """A heading's words: no case, no marks around them."""
    words = text[:_LENGTH].casefold().replace("\u2019", "'").split()
    return _EDGES.sub("", " ".join(words))


def _title(posting: Posting) -> Span:
    headings = posting.body.headings
    return headings[0].span if headings else posting.source.line_span(1)
