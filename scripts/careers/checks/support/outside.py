"""The addresses of other hosts that postings link to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag, urlsplit

from careers.checks.support.html import tags
from careers.checks.support.placeholders import is_placeholder_target
from careers.posting.posting import Posting
from careers.text.diagnostics import Span

_LONGEST = 2_000
_WEB = re.compile(r"https?://[^\s\x00-\x20]+", re.IGNORECASE)


def outside_links(posting: Posting) -> Iterator[tuple[str, Span]]:
    """Each link and image of another host, its fragment cut off, in the order of the text."""
    if posting.meta.apply and (address := _address(posting.meta.apply)):
        yield address, posting.place("apply")
    for link in posting.body.links:
        if address := _address(link.target):
            yield address, link.span
    for tag in tags(posting):
        for name in ("href", "src"):
            if address := _address(tag.attributes.get(name, "")):
                yield address, tag.span


def outside_addresses(postings: Iterable[Posting]) -> list[str]:
    """Every address once, in order."""
    found = (address for posting in postings for address, _ in outside_links(posting))
    return list(dict.fromkeys(found))


def _address(target: str) -> str:
    target = f"https:{target}" if target.startswith("//") else target.strip()
    if len(target) > _LONGEST or not _WEB.fullmatch(target) or is_placeholder_target(target):
        return ""
    try:
        parts = urlsplit(target)
        # Names and passwords are nobody's to send.
        sound = parts.hostname and "@" not in parts.netloc and parts.port != 0
    except ValueError:
        return ""
    return urldefrag(target).url if sound else ""
