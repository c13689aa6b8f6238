"""The comment on an open pull request: what is wrong, what changes, who is under way.

All of it but our own words comes out of an artifact that a fork may have written.
"""

from __future__ import annotations

import re

from careers.reports._markdown import cut, folded
from careers.reports.harmless import coded
from careers.reports.plan.headline import headline
from careers.reports.plan.markdown import pages
from careers.reports.plan.people import alert
from careers.reports.pull_request import changes, findings, marker
from careers.reports.pull_request.review import KEPT, Review
from careers.reports.verdict import sign, tally
from careers.text.counted import counted
from careers.text.diagnostics import Severity

COMMENT_BYTES = 65_536
"""GitHub takes as many characters (repo-automation-bots#1895); bytes are never fewer."""
PAGES_BYTES = 20_000
_HASH = 16
_RUN = re.compile(r"(?<=/actions/runs/)\d+")


def render(review: Review) -> str:
    """The comment in Markdown, ``COMMENT_BYTES`` at most; six lines where nothing is wrong."""
    weighty = tally(review.findings, hints=False)
    found = findings.lines(review)
    said = [] if weighty else changes.lines(review)
    head = f"### {sign(review.findings)} {weighty or _clean(said, found)}"
    warning = alert(review.preview, counted_people=review.counted, public=review.public)
    plan = _pages(review) if weighty else ""
    middle = [part.strip() for part in (found, warning, plan) if part]
    last = _where(review) if said or middle else ""
    # A change a line; what is more than lines stands between blank ones.
    parts = ["\n".join([head, *said]), *middle, last]
    text = ("\n\n" if middle else "\n").join(filter(None, parts))
    return f"{text}\n{_marker(review)}\n"


def _clean(said: list[str], found: str) -> str:
    return "Postings are in order" if said or found else "Nothing that candidates see changes"


def _pages(review: Review) -> str:
    def link(path: str) -> str:
        return f"[{coded(path)}]({review.file(path)})"

    every = list(pages(review.preview, link))
    return folded(headline(review.preview), cut("", every, PAGES_BYTES)) if every else ""


def _where(review: Review) -> str:
    """Where the rest is; that the artifact is a zip is said before somebody clicks."""
    every = f"[All that changes]({review.run})"
    if not review.site:
        return f"{every} · no preview: the site cannot be built as it is"
    pictures = f"Pictures of {counted(review.pictures, 'page')}, and the" if review.pictures else ""
    name = f"{pictures} preview".strip() if pictures else "Preview"
    return f"{every} · [{name}]({review.artifact}), a zip, kept {KEPT} days"


def _marker(review: Review) -> marker.Marker:
    wrong = {f.path for f in review.findings if f.severity is Severity.ERROR}
    every = [page for page in review.preview.pages if page.address]
    return marker.Marker(
        review.site[:_HASH] or "-",
        tuple(page.address or "" for page in every if page.path not in wrong),
        tuple(page.address or "" for page in every if page.path in wrong),
    )


def says_the_same(body: str, other: str) -> bool:
    """Whether two comments differ in nothing but the number of the run.

    The hash in the marker tells where the preview behind that address is another one.
    """
    return _bare(body) == _bare(other)


def _bare(body: str) -> str:
    return _RUN.sub("", body.replace("\r\n", "\n")).strip()
