"""Links are encrypted: `https:`, not `http:`.

Where people apply, what they send would travel for everybody to read, and an image by `http:` is
not shown on a page by `https:`: those are warnings. Other links by `http:` are one note a file.
Hosts on one's own machine are left to the check of links.

**Bad:**

```markdown
1. You [apply here](http://example.com/apply).
```

**Good:**

```markdown
1. You [apply here](https://example.com/apply).
```

**Allow:** `<!-- careers: allow insecure-link: that archive has no https -->` at the end of the
line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from careers.checks.support.applying import ways_to_apply
from careers.checks.support.context import Context
from careers.checks.support.html import tags
from careers.checks.support.placeholders import is_placeholder_target
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity, Span

SEVERITY = Severity.WARNING

_MOST = 8  # lines that are worth telling

_HTTP = re.compile(
    r"http://(?!(?:localhost|127\.|0\.0\.0\.0|\[::1\]|[^/]*\.(?:local|onion)(?:[:/]|$)))[^\s]",
    re.IGNORECASE,
)


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield the addresses by ``http:``."""
    if "http:" not in posting.source.text.lower():
        return
    if posting.meta.apply and _HTTP.match(posting.meta.apply):
        yield _problem(posting.place("apply"), posting.meta.apply, "what people send")
    yield from _links(posting)


def _links(posting: Posting) -> Iterator[Problem]:
    """What matters by itself; of the others one finding that names their lines."""
    found = sorted(_found(posting), key=lambda problem: problem.span)
    yield from (problem for problem in found if not problem.severity)
    notes = [problem for problem in found if problem.severity]
    first, more = next(iter(notes), None), notes[1:]
    if first and more:
        lines = list(dict.fromkeys(str(problem.span.line) for problem in more))[:_MOST]
        many = f"are those on lines {', '.join(lines)}"
        others = many if lines[1:] else f"is that on line {lines[0]}"
        yield replace(first, message=f"{first.message}, nor {others}")
    elif first:
        yield first


def _found(posting: Posting) -> Iterator[Problem]:
    applying = {link.span for link in ways_to_apply(posting) if _HTTP.match(link.target)}
    for link in posting.body.links:
        if link.image:
            yield from _judge(link.span, link.target, "the image")
        else:
            yield from _judge(link.span, link.target, "what people send" * (link.span in applying))
    for tag in tags(posting):
        for name in ("href", "src", "action"):
            matters = "the image" * (name == "src") or "what people send" * (
                name == "action" or tag.span in applying
            )
            yield from _judge(tag.span, tag.attributes.get(name, ""), matters)


def _judge(span: Span, target: str, matters: str) -> Iterator[Problem]:
    if _HTTP.match(target) and not is_placeholder_target(target):
        yield _problem(span, target, matters)


def _problem(span: Span, target: str, matters: str) -> Problem:
    cure = f"write `https{target[4:120]}` if it answers there"
    if matters:
        return Problem(span, f"`{target[:80]}`: {matters} would travel unencrypted", cure)
    return Problem(span, f"`{target[:80]}` is not encrypted", cure, Severity.NOTE)
