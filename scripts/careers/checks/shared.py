"""Each shared text that a posting asks for is there, and each that is there is asked for.

A paragraph that consists of `{{ shared("about-us") }}` is replaced by `_shared/about-us.md`, which
stands beside the posting or in a folder above. Errors are a name of no shared text, and one that
is not alone in its paragraph, for it would be published as it is written. Shared texts do not
hold others. One that no posting asks for is a note.

**Bad:**

```markdown
About us: {{ shared("abuot-us") }}
```

**Good:**

```markdown
## About us

{{ shared("about-us") }}
```

**Allow:** `<!-- careers: allow shared: for next year's postings -->` in the first line of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from careers.checks.support.context import Context
from careers.checks.support.repository_files import as_file
from careers.markdown.includes import INCLUDE
from careers.markdown.inline import Inline
from careers.posting.posting import Posting
from careers.text.diagnostics import Edit, Problem, Severity, Span

SEVERITY = Severity.ERROR

_LONGEST = 60


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield the includes that were not carried out."""
    if "shared(" not in posting.source.text:
        return
    for inline in posting.body.inlines.values():
        if "shared(" not in inline.content:
            continue
        text = inline.prose
        for match in INCLUDE.finditer(text):
            span = inline.span(*match.span())
            yield _problem(posting, context, inline, span, match["name"])


def _problem(posting: Posting, context: Context, inline: Inline, span: Span, name: str) -> Problem:
    known = {text.name for text in context.files.shared} | {part.name for part in posting.parts}
    if posting.located(span)[0] != posting.path:
        message = "a shared text holds no other"
        return Problem(span, message, f'write `{{{{ shared("{name}") }}}}` in the posting')
    if name not in known:
        near = get_close_matches(name[:_LONGEST].lower().replace(" ", "-"), sorted(known), n=1)
        cure = (
            f"did you mean `{near[0]}`?" if near else f"write `postings/_shared/{_file(name)}.md`"
        )
        edits = _renamed(posting, span, name, near[0]) if near else ()
        return Problem(span, f"there is no shared text `{name[:_LONGEST]}`", cure, edits=edits)
    if INCLUDE.fullmatch(inline.content.strip()) and inline.token.level == 1:
        return Problem(span, "the posting shows more shared text than fits", "ask for it once")
    return Problem(
        span,
        f"`{name}` is not put in: only a paragraph of its own is replaced",
        "put a blank line before and after it, and begin it at the margin",
    )


def _file(name: str) -> str:
    kept = "".join(c if c.isalnum() else "-" for c in name.lower()[:_LONGEST])
    return kept.strip("-") or "about-us"


def _renamed(posting: Posting, span: Span, name: str, near: str) -> tuple[Edit, ...]:
    line = posting.source.lines[span.line - 1]
    at = line.find(name, span.column - 1)
    return (Edit(Span.at(span.line, at + 1, len(name)), near),) if name and at >= 0 else ()


def gather(posting: Posting, _context: Context) -> tuple[str, ...] | None:
    """The shared texts that a posting asks for."""
    return tuple(part.path for part in posting.parts) or None


def check_repository(
    context: Context, facts: list[tuple[str, ...]]
) -> Iterator[tuple[Posting, Problem]]:
    """Yield the shared texts that no posting asks for."""
    included = {path for paths in facts for path in paths}
    for text in context.files.shared:
        if text.path not in included:
            file = as_file(text)
            message = "no posting asks for this shared text"
            cure = f'write `{{{{ shared("{text.name}") }}}}` in a posting, or delete the file'
            yield file, Problem(file.source.line_span(1), message, cure, Severity.NOTE)
