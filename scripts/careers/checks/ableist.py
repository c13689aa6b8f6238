"""Nothing in the posting shuts out disabled people without need.

Found are illnesses and disabilities used as an insult or a picture (`crazy`, `blind to`,
`sanity check`), outdated words for disabled people (`handicapped`, `wheelchair-bound`), and
demands on a body where the task would say more (`able-bodied`, `must be able to stand`), each
with what to say instead.

A demand on the body that is not an essential function of the job is against the law in many
places; where it is one, the task says it better and leaves room to adjust.

**Bad:**

```markdown
- Able-bodied; must be able to lift 20 kg.
- You thrive when things get crazy.
```

**Good:**

```markdown
- Moves boxes of up to 20 kg between the shelves; there are trolleys, and we adjust.
- You keep an overview when three releases fall on one day.
```

**Allow:** `<!-- careers: allow ableist: Crazy Egg is a customer -->` at the end of the line.

**Source:** the [style guide of the National Center on Disability and
Journalism](https://ncdj.org/style-guide/), Google's [Write inclusive
documentation](https://developers.google.com/style/inclusive-documentation),
[retext-equality](https://github.com/retextjs/retext-equality) (MIT, the words of alex), and the
[Job Accommodation Network on job descriptions](https://askjan.org/topics/jobdesc.cfm).
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.checks.support.phrases import AdvisedPhrases, problems
from careers.checks.support.word_lists import word_list
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.WARNING

_PHRASES = AdvisedPhrases(word_list("ableist"))


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield every such phrase."""
    yield from problems(posting, context, _PHRASES, "can shut disabled people out")
