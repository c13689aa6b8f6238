"""The front matter says what search engines and applicants need, in values that are known.

A wrong value is an error. A posting that is open should also say what Google asks of a job
(title, status, posted, locations unless it is remote: warnings) and what people ask (team,
employment, workplace: notes). A file without front matter counts as open. A value that is
still a placeholder is left to that check. What stands behind ` #` is a comment for YAML: of
`Baker #2` the title is `Baker`, a warning.

**Bad:**

```markdown
---
title: Product Manager
status: opened
---
```

**Good:**

```markdown
---
title: Product Manager
status: open
posted: 2026-03-02
team: Product
employment: full-time
workplace: hybrid
locations: Berlin, DE
---
```

**Allow:** `# careers: allow front-matter: the day is not fixed yet` at the end of the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.checks.support.placeholders import in_front
from careers.checks.support.shape import looks_like_posting
from careers.language.codes import is_language
from careers.posting.front import Front
from careers.posting.frontmatter import FrontMatter, Status, Workplace
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity, Span

READS_FRONT = True
SEVERITY = Severity.ERROR

_EXPECTED = ("title", "status", "posted", "locations")
_WORDS = frozenset({"title", "team", "id"})
# A comment begins with a blank; `#2` or `#hashtag` was meant to be read.
_NO_COMMENT = re.compile(r"[ \t]+(#[^\s#!:].*)")
_WANTED = ("team", "employment", "workplace")


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield the values that are wrong, and the fields that an open posting lacks."""
    if not posting.source.text.strip() and not posting.syntax:
        yield Problem(posting.source.line_span(1), "the file is empty", "write it, or delete it")
    elif posting.front is None:
        yield from _without(posting)
    else:
        placeholders = set(in_front(posting))
        yield from (p for p in posting.front.problems if p.span not in placeholders)
        yield from _comments(posting, posting.front)
        yield from _language(posting)
        known = posting.front.data or posting.front.sound
        lacking = known and known.status is Status.OPEN and not posting.front.syntax
        if lacking and looks_like_posting(posting):
            yield from _lacking(posting, posting.front)


def _without(posting: Posting) -> Iterator[Problem]:
    if not posting.source.text.strip():
        return  # too large to be read, which another check has said
    if looks_like_posting(posting):
        first = posting.source.line_span(1)
        fields = "\n".join(f"{name}: {_example(name)}" for name in (*_EXPECTED, *_WANTED))
        cure = f"put lines like these at its top:\n---\n{fields}\n---"
        yield Problem(first, "an open posting has no front matter", cure, Severity.WARNING)


def _language(posting: Posting) -> Iterator[Problem]:
    if "language" in posting.meta.model_fields_set and not is_language(posting.meta.language):
        message = f"`language` is the code of no language (it is `{posting.meta.language}`)"
        yield Problem(
            posting.place("language"), message, f"e.g. `language: {_example('language')}`"
        )


def _comments(posting: Posting, front: Front) -> Iterator[Problem]:
    """Values that end at a `#`: what stands behind it is a comment for YAML."""
    for path, span in front.places.items():
        rest = posting.source.lines[span.end_line - 1][span.end_column - 1 :]
        if len(path) == 1 and path[0] in _WORDS and (match := _NO_COMMENT.match(rest)):
            line = posting.source.lines[span.line - 1][span.column - 1 :].rstrip()
            message = f"`{path[0]}` ends at `{match[1][:60]}`, a comment for YAML"
            cure = f'put all of it in quotes: "{line[:120]}"'
            yield Problem(
                Span.at(span.end_line, span.end_column + 1), message, cure, Severity.WARNING
            )


def _lacking(posting: Posting, front: Front) -> Iterator[Problem]:
    remote = posting.meta.workplace is Workplace.REMOTE or bool(posting.meta.remote_from)
    # A field whose name is a slip of the pen is there already.
    intended = {edit.text for problem in front.problems for edit in problem.edits}
    intended |= front.intended.keys()
    for names, severity in ((_EXPECTED, Severity.WARNING), (_WANTED, Severity.NOTE)):
        needed = [n for n in names if not (n == "locations" and remote)]
        if lacking := [n for n in needed if front.raw.get(n) is None and n not in intended]:
            fields = ", ".join(f"`{name}`" for name in lacking)
            cure = ", ".join(f"`{name}: {_example(name)}`" for name in lacking)
            message = f"an open posting should say {fields}"
            yield Problem(posting.source.line_span(1), message, f"add e.g. {cure}", severity)


def _example(name: str) -> str:
    examples = FrontMatter.model_fields[name].examples
    return str(examples[0]) if examples else "…"
