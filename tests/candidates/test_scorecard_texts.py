"""What interviewers and recruiters read of interviews: texts that were looked at as rendered.

``python tests/browser/look.py FOLDER tests/candidates/scorecards/*.md`` shows them again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cmarkgfm  # type: ignore[import-untyped,unused-ignore]
import pytest

from careers.hiring.issues import Issue
from careers.hiring.record.interviewing import Interview, ScorecardRef, Shown
from careers.hiring.record.model import Record
from careers.hiring.record.parts import NextStep, Offer
from careers.hiring.rules import Rules
from careers.hiring.scorecards.answering import Answering, ScorecardEvent
from careers.hiring.scorecards.asking import talk_values
from careers.hiring.scorecards.collecting import Collecting
from careers.hiring.scorecards.kit import Kit
from careers.hiring.scorecards.scorecard import Scorecard, fill_card, open_card
from careers.hiring.settings import StageRules
from hiring.people import WRITER, record

TEXTS = Path(__file__).parent / "scorecards"
STAGE = "interviews"
CRITERIA = ("Finds the cause", "Explains plainly")
RULES = StageRules(scorecard=CRITERIA, kit="kits/debugging.md")
KIT = "1. (40) The log: where would you look first? Why?\n2. (10) Their questions.\n"
GIVEN = Kit(
    told="Two conversations by video, of an hour each: one about debugging, one about working",
    quotes={CRITERIA[0]: "down to the line of code where you can"},
)
TALK = Interview(
    number=1,
    stage=STAGE,
    start="2026-12-01T14:00:00Z",
    zone="Africa/Lagos",
    who=("mira-example", "jonas-example"),
    link="https://meet.example.com/k3",
    set_at="2026-11-28T10:00:00Z",
)
REFS = tuple(
    ScorecardRef(stage=STAGE, who=who, issue=number, due="2026-12-02", until="2026-12-03T17:00:00Z")
    for who, number in (("mira-example", 88), ("jonas-example", 89))
)
YES = {CRITERIA[0]: "strong_yes", CRITERIA[1]: "yes", "in all": "yes"}
NO = {CRITERIA[0]: "yes", CRITERIA[1]: "no", "in all": "no"}
CARD = Scorecard(
    candidate=41, stage=STAGE, who="mira-example", criteria=CRITERIA, issue=88, due="2026-12-02"
)


def candidate(**changes: object) -> Record:
    """A candidate who talks with two."""
    made = record(41, "applied 2026-11-25", "interviews 2026-11-27", owner="rita-example")
    step = NextStep(
        text="Interview Tue 1 Dec, 14:00 UTC (15:00 Lagos), then decide", due="2026-12-04"
    )
    return made.model_copy(
        update={"interviews": (TALK,), "cards": REFS, "next_step": step, **changes}
    )


def card(kit: str = KIT) -> str:
    """The card as it is asked."""
    made = fill_card(CARD, replace(GIVEN, questions=kit), talk_values(candidate(), STAGE), WRITER)
    return made.body or ""


def answered(body: str, who: str = "mira-example") -> str:
    """The card after *Done* was ticked in it."""
    after = body.replace("[ ] <!-- do:submit -->", "[x] <!-- do:submit -->")
    issue = Issue(88, "t", after, is_open=True)
    talk = talk_values(candidate(), STAGE)
    said = ScorecardEvent(who, "2026-12-01T15:20:00Z", before=body, after=after)
    (edit,) = Answering(issue, CARD, talk, WRITER).answer(said).actions
    return getattr(edit, "body", "")


def two_ticks() -> str:
    """A card with two ticks under one heading."""
    return card().replace("- [ ] yes", "- [x] yes", 1).replace("- [ ] no", "- [x] no", 1)


def whole() -> str:
    """A card that can be sent."""
    return card().replace("- [ ] yes", "- [x] yes")


def issue_of(made: Record) -> str:
    """A candidate's issue, without what is not about this."""
    body = WRITER.updated("### Notes\n", made).body
    return body.partition("<!-- careers:history")[0]


def summary() -> str:
    """The comment that shows all."""
    before = candidate(
        cards=tuple(r.model_copy(update={"done": "2026-12-01T15:20:00Z"}) for r in REFS)
    )
    pairs = zip(REFS, (YES, NO), strict=True)
    cards = {
        ref.place: Scorecard(
            candidate=41, stage=STAGE, who=ref.who, issue=ref.issue, done="2026-12-01T15:20:00Z",
            ratings=said,  # type: ignore[arg-type] # pydantic reads the words
        )
        for ref, said in pairs
    }  # fmt: skip
    collecting = Collecting(Rules(stages={STAGE: RULES}), WRITER, "2026-12-02T09:00:00Z")
    after = collecting.collected(before, cards)
    comment = collecting.plan(Issue(41, "t", "### Notes", is_open=True), before, after)[0]
    return str(getattr(comment, "body", "")).partition("\n")[2]


def shown(**changes: object) -> Record:
    """After the summary."""
    cards = tuple(
        ref.model_copy(update={"done": "2026-12-01T15:20:00Z", "ratings": said})
        for ref, said in zip(REFS, (YES, NO), strict=True)
    )
    when = Shown(stage=STAGE, when="2026-12-02T09:00:00Z")
    return candidate(cards=cards, shown=(when,), **changes)


OFFER = Offer(
    version=1, state="sent", when="2026-12-02T10:00:00Z", file="41-offer-1.pdf",
    answer_by="2026-12-09", start="2027-02-01", by="ngozi-example",
)  # fmt: skip
MADE: dict[str, Callable[[], str]] = {
    "01-mailed": lambda: open_card(CARD, "2026-12-01", WRITER).body,
    "02-card": card,
    "03-two-ticks": lambda: answered(two_ticks()),
    "04-not-theirs": lambda: answered(whole(), "rita-example"),
    "05-sent": lambda: answered(whole()),
    "06-asked": lambda: issue_of(candidate()),
    "07-summary": summary,
    "08-shown": lambda: issue_of(shown()),
    "09-offer": lambda: issue_of(shown(offer=OFFER, next_step=NextStep(
        text="Their answer to the offer", due="2026-12-09", who="candidate"))),
    "10-offer-waits": lambda: issue_of(shown(
        offer=OFFER.model_copy(update={"state": "asked", "by": ""}),
        next_step=NextStep(text="Offer 1 waits for ngozi-example's yes", who="ngozi-example"))),
}  # fmt: skip


@pytest.mark.parametrize("name", MADE)
def test_a_text_reads_as_it_was_blessed(name: str, expected: Callable[[Path, str], None]) -> None:
    """Without what is signed."""
    text = MADE[name]()
    kept = [line for line in text.split("\n") if not line.startswith("<!-- careers:scorecard {")]
    expected(TEXTS / f"{name}.md", "\n".join(kept).rstrip() + "\n")


def rendered(text: str) -> str:
    """As GitHub's own parser makes it."""
    return str(cmarkgfm.github_flavored_markdown_to_html(text))


def test_no_list_swallows_what_follows_it() -> None:
    """What is asked stands in a paragraph of its own, and each part is what it is."""
    page = rendered(card())
    assert page.count("<p><strong>What did you see?</strong></p>") == len(CRITERIA)
    assert page.count("<h3>") == len(CRITERIA) + 1
    assert "<p><strong>Why, in two sentences?</strong></p>" in page
    table = rendered(summary())
    assert table.count("<table>") == 1
    assert "<p>@rita-example, decide by" in table
