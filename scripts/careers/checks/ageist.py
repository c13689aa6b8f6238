"""Nothing in the posting asks for an age.

Found are phrases that readers take for an age limit: `young and dynamic`, `digital native`,
`recent graduate`, `overqualified` and their kin, each with what to say instead; and ages
themselves (`aged between 25 and 35`, `not older than 40`), but for the age from which the law lets
somebody do the work (`at least 18`).

In the United States a notice with such words breaks the Age Discrimination in Employment Act; in
the European Union and the United Kingdom it is evidence of discrimination. And people over forty
know how to read it.

**Bad:**

```markdown
You join a young and dynamic team of digital natives.
```

**Good:**

```markdown
You join a small team that decides quickly and is at home in Slack and Figma.
```

**Allow:** `<!-- careers: allow ageist: the programme is for people who left college this year -->`
at the end of the line.

**Source:** [29 CFR 1625.4](https://www.ecfr.gov/current/title-29/section-1625.4), which lists such
words for help wanted notices, and [Acas on age discrimination](https://www.acas.org.uk/age-discrimination).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.checks.support.phrases import AdvisedPhrases, negated, problems
from careers.checks.support.word_lists import word_list
from careers.checks.support.words import english
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.WARNING

_AGE = r"\d{2}(?!\d)"
_AGES = re.compile(
    rf"\baged? (?:between )?{_AGE}"
    rf"(?: ?(?:-|\u2013|to|and) ?{_AGE}|(?: years)? or (?:under|younger))"
    rf"|\bbetween {_AGE} and {_AGE} years (?:old|of age)\b"
    rf"|\b(?:not|no) older than {_AGE}|\b(?:under|below) {_AGE} years (?:old|of age)\b"
    r"|\b(?:students?|candidates?|applicants?|you(?: are|'re)?|somebody|someone|people) "
    rf"(?:under|below) {_AGE}\b(?! (?:hours|days|weeks|months|minutes)|%)"
    rf"|\b{_AGE} ?(?:-|\u2013|to) ?{_AGE} years (?:old|of age)\b"
)
_HINTS = frozenset({"age", "aged", "old", "older", "under", "below"})
# Whose age it is that is meant, where it is not the candidate's.
_OTHERS = re.compile(
    r"\b(?:child(?:ren)?|kids?|pupils?|students?|teens?|teenagers?|youths?|users?|customers?|"
    r"patients?|players?|clients?|residents?|adults?|learners?|audiences?|consumers?|viewers?|"
    r"participants?|employees|colleagues|we are|team is|members?)\b"
)
_PHRASES = AdvisedPhrases(word_list("ageist"))


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield every such phrase."""
    yield from problems(posting, context, _PHRASES, "reads as an age limit")
    text = english(posting, context)
    if text is None or not text.words & _HINTS:
        return
    for match in _AGES.finditer(text.lower):
        passage = text.passage(match.start())
        before = text.lower[max(passage.start, match.start() - 50) : match.start()]
        if not (_OTHERS.search(before) or negated(text, match.start())):
            quoted = " ".join(text.text[match.start() : match.end()].split())
            span = text.span(*match.span())
            yield Problem(span, f"`{quoted}` reads as an age limit", "instead: leave the age out")
