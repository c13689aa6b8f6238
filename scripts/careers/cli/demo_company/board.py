"""A card that is moved on a board, what `tend` says of who is late, and a job's issue."""

from __future__ import annotations

from careers.cli.demo_company.company import CANDIDATES, RECRUITER, Company
from careers.cli.demo_company.show import Show
from careers.hiring.labels.names import OVERDUE
from careers.hiring.settings import CandidatesSettings
from careers.process import PREFIX
from careers.text.diagnostics import CareersError

_MOVED, _TO = 4, "phone-screen"


def fields(company: Company) -> str:
    """The settings that name the fields of the company's issues, which a board shows."""
    sandbox = company.sandbox
    names = (str(label["name"]) for label in sandbox.labels(CANDIDATES))
    stages = [name.removeprefix(PREFIX) for name in names if name.startswith(PREFIX)]
    made = {
        "stage": sandbox.add_field(CANDIDATES, "Stage", "single_select", *stages),
        "due": sandbox.add_field(CANDIDATES, "Due", "date"),
        "since": sandbox.add_field(CANDIDATES, "Since", "date"),
        "reason": sandbox.add_field(
            CANDIDATES, "Reason", "single_select", *CandidatesSettings().reasons
        ),
    }
    return "\n[fields]\n" + "".join(f"{name} = {number}\n" for name, number in made.items())


def card(show: Show, company: Company) -> None:
    """Move a card: the field *Stage* of its issue is another."""
    values = company.sandbox.issue(CANDIDATES, _MOVED)["issue_field_values"]
    stage = next(int(v["issue_field_id"]) for v in values if v["issue_field_name"] == "Stage")
    company.sandbox.act(RECRUITER).set_field(CANDIDATES, _MOVED, stage, _TO)
    printed = " ".join(run.strip().split("\n")[-1] for run in company.follow_events())
    told = printed.replace(f" in {CANDIDATES}", "")
    show.deed(RECRUITER, f"moves the card of #{_MOVED} to {_TO}", told)


def reminder(show: Show, company: Company) -> None:
    """Show of what `tend` reminded, and the top of that job's issue."""
    issues = company.sandbox.issues(CANDIDATES)
    late = [i for i in issues if OVERDUE in {label["name"] for label in i["labels"]}]
    if not late:
        raise CareersError("nobody is reminded of anything in the demo")
    job = next(i for i in issues if str(i["title"]).startswith("Support Engineer: all"))
    for issue in (*late, job):
        told = str(issue["body"]).partition("> **")[2].partition("**")[0]
        what = "keeps the job's" if issue is job else "reminds of what is due today:"
        show.deed("tend", f"{what} #{issue['number']}", told)
