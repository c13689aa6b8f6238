"""Links to other sites lead somewhere.

Asked for by `careers validate --online`, and once a week by the workflow `links`, never on a pull
request: another host's bad day is not the author's. Reported is what is certain: the answers 404
(not found) and 410 (gone), and a host whose name does not exist. A host that is slow, refuses
robots or fails is left alone. Addresses of this machine and of private networks are not asked.

**Bad:**

```markdown
[Our handbook](https://example.com/handbok)
```

**Good:**

```markdown
[Our handbook](https://example.com/handbook)
```

**Allow:** `<!-- careers: allow dead-link: it opens next week -->` at the end of the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.checks.support.outside import outside_links
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.WARNING
ALONE = False


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield the links whose host says, or does not exist to say, that they lead nowhere."""
    dead = context.dead_links
    if not dead:
        return
    for address, span in outside_links(posting):
        if why := dead.get(address):
            message = f"`{address[:120]}` leads nowhere: {why}"
            yield Problem(span, message, "link what took its place, or take the link away")
