"""The parts of a record: what is next, a hold, and how things stood before the last act."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Day = Annotated[str, Field(pattern=r"^(\d{4}-\d\d-\d\d)?$")]
"""A day in ISO 8601, in the company's time zone; empty where there is none."""


class Part(BaseModel):
    """A later version's fields are kept and signed, so that an older run destroys nothing."""

    model_config = ConfigDict(frozen=True, extra="allow", populate_by_name=True)


class NextStep(Part):
    """What is to be done next: in whose words, its day, and who does it (empty: the owner)."""

    text: str
    due: Day = ""
    who: str = ""


class Referral(Part):
    """Who is said to have sent the candidate, a login as they typed it; when they were thanked."""

    login: str
    thanked: str = ""


class Hold(Part):
    """Until when nobody is reminded, and why. Legal clocks go on."""

    until: Day
    why: str = ""


OfferState = Literal["asked", "refused", "sent", "accepted", "declined", "void"]


class Offer(Part):
    """An offer: its version, its file's name, and what became of it.

    ``state`` is ``asked`` (it waits for a yes), ``refused`` (by whoever was asked), ``sent``,
    ``accepted``, ``declined`` or ``void``; ``when`` is since when, in ISO 8601. ``answer_by`` is
    the day until which the candidate answers, ``start`` their first day, ``by`` who said yes to it.
    What it says of pay stands in the file alone.
    """

    version: int
    state: OfferState
    when: str
    file: str = ""
    answer_by: Day = ""
    start: Day = ""
    by: str = ""


class Standing(Part):
    """What an act may change, and what an undo puts back.

    ``owner`` is the login whose move it is; ``reason`` is the settings' word for why it ended;
    ``first_day`` is when somebody who was hired begins; ``offer`` is the last one that was made.
    """

    stage: str
    owner: str = ""
    next_step: NextStep | None = None
    hold: Hold | None = None
    reason: str = ""
    first_day: Day = ""
    offer: Offer | None = None
