"""The interview process of a posting's text, drawn as its stages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape

from careers.process import read_process
from careers.site.content.durations import duration
from careers.site.content.step_words import (
    named_before,
    own_name,
    says_no_more,
    stage_label,
    without_time,
)

if TYPE_CHECKING:
    from markdown_it.token import Token

    from careers.posting.posting import Posting
    from careers.process import Step
    from careers.settings import Settings
    from careers.site.i18n.words import Words

# Marks the beginning of a step while the text passes the sanitiser; no author's mark survives.
# A text is kept free of control characters, and its HTML so in as few bytes as can be.
_MARK = re.compile("\2(\\d+)\3")
_ITEM = re.compile(r"<li\b[^>]*>|</li>")
_LIST = re.compile(r"<([ou]l)((?: start=\"\d+\")?)>\s*$")
_LABEL = re.compile(r"<strong>([^<]{1,80})</strong>[\s:.\u2013\u2014-]*")
_NESTED = re.compile(r"<[ou]l\b")
_OPENING = re.compile(r"<li\b[^>]*>\s*(?:<p>)?")


class TimelineStep(NamedTuple):
    """A step as the page shows it.

    ``name`` is its label's (None where the step names none), ``label`` the same for people,
    ``takes`` how long it takes in the author's words, ``html`` what happens.
    """

    name: str | None
    label: str
    takes: str
    html: Markup
    start: int
    end: int


def steps_of(posting: Posting, settings: Settings) -> tuple[Step, ...]:
    """The steps of a posting's process."""
    return read_process(posting, settings).steps


def marks_of(posting: Posting, tokens: list[Token], steps: tuple[Step, ...]) -> dict[int, str]:
    """A mark for each step that is an item of a list, by the index of its text's token."""
    lines = {step.span.line: index for index, step in enumerate(steps)}
    first = posting.body.first_line
    made = {}
    for index, text in enumerate(tokens, -2):
        if not lines:
            break
        if text.type == "inline" and index >= 0 and tokens[index].type == "list_item_open":
            number = lines.pop(text.map[0] + first, None) if text.map else None
            if number is not None:
                made[index + 2] = f"\2{number}\3"
    return made


def without_marks(html: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text as it was, and where each step began: (number of the step, offset).

    None where the marks are not those that were set, each once and in order.
    """
    places, parts, at, length = [], [], 0, 0
    for mark in _MARK.finditer(html):
        start, end = mark.span()
        parts.append(html[at:start])
        length += start - at
        places.append((int(mark[1][:6]), length))
        at = end
    numbers = [number for number, _ in places]
    ordered = numbers == sorted(set(numbers))
    return "".join([*parts, html[at:]]), tuple(places) if ordered else ()


def stages(
    html: str, marks: tuple[tuple[int, int], ...], steps: tuple[Step, ...], words: Words
) -> list[TimelineStep]:
    """The stages of a rendered text, in their order there."""
    made: list[TimelineStep] = []
    for number, offset in marks:
        start = html.rfind("<li", 0, offset + 1)
        end = _end(html, start)
        if number >= len(steps) or start < 0 or end < 0 or (made and start < made[-1].end):
            return []
        made.append(_stage(steps[number], html, start, end, words))
    return made


def _end(html: str, start: int) -> int:
    """Where the item ends that begins at ``start``; -1 where it does not."""
    depth = 0
    for tag in _ITEM.finditer(html, max(start, 0)):
        depth += -1 if tag[0] == "</li>" else 1
        if depth == 0:
            return tag.end()
    return -1


def _stage(step: Step, html: str, start: int, end: int, words: Words) -> TimelineStep:
    item = html[start:end].removesuffix("</li>")
    opening = _OPENING.match(item)
    begin = opening.end() if opening else 0
    label = _LABEL.match(item, begin) if step.named == "author" else None
    paragraph = "<p>" if opening and opening[0].endswith("<p>") else ""
    shown = unescape(label[1]).strip(" :.") if label else stage_label(step.stage, words)
    text, below = _own(item[label.end() if label else begin :])
    takes = duration(_own(item)[0])
    shown, text = without_time(takes, shown), without_time(takes, text)
    if step.stage and not label:
        named = named_before(text, shown)
        shown, text = named or (own_name(text.partition("</p>")[0]) or shown, text)
    first, _, rest = text.partition("</p>")
    takes = "" if duration(shown) else takes
    if says_no_more(first, shown, takes):
        paragraph, text = "", rest.lstrip()
    body = (paragraph + text + below).strip()
    return TimelineStep(step.stage, shown, takes, Markup(body), start, end)  # noqa: S704 - sanitised


def _own(html: str) -> tuple[str, str]:
    """A step's own words, and what is nested below them."""
    nested = _NESTED.search(html)
    at = nested.start() if nested else len(html)
    return html[:at], html[at:]


def drawn(html: str, found: list[TimelineStep]) -> Markup:
    """The text with its steps as a timeline. All of it has passed the sanitiser."""
    return Markup("".join(_drawn(html, found)))  # noqa: S704 - sanitised, or escaped


def _drawn(html: str, found: list[TimelineStep]) -> Iterator[str]:
    at = 0
    for stage in found:
        yield _LIST.sub(r'<\1 class="stages"\2>' + "\n", html[at : stage.start])
        yield "<li>"
        if stage.label:
            takes = f' <span class="takes">{escape(stage.takes)}</span>' if stage.takes else ""
            yield f'<p class="stage"><strong>{escape(stage.label)}</strong>{takes}</p>\n'
        yield f"{stage.html}</li>"
        at = stage.end
    yield html[at:]
