"""The comment on a pull request, as its reviewer reads it: a file a case, rendered by cmark-gfm."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import cmarkgfm  # type: ignore[import-untyped,unused-ignore]
import pytest

from careers.preview import Change, Labels, MergePreview, Move, Page, Piece, Renamed, Waiting
from careers.reports.pull_request.comment import COMMENT_BYTES, render, says_the_same
from careers.reports.pull_request.marker import find
from careers.reports.pull_request.review import Review
from careers.text.diagnostics import Finding, Severity, Span

FOLDER = Path(__file__).parent / "comments"
RUN = "https://github.com/example-tools/careers/actions/runs/7"
HEAD = "6f1c2ab"
STAGES = ("applied", "phone-screen", "case-study", "offer")
NASTY = "@otto closes #1 <img src=http://x/y.png> [a](http://b) | <!-- careers:pull-request\n> ```"


def page(title: str = "Cook", deed: Any = "changed", **fields: Any) -> Page:
    """A page at the address that its title says."""
    slug = fields.pop("slug", title.lower().replace(" ", "-"))
    return Page(path=f"postings/{slug}.md", title=title, deed=deed, address=slug, **fields)


def change(where: str, same: str, gone: str = "", new: str = "", end: str = "") -> Change:
    """Words that stay, go, come, and stay."""
    runs: list[tuple[Any, str]] = [("same", same), ("gone", gone), ("new", new), ("same", end)]
    return Change(where=where, pieces=tuple(Piece(kind=k, text=t) for k, t in runs if t))


PAY = change("Pay", "€60,000 and", "€70,000", "€76,000", "a year")
TAKE_HOME = Move(before=STAGES, after=(*STAGES[:2], "take-home", "offer"), gone=("case-study",))


def found(  # noqa: PLR0913, PLR0917 - a finding has as much
    severity: Severity = Severity.ERROR,
    code: str = "placeholder",
    message: str = "`TODO` is a placeholder",
    cure: str = "write what belongs here, or delete it",
    path: str = "postings/cook.md",
    line: int = 27,
) -> Finding:
    """A finding; without more, that of a placeholder."""
    return Finding(path, Span.at(line, 3, 4), code, severity, message, cure)


PAY_RANGE = found(
    Severity.WARNING, "pay-range", "no pay, and Colorado wants it in the advert", "add `salary:`"
)
HINT = found(
    Severity.NOTE, "file-name", "the file is not named after its job", "rename it to `chef.md`"
)


def review(
    *pages: Page, findings: tuple[Finding, ...] = (), plan: Any = None, **fields: Any
) -> Review:
    """What a run found, with a site that could be built."""
    preview = MergePreview(pages=pages, **(plan or {}))
    values: dict[str, Any] = {
        "mendable": 0, "hidden": 0, "site": "a" * 64, "pictures": 0, "run": RUN, "head": HEAD,
        "checks": "https://github.com/example-tools/careers/blob/HEAD/docs/checks",
        "documented": frozenset({"placeholder", "pay-range", "file-name"}), **fields,
    }  # fmt: skip
    return Review(preview, findings, **values)


COOK = page(changes=(PAY,))
CASES: dict[str, Review] = {
    "clean": review(COOK, page("Baker", "published"), pictures=2),
    "clean-many": review(*(page(f"Cook {n}", changes=(PAY, PAY)) for n in range(8))),
    "clean-one-page": review(
        page(changes=tuple(change(f"Part {n}", "Words that", "go", "come") for n in range(6)))
    ),
    "clean-long": review(
        page("Cook " * 60, changes=(change("About", "", "word " * 200, "other " * 180),))
    ),
    "clean-hints": review(COOK, findings=(HINT,), mendable=1),
    "nothing": review(),
    "nothing-but-hints": review(findings=(HINT, HINT)),
    "looks": review(plan={"feeds": ("index.html", "style.css"), "redrawn": ("cook", "baker")}),
    "feeds": review(plan={"feeds": ("feeds/indeed.xml",)}),
    "labels": review(
        plan={"labels": Labels(renamed=(Renamed(old="stage:case-study", new="stage:take-home"),))}
    ),
    "draft": review(page("Guard", "drafted")),
    "renamed-file": review(page(slug="chef", was="cook", path_before="postings/cook.md")),
    "renamed-with-alias": review(page(slug="chef", was="cook", leads_on=True)),
    "no-preview": review(COOK, site=""),
    "findings": review(
        page("Support Engineer", changes=(PAY,)),
        findings=(PAY_RANGE, found(), HINT, HINT),
        mendable=1,
        pictures=1,
    ),
    "warning": review(COOK, findings=(PAY_RANGE,), mendable=1),
    "elsewhere": review(
        findings=(
            found(path="careers.toml", code="settings", message="no setting `compnay`", cure="",
                  line=3),
            found(path="postings/a b (c)/ü%.md", line=1),
        )
    ),
    "broken": review(page("Cook", "broken"), findings=(found(code="syntax", message="no title"),)),
    "many-findings": review(
        COOK,
        findings=tuple(
            found(kind, line=n)
            for kind, lines in (("error", 34), ("warning", 100), ("note", 66))
            for n in range(1, lines + 1)
            for kind in (Severity(kind),)
        ),
        mendable=200,
        hidden=12,
    ),
    "people": review(page("Support Engineer", stages=TAKE_HOME)),
    "people-private": review(
        page("Support Engineer", stages=TAKE_HOME),
        plan={"waiting": (Waiting(path="p", stage="case-study", candidates=3),)},
        counted=True,
        public=False,
    ),
    "people-nobody": review(page(stages=TAKE_HOME), counted=True, public=False),
    "people-two-stages": review(
        page(stages=Move(before=STAGES, after=("applied", "offer"), gone=STAGES[1:3])),
        findings=(found(),),
    ),
    "people-closing": review(page(deed="closed"), public=False),
    "people-removed": review(
        *(
            Page(path="p.md", title=f"Cook {n}", deed="removed", was="cook",
                 stages=Move(before=STAGES, after=(), gone=STAGES[1:]))
            for n in range(5)
        )
    ),
    "hostile": review(
        Page(
            path=NASTY, title=NASTY, deed="changed", address=NASTY, was=NASTY,
            changes=(change(NASTY, NASTY, NASTY, NASTY),),
            stages=Move(before=(NASTY,), after=(NASTY + "x",), gone=(NASTY,)),
        ),
        findings=tuple(
            found(kind, message=NASTY, cure=NASTY, path=NASTY, code="placeholder")
            for kind in (Severity.ERROR, Severity.NOTE)
        ),
        plan={"labels": Labels(renamed=(Renamed(old=NASTY, new=NASTY),)), "feeds": (NASTY,)},
    ),
    "hostile-clean": review(
        Page(path=NASTY, title=NASTY, deed="changed", address=NASTY, was=NASTY,
             changes=(change(NASTY, NASTY, NASTY, NASTY),)),
        page(NASTY, "published", slug="x"),
    ),
}  # fmt: skip
LARGE = {
    "many-pages": review(
        *(page(f"Cook {n}", changes=(PAY,) * 30) for n in range(200)),
        findings=(found(),),
        plan={"pages_left_out": 100},
    ),
    "long-findings": review(
        *(page("x" * 900, slug=f"{n}", changes=(PAY,) * 30) for n in range(200)),
        findings=tuple(
            found(kind, message="*" * 1000, cure="ü" * 1000, path="é" * 400, line=n)
            for n in range(100)
            for kind in Severity
            if kind is not Severity.OFF
        ),
    ),
}
CLEAN = [name for name, made in CASES.items() if not made.findings and "people" not in name]


def html(text: str) -> str:
    """What GitHub makes of a comment before it looks for mentions; a newline is a line break."""
    options = cmarkgfm.cmark.Options
    flags = options.CMARK_OPT_HARDBREAKS | options.CMARK_OPT_UNSAFE
    made: str = cmarkgfm.github_flavored_markdown_to_html(text, flags)
    return made


@pytest.mark.parametrize("name", CASES)
def test_the_comment(name: str, expected: Callable[[Path, str], None]) -> None:
    """Each case is a file that is read when it changes."""
    expected(FOLDER / f"{name}.md", render(CASES[name]))


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_comment_is_six_short_lines_at_most(name: str) -> None:
    """As many lines on the page, and none of them a paragraph."""
    shown = html(render(CASES[name])).partition("<!--")[0]
    lines = [line for line in re.sub(r"<[^>]+>", "", shown).split("\n") if line.strip()]
    assert len(lines) <= 6
    assert all(len(line) <= 300 for line in lines)


@pytest.mark.parametrize("name", CASES | LARGE)
def test_what_github_makes_of_it(name: str) -> None:
    """No HTML but ours, every link to where we lead, nothing that notifies, every list closed."""
    body = render((CASES | LARGE)[name])
    shown = html(body)
    tags = {*re.findall(r"<(\w+)", shown)}
    assert tags <= {
        "h3", "p", "br", "strong", "del", "a", "ul", "li", "code", "details", "summary",
        "blockquote", "pre",
    }  # fmt: skip
    ours = RUN.partition("/actions")[0]
    assert all(link.startswith(ours) for link in re.findall('href="([^"]*)', shown))
    assert shown.count("<!--") == 1
    assert len(body.encode()) <= COMMENT_BYTES
    assert shown.count("<details>") == shown.count("</details>")
    assert not re.search(r"@\w|(?<!&)#\d", re.sub(r'href="[^"]*"', "", shown))
    assert not re.search(r"^(?:- |\*\*)", shown, re.MULTILINE)


def test_the_marker_tells_the_pages() -> None:
    """Those with errors apart: they are not published by merging."""
    pages = (page(), page("Baker"), Page(path="p", title="x", deed="changed", address="--> @x"))
    made = find(render(review(*pages, findings=(found(),))))
    assert made
    assert (made.state, made.pages, made.held) == ("a" * 16, ("baker",), ("cook",))


def test_another_run_says_the_same() -> None:
    """Another number of the run is no news; another head or another site is."""
    one = review(COOK, findings=(found(),))
    body = render(one)
    assert says_the_same(body.replace("\n", "\r\n"), render(replace(one, run=RUN + "1")))
    assert not says_the_same(body, render(replace(one, head="b" * 40)))
    assert not says_the_same(body, render(replace(one, site="b" * 64)))
