"""What becomes of each page, from the postings on both sides."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.posting.reading import read_posting
from careers.preview import Page, PostingView, blocks, plan_pages

STAGES = ("applied", "phone-screen", "case-study", "offer")
TEXT = "# Tester\n\n## About the role\n\nYou test what we make, every day.\n\nWith us.\n"


def view(text: str = TEXT, path: str = "postings/tester.md", **fields: Any) -> PostingView:
    """A posting as candidates see it, open and at its own address."""
    posting = read_posting(path, text.encode())
    made: dict[str, Any] = {
        "state": "open",
        "title": posting.title,
        "address": posting.slug,
        "facts": (("Pay", "€70 a day"),),
        "blocks": blocks(posting.body),
        "stages": STAGES,
    }
    return PostingView(path, **{**made, **fields})


def only(before: PostingView | None, after: PostingView | None, **renamed: str) -> Page | None:
    """The one page of a plan, or None where there is none."""
    sides = [[side] if side else [] for side in (before, after)]
    names = {old.replace("_", "-"): new for old, new in renamed.items()}
    pages, left = plan_pages(sides[0], sides[1], names)
    assert left == 0
    assert len(pages) <= 1
    return pages[0] if pages else None


OPEN, CLOSED, DRAFT = view(), view(state="closed"), view(state="draft", address="")
BROKEN = view(state="broken", address="")


@pytest.mark.parametrize(
    ("before", "after", "deed"),
    [
        (None, OPEN, "published"),
        (DRAFT, OPEN, "published"),
        (CLOSED, OPEN, "reopened"),
        (OPEN, CLOSED, "closed"),
        (None, CLOSED, "closed"),
        (OPEN, None, "removed"),
        (CLOSED, None, "removed"),
        (OPEN, DRAFT, "removed"),
        (None, DRAFT, "drafted"),
        (DRAFT, None, "draft-removed"),
        (BROKEN, None, "draft-removed"),
        (OPEN, BROKEN, "broken"),
        (None, BROKEN, "broken"),
        (OPEN, OPEN, None),
        (BROKEN, BROKEN, None),
    ],
)
def test_deeds(before: PostingView | None, after: PostingView | None, deed: str | None) -> None:
    """Each pair of states has one deed; what nobody can see has none."""
    page = only(before, after)
    assert (page and page.deed) == deed


def test_text_facts_and_title_change_place_by_place() -> None:
    """A change stands under the heading or the fact where a candidate meets it."""
    text = TEXT.replace("every day", "each day").replace("With us.", "With us.\n\nAnd learn.")
    page = only(OPEN, view(text, facts=(("Pay", "€80 a day"), ("Team", "Quality"))))
    assert page
    assert [change.where for change in page.changes] == ["Pay", "Team", *["About the role"] * 2]


def test_formatting_is_no_change() -> None:
    """Bold words and rewrapped lines look the same to whoever reads for content."""
    assert only(OPEN, view(TEXT.replace("every day", "**every\nday**"))) is None


def test_a_link_that_leads_elsewhere_is_a_change() -> None:
    """Its text stays, and the plan says where it led and leads."""
    link = TEXT + "\n[Apply]({})\n"
    old, new = (view(link.format(f"https://example.com/{to}")) for to in ("one", "two"))
    page = only(old, new)
    assert page
    assert [change.where for change in page.changes] == ["Links"]


def test_the_heading_that_repeats_the_title_counts_once() -> None:
    """A new title is one change, though the text says it again."""
    page = only(OPEN, view(TEXT.replace("# Tester", "# Senior Tester")))
    assert page
    assert [change.where for change in page.changes] == ["Title"]


@pytest.mark.parametrize(
    ("job", "text"),
    [("Q-1", "# Other\n\nAll of it is another text.\n"), (None, TEXT + "\nOne line more.\n")],
    ids=["by its id", "by its text"],
)
def test_a_renamed_file_is_the_same_page(job: str | None, text: str) -> None:
    """The old address dies, and the new one is the same job's."""
    old = view(job=job)
    page = only(old, view(text, "postings/qa.md", job=job))
    assert page
    assert (page.deed, page.path_before, page.was, page.address) == (
        "changed", "postings/tester.md", "tester", "qa",
    )  # fmt: skip


def test_another_job_in_another_file_is_another_page() -> None:
    """One page goes, one comes."""
    new = view("# Cook\n\nYou make lunch for sixty people.\n", "postings/cook.md")
    pages, _ = plan_pages([OPEN], [new], {})
    assert [(page.deed, page.path) for page in pages] == [
        ("published", "postings/cook.md"),
        ("removed", "postings/tester.md"),
    ]


def test_stages_that_go_away() -> None:
    """A stage that the process loses is gone; one that is renamed to a stage it has is not."""
    new = view(stages=("applied", "phone-screen", "take-home", "offer"))
    page = only(OPEN, new)
    renamed = only(OPEN, new, case_study="take-home")
    assert page and page.stages  # noqa: PT018 - one fact
    assert page.stages.gone == ("case-study",)
    assert renamed and renamed.stages  # noqa: PT018 - one fact
    assert renamed.stages.gone == ()


def test_all_stages_of_a_removed_posting_go_away() -> None:
    """But ``applied``, which is everybody's; a broken file loses none."""
    page = only(OPEN, None)
    assert page and page.stages  # noqa: PT018 - one fact
    assert page.stages.gone == STAGES[1:]
    broken = only(OPEN, BROKEN)
    assert broken
    assert broken.stages is None


def test_the_plan_is_bounded() -> None:
    """Pages past the two hundredth are counted, changes past the fortieth too."""
    many = [view(path=f"postings/t{n}.md") for n in range(250)]
    pages, left = plan_pages([], many, {})
    assert (len(pages), left) == (200, 50)
    long = TEXT + "".join(f"\n## Part {n}\n\nSomething else, number {n}.\n" for n in range(50))
    page = only(OPEN, view(long))
    assert page
    assert (len(page.changes), page.left_out) == (40, 60)


@given(st.binary(max_size=600), st.binary(max_size=600))
def test_any_two_files_have_a_plan(before: bytes, after: bytes) -> None:
    """Whatever the files hold, comparing them does not raise."""
    sides = [read_posting("postings/x.md", data) for data in (before, after)]
    old, new = (PostingView(p.path, "open", p.title, "x", (), blocks(p.body)) for p in sides)
    only(old, new)
