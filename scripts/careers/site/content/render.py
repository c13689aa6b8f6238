"""A posting's Markdown as HTML that may stand in a page, whoever wrote it.

What is changed for the page is changed in the tokens, before they are rendered and sanitised.
Some of it is not known by then, because a text may hold HTML of its author's: which images there
are and which tags end where. That is changed in what the sanitiser writes, where a tag begins with
`<`, ends with the first `>` outside of a value, and nests as it must.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

import nh3
from markdown_it.renderer import RendererHTML
from markupsafe import Markup

from careers.markdown.allowed_html import ATTRIBUTES, DROPPED, TAGS
from careers.markdown.parser import parser
from careers.site.content.headings import placed_headings, without_head
from careers.site.content.links import Targets
from careers.site.content.page_tokens import page_tokens
from careers.site.content.responsive_images import image_files, with_pictures
from careers.site.content.timeline import Stage, drawn, marks_of, stages, steps_of, without_marks
from careers.site.content.trackers import without_trackers

if TYPE_CHECKING:
    from careers.site.model.job import Job
    from careers.site.model.site import Site

# Tag, attribute and value to the value that is kept.
_Filter = Callable[[str, str, str], str | None]
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# A wide table scrolls in its own box, by keyboard too.
_SET = {"img": {"loading": "lazy"}, "table": {"tabindex": "0"}}
# nh3 writes what it sets in any order: one attribute of a tag is set by it, the second here.
_IMAGE = re.compile(r'<img(?: [\w-]+="[^"]*")*(?=>)')
_PRIVATE = r'\g<0> referrerpolicy="no-referrer"'

# What search engines read of a description.
_PLAIN_TAGS = frozenset({"p", "ul", "li", "br"})
_RENAMED = re.compile(r"<(/?)(?:ol|(h[2-6]|pre|tr|dt|dd|summary))(?: [^>]*)?>")
_CELL = re.compile(r"</t[dh]>")
_BLANK = re.compile(r"\n\s*\n+")


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
    stages: tuple[Stage, ...]
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
    ids = frozenset(name for _, name in headings.values())
    steps = steps_of(job.posting, site.settings.stages)
    targets = Targets(site, job, root, ids)
    changed = page_tokens(tokens, headings, marks_of(job.posting, tokens, steps), targets)

    def allowed(tag: str, attribute: str, value: str) -> str | None:
        if attribute == "id":  # raw HTML may repeat a heading's id, never invent one
            return value if value in ids else None
        return targets.filtered(tag, attribute, value)

    raw = "<" in job.posting.source.text
    html = RendererHTML().render(changed, parser().options, {})
    clean, marks = without_marks(sanitised(html, allowed, raw=raw))
    found = stages(clean, marks, steps if marks else (), job.words)
    page = with_pictures(site, drawn(clean, found), targets.images)
    files = image_files(site, targets.images)
    return Text(clean, page, tuple(found), files, targets.documents)


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
        attributes=ATTRIBUTES,
        attribute_filter=allowed,
        url_schemes=set(_SCHEMES),
        link_rel="noopener",
        set_tag_attribute_values=_SET,
    )


@cache
def _plain_cleaner() -> nh3.Cleaner:
    return _cleaner()


def description(html: str) -> str:
    """A rendered text in the few tags that readers of job postings know: p, ul, li, br."""
    renamed = _CELL.sub(" ", _RENAMED.sub(_renamed, html))
    plain = nh3.clean(renamed, tags=set(_PLAIN_TAGS), attributes={})
    return _BLANK.sub("\n", plain).strip()


def _renamed(tag: re.Match[str]) -> str:
    end, paragraph = tag.groups()
    return f"<{end}p>" if paragraph else f"<{end}ul>"
