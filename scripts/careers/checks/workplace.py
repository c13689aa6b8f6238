"""What the text says of remote and office work agrees with the front matter.

`workplace` says on-site, hybrid or remote; job boards and search engines filter by it. Found are
claims in the title or the text that cannot be true beside it: `fully remote`, `all-remote team`,
`(Remote)` in the title of a job on site, `on-site only` or `hybrid role` in a remote one. That
interviews are remote, that some people may work from home, and what a sentence denies, is no
contradiction. Without `workplace` nothing is checked.

**Bad:**

```markdown
---
workplace: on-site
---

This is a fully remote role.
```

**Good:**

```markdown
---
workplace: remote
remote_from: PT
---

This is a fully remote role.
```

**Allow:** `<!-- careers: allow workplace: the team is remote, this job is not -->` at the end
of the line.

**Source:** Google's [JobPosting](https://developers.google.com/search/docs/appearance/structured-data/job-posting):
`TELECOMMUTE` is for jobs that are wholly remote, and the text must say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.checks.support.phrases import negated
from careers.checks.support.prose import Prose
from careers.checks.support.shape import looks_like_posting
from careers.checks.support.words import prose
from careers.posting.frontmatter import Workplace
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

READS_FRONT = True
SEVERITY = Severity.WARNING

_JOB = r"(?:position|role|job|opportunity|opening)"
_TEAM = r"(?:team|company|organi[sz]ation|workforce)"
_FULLY = r"(?:(?:fully|100 ?%|completely|entirely|purely|permanently)[ -]|all-)"
_CLAIMS = {
    Workplace.REMOTE: re.compile(
        rf"\b{_FULLY}remote(?: {_JOB}| {_TEAM})?\b(?! (?:interview|call|onboarding|process))"
        rf"|\bremote(?:-only)? {_JOB}\b(?! (?:board|market|site))"
        rf"|\b{_JOB} is (?:fully |100 ?% )?remote\b|\bremote only\b|\bwork from anywhere\b"
    ),
    Workplace.HYBRID: re.compile(rf"\bhybrid {_JOB}\b|\b{_JOB} is hybrid\b|\bhybrid working\b"),
    Workplace.ON_SITE: re.compile(
        rf"\bon-?site only\b|\b(?:fully|100 ?%) on-?site\b|\bon-?site {_JOB}\b"
        rf"|\b{_JOB} is (?:fully |100 ?% )?on-?site\b|\b(?:in-)?office[- ]only\b"
        rf"|\bin-office {_JOB}\b|\b(?:not|isn't|cannot be) (?:a )?remote {_JOB}\b"
        r"|\bno remote work\b|\bremote work is not (?:possible|available)\b"
    ),
}
_DENIALS = re.compile(r"\b(?:not|isn't|cannot|no)\b")
_TITLE = re.compile(r"(?:[(\[,|/\u2013—-]\s*)(remote|hybrid|on-?site)\s*(?:[)\],|/\u2013—-]|$)")
_WORDS = frozenset({"remote", "hybrid", "onsite", "site", "office", "anywhere"})


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield every claim that contradicts ``workplace``."""
    workplace = posting.meta.workplace
    if posting.front is None or workplace is None:
        return
    text = prose(posting)
    if not looks_like_posting(posting) or text.words.isdisjoint(_WORDS):
        return
    for claim, start, end in _claims(text):
        if claim is not workplace:
            yield Problem(
                text.span(start, end),
                f"`{' '.join(text.text[start:end].split())}`, but the front matter says "
                f"`workplace: {workplace}`",
                f"write `workplace: {claim}`, or mend the text",
            )


def _claims(text: Prose) -> Iterator[tuple[Workplace, int, int]]:
    for passage in text.passages:
        if passage.kind == "title" or (passage.kind == "heading" and passage.start < _top(text)):
            for match in _TITLE.finditer(passage.text.lower()):
                word = match[1].replace("onsite", "on-site")
                yield Workplace(word), passage.start + match.start(1), passage.start + match.end(1)
    for claim, pattern in _CLAIMS.items():
        for match in pattern.finditer(text.lower):
            # A denial is a part of some claims ("not a remote role"); else it turns them round.
            if _DENIALS.match(match[0]) or not negated(text, match.start()):
                yield claim, match.start(), match.end()


def _top(text: Prose) -> int:
    """Where the first heading ends: the title, where there is one in the body."""
    return next((p.end for p in text.passages if p.kind == "heading"), 0)
