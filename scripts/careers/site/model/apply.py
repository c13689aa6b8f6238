"""Where a posting says that one applies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from careers.checks.support.applying import way_to_apply
from careers.posting.field_types import FORM
from careers.posting.slugs import address

if TYPE_CHECKING:
    from careers.posting.posting import Posting
    from careers.settings import ApplySettings

_PLACEHOLDER = re.compile(r"(?:https?://|mailto:)?(?:todo|tbd|fixme|xxx)\b", re.IGNORECASE)


def is_placeholder(target: str) -> bool:
    """Whether a link's target stands for one that is still to come."""
    return target.strip() in ("", "#") or bool(_PLACEHOLDER.match(target.strip()))


def apply_target(posting: Posting) -> str | None:
    """The front matter's ``apply``, else what the text says; placeholders are passed over."""
    if given := posting.meta.apply:
        return None if given == FORM or is_placeholder(given) else given
    way = way_to_apply(posting)
    return way.target if way else None


def default_target(posting: Posting, ways: ApplySettings) -> str | None:
    """The company's own way to apply, filled in; a translation leads to where its original does.

    ``form`` where that is the form on the posting's page.
    """
    return filled(ways.default, posting) if ways.default else None


def form_receivers(ways: ApplySettings) -> list[str]:
    """The origins that the form may be sent to, by a Content-Security-Policy."""
    scheme, host, *_ = urlsplit(ways.form or "")
    return list(dict.fromkeys([f"{scheme}://{host}", *ways.form_hosts]))


def filled(url: str, posting: Posting) -> str:
    """An address of the settings, for one job, called there as in its page's address."""
    return url.replace("{slug}", quote(address(posting.job), safe=""))


def with_subject(target: str, subject: str) -> str:
    """A mail address with a subject, unless it has one; any other target as it is."""
    if not target.lower().startswith("mailto:") or "?" in target:
        return target
    return f"{target}?subject={quote(subject, safe='')}"
