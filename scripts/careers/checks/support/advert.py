"""Whether a file speaks of one job, and to those who might apply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careers.checks.support.applying import ways_to_apply
from careers.checks.support.words import prose

if TYPE_CHECKING:
    from careers.checks.support.context import Context
    from careers.posting.posting import Posting

# Fields that nobody else's postings have under these names.
_OURS = {"status", "posted", "closes", "workplace", "employment", "remote_from", "stages"}
_READ = 200  # characters of a title


def names_a_job(posting: Posting, context: Context) -> bool:
    """Whether a file is careers' own, or its title names a job: it is no list of jobs."""
    if _is_ours(posting):
        return True
    words = context.vocabulary(posting)
    return words is None or words.is_job(posting.title[:_READ])


def asks_to_apply(posting: Posting, context: Context) -> bool:
    """Whether readers are asked to apply; what a handbook says of a role does not."""
    given = posting.meta.apply or context.settings.apply.default
    if given or _is_ours(posting) or ways_to_apply(posting):
        return True
    words = context.vocabulary(posting)
    if words is None:
        return False
    headings = (heading.text[:_READ] for heading in posting.body.headings)
    told = any(words.section(heading) in ("apply", "process") for heading in headings)
    return told or words.apply_sentences.within(prose(posting).text)


def _is_ours(posting: Posting) -> bool:
    return posting.front is not None and not _OURS.isdisjoint(map(str, posting.front.raw))
