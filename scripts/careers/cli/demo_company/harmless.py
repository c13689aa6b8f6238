"""A scene of the demo: a forged issue, a label that GitHub refuses, an event that is lost."""

from __future__ import annotations

import json

from careers.cli.demo_company.company import CANDIDATES, EXAMPLES, READER, RECRUITER, Company
from careers.cli.demo_company.show import Show
from careers.process import PREFIX

_CANDIDATE = 2
_LATER = {"message": "I forgot to say: I can begin in May.", "source": "email"}


def harmless(show: Show, company: Company) -> None:
    """Play it. What the scripts print shows that nothing was taken away."""
    _forged(show, company)
    _refused(show, company)
    _lost(show, company)


def _forged(show: Show, company: Company) -> None:
    """A reader copies a candidate's text, record and all, into an issue of their own."""
    sandbox = company.sandbox
    body = str(sandbox.issue(CANDIDATES, _CANDIDATE)["body"])
    number = sandbox.act(READER).open_issue(CANDIDATES, "Hello", body)
    sandbox.act(RECRUITER).add_label(CANDIDATES, number, f"{PREFIX}hired")
    printed = " ".join(_last(run) for run in company.follow_events())
    show.deed(READER, f"forges #{number} from #{_CANDIDATE}", printed)


def _refused(show: Show, company: Company) -> None:
    """GitHub refuses a label while the same person writes again."""
    company.sandbox.fail(at=1, how="error", status=422, method="POST", path="/labels$", times=2)
    path = min((EXAMPLES / "applications").glob("02*.json"))
    application = json.loads(path.read_text(encoding="utf-8"))
    printed = company.apply({**application, **_LATER})
    show.deed("GitHub", f"refuses a label of #{_CANDIDATE}", _last(printed, "Issue #"))


def _lost(show: Show, company: Company) -> None:
    """A label's event never arrives; the hourly run makes up for it."""
    sandbox = company.sandbox
    sandbox.act(RECRUITER).add_label(CANDIDATES, _CANDIDATE, f"{PREFIX}offer")
    sandbox.take_events()
    printed = _last(company.run("tend")).split(", ")
    mended = next((part for part in printed if part.startswith("put right")), "not put right")
    show.deed("tend", f"finds #{_CANDIDATE} in offer, its event lost", mended)


def _last(printed: str, start: str = "") -> str:
    lines = [line for line in printed.strip().split("\n") if line.startswith(start)]
    return lines[-1].replace(f" in {CANDIDATES}", "").replace(f"{CANDIDATES}: ", "")
