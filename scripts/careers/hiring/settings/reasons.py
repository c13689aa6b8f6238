"""Why somebody was not hired."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from careers.hiring.settings.names import Short
from careers.settings.table import Table


class Reason(Table):
    """Why somebody was not hired: who said no, and which letter tells them."""

    type: Annotated[
        Literal["we-said-no", "they-said-no", "neither"],
        Field(
            description="Who said no: `we-said-no`, `they-said-no` or `neither`; reports tell "
            "these apart"
        ),
    ]
    text: Annotated[
        dict[Annotated[str, StringConstraints(pattern="^[a-z]{2,3}$")], Short],
        Field(
            description="Why, as the letter *not a match* says it behind a colon, by language; "
            "without it, the words that are shipped",
            examples=['{ en = "the job needs a licence to fly" }'],
        ),
    ] = {}
    letter: Annotated[
        Literal["not-a-match", "close-call", "job-filled", "withdrawn", "none"],
        Field(
            description="Which letter tells the candidate: `not-a-match`, `close-call` (before an "
            "interview it is `not-a-match`), `job-filled`, `withdrawn` or `none`"
        ),
    ]


REASONS = {
    **dict.fromkeys(
        ("experience", "skills", "location", "permit"),
        Reason(type="we-said-no", letter="not-a-match"),
    ),
    "other-candidate": Reason(type="we-said-no", letter="close-call"),
    **dict.fromkeys(("filled", "closed"), Reason(type="neither", letter="job-filled")),
    **dict.fromkeys(("pay", "other-job"), Reason(type="they-said-no", letter="withdrawn")),
    **dict.fromkeys(("no-show", "no-answer"), Reason(type="they-said-no", letter="not-a-match")),
    **dict.fromkeys(("spam", "duplicate"), Reason(type="neither", letter="none")),
}
