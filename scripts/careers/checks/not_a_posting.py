"""What stands in `postings/` is a posting.

A Markdown file that reads as none (an exercise, an event, a note that something was moved) is
never published. Where it was meant to be a posting, somebody waits for it in vain: a warning; of
`README.md` and its like, a note. So is a file that no posting mentions and whose ending is not
`.md`. A symbolic link that leads out of the postings is never read: an error. Images, shared texts
in `_shared/` and hidden files are left alone.

**Bad:**

```text
postings/product-manager.docx
postings/how-we-hire.md          no front matter, no section of a posting, no way to apply
```

**Good:**

```text
postings/product-manager.md
docs/how-we-hire.md
```

**Allow:** `<!-- careers: allow not-a-posting: people look for it here -->` at the end of the first
line.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from careers.checks.support.context import Context
from careers.checks.support.repository_files import as_file
from careers.checks.support.shape import is_other_file
from careers.markdown.includes import SharedText
from careers.posting.lookup import is_known_to_github
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity
from careers.text.source import Source

SEVERITY = Severity.NOTE


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield that a file does not read as a posting."""
    if is_other_file(posting):
        yield Problem(
            posting.source.line_span(1),
            "this does not read as a posting, so it is not published: no field, no section,"
            " no way to apply of a job",
            "give it the front matter of a posting, or move it to another folder",
            Severity.NOTE if is_known_to_github(posting) else Severity.WARNING,
        )


def gather(posting: Posting, context: Context) -> frozenset[str] | None:
    """The names of the files that a posting links to, where there are files to be linked to."""
    if not context.files.others:
        return None
    targets = (link.target for link in posting.body.links)
    return frozenset(posixpath.basename(unquote(target.partition("#")[0])) for target in targets)


def check_repository(
    context: Context, facts: list[frozenset[str]]
) -> Iterator[tuple[Posting, Problem]]:
    """Yield the files that no ending makes a posting, and no posting mentions."""
    linked = frozenset[str]().union(*facts)
    for path in context.files.others:
        name = posixpath.basename(path)
        if name in linked and path not in context.files.led_out:
            continue
        file = as_file(SharedText(name, path, Source("")))
        if path in context.files.led_out:
            message = f"`{name[:80]}` is a symbolic link that leads out of the postings, or nowhere"
            cure = "put the posting itself there"
            yield file, Problem(file.source.line_span(1), message, cure, Severity.ERROR)
            continue
        message = f"`{name[:80]}` is not published: a posting is a file `.md`"
        yield (
            file,
            Problem(file.source.line_span(1), message, "save it as Markdown, or move it away"),
        )
