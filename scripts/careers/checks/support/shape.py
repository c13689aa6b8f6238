"""What kind of file this is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from careers.checks.support.applying import ways_to_apply
from careers.checks.support.bold_headings import bold_headings
from careers.language.vocabulary import Vocabulary, vocabulary
from careers.posting.foreign.names import fields_for, plain
from careers.posting.frontmatter import FrontMatter, Status
from careers.posting.lookup import is_known_to_github
from careers.posting.posting import Posting
from careers.process.section import is_process

if TYPE_CHECKING:
    from careers.checks.support.context import Context

_HEADING = re.compile(
    r"\W*(?:about (?:us|the (?:role|team|position|job|company))|the role|(?:your |key )?"
    r"(?:responsibilities|requirements|qualifications)|who you are|what you['\u2019]ll do|"
    r"(?:responsibilities|skills|requirements|qualifications) and [\w ]{3,20}|"
    r"ideal candidates have|nice[- ]to[- ]haves?|(?:interview|hiring) process|how we hire|"
    r"compensation and benefits)\W*",
    re.IGNORECASE,
)
_LINE = 60
_READ = 200  # characters of a heading
# The sections that only a posting has.
_KINDS = ("role", "requirements", "nice-to-have")
# What only a posting has, in whatever language its field is called.
_OWN = {"closes", "employment", "locations", "salary", "apply", "workplace"}
# Fields of a posting, whoever publishes it.
_FIELDS = (FrontMatter.model_fields.keys() - {"title", "language"}) | {
    "company", "contract", "deadline", "department", "expires", "job", "job_title", "location",
    "position", "pay", "remote", "role", "validthrough", "work_type",
}  # fmt: skip


def is_other_file(posting: Posting) -> bool:
    """Whether it can be read, and is no posting: it has no page, and takes no application."""
    written = posting.readable and bool(posting.source.text.strip())
    return written and not looks_like_posting(posting)


@lru_cache(maxsize=4)  # nearly every check asks about the posting in hand
def looks_like_posting(posting: Posting) -> bool:
    """Whether a file means to be a posting; a page that was moved or an exercise does not."""
    if posting.front is not None and _speaks_of_a_job(posting.front.raw):
        return True
    if is_known_to_github(posting) or _is_about_hiring(posting):
        return False
    headings = [heading.text for heading in posting.body.headings]
    if any(_announces(posting, heading) or is_process(heading) for heading in headings):
        return True
    if any(bold.kind in _KINDS for bold in bold_headings(posting)):
        return True
    if any(_announces(posting, line) for line in _lines(posting)) or ways_to_apply(posting):
        return True
    words = _words(posting)
    return words is not None and words.is_job(_title(posting))


def _lines(posting: Posting) -> Iterator[str]:
    """The short lines of their own that end in a colon: `Qualifications:`."""
    for inline in posting.body.inlines.values():
        content = inline.content.rstrip()
        if content.endswith(":") and len(content) <= _LINE and "\n" not in content:
            yield content


def _speaks_of_a_job(fields: Mapping[str, object]) -> bool:
    """Whether a front matter is that of a posting; a page of a site has fields of its own."""
    names = {plain(str(name)) for name in fields}
    known = not names - FrontMatter.model_fields.keys() or not names.isdisjoint(_FIELDS)
    return known or any(set(fields_for(name)) & _OWN for name in names)


def _is_about_hiring(posting: Posting) -> bool:
    """Whether the title, or every heading, says that it is a page on how the company hires."""
    words, title = _words(posting), _title(posting)
    if not title and posting.body.headings:
        return all(is_process(heading.text) for heading in posting.body.headings)
    return words is not None and words.section(title) in ("process", "apply")


def _title(posting: Posting) -> str:
    """What its front matter or a heading of the first level calls a file."""
    first = next((h.text for h in posting.body.headings if h.level == 1), None)
    return (posting.meta.title or first or "")[:_READ]


def _announces(posting: Posting, heading: str) -> bool:
    if _HEADING.fullmatch(heading[:200]):
        return True
    words = _words(posting)
    return words is not None and words.tag != "en" and words.section(heading[:200]) in _KINDS


def _words(posting: Posting) -> Vocabulary | None:
    return vocabulary(posting.language.tag or "en")


def is_section(heading: str, posting: Posting, context: Context) -> bool:
    """Whether a heading is that of a section, such as "Overview", and no job's title."""
    words = context.vocabulary(posting)
    return words is not None and words.section(heading[:_READ]) is not None


def tells_job(posting: Posting, context: Context) -> bool:
    """Whether a title, or the only heading of the first level, tells the job."""
    if posting.meta.title:
        return True
    first, *more = [h.text for h in posting.body.headings if h.text and h.level == 1] or [""]
    return bool(first) and not (more or first.endswith("?") or is_section(first, posting, context))


def is_open(posting: Posting) -> bool:
    """Whether it is a posting that takes applications."""
    return posting.meta.status is Status.OPEN and looks_like_posting(posting)
