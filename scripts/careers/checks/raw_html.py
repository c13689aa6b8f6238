"""The page keeps all of the HTML that the posting holds.

A posting is anybody's text, so its page keeps the tags that show text and takes away what could
act, load or reach out: scripts, frames, forms, styles. What is taken away is a warning, and so is
a tag whose text goes with it; an attribute that does nothing there is a note. Comments are for
authors and are left alone.

**Bad:**

```markdown
<iframe src="https://example.com/video"></iframe>
```

**Good:**

```markdown
[Watch how we work](https://example.com/video), three minutes.
```

**Allow:** `<!-- careers: allow raw-html: it is for GitHub's own view -->` at the end of the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.checks.support.html import Tag, tags
from careers.markdown.allowed_html import ATTRIBUTES, DROPPED, TAGS
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.WARNING

_INSTEAD = {
    "h1": "write `#` for the title, or `##`",
    "center": "leave it out: the page's style sets the text",
    "font": "leave it out: the page's style sets the text",
    "iframe": "link to it",
    "video": "link to it",
    "audio": "link to it",
    "picture": "write `![what it shows](image.png)`",
    "form": "link to the form",
    "script": "leave it out",
}


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield the tags and attributes that the page will not have."""
    for tag in tags(posting):
        if tag.name == "insert":
            continue  # a gap of a template, which another check tells
        if tag.name not in TAGS:
            what = " and all that it holds" if tag.name in DROPPED else ""
            message = f"the page will be without `<{tag.name}>`{what}"
            cure = _INSTEAD.get(tag.name, "write it in Markdown, or leave it out")
            yield Problem(tag.span, message, cure)
        elif lost := _lost(tag):
            message = f"the page will be without {lost} of `<{tag.name}>`"
            yield Problem(tag.span, message, "leave it out", Severity.NOTE)


def _lost(tag: Tag) -> str:
    kept = ATTRIBUTES.get(tag.name, ())
    return ", ".join(f"`{name[:40]}`" for name in tag.attributes if name not in kept)
