"""A posting's Markdown as HTML that may stand in a page, whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import nh3
from markupsafe import Markup

from careers.markdown.allowed_html import ATTRIBUTES, DROPPED, TAGS
from careers.markdown.parser import parser
from careers.site.content.headings import placed_headings, without_head
from careers.site.content.links import Targets
from careers.site.content.renderer import Changes, Renderer
from careers.site.content.timeline import Stage, drawn, marks_of, stages, steps_of, without_marks
from careers.site.content.trackers import without_trackers

if TYPE_CHECKING:
    from careers.process import Step
    from careers.site.i18n.words import Words
    from careers.site.model.site import Job, Site

# Tag, attribute and value to the value that is kept.
_Filter = Callable[[str, str, str], str | None]
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_RENDERER = Renderer()
# A wide table scrolls in its own box, by keyboard too.
_SET = {"img": {"loading": "lazy"}, "table": {"tabindex": "0"}}
# nh3 writes what it sets in any order: one attribute of a tag is set by it, the second here.
_IMAGE = re.compile(r'<img(?: [\w-]+="[^"]*")*(?=>)')
_PRIVATE = r'\g<0> referrerpolicy="no-referrer"'

# What search engines read of a description: <p> <ul> <li> <br>.
_PLAIN_TAGS = frozenset({"p", "ul", "li", "br"})
# Where a sanitised text has these alone, and no paragraph in a heading, dropping the tags that are
# not wanted leaves what a second pass through the sanitiser would: the tags nest as they must.
_SIMPLE = _PLAIN_TAGS | {"h2", "h3", "h4", "h5", "h6", "ol", "strong", "em", "a", "code", "img"}
_OTHER = re.compile(rf"<(?!/?(?:{'|'.join(sorted(_SIMPLE))})[ >])")
_MARKUP = re.compile(r'</?(?:strong|em|a|code|img)(?: [\w-]+="[^"]*")*>')
_IN_HEADING = re.compile(r"<h([2-6])[^>]*>(?:(?!</h\1).)*<(?:p|[ou]l|li|h[2-6])\b", re.DOTALL)
_ODD = re.compile("&(?!(?:amp|lt|gt|nbsp);)")
_RENAMED = re.compile(r"<(/?)(?:ol|(h[2-6]|pre|tr|dt|dd|summary))(?: [^>]*)?>")
_CELL = re.compile(r"</t[dh]>")
_BLANK = re.compile(r"\n\s*\n+")


@dataclass(frozen=True, slots=True)
class Text:
    """A text ready for its page, and the local images that it shows, by their path.

    ``marks`` are where the steps of its process begin; ``documents`` are the Markdown files that
    it links to, by their path, and ``links`` what the site told of postings (``Site.at``).
    """

    html: str
    images: dict[str, bytes]
    marks: tuple[tuple[int, int], ...] = ()
    steps: tuple[Step, ...] = ()
    documents: dict[str, bytes] = field(default_factory=dict)
    links: dict[str, str | None] = field(default_factory=dict)
    _stages: dict[Words, list[Stage]] = field(default_factory=dict, compare=False, repr=False)

    def stages(self, words: Words) -> list[Stage]:
        """The stages of its interview process; none where it has no list of them."""
        if words not in self._stages:
            self._stages[words] = stages(self.html, self.marks, self.steps, words)
        return self._stages[words]

    def drawn(self, words: Words) -> Markup:
        """The text with its interview process drawn as a timeline."""
        return drawn(self.html, self.stages(words))


def render(site: Site, job: Job, root: str) -> Text:
    """Render a posting's text. ``root`` leads from its page to the site's first page.

    The title and a logo above it are left to the page. Headings begin at level 2 and carry
    GitHub's ids; links that lead nowhere are text; what could act, load or reach out is gone.
    """
    tokens = without_head(job.posting)
    headings = placed_headings(job.posting, tokens)
    ids = frozenset(name for _, name in headings.values())
    steps = steps_of(job.posting, site.settings.stages)
    targets = Targets(site, job, root, ids)
    changes = Changes(headings, marks_of(job.posting, tokens, steps), targets)
    html = _RENDERER.render(tokens, parser().options, {"changes": changes})

    def allowed(tag: str, attribute: str, value: str) -> str | None:
        if attribute == "id":  # raw HTML may repeat a heading's id, never invent one
            return value if value in ids else None
        return targets.filtered(tag, attribute, value)

    raw = "<" in job.posting.source.text
    clean, marks = without_marks(sanitised(html, allowed, raw=raw))
    steps = steps if marks else ()
    return Text(clean, targets.images, marks, steps, targets.documents, targets.links)


def rendered(site: Site, job: Job) -> Text:
    """A job's text as its own page shows it, rendered once however many ask for it."""
    texts: dict[str, Text] = site.shared.setdefault("texts", {})
    if job.slug not in texts:
        text = render(site, job, "../")
        # Postings show the same logo: its bytes are kept once.
        kept: dict[str, bytes] = site.shared.setdefault("images", {})
        for path, data in text.images.items():
            text.images[path] = kept.setdefault(path, data)
        texts[job.slug] = text
    return texts[job.slug]


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


def described(site: Site, job: Job) -> str:
    """A job's text in the tags that readers of job postings know, made once."""
    made: dict[str, str] = site.shared.setdefault("descriptions", {})
    if job.slug not in made:
        made[job.slug] = description(rendered(site, job).html)
    return made[job.slug]


def description(html: str) -> str:
    """A rendered text in the few tags that readers of job postings know: p, ul, li, br."""
    simple = not (_OTHER.search(html) or _IN_HEADING.search(html) or _ODD.search(html))
    html = _RENAMED.sub(_renamed, html)
    if simple:
        plain = _MARKUP.sub("", html)
    else:
        plain = nh3.clean(_CELL.sub(" ", html), tags=set(_PLAIN_TAGS), attributes={})
    return _BLANK.sub("\n", plain).strip()


def _renamed(tag: re.Match[str]) -> str:
    end, paragraph = tag.groups()
    return f"<{end}p>" if paragraph else f"<{end}ul>"
