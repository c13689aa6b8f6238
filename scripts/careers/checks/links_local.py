"""Links and images inside the repository lead somewhere.

Found are relative links to files that do not exist, fragments (`#benefits`) that no heading has, of
this file or of the posting that is linked, and addresses that only work on one machine:
`/absolute/paths`, a drive's letter, `file:`, `javascript:`, `localhost`. Fragments are compared as
GitHub does, whatever their case. `#apply` leads to the form, where the page has one.

**Bad:**

```markdown
Read about [our benefits](../benefit.md) and [the role](#teh-role).
```

**Good:**

```markdown
Read about [our benefits](../benefits.md) and [the role](#the-role).
```

**Allow:** `<!-- careers: allow links-local: the file is built -->` at the end of the line.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote, urlsplit

from careers.checks.support.context import Context
from careers.checks.support.html import tags
from careers.checks.support.placeholders import is_placeholder_target
from careers.posting.field_types import FORM
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity, Span

SEVERITY = Severity.ERROR

_REMOTE = re.compile(r"(?:https?:)?//(?!(?:localhost|127\.\d|0\.0\.0\.0|\[::1\])(?:[:/]|$|\.\d))")
_MACHINE = re.compile(
    r"(?:https?:)?//(?:localhost|127\.|0\.0\.0\.0|\[::1\])|file:|javascript:|vbscript:|[A-Za-z]:[\\/]",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
# markdown-it leaves these as text, as GitHub does: a reader sees the brackets.
_REFUSED = re.compile(r"\]\(<?((?:javascript|vbscript|file|data):[^)\s]*)", re.IGNORECASE)
_ID = re.compile(r"\b(?:id|name)\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_SLUG = re.compile(r"[^\w\- ]")
_FORM = "#apply"
"""Where the page has its form, below the text."""


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield the links that lead nowhere."""
    for link in posting.body.links:
        if not _REMOTE.match(link.target):
            yield from _judge(posting, context, link.target, link.span)
    for tag in tags(posting):
        for target in (tag.attributes.get("href"), tag.attributes.get("src")):
            if target is not None and not _REMOTE.match(target):
                yield from _judge(posting, context, target, tag.span)
    if _REFUSED.search(posting.source.text):
        for inline in posting.body.inlines.values():
            for match in _REFUSED.finditer(inline.prose):
                yield _machine(inline.span(*match.span(1)), match[1])


def _judge(posting: Posting, context: Context, target: str, span: Span) -> Iterator[Problem]:
    target = unquote(target).strip()
    if is_placeholder_target(target):
        return
    if _MACHINE.match(target) or target.startswith(("/", "\\")):
        yield _machine(span, target)
    elif target.startswith("#"):
        form = target == _FORM and _has_form(posting, context)
        if not form and not _has_fragment(posting, target[1:]):
            cure = "the fragment is the heading in small letters, hyphens for spaces"
            yield Problem(span, f"no heading of this file is `{target[:80]}`", cure)
    elif not _SCHEME.match(target):
        yield from _file(posting, context, target, span)


def _has_form(posting: Posting, context: Context) -> bool:
    return (posting.meta.apply or context.settings.apply.default) == FORM


def _machine(span: Span, target: str) -> Problem:
    message = f"`{target[:80]}` leads nowhere for other people"
    return Problem(span, message, "write a web address, or a path relative to this file")


def _file(posting: Posting, context: Context, target: str, span: Span) -> Iterator[Problem]:
    try:
        path = urlsplit(target).path
    except ValueError:
        path = target
    path_here = posting.path.replace("\\", "/")
    resolved = posixpath.normpath(posixpath.join(posixpath.dirname(path_here), path))
    if resolved.startswith("..") and not path_here.startswith(".."):
        cure = "link the web address of the file"
        yield Problem(span, f"`{target[:80]}` leads out of the repository", cure)
    elif path and "\0" not in path and not context.files.exists(resolved):
        cure = "write the path relative to this file"
        yield Problem(
            span, f"`{target[:80]}` leads to no file: there is no `{resolved[:120]}`", cure
        )
    elif (
        (fragment := target.partition("#")[2])
        and (other := context.posting(resolved))
        and not _has_fragment(other, fragment)
    ):
        cure = "the fragment is the heading in small letters, hyphens for spaces"
        yield Problem(span, f"no heading of `{resolved[:80]}` is `#{fragment[:80]}`", cure)


def _has_fragment(posting: Posting, fragment: str) -> bool:
    wanted = fragment.casefold().removeprefix("user-content-")
    return wanted in ("", "top") or wanted in _fragments(posting)


def _fragments(posting: Posting) -> set[str]:
    """GitHub's fragments: small letters, no punctuation, hyphens for spaces, then a number."""
    found: dict[str, int] = {}
    names = set()
    for heading in posting.body.headings:
        slug = slugify(heading.anchor)
        number = found.get(slug, 0)
        found[slug] = number + 1
        names.add(f"{slug}-{number}" if number else slug)
    if "=" in posting.source.text:
        names |= {name.casefold() for name in _ID.findall(posting.source.text)}
    return names


@cache
def slugify(text: str) -> str:
    """The fragment that GitHub gives to a heading."""
    return _SLUG.sub("", text.casefold().strip()).replace(" ", "-")
