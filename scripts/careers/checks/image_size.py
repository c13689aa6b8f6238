"""Images are no larger than a page needs.

People read postings on the way to work. An image of more than 500 kB, or of more than 3,000
pixels in width or height, costs them seconds and shows nothing more. An image that is not there
is left to the check of links.

**Bad:**

```text
images/team.png    4,032 by 3,024 pixels, 6.1 MB
```

**Good:**

```text
images/team.jpg    1,600 by 1,200 pixels, 180 kB
```

**Allow:** `<!-- careers: allow image-size: people zoom into this map -->` at the end of the line.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from careers.checks.support.context import Context
from careers.checks.support.html import tags
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity, Span

SEVERITY = Severity.WARNING

MAX_BYTES = 500_000
MAX_PIXELS = 3_000

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#|$")


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield the images that are too large."""
    for target, span in _images(posting):
        if _ELSEWHERE.match(target) or "\0" in target:
            continue
        name = unquote(target.partition("?")[0].partition("#")[0])
        folder = "" if name.startswith("/") else posixpath.dirname(posting.path.replace("\\", "/"))
        path = posixpath.normpath(posixpath.join(folder, name.lstrip("/")))
        size = context.files.image_size(path)
        if size is None:
            continue
        sides = [side for side in (size.width, size.height) if side]
        if size.bytes > MAX_BYTES:
            message = f"the image has {size.bytes / 1000:,.0f} kB; {MAX_BYTES // 1000} are plenty"
            yield Problem(span, message, "scale it down, or save it as JPEG or WebP")
        elif max(sides, default=0) > MAX_PIXELS:
            message = f"the image has {' by '.join(f'{side:,}' for side in sides)} pixels"
            yield Problem(span, message, f"scale it to {MAX_PIXELS:,} at most; 1,600 are plenty")


def _images(posting: Posting) -> Iterator[tuple[str, Span]]:
    for link in posting.body.links:
        if link.image:
            yield link.target.strip(), link.span
    for tag in tags(posting):
        if tag.name == "img":
            yield tag.attributes.get("src", "").strip(), tag.span
