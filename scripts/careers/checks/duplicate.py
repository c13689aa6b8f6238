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
from typing import NamedTuple

from careers.checks.support.context import Context
from careers.checks.support.repository_files import without_text
from careers.checks.support.shape import is_open
from careers.posting.posting import Posting
from careers.posting.slugs import address
from careers.text.diagnostics import Problem, Severity, Span

ALONE = False
READS_FRONT = True
SEVERITY = Severity.ERROR


class _Name(NamedTuple):
    """What ought to be a posting's alone, as people write it, and where it stands."""

    text: str
    span: Span


class _Names(NamedTuple):
    """A posting's names, by ("slug", slug), ("id", id) and ("job", title, locations...)."""

    file: Posting
    names: dict[tuple[str, ...], _Name]


def gather(posting: Posting, _context: Context) -> _Names:
    """What a posting goes by; an open one by its title and places too."""
    first = posting.source.line_span(1)
    names: dict[tuple[str, ...], _Name] = {
        ("slug", address(posting.slug)): _Name(posting.slug, first)
    }
    if posting.meta.id:
        names["id", posting.meta.id] = _Name(posting.meta.id, posting.place("id"))
    if is_open(posting):
        where = sorted(str(place.canonical).casefold() for place in posting.meta.locations)
        key = ("job", " ".join(posting.title.casefold().split()), *where)
        names[key] = _Name(posting.title, _title(posting))
    return _Names(without_text(posting), names)


def check_repository(_context: Context, facts: list[_Names]) -> Iterator[tuple[Posting, Problem]]:
    """Yield each posting that repeats an earlier one, once for each thing they share."""
    taken: dict[tuple[str, ...], str] = {}
    for file, names in facts:
        for key, name in names.items():
            first = taken.setdefault(key, file.path)
            if first != file.path:
                yield file, _problem(key[0], name, first)


def _problem(kind: str, name: _Name, first: str) -> Problem:
    if kind == "slug":
        message = f"`{first}` has the same name, `{name.text}`, in the address of its page"
        return Problem(name.span, message, "rename one of the two files")
    if kind == "id":
        message = f"`{first}` has the same id, `{name.text}`"
        return Problem(name.span, message, "give each posting an id of its own")
    message = f"`{first}` is open with the same title and places: `{name.text}`"
    cure = "close one, or say in `title` or `locations` how they differ"
    return Problem(name.span, message, cure, Severity.WARNING)


def _title(posting: Posting) -> Span:
    heading = next((h for h in posting.body.headings if h.text), None)
    if posting.meta.title or heading is None:
        return posting.place("title")
    return heading.span
