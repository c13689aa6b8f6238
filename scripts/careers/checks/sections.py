"""The posting has the sections that every posting of the company has.

People compare postings, and the interview process is what candidates are moved along. The
sections and their synonyms stand in `careers.toml` under `[sections]`; a heading of any level
matches, whatever its case and closing punctuation.

**Bad:**

```markdown
# Product Manager

We look for a product manager.
```

**Good:**

```markdown
# Product Manager

## About the role

## Qualifications

## Interview process
```

**Allow:** `<!-- careers: allow sections: an internship has no process -->` at the end of the
title's line, or `sections = "off"` under `[checks]` in `careers.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careers.checks._context import Context
from careers.checks._shape import looks_like_posting
from careers.posting import Posting
from careers.problem import Problem, Severity, Span

SEVERITY = Severity.WARNING

_LENGTH = 200  # no section's name is longer, and the pattern below is not for long texts
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield one problem for each section that is missing, at the title."""
    if not looks_like_posting(posting):
        return
    present = {_plain(heading.text) for heading in posting.body.headings}
    for name, synonyms in context.settings.sections.items():
        if not present & {_plain(word) for word in (name, *synonyms)}:
            others = f" (or `{'`, `'.join(synonyms)}`)" if synonyms else ""
            message = f"the section `{name}` is missing"
            yield Problem(_title(posting), message, f"add a heading `## {name}`{others}")


def _plain(text: str) -> str:
    words = text[:_LENGTH].casefold().replace("\u2019", "'").split()
    return _EDGES.sub("", " ".join(words))


def _title(posting: Posting) -> Span:
    headings = posting.body.headings
    return headings[0].span if headings else posting.source.line_span(1)
