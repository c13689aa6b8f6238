"""No scorecard in a posting: how somebody is judged stands with the candidates.

Whoever reads the repository reads it, the applicants too. The pages never show the section; what
interviewers look at belongs into `candidates.toml` of the private repository.

**Bad:**

```markdown
## Scorecard

- Structures a vague question: 1 to 4
```

**Good:**

```toml
# candidates.toml, in the private repository
```

**Allow:** `<!-- careers: allow scorecard: how we score is public here -->` on the heading's line;
the page leaves the section out all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from careers.checks.support.context import Context
from careers.markdown.scorecard import is_scorecard
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

if TYPE_CHECKING:
    from markdown_it.token import Token

SEVERITY = Severity.ERROR

_BOLD = re.compile(r"(?:\*\*|__)([^*_\n]+)(?:\*\*|__)\s*[:.]?")
_HTML = re.compile(r"<(h[1-6]|summary)\b[^>]*>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]+>")


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield each heading of a scorecard, or what stands for one, in the order of the text."""
    found = [(heading.span, heading.text) for heading in posting.body.headings]
    found += [(posting.body.span(token), text) for token, text in _other_headings(posting)]
    for span, text in sorted(found, key=lambda item: item[0].line):
        if is_scorecard(text):
            yield Problem(
                span,
                f"`{text}` tells every applicant how they are judged",
                "move the section into candidates.toml of the private repository",
            )


def _other_headings(posting: Posting) -> Iterator[tuple[Token, str]]:
    """Lines in bold, and headings in HTML."""
    tokens = posting.body.tokens
    for index, token in enumerate(tokens):
        if token.type == "inline" and tokens[index - 1].type == "paragraph_open":
            bold = _BOLD.fullmatch(token.content.strip())
            if bold:
                yield token, bold[1].strip(" :")
        elif token.type == "html_block":
            for heading in _HTML.finditer(token.content):
                yield token, unescape(_TAG.sub("", heading[2])).strip()
