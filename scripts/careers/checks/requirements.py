"""The posting asks for no more than the job needs.

Found are a section of qualifications with more than ten points, and a demand for more than seven
years of experience (in English texts). Sections of what is merely nice to have do not count. The
list is read below headings such as "Qualifications", "Dein Profil", "Votre profil", and those that
`careers.toml` names for "Qualifications".

Many people, women above all, do not apply unless they meet every point, and a demand for many
years is indirect age discrimination unless it can be justified. What somebody has done says more
than how long. No study gives the right number of points; ten is what fits a telephone's screen.

**Bad:**

```markdown
- 12+ years of experience with Python.
```

**Good:**

```markdown
- You have run a Python service that others rely on, and grown it past its first design.
```

**Allow:** `<!-- careers: allow requirements: the licence prescribes ten years -->` at the end of
the line.

**Source:** T. S. Mohr, [Why women don't apply for jobs unless they're 100%
qualified](https://hbr.org/2014/08/why-women-dont-apply-for-jobs-unless-theyre-100-qualified), HBR
2014; the UK's Government Equalities Office and Behavioural Insights Team, [Actions to close the
gender pay gap](https://www.gov.uk/government/publications/gender-pay-gap-reporting-guidance-for-employers);
[Acas on age discrimination](https://www.acas.org.uk/age-discrimination).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.checks.support.phrases import negated
from careers.checks.support.prose import Prose
from careers.checks.support.shape import looks_like_posting
from careers.checks.support.words import english
from careers.markdown.document import Section
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.NOTE

_POINTS = 10
_YEARS = 7
_LENGTH = 200  # no heading of a list is longer

# It begins with a digit, and looks behind only then: most of a text is passed over at once.
_EXPERIENCE = re.compile(
    r"([0-9](?<![\w.,$€£-][0-9])[0-9]?)\s?(?:\+|plus|or more)?(?:\s?(?:-|\u2013|to)\s?\d{1,2}\+?)?"
    r"\s{1,3}years?'?\s{1,3}(?:of\s{1,3})?(?:[\w/&+-]{1,30}\s{1,3}){0,4}experience\b"
)
_NAME = re.compile(r"[\w'\u2019-]+")
_OURS = re.compile(r"\b(?:we|our|us|team|founders?|company|ceo|cto|combined|collectively)\b")


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield a long list at its heading, and every long stretch of years."""
    if looks_like_posting(posting):
        yield from _lists(posting, context)
    text = english(posting, context)
    if text is not None and "experience" in text.words:
        yield from _years(text)


def _lists(posting: Posting, context: Context) -> Iterator[Problem]:
    known = context.vocabulary(posting)
    names = {word.casefold() for word in context.settings.sections.get("Qualifications", ())}
    for section in posting.body.sections:
        name = " ".join(_NAME.findall(section.heading.text[:_LENGTH]))
        asks = name.casefold() in names or (known and known.section(name) == "requirements")
        if asks and (count := _points(posting, section)):
            yield Problem(
                section.heading.span,
                f"`{name}` lists {count} points",
                f"keep the {_POINTS} or fewer that nobody could do the job without",
            )


def _points(posting: Posting, section: Section) -> int:
    """How many points a section lists at the top of its lists, where they are too many.

    What stands below deeper headings is theirs: "Nice to have" may be one of them.
    """
    depth = count = 0
    for token in posting.body.tokens[section.start : section.end]:
        if token.type == "heading_open":
            break
        if token.type == "list_item_open":
            count += depth == 1
        elif token.type.endswith("_list_open") or token.type.endswith("_list_close"):
            depth += token.nesting
    return count if count > _POINTS else 0


def _years(text: Prose) -> Iterator[Problem]:
    for match in _EXPERIENCE.finditer(text.lower):
        passage = text.passage(match.start())
        before = text.lower[max(passage.start, match.start() - 60) : match.start()]
        if int(match[1]) <= _YEARS or _OURS.search(before) or negated(text, match.start()):
            continue
        yield Problem(
            text.span(match.start(), match.end()),
            f"{match[1]} years of experience are asked for",
            "say what the person has done, not for how long",
        )
