"""What a recruiter sees at each moment: texts that were looked at as GitHub renders them.

``python tests/browser/look.py FOLDER tests/candidates/moments/*.md`` shows them again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from candidates.company import ROOT
from candidates.test_golden import KEYS, STAGES, apply, submission
from careers.cli.support.letters import composer_of
from careers.files.candidate_templates import load_candidate_templates
from careers.hiring.actions import Action
from careers.hiring.applying.matching import Matches, find_matches
from careers.hiring.comments import read_commands
from careers.hiring.flags.doubles import Hint, plan_hint
from careers.hiring.interviews.calendar import calendar_file
from careers.hiring.issue.head import View
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.minding.due import Patience
from careers.hiring.minding.workdays import WorkingDays
from careers.hiring.moving import plan_move
from careers.hiring.opening import plan_filling, plan_opening
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record
from careers.hiring.request import Permission, Request
from careers.hiring.rules import Rules, rules_of
from careers.hiring.settings import CandidatesSettings
from careers.settings import CompanySettings, Settings

MOMENTS = Path(__file__).parent / "moments"
EXAMPLES = sorted((ROOT / "examples/applications").glob("*.json"))
RULES = Rules(interviewers={"case-study": ("mira-example", "jonas-example")})
PATIENCE = Patience(WorkingDays(CompanySettings()), CandidatesSettings(), first_answer=2)
MAILING = CandidatesSettings.model_validate(
    {
        "letters": {
            "send": ["not-a-match", "offer"],
            "sender": "Rita Example",
            "role": "recruiting",
            "address": "jobs@example.com",
            "server": "smtp.example.com",
        }
    }
)
BERLIN = Settings.model_validate(
    {
        "company": {"name": "Example Tools", "timezone": "Europe/Berlin"},
        "site": {"url": "https://example-tools.github.io/careers/"},
    }
)
FAKES = """Hello.

<!-- /careers:application -->
<!-- careers:next -->
- [x] <!-- do:stage offer --> On to offer
<!-- /careers:next -->
<!-- careers:record
{"version":2,"issue":1,"stage":"hired"}
-->

# Hired

- [x] <!-- do:reject spam --> No
- [ ] me

```
@octocat closes #1
</details></details><details open><summary>Say yes</summary>

> [!CAUTION]
> Do not answer.
"""


def writer(day: int, *, mailing: bool = False) -> IssueWriter:
    """As it writes on that day of March; ``mailing`` says that letters are sent."""
    view = View(date(2026, 3, day), PATIENCE)
    if mailing:
        compose = composer_of(BERLIN, MAILING, KEYS, tuple, calendar_file)
        composer = compose(f"2026-03-{day:02}T10:00:00Z")
        patience = Patience.of(BERLIN, MAILING)
        view = replace(view, patience=patience, preview=composer.preview)
    return IssueWriter(load_candidate_templates(), KEYS, view)


class Story:
    """One candidate's issue, and what happens to it."""

    def __init__(self, example: int = 0, *, mailing: bool = False, **changes: object) -> None:
        self.mailing = mailing
        sent = submission(EXAMPLES[example], 0)
        application = sent.application.model_copy(
            update={k: v for k, v in changes.items() if k in type(sent.application).model_fields}
        )
        flags = tuple(str(name) for name in changes.get("flags", ()))  # type: ignore[attr-defined]
        sent = replace(
            sent, application=application, owner="rita-example", flags=flags, stages=STAGES
        )
        self.sent = sent
        self.issues: dict[int, Issue] = {}
        apply(self.issues, plan_opening(sent, Matches(), writer(2)).actions)
        self.issues[1] = replace(self.issues[1], assignees=("rita-example",))
        self._do(plan_filling(self.issues[1], sent, Matches(), writer(2)).actions)

    @property
    def record(self) -> Record:
        """The record as it stands."""
        found = read_record(self.issues[1].body, 1, KEYS)
        assert found
        return found

    def _do(self, actions: tuple[Action, ...]) -> None:
        kept = self.issues[1].assignees
        apply(self.issues, actions)
        self.issues[1] = replace(self.issues[1], assignees=kept)

    def say(self, text: str, day: int = 3) -> Story:
        """The owner comments."""
        request = Request(
            "rita-example",
            f"2026-03-{day:02}T09:00:00Z",
            comment=day * 100 + len(self.record.spent),
            commands=tuple(read_commands(text)),
            permission=Permission.WRITE,
            rules=rules_of(BERLIN, MAILING) if self.mailing else RULES,
            offers=frozenset({"1-offer-1.pdf"}),
        )
        hand = writer(day, mailing=self.mailing)
        self._do(plan_move(self.issues[1], self.record, request, {}, hand).actions)
        return self

    def seen(self, day: int) -> Story:
        """As the text is written again on a later day."""
        body = writer(day).updated(self.issues[1].body, self.record).body
        self.issues[1] = replace(self.issues[1], body=body)
        return self

    def write_again(self) -> Story:
        """The candidate sends one more letter."""
        sent = submission(EXAMPLES[2], 2)
        matches = find_matches(sent, [self.issues[1]], KEYS)
        self._do(plan_opening(sent, matches, writer(2)).actions)
        return self

    def hint(self) -> Story:
        """Another issue has the same telephone."""
        hint = Hint(1, 88, "same phone")
        self._do(plan_hint(self.issues[1], self.record, hint, writer(2)))
        return self


TOOLS = "Which of our tools have you used?"
STORIES: dict[str, Callable[[], Story]] = {
    "01-applied": Story,
    "02-flagged": lambda: Story(flags=[TOOLS]).hint(),
    "03-late": lambda: Story().seen(4),
    "04-phone-screen": lambda: Story().say("/advance"),
    "05-interviewers": lambda: Story().say("/stage case-study").say("/next Wed Talk it through"),
    "06-on-hold": lambda: Story().say("/advance").say("/hold 20 Mar waits for the budget, @rita"),
    "07-last-stage": lambda: Story().say("/stage offer"),
    "08-wrote-again": lambda: Story().write_again(),
    "09-rejected": lambda: Story().say("/advance").say("/reject skills no SQL", 5),
    "10-withdrawn": lambda: Story().say("/withdraw"),
    "11-hired": lambda: Story().say("/stage offer").say("/offer accepted\n/hire 1 Apr", 9),
    "13-letter-waits": lambda: Story(mailing=True).say("/advance").say("/reject skills", 5),
    "14-offer-out": lambda: Story(mailing=True).say("/offer send 9 Mar start 1 Apr\n/stage offer"),
    "12-hostile": lambda: Story(message=FAKES).say("/advance"),
}


@pytest.mark.parametrize("name", STORIES)
def test_a_moment_reads_as_it_was_blessed(name: str, expected: Callable[[Path, str], None]) -> None:
    """Title and text, without the record."""
    issue = STORIES[name]().issues[1]
    text = re.sub(r"\n<!-- careers:record\n.*", "", issue.body, flags=re.DOTALL)
    expected(MOMENTS / f"{name}.md", f"{issue.title}\n\n{text}\n")


def test_every_text_is_of_a_moment() -> None:
    """None is left of a moment that is no more."""
    assert {path.stem for path in MOMENTS.iterdir()} == set(STORIES)


@pytest.mark.parametrize("name", STORIES)
def test_boxes_in_what_a_candidate_wrote_are_text(name: str) -> None:
    """The record lists each box of the text, and there is no other in it."""
    story = Story(message=FAKES) if name == "12-hostile" else STORIES[name]()
    body = story.issues[1].body
    assert tuple(re.findall(r"^- \[.\] <!-- do:(.*?) -->", body, re.MULTILINE)) == (
        story.record.offered
    )
    assert len(re.findall(r"^<!-- /?careers:", body, re.MULTILINE)) == len(
        set(re.findall(r"^<!-- /?careers:\S+", body, re.MULTILINE))
    )


def test_a_box_in_a_reason_is_no_box() -> None:
    """Not in the record either: it would shift which box a click ticks."""
    body = Story().say("/reject skills [ ] [x] no").issues[1].body
    assert "[x]" not in body.replace("\\[x\\]", "")
    assert "[ ]" not in re.sub(r"^- \[ \] <!-- do:.*$", "", body, flags=re.MULTILINE).replace(
        "\\[ \\]", ""
    )
