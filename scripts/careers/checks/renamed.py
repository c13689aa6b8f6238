"""A posting that was renamed is found at its old address.

The file's name is the page's address, so who kept a link, or found the job by a search engine,
comes to nothing once the file has another name. `aliases` in the front matter names what the file
was called before: the old address then leads to the new one, and a form that sends the old name
still reaches the job. `careers fix` writes it. What a file was called is asked of git, where most
of its text stayed the same; drafts and closed postings are left alone.

**Bad:**

```diff
rename postings/baker.md → postings/head-baker.md
```

**Good:**

```diff
rename postings/baker.md → postings/head-baker.md
+aliases: baker
```

**Allow:** `# careers: allow renamed: nobody saw the old one` in the front matter, at the end of the
title's line.
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.checks.support.context import Context, normal
from careers.posting.frontmatter import Status
from careers.posting.posting import Posting
from careers.posting.slugs import address
from careers.text.diagnostics import Edit, Problem, Severity, Span

READS_FRONT = True
SEVERITY = Severity.WARNING
ALONE = False


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield that a name the file had leads nowhere."""
    if posting.meta.status is not Status.OPEN:
        return
    earlier = context.earlier.get(normal(posting.path), ())
    known = {address(name) for name in (posting.slug, *posting.meta.aliases)}
    lacking: dict[str, str] = {}
    for path in earlier:
        stem = path.rpartition("/")[2].removesuffix(".md")
        if address(stem) not in known and not context.files.exists(path):
            lacking.setdefault(address(stem), stem)
    if lacking:
        names = list(lacking.values())
        message = f"the file was called {', '.join(f'`{name}.md`' for name in names)}"
        cure = f"write `aliases: {_written([*posting.meta.aliases, *names])}`"
        edits = tuple(_edits(posting, names))
        yield Problem(
            posting.place("title"), f"{message}; that address leads nowhere", cure, edits=edits
        )


def _written(names: list[str]) -> str:
    return _quoted(names[0]) if len(names) == 1 else f"[{', '.join(map(_quoted, names))}]"


def _quoted(name: str) -> str:
    plain = name.replace("-", "").replace("_", "").isalnum() and name[0].isalpha()
    return name if plain else '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _edits(posting: Posting, names: list[str]) -> Iterator[Edit]:
    """A field of its own before the closing line, or the whole value anew."""
    front = posting.front
    if front is None or front.data is None:
        return
    old = list(posting.meta.aliases)
    if "aliases" not in front.raw:
        fence = Span.at(posting.body_line - 1)
        yield Edit(fence, f"aliases: {_written(names)}\n")
        return
    place = front.places.get(("aliases",))
    if place and place.line == place.end_line and place.column < place.end_column:
        yield Edit(place, _written([*old, *names]))
