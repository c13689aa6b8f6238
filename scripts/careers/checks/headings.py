"""The headings make an outline: one title, no empty heading, no level skipped.

Screen readers and search engines walk a page by its headings. A second title and an empty
heading are warnings; a level that is skipped (said once below each heading) and a heading that
stands twice under the same one are notes.

**Bad:**

```markdown
# Product Manager

### About the role
```

**Good:**

```markdown
# Product Manager

## About the role
```

**Allow:** `<!-- careers: allow headings: both jobs share a page -->` at the end of the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.markdown.document import Heading
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.WARNING


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield what breaks the outline, in the order of the text."""
    title: Heading | None = None
    above: list[Heading] = []
    skipped: set[Heading] = set()
    seen: dict[tuple[int, str], Heading] = {}
    for heading in posting.body.headings:
        while above and above[-1].level >= heading.level:
            above.pop()
        parent = above[-1] if above else None
        if parent and heading.level > parent.level + 1 and parent not in skipped:
            skipped.add(parent)
            yield _skips(heading, parent)
        if heading.level == 1 and title:
            message = f"a second title; the first stands on {posting.where(title.span)}"
            yield Problem(heading.span, message, f"write `## {heading.text or '…'}`")
        if _empty(posting, heading):
            yield Problem(heading.span, "the heading is empty", "write it, or delete the `#`")
        elif heading.text and (heading.level > 1 or not title):
            key = (parent.index if parent else -1, heading.text.casefold())
            first = seen.setdefault(key, heading)
            if first is not heading:
                yield _twice(posting, heading, first)
        title = title or (heading if heading.level == 1 else None)
        above.append(heading)


def _skips(heading: Heading, parent: Heading) -> Problem:
    message = f"level {heading.level} follows level {parent.level}"
    cure = f"write `{'#' * (parent.level + 1)} {heading.text}`, and so on below `{parent.text}`"
    return Problem(heading.span, message, cure, Severity.NOTE)


def _empty(posting: Posting, heading: Heading) -> bool:
    children = posting.body.tokens[heading.index + 1].children or []
    return not heading.text and all(child.type == "text" for child in children)


def _twice(posting: Posting, heading: Heading, first: Heading) -> Problem:
    message = f"the heading `{heading.text}` stands on {posting.where(first.span)} already"
    return Problem(heading.span, message, "join the two, or name them apart", Severity.NOTE)
