"""The words of a link say where it leads.

People who hear a page step from link to link, and people who skim look at nothing else: "here"
tells neither of them anything (WCAG 2.2, technique G91). Found are links whose words are `here`,
`click here`, `this`, `link`, `this page`, `more`, `read more` and their kin, and nothing else. An
address as its own words is left alone.

**Bad:**

```markdown
Apply [here](https://example.com/apply). Our process is documented [here](https://example.com/hiring).
```

**Good:**

```markdown
[Apply now](https://example.com/apply). We tell you [how we hire](https://example.com/hiring).
```

**Allow:** `<!-- careers: allow link-text: the sentence before says it -->` at the end of the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.checks.support.html import tags
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity, Span

SEVERITY = Severity.NOTE

_HOLLOW = re.compile(
    r"\W*(?:(?:click |right |over |see |look )?here|click(?: me| this)?|"
    r"(?:this|the) (?:link|page|url)|this|that|it|link|url|page|more|"
    r"(?:read|learn|see|find out) more|more info(?:rmation)?|hier|mehr|klicken sie hier)\W*",
    re.IGNORECASE,
)
_LONGEST = 30


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield the links that say nothing."""
    for link in posting.body.links:
        if not link.image and len(link.text) <= _LONGEST and _HOLLOW.fullmatch(link.text):
            yield _problem(link.span, link.text)
    for tag in tags(posting):
        named = "aria-label" in tag.attributes or "title" in tag.attributes
        if tag.name == "a" and "href" in tag.attributes and not named and _says_nothing(tag.text):
            yield _problem(tag.span, tag.text)


def _says_nothing(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_HOLLOW.fullmatch(text))


def _problem(span: Span, text: str) -> Problem:
    message = f"the link's words, `{text.strip()}`, do not say where it leads"
    return Problem(span, message, "put the words that say it between the brackets")
