"""The Markdown is what its author meant.

A slip of the pen shows brackets and stars to candidates, or swallows the rest of the page. Found
is only what is certain:

- a link that is never closed (`[apply](https://…`), with a blank before its address, or with its
  brackets swapped; a `)` or `>` that is left over behind one;
- `**` that opens or closes nothing, or has lost a star (`**Location:* Paris`); a heading without a
  blank (`##Benefits`);
- a fence of code that is never closed; bullets written as `•`; lines that were meant as a list, or
  to stand below one another, and run into one paragraph; a list so far indented that it is code;
  bullets at the margin that make a numbered list begin anew (in the interview process that is told
  by `process`);
- a footnote without a text, or one that nothing mentions;
- a table whose head and rule differ in columns, or a row with more cells than the head.

**Bad:**

```markdown
##Benefits

[Our benefits] (https://example.com/benefits), and **more
```

**Good:**

```markdown
## Benefits

[Our benefits](https://example.com/benefits), and **more**
```

**Allow:** `<!-- careers: allow broken-markdown: we explain Markdown -->` at the end of the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.checks.support.broken.blocks import blocks
from careers.checks.support.broken.text import text
from careers.checks.support.context import Context
from careers.markdown.footnotes import MENTION, OPEN, REF
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.WARNING


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield the slips, first those within a text, then those of its blocks."""
    yield from text(posting)
    yield from blocks(posting, context)
    yield from _footnotes(posting)


def _footnotes(posting: Posting) -> Iterator[Problem]:
    """Yield the mentions without a text, and the texts that nothing mentions."""
    if "[^" not in posting.source.text:
        return
    mentioned = set()
    for inline in posting.body.inlines.values():
        mentioned |= {t.meta["label"] for t in inline.token.children or [] if t.type == REF}
        for match in MENTION.finditer(inline.prose):
            message = f"`{match[0][:60]}` is no footnote: readers see its brackets"
            cure = f"write its text on a line of its own: `{match[0][:60]}: …`"
            yield Problem(inline.span(*match.span()), message, cure)
    for token in posting.body.tokens:
        if token.type == OPEN and token.meta["label"] not in mentioned:
            name = token.meta["label"].rpartition("^")[2][:60]
            message = f"nothing mentions the footnote `{name}`: the page leaves it out"
            cure = f"write `[^{name}]` where it belongs, or delete it"
            span = posting.source.line_span(posting.body.lines(token)[0])
            yield Problem(span, message, cure)
