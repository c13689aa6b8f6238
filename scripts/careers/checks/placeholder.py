"""Nothing in the posting still waits to be written.

A posting that goes out with `TODO` in it, or with an apply link to nowhere, costs candidates.
Found are, in the text that people see and in the front matter's values:

- `TODO`, `TBD`, `FIXME` and `XXX` as words in capitals, and lorem ipsum;
- a line, or what stands behind its colon, that only says so in the posting's language: "Pay: to be
  determined", "Gehalt: wird noch ergänzt";
- gaps of a template: `<insert team>`, `[insert team]`, `{{ team }}`;
- a link or an image with no target, or with `TODO`, `TODO(name)`, `https://TODO` as its target,
  also as a definition (`[apply]: TODO`) or as HTML;
- a section with no text, unless a deeper heading follows.

Code, comments and addresses that merely hold the letters are left alone. On a draft these are
warnings.

**Bad:**

```markdown
## Interview process

1. You [apply here](TODO(sam)).
```

**Good:**

```markdown
## Interview process

1. You [apply here](https://example.com/apply).
```

**Allow:** `<!-- careers: allow placeholder: XXX is the product's name -->` at the end of the line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from urllib.parse import unquote

from careers.checks.support.context import Context
from careers.checks.support.empty import empty_sections
from careers.checks.support.html import HtmlRegion, blocks, hide, tags
from careers.checks.support.placeholders import hints, in_front, is_placeholder_target, words
from careers.markdown.inline import Inline
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity, Span

SEVERITY = Severity.ERROR

_SAID = 80  # characters: what is longer says more
DRAFT = Severity.WARNING


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield every placeholder once, at its own place."""
    taken: list[Span] = []
    for problem in _all(posting, context):
        at = bisect_left(taken, problem.span)
        if not any(_overlap(other, problem.span) for other in taken[max(0, at - 1) : at + 1]):
            taken.insert(at, problem.span)
            yield problem


def _all(posting: Posting, context: Context) -> Iterator[Problem]:
    """What holds others comes first: a link before its words, a word before its section."""
    yield from (_gap(posting, span) for span in in_front(posting))
    yield from (_gap(posting, span) for span in _said(posting, context))
    yield from _links(posting)
    yield from _definitions(posting)
    yield from _html_links(posting)
    if hints(posting.source.text):
        yield from (_gap(posting, span) for span in _words(posting))
    for section in empty_sections(posting):
        message = f"the section `{section.text}` has no text"
        yield Problem(section.span, message, "write the section, or delete its heading")


def _overlap(left: Span, right: Span) -> bool:
    first, second = sorted((left, right))
    return first == second or (second.line, second.column) < (first.end_line, first.end_column)


def _gap(posting: Posting, span: Span) -> Problem:
    source = posting.source
    start = source.offset(span.line) + span.column - 1
    text = source.text[start : source.offset(span.end_line) + span.end_column - 1]
    quoted = " ".join(text.split())[:60]
    return Problem(span, f"`{quoted}` is a placeholder", "write what belongs here, or delete it")


def _links(posting: Posting) -> Iterator[Problem]:
    for link in posting.body.links:
        if is_placeholder_target(link.target) and _written_here(posting, link.span):
            yield _target(link.span, link.target, "image" if link.image else "link", link.text)


def _written_here(posting: Posting, span: Span) -> bool:
    """Whether the target stands in the link itself, and not in a definition elsewhere."""
    line = posting.source.lines[span.end_line - 1]
    return line[: span.end_column - 1].endswith((")", ">"))


def _target(span: Span, target: str, kind: str, text: str = "") -> Problem:
    name = f"the {kind} `{' '.join(text.split())[:60]}`" if text.strip() else f"this {kind}"
    return Problem(
        span, f"{name} {_leads(target)}", "put the address between the parentheses: `(https://…)`"
    )


def _definitions(posting: Posting) -> Iterator[Problem]:
    references = posting.body.env.get("references")
    for reference in references.values() if isinstance(references, dict) else ():
        if is_placeholder_target(reference["href"]):
            line = posting.body.first_line + reference["map"][0]
            span = posting.source.line_span(line)
            yield Problem(
                span,
                f"this definition {_leads(reference['href'])}",
                "write the address after the colon",
            )


def _leads(target: str) -> str:
    quoted = unquote(target)[:60]
    return f"leads to the placeholder `{quoted}`" if quoted.strip("#") else "leads nowhere"


def _html_links(posting: Posting) -> Iterator[Problem]:
    for tag in tags(posting):
        for name in ("href", "src"):
            target = tag.attributes.get(name)
            if target is not None and is_placeholder_target(target):
                message = f"`{name}` {_leads(target)}"
                yield Problem(tag.span, message, f'write the address: `{name}="https://…"`')
        if is_placeholder_target(tag.name.upper()) or tag.name == "insert":
            yield _gap(posting, tag.span)


def _words(posting: Posting) -> Iterator[Span]:
    for inline in posting.body.inlines.values():
        if hints(inline.content):
            yield from (inline.span(*at) for at in words(_prose(inline)))
    for region in blocks(posting):
        yield from _in_block(region)


def _said(posting: Posting, context: Context) -> Iterator[Span]:
    """What says in so many words that it is still to come."""
    known = context.vocabulary(posting)
    if known is None or not known.placeholders:
        return
    for inline in posting.body.inlines.values():
        text = inline.prose
        start = text.rfind(":") + 1 if text.count(":") == 1 else 0
        said = text[start:]
        if len(said) <= _SAID and known.placeholders.are(said):
            lead = len(said) - len(said.lstrip())
            yield inline.span(start + lead, start + len(said.rstrip()))


def _prose(inline: Inline) -> str:
    """The running text: what hides in a comment or in code is blanked."""
    if "<" not in inline.content:
        return inline.prose
    hidden = hide(inline.content)
    return "".join(p if h != " " else " " for p, h in zip(inline.prose, hidden, strict=True))


def _in_block(region: HtmlRegion) -> Iterator[Span]:
    if hints(region.text):
        yield from (region.place(*at) for at in words(region.visible))
