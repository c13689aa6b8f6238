"""Every step of the interview process names its stage, and no two name the same.

A stage becomes a label, `stage:phone-screen`, so its name has at most 44 characters. The first
words of a step in bold name it, whatever they are; without them, the phrases of `[stages]` in
`careers.toml` and the usual words of the trade do, in the language of the posting ("We check your
references."). What a step denies ("no coding test") and what it only mentions ("after the phone
screen") names nothing. A step that nothing names is reported and has no stage: nothing is
guessed. Reported too are two steps with one name, a second step of applying, names that stand for
the end of every process (`hired`, `rejected`, `withdrawn`), and names that had to be cut.

**Bad:**

```markdown
1. You apply.
1. Depending on the role, we do one of the following:
1. **Interview:** You meet the team.
1. **Interview:** You meet the founders.
```

**Good:**

```markdown
1. You apply.
1. **Exercise:** Depending on the role, we do one of the following:
1. **Team interview:** You meet the team.
1. **Founder interview:** You meet the founders.
```

**Allow:** `<!-- careers: allow stage-name: nobody waits in this step -->` at the end of the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.ERROR
DRAFT = Severity.WARNING


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield what is wrong with the names of the steps."""
    yield from context.process(posting).naming
