"""Somebody asks to be forgotten: an admin is asked back, and ``tend`` erases."""

from __future__ import annotations

from careers.cli.demo_company.company import CANDIDATES, RECRUITER, Company
from careers.cli.demo_company.show import Show

_WHOM = 3


def erasing(show: Show, company: Company) -> None:
    """Play it in one line."""
    company.follow_events()
    company.sandbox.grant(RECRUITER, CANDIDATES, "admin")
    admin = company.sandbox.act(RECRUITER)
    admin.comment(CANDIDATES, _WHOM, "/erase")
    company.follow_events()
    question = next(
        c for c in company.sandbox.comments(CANDIDATES, _WHOM) if "do:confirm" in c["body"]
    )
    admin.edit_comment(CANDIDATES, question["id"], question["body"].replace("- [ ]", "- [x]"))
    company.follow_events()
    company.run("tend")
    issue = company.sandbox.issue(CANDIDATES, _WHOM)
    said = f"comments /erase on #{_WHOM} and ticks the box"
    show.deed(RECRUITER, said, f"tend leaves: {issue['title']}")
