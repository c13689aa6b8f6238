"""A scorecard's issue: what is signed in it, how it opens, and how its text is written.

Like a candidate's it opens by a stub, which GitHub mails, and is filled by an edit, which it does
not. What is not signed for this issue is text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pydantic import Field, ValidationError

from careers.hiring.actions import CreateIssue, EditIssue
from careers.hiring.issue.sections import section, with_markers, with_section
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.keys import Keys
from careers.hiring.labels.names import SCORECARD
from careers.hiring.record.block import read_signed, signed
from careers.hiring.record.interviewing import Place, ScorecardRef
from careers.hiring.record.parts import Part
from careers.hiring.scorecards.kit import Kit
from careers.hiring.scorecards.reading import SUBMIT
from careers.hiring.scorecards.words import OVERALL, Rating

_MARK = re.compile(r"^<!-- careers:scorecard (\{.*\}) -->$", re.MULTILINE)
_ANY_MARK = re.compile(r"^<!-- careers:scorecard\b.*$\n?", re.MULTILINE)
_HEAD = "talk"
_HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)|</?(?:details|summary)\b[^>]*>", re.DOTALL | re.IGNORECASE)
_VERSION = 1


class Scorecard(Part):
    """What is asked of whom about which candidate's issue; ``issue`` is the card's own number.

    ``criteria`` are pinned as they were asked. ``done`` and ``changed`` are times in ISO 8601,
    ``ratings`` what was sent, by criterion. ``repository`` is the card's own where it is another
    than the candidate's, else empty.
    """

    candidate: int
    stage: str
    who: str
    criteria: tuple[str, ...] = ()
    issue: int = 0
    sequence: int = 0
    due: str = ""
    done: str = ""
    changed: str = ""
    reminded: bool = False
    ratings: Mapping[str, Rating] = Field(default_factory=dict)
    repository: str = ""

    @property
    def place(self) -> Place:
        """Where it is: a repository and a number."""
        return self.repository, self.issue

    def block(self, writer: IssueWriter) -> str:
        """The line that ``read_card`` reads."""
        fields = self.model_dump(mode="json", exclude_defaults=True)
        text = signed({"version": _VERSION, **fields}, writer.keys.current)
        return f"<!-- careers:scorecard {text} -->"

    def is_of(self, ref: ScorecardRef) -> bool:
        """Whether it is the card that a candidate's record names."""
        return (self.stage, self.who, self.place) == (ref.stage, ref.who, ref.place)


def read_card(body: str, number: int, keys: Keys, repository: str = "") -> Scorecard | None:
    """The card of issue ``number``, the newest where it stands twice; None where none is ours."""
    return max(
        (card for card in _signed(body, keys) if card.place == (repository, number)),
        key=lambda card: card.sequence,
        default=None,
    )


def read_stub(issue: Issue, keys: Keys) -> Scorecard | None:
    """The card that an issue is to become, which a run of ours opened and nobody filled yet."""
    if not issue.by_bot or not issue.is_open:
        return None
    return next((card for card in _signed(issue.body, keys) if not card.issue), None)


def _signed(body: str, keys: Keys) -> list[Scorecard]:
    cards = []
    for text in _MARK.findall(body)[:5]:
        fields = read_signed(text, keys)
        if fields is None or fields.pop("version", 0) != _VERSION:
            continue
        try:
            cards.append(Scorecard.model_validate(fields))
        except ValidationError:
            continue
    return cards


def open_card(card: Scorecard, day: str, writer: IssueWriter) -> CreateIssue:
    """The request that opens it: nobody's name but the interviewer's, nobody's words."""
    title = f"Scorecard {card.candidate} · {card.stage.replace('-', ' ')} · {card.who}"
    text = writer.render("scorecard_stub", stage=card.stage, day=day)
    body = f"{text}\n{card.block(writer)}\n"
    return CreateIssue(title, body, (SCORECARD,), (SCORECARD,), (card.who,))


def fill_card(
    card: Scorecard, kit: Kit, talk: Mapping[str, object], writer: IssueWriter, of: str = ""
) -> EditIssue:
    """The request that fills it; ``talk`` says when and where they talk, where that is known.

    ``of`` is the candidates' repository, where the card is in another.
    """
    text = writer.render(
        "scorecard",
        card=card,
        of=of,
        kit=kit,
        questions=_HIDDEN.sub("", kit.questions).replace("@", "@\u2060").strip(),
        ratings=[rating.words for rating in Rating],
        overall=[rating.words for rating in OVERALL],
        submit=SUBMIT,
    )
    body = with_markers(_HEAD, head(card, talk, (), writer)) + f"\n\n{text}"
    return EditIssue(card.issue, "write the scorecard", body=with_card(body, card, writer))


def head(
    card: Scorecard, talk: Mapping[str, object], missing: tuple[str, ...], writer: IssueWriter
) -> str:
    """What stands on top: the talk, the day, and what keeps it from being sent."""
    values: dict[str, object] = {"start": "", "link": "", **talk}
    return writer.render("scorecard_head", card=card, missing=missing, **values)


def with_card(body: str, card: Scorecard, writer: IssueWriter) -> str:
    """The body with what is signed at its end."""
    return f"{_ANY_MARK.sub('', body).rstrip()}\n\n{card.block(writer)}\n"


def with_head(body: str, text: str) -> str:
    """The body with what stands on top."""
    if section(body, _HEAD):
        return with_section(body, _HEAD, text)
    return f"{with_markers(_HEAD, text)}\n\n{body}"
