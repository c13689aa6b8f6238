"""Who is to be asked for a scorecard now, until when, and when all of them are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from careers.hiring.record.interviewing import Interview, ScorecardRef
from careers.hiring.record.model import Record
from careers.hiring.record.visits import since
from careers.hiring.rules import Rules
from careers.hiring.scorecards.scorecard import Scorecard
from careers.process import TERMINAL

DUE_AFTER, SHOWN_AFTER = 1, 2
"""Working days after the talk until a card is due, and until all that are in are shown."""
_LET_GO_KEPT = 20
_SHOWN_AT = time(17, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Term:
    """Until which day a card is to be sent, and at what time (ISO 8601) all are shown."""

    due: str
    until: str


def wanted(record: Record, rules: Rules) -> tuple[str, ...]:
    """The logins of whom a card is to be there for, in the stage where the candidate stands."""
    over = record.stage in TERMINAL or record.duplicate_of or record.hold
    if over or not rules.at(record.stage).scorecard:
        return ()
    talk = talk_of(record, record.stage)
    named = talk.who if talk else rules.interviewers_of(record.stage, record.interviewers)
    return tuple(dict.fromkeys(named))


def not_asked(record: Record, rules: Rules) -> tuple[str, ...]:
    """Those of them who were not asked yet."""
    asked = {c.who.casefold() for c in record.cards if c.stage == record.stage}
    return tuple(who for who in wanted(record, rules) if who.casefold() not in asked)


def not_wanted(record: Record, rules: Rules) -> tuple[ScorecardRef, ...]:
    """The cards that nobody waits for any more: another interviews, one is doubled, all is over."""
    if record.stage in TERMINAL:
        return tuple(card for card in record.cards if not card.done)
    names = {who.casefold() for who in wanted(record, rules)}
    here = (c for c in record.cards if c.stage == record.stage and not c.done)
    others = tuple(card for card in here if names and card.who.casefold() not in names)
    doubled = tuple(_doubled(record))
    return (*doubled, *(card for card in others if card not in doubled))


def _doubled(record: Record) -> Iterator[ScorecardRef]:
    """The cards of two issues that were merged, where one of somebody's stands already."""
    first: dict[tuple[str, str], ScorecardRef] = {}
    for card in sorted(record.cards, key=lambda card: not card.done):
        if first.setdefault((card.stage, card.who.casefold()), card) is not card and not card.done:
            yield card


def still_let_go(
    gone: tuple[ScorecardRef, ...], asked: tuple[ScorecardRef, ...]
) -> tuple[ScorecardRef, ...]:
    """Of the cards that were let go the newest, but for those that are asked for again.

    One of each repository stays, so that erasing knows where to look for the others.
    """
    again = {ref.place for ref in asked}
    left = [ref for ref in gone if ref.place not in again]
    old, new = left[:-_LET_GO_KEPT], left[-_LET_GO_KEPT:]
    known = {ref.repository for ref in new}
    return (*{r.repository: r for r in old if r.repository not in known}.values(), *new)


def talk_of(record: Record, stage: str) -> Interview | None:
    """The interview of a stage that was set last and not called off."""
    held = (talk for talk in reversed(record.interviews) if talk.stage == stage and not talk.off)
    return next(held, None)


def talk_key(record: Record, stage: str) -> str:
    """By which a card knows the talk that it was written with."""
    talk = talk_of(record, stage)
    return f"{talk.number}.{talk.sequence}" if talk else ""


def moved(record: Record) -> tuple[ScorecardRef, ...]:
    """The cards of the present stage whose talk was set, moved or called off since."""
    here = (c for c in record.cards if c.stage == record.stage and not c.done)
    return tuple(card for card in here if card.talk != talk_key(record, card.stage))


def term_of(record: Record, stage: str, rules: Rules) -> Term:
    """When a card of a stage is due: after its talk, else by the stage's patience."""
    days, talk = rules.days, talk_of(record, stage)
    if talk:
        held = days.day_of(talk.end)
        due, shown = days.after(held, DUE_AFTER), days.after(held, SHOWN_AFTER)
    else:
        due = days.after(days.day_of(since(record)), rules.at(stage).patience)
        shown = days.after(due, SHOWN_AFTER - DUE_AFTER)
    return Term(due.isoformat(), _stamp(datetime.combine(shown, _SHOWN_AT)))


def new_card(record: Record, who: str, rules: Rules) -> Scorecard:
    """The card of somebody for the stage where the candidate stands."""
    return Scorecard(
        candidate=record.issue,
        stage=record.stage,
        who=who,
        criteria=rules.at(record.stage).scorecard,
        due=term_of(record, record.stage, rules).due,
    )


def talk_values(record: Record, stage: str) -> Mapping[str, object]:
    """What a card says on top of its talk; nothing where none is set."""
    talk = talk_of(record, stage)
    if talk is None:
        return {}
    return {"start": talk.start, "zone": talk.zone, "minutes": talk.minutes, "link": talk.link}


def is_to_be_reminded(ref: ScorecardRef, record: Record, now: str) -> bool:
    """Whether a day has passed since the talk ended, or the card's own day where none is set."""
    if ref.done or now >= ref.until:
        return False
    talk = talk_of(record, ref.stage)
    if talk:
        return datetime.fromisoformat(now) >= datetime.fromisoformat(talk.end) + timedelta(days=1)
    return now[:10] > ref.due


def is_to_be_shown(record: Record, stage: str, now: str) -> bool:
    """Whether all of a stage's cards are in, or their time is up."""
    cards = [card for card in record.cards if card.stage == stage]
    shown = any(each.stage == stage for each in record.shown)
    ready = all(card.done for card in cards) or now >= max(card.until for card in cards)
    return bool(cards) and not shown and ready


def decide_by(rules: Rules, today: date) -> str:
    """The day by which the owner is to decide, two working days after all is in."""
    return rules.days.after(today, 2).isoformat()


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
