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
from itertools import pairwise

from careers.checks.support.advert import names_a_job
from careers.checks.support.context import Context
from careers.checks.support.section_names import SectionNames, plain, section_kind
from careers.checks.support.shape import looks_like_posting
from careers.language.vocabulary import Vocabulary
from careers.markdown.document import Heading
from careers.posting.posting import Posting
from careers.process.section import is_process
from careers.text.diagnostics import Problem, Severity, Span

SEVERITY = Severity.WARNING

_WORDS = 12  # fewer are a motto
_LINE = 60  # a line of its own that is longer is a sentence
_BROKEN = re.compile(r"(?m)^#{1,6}(\w.{0,80})$")
# Bullets that Markdown does not know, which is told by another check.
_OPENS_BULLETS = re.compile(rf"(.{{1,{_LINE}}}):[ \t]*\n[^\w\s]")


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield the sections that are missing, at the title, that stand twice, or before another."""
    if not (looks_like_posting(posting) and names_a_job(posting, context)):
        return
    wanted, words = context.settings.sections, context.vocabulary(posting)
    names = SectionNames(wanted, words)
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
        cures.append(f"`## {foreign.get(section_kind(name) or '', name)}`{others}")
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
        yield from _BROKEN.findall(content) if "#" in content else ()
        if "\n" in content and (opens := _OPENS_BULLETS.match(content)):
            yield opens[1]


def _lines(posting: Posting, names: SectionNames) -> Iterator[str]:
    """The sections that a line of its own opens: `Ideal candidates have:`, `##Requirements`.

    The second is a heading that has lost its blank, which is told by another check.
    """
    tokens = posting.body.tokens
    for index, inline in posting.body.inlines.items():
        short = len(inline.content) <= _LINE and tokens[index - 1].type == "paragraph_open"
        if short and (name := names.of(inline.plain)):
            yield name
        if opens := _OPENS_BULLETS.match(inline.content):
            yield from filter(None, [names.of(opens[1])])
        if "#" in inline.content:
            for line in _BROKEN.findall(inline.content):
                yield from filter(None, [names.of(line)])


def _title(posting: Posting) -> Span:
    headings = posting.body.headings
    return headings[0].span if headings else posting.source.line_span(1)
