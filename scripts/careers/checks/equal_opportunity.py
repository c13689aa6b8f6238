"""An open posting says that everybody is welcome to apply.

Any wording will do: that you are an equal opportunity employer, that you do not discriminate, that
you hire regardless of who somebody is, that people of every background are welcome. Drafts, closed
postings and those in other languages than English are not asked.

Federal contractors in the United States must say it in every advert; elsewhere it tells people
who were turned away before that they may try. It is most credible with a way to ask for
adjustments.

**Bad:** a posting that ends with the interview process.

**Good:**

```markdown
Example Tools hires people of every background. If something about this process makes it harder for
you than it should be, [tell us](mailto:jobs@example.com) and we will change it.
```

**Allow:** `<!-- careers: allow equal-opportunity: it stands on our careers page -->` at the end of
the title's line.

**Source:** [41 CFR 60-741.5](https://www.ecfr.gov/current/title-41/section-60-741.5) for federal
contractors in the United States; the EEOC on [job
advertisements](https://www.eeoc.gov/prohibited-employment-policiespractices).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.checks.support.words import english
from careers.posting.frontmatter import Status
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.NOTE

# One of these words stands in every statement: most postings are told apart by them alone.
_HINTS = """
    equal discriminate discriminating discrimination nondiscrimination diverse diversity inclusion
    inclusive inclusivity equality equity backgrounds background regardless irrespective regard
    eeo underrepresented marginalized marginalised represented differences accommodation
    accommodations adjustment adjustments everyone everybody welcome encourage communities people
"""
_PEOPLE = r"(?:people|applicants?|applications?|candidates?|individuals|everyone|everybody|anyone)"
_STATEMENT = re.compile(
    r"\bequal[\s-](?:employment[\s-])?opportunit|\beeo\b|\bequality of opportunity\b"
    r"|\b(?:do|does|will|shall) not (?:tolerate )?discriminat|\bnon-?discriminat"
    r"|\bfree (?:of|from) discrimination\b|\bwithout (?:regard to|discrimination)\b"
    r"|\b(?:regardless|irrespective) of (?:your |their |his |an? )?(?:race|gender|sex|age|"
    r"background|colou?r|religion|ethnic|nationalit|disabilit|identit|origin|who|where|what|"
    r"sexual)"
    rf"|\b{_PEOPLE}\b[^.!?\n]{{0,40}}\b(?:of|from) (?:all|every|any|diverse|different|a wide range "
    r"of|under-?represented|many)\b[^.!?\n]{0,40}\b(?:background|walk|communit|group|identit|gender|"
    r"origin|kind)"
    r"|\b(?:all|diverse|every|under-?represented|marginali[sz]ed) (?:backgrounds?|groups|"
    r"communities)\b[^.!?\n]{0,60}\b(?:appl|welcome|encourag)"
    r"|\b(?:value|celebrate|embrace|welcome|commit(?:ted|ment) to|champion|promote|support)s?\b"
    r"[^.!?\n]{0,40}\b(?:diversity|inclusion|inclusivity|equality|equity and|differences)\b"
    r"|\bwe (?:strongly |especially |actively |particularly )?(?:encourage|welcome)\b[^.!?\n]{0,60}"
    r"\b(?:women|minorit|disabilit|disabled|under-?represented|backgrounds?|groups|everyone)\b"
    r"|\bevery(?:one|body) is welcome\b|\bare welcome to apply\b"
    r"|\breasonable (?:accommodation|adjustment)s?\b"
)
_HINT_WORDS = frozenset(_HINTS.split())


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield one note, at the title, where no such statement is found."""
    text = english(posting)
    if text is None or posting.meta.status is not Status.OPEN:
        return
    if "equal opportunity" in text.lower:
        return
    if text.words.isdisjoint(_HINT_WORDS) or not _STATEMENT.search(text.lower):
        headings = posting.body.headings
        span = headings[0].span if headings else posting.source.line_span(1)
        yield Problem(
            span,
            "nothing says that people of every background are welcome",
            "add a sentence, e.g. `We hire people of every background, and adjust the process "
            "where you need it.`",
        )
