"""The front matter holds all that Google needs to list the job.

An open posting with front matter is asked for the fields from which the page's JobPosting data are
made, where Google requires them:

- `posted`, the day it was first published;
- `locations`, unless the job is remote (that each has a country is asked by `location`);
- for a remote job `remote_from`, or a location with a country, and a text that says that it is
  remote;
- a text of more than 200 characters below the headings.

`posted` or `locations` that are not written at all are asked for by `front-matter`, once. The title
and the company's name have their own places. Without one of these the page is published, and Google
does not list it.

**Bad:**

```markdown
---
title: Product Manager
locations: []
---
```

**Good:**

```markdown
---
title: Product Manager
posted: 2026-03-02
locations: ["Berlin, DE"]
---
```

**Allow:** `# careers: allow job-posting: it is not for search engines` at the end of the line that
is named.

**Source:** Google's [JobPosting structured
data](https://developers.google.com/search/docs/appearance/structured-data/job-posting), required
properties. It gives no length; 200 characters are too few to tell what the job is.
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.checks.support.prose import Prose
from careers.checks.support.words import prose
from careers.posting.frontmatter import Status, Workplace
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

READS_FRONT = True
SEVERITY = Severity.WARNING

_ENOUGH = 200
_REMOTE = frozenset({"remote", "remotely", "anywhere", "distributed", "home", "telecommute"})


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield each field or text that is missing, at the front matter's title or at its own place."""
    meta = posting.meta
    if posting.front is None or posting.front.data is None or meta.status is not Status.OPEN:
        return
    text = prose(posting)
    span = posting.place("title")
    if meta.workplace is Workplace.REMOTE:
        yield from _remote(posting, text)
    elif not meta.locations and posting.front.raw.get("locations") is not None:
        cure = 'add `locations: ["Berlin, DE"]`, or `workplace: remote` with `remote_from`'
        yield Problem(span, "`locations` is empty: Google requires jobLocation", cure)
    if sum(len(p.text) for p in text.passages if p.kind not in ("title", "heading")) < _ENOUGH:
        cure = "say what the person will do, whom you look for, and how you hire"
        yield Problem(span, "the text is too short: Google requires a full description", cure)


def _remote(posting: Posting, text: Prose) -> Iterator[Problem]:
    meta = posting.meta
    if not meta.remote_from and not any(place.country for place in meta.locations):
        yield Problem(
            posting.place("workplace"),
            "a remote job needs a country: Google requires applicantLocationRequirements",
            "add where people may work from: `remote_from: [DE, PT]`",
        )
    if text.words.isdisjoint(_REMOTE):
        yield Problem(
            posting.place("workplace"),
            "the text does not say that the job is remote: Google requires that it does",
            "add a sentence: `You may work from anywhere in Germany.`",
        )
