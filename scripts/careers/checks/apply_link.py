"""An open posting says how to apply, and always the same way.

Either `apply` in the front matter (or `[apply]` in `careers.toml`), or a link or an address in
the text that tells people to apply, in English or the language of the posting. It is what the
button of the page leads to: "[Apply here](…)", "To apply, write to jobs@example.com", "Fill in
[this form](…)", a mailbox below "How to apply". In a language that is not understood it is a
warning where the text has links at all. Links to different places are a warning, parameters for
tracking aside: one of them is usually left over from the posting that this one was copied from.
A mailbox in the text wins over `[apply]` in `careers.toml`; a note says so, for it is seldom meant.

**Bad:**

```markdown
1. You [apply here](https://example.com/jobs/1).

[Click here to apply](https://example.com/jobs/2)
```

**Good:**

```markdown
1. You [apply here](https://example.com/jobs/1).

[Click here to apply](https://example.com/jobs/1)
```

**Allow:** `<!-- careers: allow apply-link: students apply elsewhere -->` at the end of the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from careers.checks.support.applying import Plainness, Way, ways_to_apply
from careers.checks.support.context import Context
from careers.checks.support.placeholders import in_front, is_placeholder_target
from careers.checks.support.shape import is_open
from careers.posting.field_types import FORM
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity, Span

_ADDRESS = re.compile(r"https?://|mailto:", re.IGNORECASE)
READS_FRONT = True
SEVERITY = Severity.ERROR


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield that there is no way to apply, or the links that lead elsewhere."""
    if not is_open(posting):
        return
    ways = ways_to_apply(posting)
    default = context.settings.apply.default
    given = _in_front(posting) or default is not None
    if posting.meta.apply == FORM and default is None:
        message = "`apply: form`, but the settings do not say where the form is sent"
        cure = "set `[apply] form` in careers.toml, or write an address here"
        yield Problem(posting.place("apply"), message, cure)
    # A placeholder is another check's.
    if not given and not any(way.real or is_placeholder_target(way.target) for way in ways):
        yield _no_way(posting, context)
    if default and not _in_front(posting):
        yield from _mailbox(default, [way for way in ways if way.real])
    yield from _elsewhere(posting, [w for w in ways if w.said is Plainness.LINK and w.real])


def _no_way(posting: Posting, context: Context) -> Problem:
    """There is none, or none that can be read: the last link of the text is the likeliest."""
    words = context.vocabulary(posting)
    shown = (link.target for link in posting.body.links if not link.image)
    links = [target for target in shown if _ADDRESS.match(target)]
    understood = words is not None and bool(words.apply_links)
    if understood or not links or not posting.language.tag:
        message = "an open posting offers no way to apply"
        cure = "add `apply: https://example.com/apply` to the front matter"
        severity = SEVERITY if understood or not links else Severity.WARNING
        return Problem(_end(posting), message, cure, severity)
    message = "whether a link is the way to apply cannot be read in this language"
    likely = next((to for to in links if to.startswith("mailto:")), links[-1])
    cure = f"name it in the front matter, e.g. `apply: {likely.removeprefix('mailto:')[:120]}`"
    return Problem(_end(posting), message, cure, Severity.WARNING)


def _mailbox(default: str, ways: list[Way]) -> Iterator[Problem]:
    """A mailbox in the text that takes the place of the company's own way to apply."""
    way = min(ways, key=lambda way: way.said, default=None)
    if way and way.target.startswith("mailto:") and not default.startswith("mailto:"):
        message = "applications for this job go to this mailbox, and not where `[apply]` leads"
        cure = f"if that is meant, write `apply: {way.target.removeprefix('mailto:')}`"
        yield Problem(way.span, message, f"{cure} in the front matter", Severity.NOTE)


def _in_front(posting: Posting) -> bool:
    """Whether the front matter says how to apply, in its own way or one that is told elsewhere."""
    front = posting.front
    return front is not None and (
        front.lost or front.raw.get("apply") is not None or "apply" in front.intended
    )


def _elsewhere(posting: Posting, links: list[Way]) -> Iterator[Problem]:
    apply = posting.meta.apply
    if apply and not list(in_front(posting)):
        first, where = apply, f"`apply` on line {posting.place('apply').line}"
    elif links:
        first, where = links[0].target, f"the link on {posting.where(links[0].span)}"
    else:
        return
    told = {_address(first)}
    cure = f"write `{first[:120]}`" if first != FORM else "write `#apply`, where the form stands"
    for link in links:
        address = _address(link.target)
        if address not in told and not link.target.startswith("#"):
            told.add(address)
            message = f"`{link.target[:80]}` is not where {where} leads"
            yield Problem(link.span, message, cure, Severity.WARNING)


def _address(target: str) -> str:
    """The address without what only tracks where somebody came from."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return target
    path = parts.path.rstrip("/").removesuffix("/apply")
    return f"{parts.scheme.lower()}:{parts.netloc.lower()}{path}"


def _end(posting: Posting) -> Span:
    """The last line with text, where an apply link is looked for."""
    lines = posting.source.lines
    last = next((n for n in range(posting.last_line, 0, -1) if lines[n - 1].strip()), 1)
    return posting.source.line_span(last)
