"""An interview: invited to, scored by two, whose cards are shown at once; then an offer."""

from __future__ import annotations

from careers.cli.demo_company.company import CANDIDATES, EXAMPLES, KEYS, RECRUITER, Company
from careers.cli.demo_company.show import Show
from careers.hiring.record.block import read_record
from careers.text.diagnostics import CareersError

SETTINGS = """
[stage.interviews]
interviewers = ["mira-example", "jonas-example"]
scorecard = ["Finds the cause", "Explains plainly"]
people = "Adaeze Example"
"""
_SAID = {
    "mira-example": ("strong yes", "yes", "yes"),
    "jonas-example": ("yes", "no", "no"),
}
_NUMBER, _STAGE = 2, "interviews"
_TALK, _LINK = "/interview +3d 14:00 Berlin", "https://meet.example.com/k3"
_OFFER = "/offer send +7d start 2027-02-01"


def scorecards(show: Show, company: Company) -> None:
    """Play it: asked, sent, shown."""
    for login in _SAID:
        company.sandbox.add_user(login)
        company.sandbox.grant(login, CANDIDATES, "write")
    company.sandbox.act(RECRUITER).comment(CANDIDATES, _NUMBER, f"/stage {_STAGE}")
    company.follow_events()
    company.sandbox.act(RECRUITER).comment(CANDIDATES, _NUMBER, f"{_TALK} {_LINK}")
    company.follow_events()
    cards = {login: _card_of(company, login) for login in _SAID}
    asked = " and ".join(f"#{number}" for number in cards.values())
    told = f"letter, .ics, scorecards {asked}"
    show.deed(RECRUITER, f"comments {_TALK} on #{_NUMBER}", told)
    for login, said in _SAID.items():
        number = cards[login]
        body = _filled(str(company.sandbox.issue(CANDIDATES, number)["body"]), said)
        company.sandbox.act(login).edit(CANDIDATES, number, body=body)
        company.follow_events()
    closed = " and ".join(
        f"#{number} {company.sandbox.issue(CANDIDATES, number)['state']}"
        for number in cards.values()
    )
    show.deed(" and ".join(_SAID), "tick a line each and Done", closed)
    summary = str(company.sandbox.comments(CANDIDATES, _NUMBER)[-1]["body"])
    rows = [line for line in summary.split("\n") if line.startswith("| **")]
    show.printed("\n".join(row.strip("| ").replace("**", "") for row in rows))
    _offer(show, company)


def _offer(show: Show, company: Company) -> None:
    """A file that only who may push sees; the letter brings it."""
    file = str((EXAMPLES / "applications" / "cv.pdf").absolute())
    company.run("attach", str(_NUMBER), file, "--as", "offer")
    company.sandbox.act(RECRUITER).comment(CANDIDATES, _NUMBER, _OFFER)
    company.follow_events()
    record = read_record(str(company.sandbox.issue(CANDIDATES, _NUMBER)["body"]), _NUMBER, KEYS)
    state = record.offer.state if record and record.offer else "not made"
    show.deed(RECRUITER, f"attaches an offer and comments {_OFFER} on #{_NUMBER}", state)


def _card_of(company: Company, login: str) -> int:
    found = (i for i in company.sandbox.issues(CANDIDATES) if i["title"].endswith(f"· {login}"))
    card = next(found, None)
    if card is None:
        raise CareersError(f"the demo's scorecard of {login} was not asked for")
    return int(card["number"])


def _filled(body: str, ratings: tuple[str, ...]) -> str:
    """The card with one tick a heading, and *Done*."""
    first, *parts = body.split("### ")
    ticked = (
        part.replace(f"- [ ] {rating}\n", f"- [x] {rating}\n", 1)
        for part, rating in zip(parts, ratings, strict=True)
    )
    return "### ".join((first, *ticked)).replace("[ ] <!-- do:submit", "[x] <!-- do:submit")
