"""The headings make an outline: one title, no empty heading, no level skipped.

Screen readers and search engines walk a page by its headings. A second title and an empty
heading are warnings; a level that is skipped (said once below each heading), a heading that stands
twice under the same one, and lines in bold that stand for the headings of known sections
(`**Requirements:**`) are notes. Where there are several of a kind they are told once, at the first.

`careers fix` makes headings of such lines in bold, where no other section tells their level.

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

from careers.checks.support.bold_headings import BoldHeading, bold_headings
from careers.checks.support.context import Context
from careers.markdown.document import Heading
from careers.posting.posting import Posting
from careers.text.diagnostics import Edit, Problem, Severity

SEVERITY = Severity.WARNING

_MOST = 6  # that are named


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield what breaks the outline, in the order of the text."""
    title: Heading | None = None
    above: list[Heading] = []
    skipped: set[Heading] = set()
    seen: dict[tuple[int, str], Heading] = {}
    titles: list[Heading] = []
    for heading in posting.body.headings:
        while above and above[-1].level >= heading.level:
            above.pop()
        parent = above[-1] if above else None
        if parent and heading.level > parent.level + 1 and parent not in skipped:
            skipped.add(parent)
            yield _skips(heading, parent)
        if heading.level == 1 and title:
            titles.append(heading)
        if _empty(posting, heading):
            yield Problem(heading.span, "the heading is empty", "write it, or delete the `#`")
        elif heading.text and (heading.level > 1 or not title):
            key = (parent.index if parent else -1, heading.text.casefold())
            first = seen.setdefault(key, heading)
            if first is not heading:
                yield _twice(posting, heading, first)
        title = title or (heading if heading.level == 1 else None)
        above.append(heading)
    if title and titles:
        yield _titles(posting, title, titles)
    yield from _bold(posting)


def _titles(posting: Posting, title: Heading, more: list[Heading]) -> Problem:
    again = more[0]
    where = posting.where(title.span)
    if len(more) == 1:
        message = f"a second title; the first stands on {where}"
        return Problem(again.span, message, f"write `## {again.text or '…'}`")
    lines = ", ".join(str(heading.span.line) for heading in more[:_MOST])
    message = f"{len(more)} more titles; the first stands on {where}"
    cure = f"write `## {again.text or '…'}`, and so on lines {lines}"
    return Problem(again.span, message, cure)


def _bold(posting: Posting) -> Iterator[Problem]:
    """The lines in bold or capitals that announce sections, said once."""
    lines = list(bold_headings(posting))
    if not lines:
        return
    # Below another section a line in bold may be its part, or its end.
    levels = {heading.level for heading in posting.body.headings}
    own = all(posting.located(line.inline.span(0, 1))[0] == posting.path for line in lines)
    edits = [_heading(line) for line in lines] if levels <= {1} and own else []
    names = ", ".join(f"`{line.text}`" for line in lines[:_MOST])
    how = "in capitals" if any(line.capitals for line in lines) else "in bold"
    message = (
        f"{names} is a line {how} and no heading"
        if len(lines) == 1
        else f"{len(lines)} lines {how} are no headings: {names}"
    )
    first = lines[0]
    span = first.inline.span(0, len(first.inline.content))
    # It may be a part of the section above it: it stands no higher than that.
    above = [heading.level for heading in posting.body.headings if heading.index < first.at]
    marks = "#" * max([2, *above[-1:]])
    yield Problem(span, message, f"write `{marks} {first.text}`", Severity.NOTE, tuple(edits))


def _heading(line: BoldHeading) -> Edit:
    return Edit(line.inline.span(0, len(line.inline.content)), f"## {line.text}")


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
