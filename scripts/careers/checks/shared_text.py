"""What postings share is the same in all of them.

"About us" and "Benefits" are copied from posting to posting, then mended in one of them only, and
candidates who read two see a company that contradicts itself. Found are sections with the same
heading whose texts are nearly alike. The rarer wording is reported, with the first words that
differ; where both are as frequent, the later file. The posting's own sections (those of
`[sections]` in `careers.toml`), sections about the job, differences that speak of a role,
closed postings and two versions of one job are left alone.

**Bad:**

```text
postings/a.md    ## About us    We make tools that developers leave open all day. …
postings/b.md    ## About us    We make tools that developers keep open all day. …
```

**Good:**

```text
postings/_shared/about-us.md    We make tools that developers leave open all day. …
postings/a.md                   ## About us    {{ shared("about-us") }}
postings/b.md                   ## About us    {{ shared("about-us") }}
```

**Allow:** `<!-- careers: allow shared-text: that office has other benefits -->` at the end of the
heading's line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from careers.checks.support.context import Context
from careers.checks.support.drift import (
    SharedSection,
    Variant,
    difference,
    drifted,
    sections,
    variants,
)
from careers.checks.support.section_names import plain
from careers.checks.support.shape import looks_like_posting
from careers.posting.frontmatter import Status
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.NOTE
ALONE = False

_LONGEST = 60
_ABOUT_THE_JOB = re.compile(
    r"\b(?:roles?|position|job|internship|interns?|candidates?)\b", re.IGNORECASE
)
# Headings of what is the company's, whoever is sought; others are when two jobs have one wording.
_COMPANY = re.compile(
    r"\b(?:about (?:us|the (?:company|team))|us|our|we|company|benefits?|compensation|perks|"
    r"location|values|culture|diversity|equal|inclusion|mission)\b"
)
_JOB = re.compile(
    r"nice.to.have|\bdays\b|\bmonths?\b|bonus|plus|responsib|qualif|require|you will|you'll|"
    r"ideal|experience|skills|this role|the role|process"
)
_NOT_NAME = re.compile(r"[^a-z0-9]+")


class _Job(NamedTuple):
    """The title of a posting, in plain words, and its sections that others may have."""

    title: str
    sections: tuple[SharedSection, ...]


def gather(posting: Posting, context: Context) -> _Job | None:
    """The sections of a posting; what each posting has of its own is left out."""
    if posting.meta.status is Status.CLOSED or not looks_like_posting(posting):
        return None
    settings = context.settings.sections.items()
    names = frozenset(plain(word) for name, words in settings for word in (name, *words))
    found = (s for s in sections(posting) if s.name not in names and not _JOB.search(s.name))
    return _Job(plain(posting.title), tuple(found))


def check_repository(_context: Context, facts: list[_Job]) -> Iterator[tuple[Posting, Problem]]:
    """Yield the sections of postings that have drifted from those of others."""
    for name, same in variants(_once(facts)).items():
        for rare, usual in drifted(same):
            here, there = difference(rare, usual)
            common = len(usual.uses) > 1 or _COMPANY.search(name)
            differ = here or there or rare.targets != usual.targets
            if common and differ and not _ABOUT_THE_JOB.search(f"{here} {there}"):
                for section in rare.uses:
                    drift = _Drift(section, here, there, usual)
                    yield section.file, _problem(drift)


class _Drift(NamedTuple):
    """A section, the first words that differ here and in the usual wording."""

    section: SharedSection
    here: str
    there: str
    usual: Variant


def _once(jobs: list[_Job]) -> Iterator[SharedSection]:
    """The sections of one posting for each job: its first. Versions of one are another check's."""
    seen = set()
    for job in jobs:
        if job.title not in seen:
            seen.add(job.title)
            yield from job.sections


def _problem(drift: _Drift) -> Problem:
    other = drift.usual.uses[0]
    more = len(drift.usual.uses) - 1
    where = f"{other.file.path}:{other.span.line}{f' and {more} more' * (more > 0)}"
    if drift.here and drift.there:
        how = f"`{_cut(drift.here)}` here, `{_cut(drift.there)}` there"
    elif drift.here or drift.there:
        how = f"`{_cut(drift.here or drift.there)}` is {'only' if drift.here else 'missing'} here"
    else:
        how = "the words are the same, the links are not"
    text = drift.section.title
    name = _NOT_NAME.sub("-", text.lower()).strip("-")[:40].rstrip("-") or "text"
    message = f"`{text[:_LONGEST]}` has drifted from {where}: {how}"
    cure = f'keep one text, `postings/_shared/{name}.md`, and write `{{{{ shared("{name}") }}}}`'
    return Problem(drift.section.span, message, cure)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
