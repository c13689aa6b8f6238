"""An advert for a job in Ontario says what the law there asks, and nothing that it forbids.

Where a place of work lies in Ontario, or a remote job may be done from there, an employer of 25
people and more must say in the advert whether it is for an existing vacancy, and whether artificial
intelligence is used to screen, assess or select applicants; it must not ask for Canadian
experience. `vacancy: true` and `ai: true` (or `false`) in the front matter are shown on the page;
a sentence in the text will do as well. That AI is not used need not be said: a note asks about it.
Pay, which the same law wants, is the business of `pay-range`. Closed postings and drafts are not
asked.

This is a reminder, and no legal advice.

**Bad:**

```markdown
---
title: Account Executive
locations: Toronto, ON
---

You have two years of Canadian work experience.
```

**Good:**

```markdown
---
title: Account Executive
locations: Toronto, ON
vacancy: true
ai: false
---

You have two years of experience in sales.
```

**Allow:** `# careers: allow ontario: we employ twelve people` at the end of the line.

**Source:** [Employment Standards Act, 2000](https://www.ontario.ca/laws/statute/00e41), Part III.1,
and [O. Reg. 476/24](https://www.ontario.ca/laws/regulation/240476), in force since 2026-01-01.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.checks.support.phrases import negated
from careers.checks.support.prose import Prose
from careers.checks.support.shape import is_open
from careers.checks.support.words import prose
from careers.places.areas import Area, areas
from careers.places.model import Found, Place
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity, Span

READS_FRONT = True
SEVERITY = Severity.WARNING

_ONTARIO = "CA-ON"
_LAW = "Ontario's Employment Standards Act"
_VACANCY = re.compile(
    r"\b(?:existing|current|actual|immediate|open|future|anticipated) (?:vacanc(?:y|ies)|opening)"
    r"|\bvacancy (?:status|exists)|\bposte (?:actuellement )?vacant"
)
_AI = re.compile(
    r"\b(?:ai|artificial intelligence|intelligence artificielle)\b[^.!?\n]{0,120}"
    r"\b(?:screen|assess|select|applica|candidat)"
    r"|\b(?:screen|assess|select|applica|candidat)[^.!?\n]{0,120}"
    r"\b(?:ai|artificial intelligence|intelligence artificielle)\b"
)
_CANADIAN = re.compile(
    r"\bcanadian (?:(?:work|working|professional|job|local|industry|market) ){0,2}experience\b"
    r"|\b(?:work(?:ing)?|professional|job) experience in canada\b(?!['\u2019])"
    r"|\bexp[ée]rience (?:(?:professionnelle|de travail) )?(?:canadienne|au canada)\b"
)


def check(posting: Posting, _context: Context) -> Iterator[Problem]:
    """Yield what the advert lacks, at its place in Ontario, and each demand that is forbidden."""
    span = _in_ontario(posting) if posting.front and is_open(posting) else None
    if span is None:
        return
    text = prose(posting)
    if posting.meta.vacancy is None and not _VACANCY.search(text.lower):
        message = f"{_LAW} wants the advert to say whether there is a vacancy"
        yield Problem(span, message, "add `vacancy: true`, or `false` if it is for later ones")
    if posting.meta.ai is None and not _AI.search(text.lower):
        message = f"{_LAW} wants the advert to say so if AI screens, assesses or selects applicants"
        yield Problem(span, message, "add `ai: false`, or `ai: true` if it does", Severity.NOTE)
    yield from _demands(text)


def _demands(text: Prose) -> Iterator[Problem]:
    for match in _CANADIAN.finditer(text.lower):
        if not negated(text, match.start()):
            said = " ".join(text.text[match.start() : match.end()].split())
            message = f"`{said}`: {_LAW} forbids to ask for Canadian experience"
            cure = "say what one must know or have done, wherever that was"
            yield Problem(text.span(match.start(), match.end()), message, cure)


def _in_ontario(posting: Posting) -> Span | None:
    """The first place of the posting that lies there."""
    meta = posting.meta
    for n, location in enumerate(meta.locations):
        if _is_there(location.found):
            return posting.place("locations", n)
    for n, found in enumerate(areas(meta.remote_from)):
        if _is_there(found) or _holds(found):
            return posting.place("remote_from", n)
    return None


def _is_there(found: Area | Found) -> bool:
    return isinstance(found, Place) and found.region is not None and found.region.code == _ONTARIO


def _holds(found: Area | Found) -> bool:
    """A remote job may be done there: from all of Canada, alone or among others."""
    if isinstance(found, Place):
        return found.country.code == _ONTARIO[:2] and not (found.region or found.city)
    return isinstance(found, Area) and any(one.code == _ONTARIO[:2] for one in found.members)
