"""Postings for the bench: as many as asked, no two texts equal, the same in every run."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

_TEAMS = "Product|Engineering|Design|Sales|Support|Finance|People|Legal|Research|Operations"
_LEVELS = "Junior|Senior|Staff|Principal|Lead|Associate|Deputy|Chief"
_ROLES = "Engineer|Designer|Manager|Analyst|Writer|Researcher|Counsel|Accountant|Recruiter"
_FIELDS = "Billing|Search|Payments|Mobile|Platform|Privacy|Hardware|Growth|Data|Tools"
_CITIES = "Lisbon, PT|Berlin, DE|Porto, PT|Madrid, ES|Lyon, FR|Oslo, NO|Gdansk, PL|Cork, IE"
_WHO = "We|You|The team|Our customers|Two engineers|A colleague|The founders|Everybody"
_DO = (
    "decide|read|write|measure|draw|mend|explain|plan|sell|support|review|build|question|"
    "teach|simplify|remove|publish|translate|test|compare"
)
_WHAT = (
    "the roadmap|a prototype|long bug reports|the price list|a small library|the handbook|"
    "an interview|the log viewer|one hard problem|our benefits|the release|a case study|"
    "the profiler|every contract|the budget|a year of data|the test suite|a new office|"
    "the first page|a letter to customers"
)
_HOW = (
    "before lunch|with great care|each quarter|in public|without a meeting|by hand|together|"
    "on paper first|at the customer's desk|in three languages|once and for all|on a Tuesday|"
    "with the people concerned|as briefly as possible|from scratch|under review"
)
_STEPS = (
    "**Phone screen:** A colleague calls you for {n} minutes.",
    "**Case study:** We send you a small task of {n} hours at most.",
    "**Interviews:** You meet {n} of us, in the office or by video.",
    "**References:** We ask {n} people of your choice about you.",
    "**Offer:** You hear from us within {n} days.",
)


@dataclass(frozen=True)
class Generated:
    """A posting as data, so that each generator gets the front matter that it reads."""

    slug: str
    title: str
    team: str
    city: str
    pay: int
    day: str
    text: str

    @property
    def apply(self) -> str:
        """Where one applies."""
        return f"https://example.com/jobs/{self.slug}/apply"

    def with_front(self, front: str, more: str = "") -> str:
        """The whole file, its front matter given; ``more`` is put behind the text."""
        return f"---\n{front}\n---\n\n{self.text}{more}"


def generated(count: int) -> Iterator[Generated]:
    """The first ``count`` postings of one endless row."""
    for number in range(count):
        # Seeded by its number: the first 1,000 of 10,000 are the 1,000.
        draw = random.Random(number)  # noqa: S311 - nothing is kept secret with it
        role = f"{_one(draw, _LEVELS)} {_one(draw, _FIELDS)} {_one(draw, _ROLES)}"
        yield Generated(
            slug=f"{role.lower().replace(' ', '-')}-{number}",
            title=f"{role} {number}",
            team=_one(draw, _TEAMS),
            city=_one(draw, _CITIES),
            pay=draw.randrange(40_000, 120_000, 500),
            day=f"2026-{draw.randint(1, 9):02}-{draw.randint(1, 28):02}",
            text=_text(draw, role, number),
        )


def _one(draw: random.Random, names: str) -> str:
    return draw.choice(names.split("|"))


def _text(draw: random.Random, role: str, number: int) -> str:
    parts = [
        f"# {role} {number}",
        "## About us",
        _paragraph(draw),
        f"{_paragraph(draw)} See [our handbook](https://example.com/handbook/{number}).",
        "## Benefits",
        _bullets(draw, 5),
        "## About the role",
        _paragraph(draw),
        _bullets(draw, 6),
        "## Ideal candidates have",
        _bullets(draw, 5),
        f"{_paragraph(draw)} *{_sentence(draw)}* {_sentence(draw)} `code-{number}`",
        "## Interview process",
        "\n".join(
            f"{at}. {step.format(n=draw.randint(2, 60))}" for at, step in enumerate(_STEPS, 1)
        ),
        _paragraph(draw),
    ]
    return "\n\n".join(parts) + "\n"


def _sentence(draw: random.Random) -> str:
    first = f"{_one(draw, _WHO)} {_one(draw, _DO)} {_one(draw, _WHAT)} {_one(draw, _HOW)}"
    return f"{first}, and {_one(draw, _DO)} {_one(draw, _WHAT)} {_one(draw, _HOW)}."


def _paragraph(draw: random.Random) -> str:
    return " ".join(_sentence(draw) for _ in range(5))


def _bullets(draw: random.Random, count: int) -> str:
    return "\n".join(f"- {_sentence(draw)}" for _ in range(count))
