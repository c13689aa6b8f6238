"""The comment on a pull request: what is wrong, what merging does, where the preview is.

All of it but our own words comes out of an artifact that a fork may have written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from careers.preview import MergePreview, Page
from careers.reports._markdown import cut
from careers.reports.harmless import coded, harmless, prose
from careers.reports.preview import headline, markdown, page_rows
from careers.text.diagnostics import Finding, worst_first

COMMENT_BYTES = 65_536
"""GitHub takes as many characters (repo-automation-bots#1895); bytes are never fewer."""
PREVIEW_BYTES = 24_000
INLINE_BYTES = 600
MARKER = "<!-- careers:pull-request"

_LINK = re.compile(r"\(https?://[^\s()]+\)")


@dataclass(frozen=True)
class Review:
    """What a run found: ``checked`` files, ``hidden`` findings past those in the artifact.

    ``site`` is the hash of the built site, empty where it could not be built; ``run`` the
    address of the run that holds it.
    """

    preview: MergePreview
    findings: tuple[Finding, ...]
    checked: int
    hidden: int
    site: str
    run: str


def render(review: Review) -> str:
    """The comment in Markdown, ``COMMENT_BYTES`` at most; three lines where nothing is wrong."""
    if not review.findings and not review.hidden:
        checked = _many(review.checked, "changed posting")
        return (
            f"**Postings: nothing to mend** in {checked}.\n"
            f"{_in_a_line(review.preview)}\n{_last_line(review)}\n"
        )
    tail = f"\n{_last_line(review)}\n"
    preview = "\n" + markdown(review.preview, PREVIEW_BYTES).rstrip() + "\n"
    room = COMMENT_BYTES - len((preview + tail).encode())
    return cut(_head(review), list(_rows(review)), room) + preview + tail


def _head(review: Review) -> str:
    counts = Counter(f.severity for f in worst_first(review.findings))
    words = ", ".join(_many(count, str(kind)) for kind, count in counts.items())
    more = f", and {review.hidden} more in the run's summary" if review.hidden else ""
    table = "| | Where | What | How to mend it |\n|---|---|---|---|\n"
    return f"### Postings: {words}{more}\n\n{table}"


def _rows(review: Review) -> Iterator[str]:
    for found in worst_first(review.findings):
        where = f"{coded(found.path)}:{found.span.line}:{found.span.column}"
        what = f"{prose(found.message)} ({harmless(found.code)})"
        yield f"| {found.severity} | {where} | {what} | {prose(found.help)} |\n"


def _in_a_line(preview: MergePreview) -> str:
    """What merging does, and as many of the changes themselves as fit a line."""
    rows = [row for page in preview.pages for row in _small(page)]
    fitting: list[str] = []
    for row in rows:
        if len("; ".join([*fitting, row]).encode()) > INLINE_BYTES:
            break
        fitting.append(row)
    more = len(rows) - len(fitting)
    rest = [f"and {_many(more, 'more change')} in the run's summary"] if more else []
    said = "; ".join([*fitting, *rest])
    return f"{headline(preview)}." + (f" {said}{'' if said.endswith('…') else '.'}" if said else "")


def _small(page: Page) -> Iterator[str]:
    """The changes of a page that stays, the first of them with its title."""
    if page.deed in ("changed", "closed", "reopened"):
        for number, row in enumerate(page_rows(page)):
            yield row if number else f"{harmless(page.title)}: {row}"


def _last_line(review: Review) -> str:
    said = f"[Preview of the site]({review.run}#artifacts), in the run's artifact `pull-request`."
    if not review.site:
        said = f"No preview: the site cannot be built as it is ([the run]({review.run}))."
    return f"{said} {MARKER} {review.site[:16] or '-'} -->"


def is_ours(body: str) -> bool:
    """Whether a comment's text carries the marker; its author is to be asked too."""
    return MARKER in body


def says_the_same(body: str, other: str) -> bool:
    """Whether two comments differ in nothing but the address of the run.

    The hash in the marker tells where the preview behind that address is another one.
    """
    return _bare(body) == _bare(other)


def _bare(body: str) -> str:
    return _LINK.sub("()", body.replace("\r\n", "\n")).strip()


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"
