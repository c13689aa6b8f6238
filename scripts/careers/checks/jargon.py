"""No ninjas, no rockstars: the words name the work.

Found are titles and phrases that say nothing of the job (`ninja`, `rockstar`, `guru`, `wizard`,
`hit the ground running`, `work hard, play hard` and their kin), each with what to say instead.
What a sentence says it does not want, and a name inside a sentence (the build tool Ninja), are
left alone.

Many readers take such words for a sign of long hours and of a place that is not for them, and
nobody searches for a job by them.

**Bad:**

```markdown
We need a Python ninja who can hit the ground running.
```

**Good:**

```markdown
We need an engineer who has run Python services in production. A colleague goes with you through
your first month.
```

**Allow:** `<!-- careers: allow jargon: it is the name of our band, rock star -->` at the end of the
line.

**Source:** the rules of [joblint](https://github.com/rowanmanning/joblint) (MIT) and the words to
avoid of [GOV.UK's style guide](https://www.gov.uk/guidance/style-guide/a-to-z).
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.checks.support.phrases import AdvisedPhrases, problems
from careers.checks.support.word_lists import word_list
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.WARNING

_PHRASES = AdvisedPhrases(word_list("jargon"))


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield every such word."""
    yield from problems(posting, context, _PHRASES, "says little about the work")
