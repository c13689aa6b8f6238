"""The last scene: who waits, a no to many of them at once, and how hiring goes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from careers.cli.demo_company.company import CANDIDATES, RECRUITER, Company
from careers.cli.demo_company.show import Show

_NO_TO_MANY = "/reject-all applied filled"
_JOB = "support-engineer"
_FILES = "files"


def standing(show: Show, company: Company, kept: Path) -> None:
    """Play it, and keep each issue as a file in ``kept``, with the files that it links."""
    show.printed(company.run("candidates", "--job", _JOB).rpartition("\n\n")[0])
    _many(show, company)
    show.printed(company.run("report").partition("\n\n")[0])
    shutil.rmtree(kept, ignore_errors=True)
    (kept / _FILES).mkdir(parents=True)
    addresses = _kept_files(company, kept)
    for issue in company.sandbox.issues(CANDIDATES):
        path = kept / f"{issue['number']}.md"
        text = _at_home(str(issue["body"]), addresses, company.sandbox.url)
        path.write_text(f"# {issue['title']}\n\n{text}\n", encoding="utf-8")


def _kept_files(company: Company, kept: Path) -> dict[str, str]:
    """Keep what candidates sent; where each file lay, and where it lies now."""
    addresses = {}
    for release in company.sandbox.releases(CANDIDATES):
        for asset in release["assets"]:
            place = f"{_FILES}/{asset['name']}"
            (kept / place).write_bytes(company.sandbox.content(CANDIDATES, asset["name"]))
            addresses[asset["browser_download_url"]] = place
    return addresses


def _at_home(text: str, addresses: dict[str, str], server: str) -> str:
    """A text whose links lead to what is kept: the stand-in of GitHub is gone by then."""
    text = re.sub(rf"{re.escape(server)}/[\w./-]+/issues/(\d+)(?=\))", r"\1.md", text)
    for address, place in addresses.items():
        text = text.replace(f"]({address})", f"]({place})")
    return re.sub(rf"\[([^\]]*)\]\({re.escape(server)}[^)]*\)", r"\1", text)


def _many(show: Show, company: Company) -> None:
    """A no to all of a stage, from the job's issue: a plan, and the box that carries it out."""
    issues = company.sandbox.issues(CANDIDATES)
    number = next(i["number"] for i in issues if i["title"] == "Support Engineer: all candidates")
    recruiter = company.sandbox.act(RECRUITER)
    recruiter.comment(CANDIDATES, number, _NO_TO_MANY)
    company.follow_events()
    plan = company.sandbox.comments(CANDIDATES, number)[-1]
    recruiter.edit_comment(CANDIDATES, plan["id"], plan["body"].replace("- [ ]", "- [x]"))
    printed = " ".join(_told(run) for run in company.follow_events())
    told = printed.replace(f"Issue #{number}: ", "")
    show.deed(RECRUITER, f"ticks the plan of {_NO_TO_MANY}", told)


def _told(printed: str) -> str:
    return printed.strip().split("\n")[-1].replace(f" in {CANDIDATES}", "")
