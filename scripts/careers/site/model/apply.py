"""Where a posting says that one applies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from careers.checks.support.applying import way_to_apply

if TYPE_CHECKING:
    from careers.posting.posting import Posting

_PLACEHOLDER = re.compile(r"(?:https?://|mailto:)?(?:todo|tbd|fixme|xxx)\b", re.IGNORECASE)


def is_placeholder(target: str) -> bool:
    """Whether a link's target stands for one that is still to come."""
    return target.strip() in ("", "#") or bool(_PLACEHOLDER.match(target.strip()))


def apply_target(posting: Posting) -> str | None:
    """The front matter's ``apply``, else what the text says; placeholders are passed over."""
    if posting.meta.apply:
        return None if is_placeholder(posting.meta.apply) else posting.meta.apply
    way = way_to_apply(posting)
    return way.target if way else None


def default_target(posting: Posting, url: str | None) -> str | None:
    """The company's own way to apply, filled in; a translation leads to where its original does."""
    return url.replace("{slug}", quote(posting.job, safe="")) if url else None


def with_subject(target: str, subject: str) -> str:
    """A mail address with a subject, unless it has one; any other target as it is."""
    if not target.lower().startswith("mailto:") or "?" in target:
        return target
    return f"{target}?subject={quote(subject, safe='')}"
