"""A board over the organisation's issue fields: they follow the record, and a card moves people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from candidates.company import REPOSITORY, Run, asked, labels_of, record_of
from careers import cli
from careers.sandbox import Sandbox

RITA, TRIAGE = "rita", "tri"
STAGES = ("applied", "phone-screen", "offer", "hired", "rejected", "withdrawn")


@dataclass
class Board:
    """The ids of the four fields, and what they say of the first candidate."""

    github: Sandbox
    stage: int
    due: int
    since: int
    reason: int

    def says(self, number: int = 1) -> dict[str, str]:
        """The fields that say something, by name."""
        values = self.github.issue(REPOSITORY, number)["issue_field_values"]
        return {
            v["issue_field_name"]: v.get("single_select_option", {}).get("name", v["value"])
            for v in values
        }


@pytest.fixture
def board(company: Path, github: Sandbox) -> Board:
    """An organisation with the four fields, named in the settings."""
    made = Board(
        github,
        github.add_field(REPOSITORY, "Stage", "single_select", *STAGES),
        github.add_field(REPOSITORY, "Due", "date"),
        github.add_field(REPOSITORY, "Since", "date"),
        github.add_field(REPOSITORY, "Reason", "single_select", "skills", "experience"),
    )
    named = ("stage", "due", "since", "reason")
    ids = "".join(f"{name} = {getattr(made, name)}\n" for name in named)
    with (company / "candidates.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[fields]\n{ids}")
    github.add_user(TRIAGE)
    github.grant(TRIAGE, REPOSITORY, "triage")
    return made


@pytest.mark.parametrize("kind", ["Candidate", "Unknown"])
def test_a_candidate_s_issue_has_its_type(
    kind: str, company: Path, apply: Run, github: Sandbox
) -> None:
    """Where the organisation has it; one that it has not stops nobody."""
    github.offer_fields(REPOSITORY.partition("/")[0]).types = ["Candidate"]
    (company / "candidates.toml").write_text(f'[candidates]\ntype = "{kind}"\n', "utf-8")
    assert apply() == 0
    made = github.issue(REPOSITORY, 1)["type"]
    assert (made and made["name"]) == (kind if kind == "Candidate" else None)
    assert "stage:applied" in labels_of(github, 1)


def test_fields_follow_the_record(board: Board, apply: Run, events: Run, github: Sandbox) -> None:
    """From the opening on, in the request that moves; what says nothing any more is emptied."""
    assert apply() == 0
    assert board.says()["Stage"] == "applied"
    github.take_events()
    github.act(RITA).add_label(REPOSITORY, 1, "stage:phone-screen")
    before = len(github.requests)
    assert events() == 0
    assert len([r for r in asked(github, before) if not r.startswith("GET")]) == 1
    said = board.says()
    assert said["Stage"] == "phone-screen"
    assert {"Due", "Since"} < set(said)
    github.act(RITA).comment(REPOSITORY, 1, "/reject skills")
    assert events() == 0
    assert board.says() == {"Stage": "rejected", "Since": said["Since"], "Reason": "skills"}
    github.take_events()
    github.act(RITA).comment(REPOSITORY, 1, "/undo")
    assert events() == 0
    assert board.says()["Stage"] == "phone-screen"
    assert "Reason" not in board.says()


def test_a_card_moves_a_candidate(board: Board, apply: Run, events: Run, github: Sandbox) -> None:
    """As a label does, in the name of whoever moved it; the same card again does nothing."""
    assert apply() == 0
    github.take_events()
    github.act(TRIAGE).set_field(REPOSITORY, 1, board.stage, "offer")
    assert events() == 0
    record = record_of(github)
    assert (record.stage, record.history[-1].who) == ("offer", TRIAGE)
    assert "stage:offer" in labels_of(github, 1)
    sequence = record.sequence
    github.take_events()
    github.act(RITA).set_field(REPOSITORY, 1, board.stage, "phone-screen")
    github.act(RITA).set_field(REPOSITORY, 1, board.stage, "offer")
    assert events() == 0
    assert record_of(github).stage == "offer"
    assert record_of(github).sequence <= sequence + 2
    assert board.says()["Stage"] == "offer"


def test_the_later_of_card_and_label_wins(
    board: Board, apply: Run, events: Run, github: Sandbox
) -> None:
    """Whichever a person touched last, though the runs come in another order."""
    assert apply() == 0
    github.take_events()
    github.act(RITA).set_field(REPOSITORY, 1, board.stage, "phone-screen")
    github.wait(2)
    github.act(RITA).add_label(REPOSITORY, 1, "stage:offer")
    assert events() == 0
    assert record_of(github).stage == board.says()["Stage"] == "offer"


def test_what_may_not_be_written_there_is_put_back(
    board: Board, apply: Run, events: Run, github: Sandbox
) -> None:
    """A date or a reason of the machine's, and a card whose event was lost: the record is true."""
    assert apply() == 0
    github.take_events()
    rita = github.act(RITA)
    rita.set_field(REPOSITORY, 1, board.since, "2020-01-01")
    rita.set_field(REPOSITORY, 1, board.reason, "experience")
    assert events() == 0
    assert board.says()["Since"] != "2020-01-01"
    assert "Reason" not in board.says()
    rita.set_field(REPOSITORY, 1, board.stage, "offer")
    github.take_events()
    assert cli.run("tend", []) == 0
    assert record_of(github).stage == board.says()["Stage"] == "applied"


def test_a_day_on_the_board_is_the_next_steps(
    board: Board, apply: Run, events: Run, github: Sandbox
) -> None:
    """As ``/next`` with the day alone; one that is past, or too far ahead, is put back."""
    day = f"{datetime.now(UTC).year + 2}-01-05"
    assert apply() == 0
    github.take_events()
    github.act(RITA).set_field(REPOSITORY, 1, board.due, day)
    assert events() == 0
    step = record_of(github).next_step
    assert step is not None
    assert (step.due, step.text) == (day, "read and answer")
    for slip in ("2001-01-05", "9999-12-31"):
        github.take_events()
        github.act(RITA).set_field(REPOSITORY, 1, board.due, slip)
        assert events() == 0
        assert board.says()["Due"] == day


def test_whoever_may_triage_moves_no_card_where_the_company_says_so(
    board: Board, company: Path, apply: Run, events: Run, github: Sandbox
) -> None:
    """As with labels."""
    with (company / "candidates.toml").open("a", encoding="utf-8") as file:
        file.write("\n[roles]\ntriage_moves = false\n")
    assert apply() == 0
    github.take_events()
    github.act(TRIAGE).set_field(REPOSITORY, 1, board.stage, "offer")
    assert events() == 0
    assert record_of(github).stage == board.says()["Stage"] == "applied"


def test_a_merge_moves_the_card(board: Board, apply: Run, events: Run, github: Sandbox) -> None:
    """In the request that writes the further stage."""
    assert apply() == apply(name="A. Example") == 0
    github.take_events()
    github.act(RITA).add_label(REPOSITORY, 2, "stage:offer")
    assert events() == 0
    github.take_events()
    github.act(RITA).comment(REPOSITORY, 1, "/merge #2")
    assert events() == 0
    assert record_of(github).stage == board.says()["Stage"] == "offer"


@pytest.mark.parametrize(
    ("text", "stage"), [("/reject permit", "rejected"), ("/stage case-study", "case-study")]
)
def test_an_option_that_is_not_there_stops_nobody(  # noqa: PLR0913, PLR0917 - fixtures
    board: Board, apply: Run, events: Run, github: Sandbox, text: str, stage: str
) -> None:
    """GitHub refuses the request: it is sent again without the fields, and the label stands."""
    assert apply() == 0
    github.take_events()
    github.act(RITA).comment(REPOSITORY, 1, text)
    assert events() == 0
    ended = "closed" if stage == "rejected" else "open"
    for _ in range(2):
        assert record_of(github).stage == stage
        assert f"stage:{stage}" in labels_of(github, 1)
        assert github.issue(REPOSITORY, 1)["state"] == ended
        assert cli.run("tend", []) == 0
    # Each by itself: what GitHub knows stands, though it lacks the option of another.
    assert board.says()["Stage"] == ("rejected" if stage == "rejected" else "applied")
    assert ("Due" in board.says()) == (ended == "open")


def test_a_card_that_is_put_back_is_told_as_one(
    board: Board, apply: Run, events: Run, github: Sandbox
) -> None:
    """Nobody set a label; the card is back where it was."""
    assert apply() == 0
    github.take_events()
    github.act(RITA).set_field(REPOSITORY, 1, board.stage, "hired")
    assert events() == 0
    assert board.says()["Stage"] == record_of(github).stage == "applied"
    (said,) = (str(c["body"]).partition("\n")[2] for c in github.comments(REPOSITORY, 1))
    assert said.startswith("The card was put back: no offer was accepted.")


def test_options_as_people_spell_them(
    company: Path, apply: Run, events: Run, github: Sandbox
) -> None:
    """A card moves by `Phone screen`, too; it stays there, and no run is busy with it again."""
    number = github.add_field(REPOSITORY, "Stage", "single_select", "Applied", "Phone screen")
    (company / "candidates.toml").write_text(f"[fields]\nstage = {number}\n", "utf-8")
    assert apply() == 0
    github.take_events()
    github.act(RITA).set_field(REPOSITORY, 1, number, "Phone screen")
    assert events() == 0
    assert cli.run("tend", []) == 0
    assert record_of(github).stage == "phone-screen"
    assert "stage:phone-screen" in labels_of(github, 1)
    (value,) = github.issue(REPOSITORY, 1)["issue_field_values"]
    assert value["single_select_option"]["name"] == "Phone screen"
    before = len(github.requests)
    assert cli.run("tend", []) == 0
    assert {request.method for request in github.requests[before:]} == {"GET"}
