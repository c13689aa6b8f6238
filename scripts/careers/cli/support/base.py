"""What a change is compared with, and what it brings that was not there before."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from careers.checks import Context, check_all
from careers.files.load import POSTINGS, load_postings
from careers.posting.posting import Posting
from careers.text.diagnostics import CareersError, Finding

if TYPE_CHECKING:
    from careers.files.revision import Base


def find_base(option: str | None) -> Base | None:
    """The base that ``--base`` names, else that of the pull request we run for, else None."""
    if not option and os.environ.get("GITHUB_EVENT_NAME") != "pull_request":
        return None
    from careers.files.revision import read_base
    from careers.github.pull_event import pull_request

    event = None if option else pull_request()
    revision = option or (event and event.pull_request.base.sha)
    return read_base(revision) if revision else None


def require_base(option: str | None) -> Base:
    """The base, where there must be one."""
    base = find_base(option)
    if base is None:
        message = "there is nothing to compare with"
        raise CareersError(message, "give --base REV, for example --base origin/main")
    return base


def all_postings() -> tuple[Posting, ...]:
    """The repository's postings; none where it has no folder of them."""
    return load_postings([POSTINGS]) if Path(POSTINGS).is_dir() else ()


def changed(base: Base, postings: Iterable[Posting]) -> tuple[Posting, ...]:
    """The postings that are new or whose text is another."""
    return tuple(posting for posting in postings if base.changed(posting))


def new_findings(base: Base, context: Context) -> tuple[list[Finding], tuple[Posting, ...]]:
    """The findings that a change answers for, and the postings that it touches.

    That is all in the postings that changed, and what is new in others: a link to a posting that
    is gone, a name that is taken twice now. ``context`` holds all postings as they are now.
    """
    context = replace(context, base=base.posting)
    touched = changed(base, context.postings)
    paths = {posting.path for posting in touched}
    findings = check_all(context)
    if any(finding.path not in paths for finding in findings):
        before = _findings_before(base, context)
        findings = [f for f in findings if f.path in paths or f not in before]
    return findings, touched


def _findings_before(base: Base, context: Context) -> set[Finding]:
    then = replace(
        context,
        settings=base.settings,
        postings=tuple(sorted(base.postings(), key=_order)),
        files=replace(context.files, exists=base.exists),
    )
    try:
        return set(check_all(then))
    except CareersError:  # its settings named a check that does not exist
        return set(check_all(replace(then, settings=context.settings)))


def _order(posting: Posting) -> list[tuple[bool, str]]:
    """As ``load_postings`` lists them: a folder's files, then its folders."""
    path = PurePosixPath(posting.path)
    return [*((True, name) for name in path.parent.parts), (False, path.name)]
