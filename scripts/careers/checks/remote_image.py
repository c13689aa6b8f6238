"""Images come from the repository, not from another host.

An image on another host tells that host who reads the posting, is gone when somebody tidies up
there, and makes the page wait. One from the company's own site (`[company] url` in
`careers.toml`) is left alone. Said once for each address in a file. `careers fix --images` fetches
each image, keeps it as `images/…` beside the posting and changes the address in the text.

**Bad:**

```markdown
![Our office under the roof](https://images.example.net/office.png)
```

**Good:**

```markdown
![Our office under the roof](images/office.png)
```

**Allow:** `<!-- careers: allow remote-image: the badge must be live -->` at the end of the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from careers.checks.support.context import Context
from careers.checks.support.html import tags
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity, Span

SEVERITY = Severity.NOTE


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield the images of other hosts."""
    seen: set[str] = set()
    for target, span in remote_images(posting, context):
        if target not in seen:
            seen.add(target)
            message = f"the image is loaded from another host, `{_host(target)[:80]}`"
            cure = "keep it in the repository: `careers fix --images` fetches it into `images/`"
            yield Problem(span, message, cure)


def remote_images(posting: Posting, context: Context) -> Iterator[tuple[str, Span]]:
    """Every image of another host that is not the company's, each time it is shown."""
    company, site = context.settings.company.url, context.settings.site.url
    domains = {host for host in map(_host, (company or "", site)) if host}
    for target, span in _images(posting):
        host = _host(target)
        if host and not any(_within(host, domain) for domain in domains):
            yield target, span


def _images(posting: Posting) -> Iterator[tuple[str, Span]]:
    for link in posting.body.links:
        if link.image:
            yield link.target, link.span
    for tag in tags(posting):
        if tag.name == "img":
            yield tag.attributes.get("src", ""), tag.span


def _host(target: str) -> str:
    if not target.lower().startswith(("http://", "https://", "//")):
        return ""
    try:
        return urlsplit(target).hostname or ""
    except ValueError:
        return ""


def _within(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain.removeprefix('www.')}")
