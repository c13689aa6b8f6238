"""The posting has the sections that every posting of the company has, each once, in order.

People compare postings, and the interview process is what candidates are moved along. The
sections and their synonyms stand in `careers.toml` under `[sections]`, in the order in which they
are told. What else people call the role, what it asks for and the process is known in English,
German, French, Spanish, Dutch, Portuguese and Italian: "Deine Aufgaben" is "About the role". A
heading of any level matches, or a short line of its own, whatever its case and closing
punctuation, and the first of them may be told right below the title. In languages that are not
understood no section is missed, and none is that a heading may tell in words of its own. Without
`[sections]` of the company's own, what an applicant needs may stand anywhere in the text. A missing
section is a warning, and so is one that stands twice; another order is a note. A section with no
text is told by `placeholder`, a missing interview process by `process`.

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

from careers.checks.support.advert import names_a_job
from careers.checks.support.context import Context
from careers.checks.support.shape import looks_like_posting
from careers.language.phrases import Phrases
from careers.language.vocabulary import SectionKind, Vocabulary, vocabularies
from careers.markdown.document import Heading
from careers.posting.posting import Posting
from careers.process.section import is_process
from careers.text.diagnostics import Problem, Severity, Span

SEVERITY = Severity.WARNING

_LENGTH = 200  # no section's name is longer, and the pattern below is not for long texts
_WORDS = 12  # fewer are a motto
_NONE = Phrases(())
_TOLD = 2  # blocks that speak of what is asked are as good as a section
_LINE = 60  # a line of its own that is longer is a sentence
_BROKEN = re.compile(r"(?m)^#{2,6}(\w.{0,80})$")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield the sections that are missing, at the title, that stand twice, or before another."""
    if not (looks_like_posting(posting) and names_a_job(posting, context)):
        return
    wanted, words = context.settings.sections, context.vocabulary(posting)
    names = _Names(wanted, words)
    found: dict[str, Heading] = {}
    for heading in posting.body.headings:
        name = names.of(heading.text)
        if name and name not in found:
            found[name] = heading
        elif name and _again(posting, heading, found[name]):
            where = posting.where(found[name].span)
            message = f"the section `{name}` stands twice; the first is on {where}"
            yield Problem(heading.span, message, "join the two")
    # The interview process is told by a check of its own.
    missing = [name for name in wanted if name not in found and not is_process(name)]
    missing = [name for name in missing if names.asked(name)]
    if missing and missing[0] == next(iter(wanted)) and _introduced(posting):
        del missing[0]
    if missing:
        there = {*_lines(posting, names)}
        lines = list(_openings(posting))
        missing = [n for n in missing if n not in there and not names.hinted(n, lines)]
    if missing and "sections" not in context.settings.model_fields_set:
        blocks = [inline.plain for inline in posting.body.inlines.values()]
        missing = [n for n in missing if not names.told(n, blocks)]
    if missing:
        yield _missing(posting, missing, wanted, words)
    own = {name: heading for name, heading in found.items() if names.is_own(heading.text)}
    yield from _order(posting, context, own)


class _Names:
    """The company's sections by what headings call them, in the words of a language."""

    def __init__(self, sections: Mapping[str, tuple[str, ...]], words: Vocabulary | None) -> None:
        self._names = _synonyms(tuple(sections.items()))
        self._words = words
        kinds = {name: _kind(name) for name in sections}
        self._kinds = {kind: name for name, kind in kinds.items() if kind}
        self._unknown = {name for name, kind in kinds.items() if kind is None}

    def is_own(self, heading: str) -> bool:
        """Whether the settings themselves call a section so; its order is the company's."""
        return plain(heading) in self._names

    def of(self, heading: str) -> str | None:
        """The section that a heading opens."""
        if name := self._names.get(plain(heading)):
            return name
        kind = self._words and self._words.section(heading[:_LENGTH])
        return self._kinds.get(kind) if kind else None

    def asked(self, name: str) -> bool:
        """Whether a section would be known if it were there."""
        if self._words is None:
            return False
        kind = _kind(name)
        return kind in self._words.sections if kind else self._words.tag == "en"

    def hinted(self, name: str, lines: list[str]) -> bool:
        """Whether one of the lines may open a section, in words that are not known for sure."""
        words, kind = self._words, _kind(name)
        if words is None or kind is None:
            return False
        return any(words.may_be(line, kind) for line in lines)

    def told(self, name: str, blocks: list[str]) -> bool:
        """Whether some blocks speak of it, below whatever heading or none."""
        words, kind = self._words, _kind(name)
        if words is None or kind != "requirements":
            return False
        return sum(words.hints.get(kind, _NONE).within(block) for block in blocks) >= _TOLD


@lru_cache(maxsize=256)
def _kind(name: str) -> SectionKind | None:
    """What a section of the settings is, in whichever language they name it."""
    every = (words.section(name) for words in vocabularies())
    return next((kind for kind in every if kind), None)


@lru_cache(maxsize=4)
def _synonyms(sections: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, str]:
    """The section's name by each of the words for it; `Ideal candidates have` may be cut short."""
    words = [(plain(word), name) for name, words in sections for word in (name, *words)]
    short = {word.removesuffix(" have"): name for word, name in words}
    return short | dict(words)


def _introduced(posting: Posting) -> bool:
    """Whether text stands below the title and before the first section."""
    headings = posting.body.headings
    start = headings[0].index + 3 if headings and headings[0].level == 1 else 0
    end = next((h.index for h in headings if h.index >= start), len(posting.body.tokens))
    between = posting.body.tokens[start:end]
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


def _missing(
    posting: Posting,
    missing: list[str],
    wanted: Mapping[str, tuple[str, ...]],
    words: Vocabulary | None,
) -> Problem:
    """One finding for all that are missing; the cure is in the language of the posting."""
    several = len(missing) > 1
    names = " and ".join(f"`{name}`" for name in missing)
    message = f"the section{'s' * several} {names} {'are' if several else 'is'} missing"
    foreign = words.headings if words and words.tag != "en" else {}
    cures = []
    for name in missing:
        synonyms = wanted[name]
        others = f" (or `{'`, `'.join(synonyms)}`)" if synonyms and not foreign else ""
        cures.append(f"`## {foreign.get(_kind(name) or '', name)}`{others}")
    return Problem(_title(posting), message, f"add a heading {' and '.join(cures)}")


def _order(posting: Posting, context: Context, found: Mapping[str, Heading]) -> Iterator[Problem]:
    """Said once, of the first section that stands before one that belongs in front of it."""
    wanted = [found[name] for name in context.settings.sections if name in found]
    for before, after in pairwise(wanted):
        if after.index < before.index:
            message = f"`{after.text[:60]}` stands before `{before.text[:60]}`"
            cure = f"move it behind the section on {posting.where(before.span)}"
            yield Problem(after.span, message, cure, Severity.NOTE)
            return


def _openings(posting: Posting) -> Iterator[str]:
    """All that may be a heading: headings, lines in bold, lines with a colon, `##Skills`."""
    headings = posting.body.headings
    yield from (h.text for h in headings if h is not headings[0] or h.level > 1)
    for inline in posting.body.inlines.values():
        content = inline.content.strip()
        asks = content.strip("*_").endswith((":", "?"))
        bold = content.startswith("**") and content.endswith("**")
        if len(content) <= _LINE and (asks or bold):
            yield inline.plain
        yield from _BROKEN.findall(content) if "##" in content else ()


def _lines(posting: Posting, names: _Names) -> Iterator[str]:
    """The sections that a line of its own opens: `Ideal candidates have:`, `##Requirements`.

    The second is a heading that has lost its blank, which is told by another check.
    """
    tokens = posting.body.tokens
    for index, inline in posting.body.inlines.items():
        short = len(inline.content) <= _LINE and tokens[index - 1].type == "paragraph_open"
        if short and (name := names.of(inline.plain)):
            yield name
        if "##" in inline.content:
            for line in _BROKEN.findall(inline.content):
                yield from filter(None, [names.of(line)])


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """A heading's words: no case, no marks around them."""
    words = text[:_LENGTH].casefold().replace("\u2019", "'").split()
    return _EDGES.sub("", " ".join(words))


def _title(posting: Posting) -> Span:
    headings = posting.body.headings
    return headings[0].span if headings else posting.source.line_span(1)
