"""The settings about people, read from ``candidates.toml`` in their private repository."""

from __future__ import annotations

import tomllib
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from careers.hiring.correspondence.settings import MailSettings
from careers.hiring.forgetting.settings import RetentionSettings
from careers.hiring.outbox.settings import LettersSettings
from careers.hiring.scorecards.words import IN_ALL, same_words
from careers.posting.field_types import StageName
from careers.text.diagnostics import CareersError

_NAME = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
Source = Annotated[str, StringConstraints(pattern=_NAME, max_length=43)]
ReasonName = Annotated[str, StringConstraints(pattern=_NAME, max_length=40)]
Login = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}$")]
FormField = Literal[
    "posting", "name", "first", "last", "email", "phone", "location", "links", "message", "source"
]
DELETING = frozenset({"tally", "netlify", "jotform"})
"""The form services whose API deletes a submission."""
OTHER = "other"
"""The source of what comes from somewhere that the settings do not list."""


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class People(_Table):
    """How candidates are shown."""

    titles: Annotated[
        Literal["name", "number"],
        Field(
            description="What an issue's title names: mails carry it, and no erasing reaches "
            "mailboxes"
        ),
    ] = "name"
    sources: Annotated[
        tuple[Source, ...],
        Field(description="Where applications come from; any other is `source:other`"),
    ] = ("site", "email", "referral", "linkedin", "indeed", "agency", "event")


class Roles(_Table):
    """Who may move candidates; a role on GitHub decides the rest."""

    triage_moves: Annotated[
        bool,
        Field(
            description="Whether a stage label counts that somebody set who may not write, but "
            "triage. GitHub lets them set it; where this is false it is taken off again"
        ),
    ] = True
    hiring_managers: Annotated[
        dict[str, tuple[Login, ...]],
        Field(
            description="By posting, who may use `/advance`, `/reject`, `/next` and `/assign` on "
            "its candidates with read access alone; logins, since teams need an App",
            examples=[{"support-engineer": ["adaeze-example"]}],
        ),
    ] = {}


Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class Reason(_Table):
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


_REASONS = {
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


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Criterion = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=80, pattern=r"^[^\n|<>]+$"),
]


class Flag(_Table):
    """An answer that a person should look at: `[[flag]]`, as many as there are.

    It is a line and the label `flag`: nobody is moved, sorted or refused by it.
    """

    question: Annotated[Short, Field(description="The question, as the posting or a form asks it")]
    when: Annotated[
        tuple[Short, ...],
        BeforeValidator(_listed, json_schema_input_type=Short | list[Short]),
        Field(
            description="The answer, or several; capitals and what ends a sentence make no "
            "difference",
            min_length=1,
        ),
    ]


class StageRules(_Table):
    """What is asked at one stage: `[stage.phone-screen]` is that of the phone screen."""

    patience: Annotated[
        int,
        Field(
            description="Working days that a candidate may stand here before it is called late",
            ge=1,
            le=100,
        ),
    ] = 5
    interviewers: Annotated[
        tuple[Login, ...],
        Field(
            description="Who is assigned while a candidate stands here, beside the owner, or is "
            "asked for a scorecard; without it, at an interview the posting's `interviewers`",
            examples=["mira-example"],
        ),
    ] = ()
    scorecard: Annotated[
        tuple[Criterion, ...],
        Field(
            description="What each interviewer says something about, three to six of them; "
            "without it no scorecards are asked for",
            max_length=10,
            examples=[["Finds the cause", "Explains plainly"]],
        ),
    ] = ()
    kit: Annotated[
        str,
        Field(
            description="What an interviewer is given: a Markdown file below `kits/` of the "
            "candidates' repository, which is never published",
            pattern=r"^(kits/[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\.md)?$",
            examples=["kits/debugging.md"],
        ),
    ] = ""
    minutes: Annotated[int, Field(description="How long an interview here takes", ge=5, le=600)] = (
        60
    )
    booking: Annotated[
        str,
        Field(
            description="Where a candidate picks a time, for the invitation to this stage",
            pattern=r"^(https://\S+)?$",
            examples=["https://cal.example.com/mira"],
        ),
    ] = ""
    needs_scorecards: Annotated[
        int,
        Field(
            description="How many scorecards of the stage before must be in, before somebody "
            "comes here",
            ge=0,
            le=10,
        ),
    ] = 0
    approvers: Annotated[
        tuple[Login, ...],
        Field(
            description="One of whom must `/approve` before somebody comes here",
            examples=["ngozi-example"],
        ),
    ] = ()
    people: Annotated[
        str,
        Field(
            description="Whom a candidate meets, as the invitation names them",
            pattern=r"^[^\r\n<>]*$",
            max_length=200,
            examples=["Mira Example and Jonas Example"],
        ),
    ] = ""

    @model_validator(mode="after")
    def _each_once(self) -> StageRules:
        names = [same_words(name) for name in self.scorecard]
        if IN_ALL in names or not all(names) or len(set(names)) < len(names):
            raise ValueError("scorecard: each has a name of its own, and *In all* is there already")
        return self


class OfferRules(_Table):
    """What an offer asks for."""

    approvers: Annotated[
        tuple[Login, ...],
        Field(
            description="One of whom must `/approve` an offer before it goes out; without any, "
            "nobody is asked",
            examples=["ngozi-example"],
        ),
    ] = ()


class FieldIds(_Table):
    """The fields of the organisation's issues that a board shows; 0 is none."""

    stage: Annotated[
        int, Field(ge=0, description="The id of *Stage*, a single select: a column each, as labels")
    ] = 0
    due: Annotated[int, Field(ge=0, description="The id of *Due*, a date: the next step's day")] = 0
    since: Annotated[int, Field(ge=0, description="The id of *Since*, a date: when they came")] = 0
    reason: Annotated[
        int, Field(ge=0, description="The id of *Reason*, a single select: those of `[reasons]`")
    ] = 0


class FormSettings(_Table):
    """One form of a form service: what its questions ask for."""

    service: Annotated[
        Literal[
            "tally",
            "typeform",
            "netlify",
            "formspree",
            "jotform",
            "fillout",
            "google-forms",
            "plain-form",
        ],
        Field(description="The form service, by the name of its source"),
    ]
    form: Annotated[
        str, Field(description="The form's id there; without it, every form of that service")
    ] = ""
    host: Annotated[
        str,
        Field(
            description="The service's other address, as for accounts in the EU",
            examples=["https://api.eu.typeform.com"],
        ),
    ] = ""
    posting: Annotated[str, Field(description="The posting, where the form is for one alone")] = ""
    fields: Annotated[
        dict[FormField, str],
        Field(
            description="field = the question's words or id; the others are told by their words",
            examples=['{ name = "What are you called?" }'],
        ),
    ] = {}
    delete: Annotated[
        bool,
        Field(
            description="Whether what stands in an issue, with its files, is deleted at the "
            "service: Tally, Netlify and Jotform can"
        ),
    ] = False

    @model_validator(mode="after")
    def _deletable(self) -> FormSettings:
        if self.delete and self.service not in DELETING:
            raise ValueError(f"{self.service} deletes nothing by its API: leave `delete` out")
        return self


class IntakeSettings(_Table):
    """Where applications come from."""

    form: Annotated[
        tuple[FormSettings, ...], Field(description="`[[intake.form]]`, one for each form")
    ] = ()
    mail: MailSettings = MailSettings()


class CandidatesSettings(_Table):
    """All of ``candidates.toml``; every table and field may be missing."""

    candidates: People = People()
    roles: Roles = Roles()
    intake: IntakeSettings = IntakeSettings()
    flag: tuple[Flag, ...] = ()
    fields: FieldIds = FieldIds()
    reasons: Annotated[
        dict[ReasonName, Reason],
        Field(
            description="Why somebody was not hired. The list is closed, so that reports add up: "
            "a table of your own names all that there are",
            min_length=1,
        ),
    ] = _REASONS
    stage: dict[StageName, StageRules] = {}
    retention: RetentionSettings = RetentionSettings()
    offer: OfferRules = OfferRules()
    letters: LettersSettings = LettersSettings()

    def patience(self, stage: str) -> int:
        """Working days that a candidate may stand in a stage."""
        return self.stage.get(stage, StageRules()).patience

    def source(self, name: str) -> str:
        """The source as labels name it."""
        return name if name in self.candidates.sources else OTHER


def read_candidates_settings(text: str, path: str = "candidates.toml") -> CandidatesSettings:
    """Read them. Raises CareersError that names the file, the field and the cure."""
    try:
        return CandidatesSettings.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        message = f"{path} is not TOML: {error}"
        raise CareersError(message, "mend that line") from None
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        lines = [f"{'.'.join(map(str, d['loc']))}: {d['msg']}" for d in details]
        message = f"{path}: {'; '.join(lines)}"
        raise CareersError(message, "docs/configuration.md lists every setting") from None
