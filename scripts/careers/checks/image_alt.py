"""Every image has a description for people who do not see it.

The description says what the image tells, not that it is one. An image that only decorates is
written as HTML with `alt=""`.

**Bad:**

```markdown
![image](team.png)
```

**Good:**

```markdown
![Eight people around a table, drawing on one large sheet](team.png)
```

**Allow:** `<!-- careers: allow image-alt: the caption says it -->` at the end of the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.checks.support.html import tags
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity, Span

SEVERITY = Severity.WARNING

_HOLLOW = re.compile(
    r"(?:an? |the )?(?:images?|imgs?|pictures?|pics?|photos?|screen ?shots?|alt(?: text)?|"
    r"untitled|todo|tbd|fixme|xxx)\W*\d*",
    re.IGNORECASE,
)
_FILE = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|avif|bmp)", re.IGNORECASE)


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield the images that say nothing."""
    for link in posting.body.links:
        if link.image:
            yield from _judge(link.text, link.span, "between the brackets: `![…](…)`")
    for tag in tags(posting):
        if tag.name == "img" and tag.attributes.get("alt") != "":
            yield from _judge(tag.attributes.get("alt", ""), tag.span, 'as `alt="…"`')


def _judge(text: str, span: Span, where: str) -> Iterator[Problem]:
    text = text.strip()
    cure = f"say what it shows {where}"
    if not text:
        yield Problem(span, "the image has no description", cure)
    elif _HOLLOW.fullmatch(text) or _FILE.fullmatch(text):
        yield Problem(span, f"the description `{text[:60]}` says nothing", cure)
