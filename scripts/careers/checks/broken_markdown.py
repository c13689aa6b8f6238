"""The Markdown is what its author meant.

A slip of the pen shows brackets and stars to candidates, or swallows the rest of the page. Found
is only what is certain:

- a link that is never closed (`[apply](https://…`), with a blank before its address, or with its
  brackets swapped; a `)` or `>` that is left over behind one;
- `**` that opens or closes nothing; a heading without a blank (`##Benefits`);
- a fence of code that is never closed; bullets written as `•`; a list so far indented that it is
  code; bullets at the margin that make a numbered list begin anew (in the interview process that
  is told by `process`);
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

from careers.checks.support.broken_blocks import blocks
from careers.checks.support.broken_text import text
from careers.checks.support.context import Context
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.WARNING


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield the slips, first those within a text, then those of its blocks."""
    yield from text(posting)
    yield from blocks(posting, context)
