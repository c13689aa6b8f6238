"""No two postings are the same job, and none takes the name of another.

The file's name is the posting's address and its label, so that two which differ by case alone
cannot both be published; an `id` belongs to one job. Two open postings with the same title and
the same places are a warning. Each is reported at the later file.

**Bad:**

```text
postings/product-manager.md    id: JOB-12
postings/Product-Manager.md    id: JOB-12
```

**Good:**

```text
postings/product-manager.md          id: JOB-12
postings/senior-product-manager.md   id: JOB-13
```

**Allow:** `# careers: allow duplicate: two teams hire alike` at the end of the line of `id` or
`title`.
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.checks._context import Context, identities
from careers.posting import Posting
from careers.problem import Problem, Severity, Span

ALONE = False
SEVERITY = Severity.ERROR


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield each earlier posting that this one repeats, once for each thing they share."""
    for key in identities(posting):
        first = next(iter(context.namesakes.get(key, ())), posting)
        if first.path == posting.path:
            continue
        yield _PROBLEMS[key[0]](posting, first)


def _slug(posting: Posting, first: Posting) -> Problem:
    message = f"`{first.path}` has the same name, `{posting.slug}`"
    return Problem(posting.source.line_span(1), message, "rename one of the two files")


def _id(posting: Posting, first: Posting) -> Problem:
    message = f"`{first.path}` has the same id, `{posting.meta.id}`"
    return Problem(posting.place("id"), message, "give each posting an id of its own")


def _job(posting: Posting, first: Posting) -> Problem:
    message = f"`{first.path}` is open with the same title and places: `{posting.title}`"
    cure = "close one, or say in `title` or `locations` how they differ"
    return Problem(_title(posting), message, cure, Severity.WARNING)


def _title(posting: Posting) -> Span:
    heading = next((h for h in posting.body.headings if h.text), None)
    if posting.meta.title or heading is None:
        return posting.place("title")
    return heading.span


_PROBLEMS = {"slug": _slug, "id": _id, "job": _job}
