"""Nothing in the posting asks for an age.

Found are phrases that readers take for an age limit: `young and dynamic`, `digital native`,
`recent graduate`, `overqualified` and their kin, each with what to say instead.

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

from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.checks.support.phrases import Phrases, problems
from careers.checks.support.word_lists import word_list
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.WARNING

_PHRASES = Phrases(word_list("ageist"))


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield every such phrase."""
    yield from problems(posting, _PHRASES, "reads as an age limit")
