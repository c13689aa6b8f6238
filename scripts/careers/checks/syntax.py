"""The file can be read: UTF-8, closed front matter, plain YAML.

What a machine cannot read, it cannot publish. Found are bytes that are not UTF-8, control
characters, a byte order mark, CRLF line ends, files of more than 256 KiB, a front matter that is
never closed, and YAML that is broken or holds what a posting has no use for: anchors, tags, a
field twice, a second document.

**Bad:**

```markdown
---
title: "Product Manager
---
```

**Good:**

```markdown
---
title: "Product Manager"
---
```

**Allow:** `# careers: allow syntax: the importer writes it so` in the front matter, at the end of
the line. A file that cannot be read is not published all the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.ERROR


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield what reading the file found."""
    yield from posting.syntax
