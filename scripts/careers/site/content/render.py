"""A posting's Markdown as HTML that may stand in a page, whoever wrote it.

What is changed for the page is changed in the tokens, before they are rendered and sanitised.
Some of it is not known by then, because a text may hold HTML of its author's: which images there
are and which tags end where. That is changed in what the sanitiser writes, where a tag begins with
`<`, ends with the first `>` outside of a value, and nests as it must.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

import nh3
from markupsafe import Markup

from careers.markdown.allowed_html import ATTRIBUTES, DROPPED, TAGS
from careers.markdown.footnotes import with_footnotes_last
from careers.markdown.parser import to_html
from careers.site.content.description import description
from careers.site.content.github_markup import BACK, CLASSES, with_markup
from careers.site.content.headings import placed_headings, without_head
from careers.site.content.links import Targets
from careers.site.content.page_tokens import page_tokens
from careers.site.content.responsive_images import image_files, with_pictures
from careers.site.content.scorecard import without_scorecard
from careers.site.content.slots import with_slots
from careers.site.content.timeline import (
    TimelineStep,
    drawn,
    marks_of,
    stages,
    steps_of,
    without_marks,
)
from careers.site.content.trackers import without_trackers

if TYPE_CHECKING:
    from markdown_it.token import Token

    from careers.site.model.job import Job
    from careers.site.model.site import Site

# Tag, attribute and value to the value that is kept.
_Filter = Callable[[str, str, str], str | None]
_NAMING = ("id", "aria-label")
# Beside what an author may write: the ways to a footnote and back.
_ATTRIBUTES = ATTRIBUTES | {"a": {*ATTRIBUTES["a"], *_NAMING}, "li": {"id"}}
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# A wide table scrolls in its own box, by keyboard too.
_SET = {"img": {"loading": "lazy"}, "table": {"tabindex": "0"}}
# nh3 writes what it sets in any order: one attribute of a tag is set by it, the second here.
_IMAGE = re.compile(r'<img(?: [\w-]+="[^"]*")*(?=>)')
_PRIVATE = r'\g<0> referrerpolicy="no-referrer"'


@dataclass(frozen=True)
class Text:
    """A text ready to be published: all that is made of it, at once.

    ``html`` is for readers of feeds, ``page`` the same with its interview process drawn as a
    timeline and its images in several sizes. ``stages`` are those of the process, ``files`` the
    images that it shows, by their path in the site, ``documents`` the Markdown files that it links
    to, by their path in the repository.
    """

    html: str
    page: Markup
    stages: tuple[TimelineStep, ...]
    files: Mapping[str, bytes]
    documents: Mapping[str, bytes]

    @cached_property
    def description(self) -> str:
        """The text in the tags that readers of job postings know."""
        return description(self.html)


def render(site: Site, job: Job, root: str = "../") -> Text:
    """Render a job's text. ``root`` leads from its page to the site's first page.

    The title and a logo above it are left to the page. Headings begin at level 2 and carry
    GitHub's ids; links that lead nowhere are text; what could act, load or reach out is gone.
    """
    tokens = without_head(job.posting)
    headings = placed_headings(job.posting, tokens)
    steps = steps_of(job.posting, site.settings)
    begins = marks_of(job.posting, tokens, steps)
    targets = Targets(site, job, root, frozenset(name for _, name in headings.values()))
    marked = with_markup(tokens, begins, job.words)
    changed = page_tokens(marked, headings, begins, targets)
    shown = with_footnotes_last(changed, job.words(BACK))
    names = frozenset(_names(shown))
    free = set(names)

    def allowed(tag: str, attribute: str, value: str) -> str | None:
        if attribute in _NAMING:  # raw HTML may take an id of the text's, never invent one
            taken = value in free
            free.discard(value)
            return value if taken else None
        if attribute == "class":
            return value if set(value.split()) <= CLASSES.get(tag, set()) else None
        if attribute == "href" and value[:1] == "#" and value[1:] in names:
            return value
        return targets.filtered(tag, attribute, value)

    raw = "<" in job.posting.source.text
    html = to_html(shown)
    clean, marks = without_marks(without_scorecard(sanitised(html, allowed, raw=raw)))
    found = stages(clean, marks, steps if marks else (), job.words)
    page = with_pictures(site, with_slots(drawn(clean, found)), targets.images)
    files = image_files(site, targets.images)
    return Text(clean, page, tuple(found), files, targets.documents)


def _names(tokens: Iterable[Token]) -> Iterator[str]:
    """The ids that were given, and the names of what has no words."""
    for token in tokens:
        for one in (token, *(token.children or ())):
            yield from (str(one.attrs[name]) for name in _NAMING if name in one.attrs)


def sanitised(html: str, allowed: _Filter, *, raw: bool) -> str:
    """Sanitised HTML; ``allowed`` has a say where some of it may be ``raw``, its author's own.

    The ids and targets of all other HTML were decided before it was written.
    """
    clean = (_cleaner(allowed) if raw else _plain_cleaner()).clean(html)
    if "<img" in clean:
        clean = _IMAGE.sub(_PRIVATE, without_trackers(clean))
    return clean.strip()


def _cleaner(allowed: _Filter | None = None) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=set(DROPPED),
        attributes=_ATTRIBUTES,
        allowed_classes=CLASSES,
        attribute_filter=allowed,
        url_schemes=set(_SCHEMES),
        link_rel="noopener",
        set_tag_attribute_values=_SET,
    )


@cache
def _plain_cleaner() -> nh3.Cleaner:
    return _cleaner()
