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

from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.markdown.scorecard import is_scorecard
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.ERROR


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield each heading of a scorecard."""
    for heading in posting.body.headings:
        if is_scorecard(heading.text):
            yield Problem(
                heading.span,
                f"`{heading.text}` tells every applicant how they are judged",
                "move the section into candidates.toml of the private repository",
            )
