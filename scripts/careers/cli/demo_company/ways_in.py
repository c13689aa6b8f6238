"""A scene of the demo: the site's own form, sent to a function and to a form service; a mail."""

from __future__ import annotations

import re
from contextlib import ExitStack
from html.parser import HTMLParser
from pathlib import Path

import requests

from careers.cli.demo_company.company import CANDIDATES, EXAMPLES, Company
from careers.cli.demo_company.show import Show
from careers.cli.demo_company.stand_ins import (
    FORM,
    TOKEN,
    of_formspree,
    of_function,
    standing_in,
)
from careers.text.diagnostics import CareersError

JOB = "developer-product-manager"
_ELSEWHERE = f"https://example.com/jobs/{JOB}/apply"
LETTER = EXAMPLES / "applications" / "09-ines-duarte.eml"
_SETTINGS = """
[[intake.form]]
service = "receiver"
host = "{function}"

[[intake.form]]
service = "formspree"
form = "{form}"
host = "{service}"
"""
_FUNCTION, _SERVICE = "function", "form service"
_SENDERS = {
    _FUNCTION: {
        "name": "Noor Haddad",
        "email": "noor@example.com",
        "message": "I answer before they ask twice.",
    },
    _SERVICE: {
        "name": "Tomás Novák",
        "phone": "+420 601 555 012",
        "message": "I take things apart, and back together.",
    },
}


class WaysIn:
    """The stand-ins, which run while ``stack`` is open; one job's page has the form since."""

    def __init__(self, company: Company, stack: ExitStack) -> None:
        self._company = company
        self._hosts = {
            _FUNCTION: stack.enter_context(standing_in(of_function)),
            _SERVICE: stack.enter_context(standing_in(of_formspree)),
        }
        company.secrets |= dict.fromkeys(
            ("CAREERS_RECEIVER_TOKEN", "CAREERS_FORMSPREE_TOKEN"), TOKEN
        )
        careers = company.careers
        form = f'form = "{self._hosts[_FUNCTION]}/"'
        careers.edit("careers.toml", "[apply]\n", f"[apply]\n{form}\n")
        careers.edit(f"postings/{JOB}.md", f"apply: {_ELSEWHERE}", "apply: form")
        careers.edit(f"postings/{JOB}.md", _ELSEWHERE, "#apply")
        careers.commit("Take applications on the page itself")

    def play(self, show: Show, site: Path) -> None:
        """Send the form, fetch what was sent, read the letter: three issues, each with a CV."""
        company = self._company
        page = (site / JOB / "index.html").read_text(encoding="utf-8")
        people = company.careers.folder / ".candidates" / "candidates.toml"
        settings = _SETTINGS.format(
            form=FORM, function=self._hosts[_FUNCTION], service=self._hosts[_SERVICE]
        )
        people.write_text(people.read_text("utf-8") + settings, encoding="utf-8")
        for place, typed in _SENDERS.items():
            _send(page, self._hosts[place], typed)
        names = [typed["name"] for typed in _SENDERS.values()]
        where = f"send the page's form, to a {' and a '.join(_SENDERS)}"
        show.deed(" and ".join(names), where, _last(company.run("fetch")).partition(": ")[2])
        printed = company.run("intake", "--application", str(LETTER.absolute()))
        show.deed("Inês Duarte", f"writes a mail ({LETTER.name})", _last(printed))
        kept = ", ".join(_cv(company, name) for name in [*names, "Inês Duarte"])
        show.printed(f"The CVs of the three, linked from their issues: {kept}")


def _send(page: str, host: str, typed: dict[str, str]) -> None:
    """Post the form of a page as a browser does, with a CV."""
    form = _Form(page)
    data = form.fields | {"consent": "yes"} | typed
    if unknown := data.keys() - form.fields.keys():
        raise CareersError(f"the form on the page does not ask for {', '.join(unknown)}")
    cv = {"cv": ("CV.pdf", (EXAMPLES / "applications" / "cv.pdf").read_bytes())}
    url = host + form.path
    answer = requests.post(url, data=data, files=cv, allow_redirects=False, timeout=30)
    if answer.status_code != requests.codes.see_other:
        raise CareersError(f"the form was not taken: {answer.status_code}")


class _Form(HTMLParser):
    """The fields of a page's form, with what stands in them, and the path that it is sent to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.path = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at a form, and at what in it has a name."""
        said = {name: value or "" for name, value in attrs}
        if tag == "form" and "action" in said:
            self.path = re.sub(r"^https?://[^/]+", "", said["action"])
        elif tag in {"input", "textarea"} and "name" in said and said.get("type") != "file":
            self.fields[said["name"]] = said.get("value", "")


def _cv(company: Company, name: str) -> str:
    """The file that a candidate's issue links. Raises CareersError where it links none."""
    issues = company.sandbox.issues(CANDIDATES)
    body = next(str(issue["body"]) for issue in issues if str(issue["title"]).startswith(name))
    found = re.search(r"/(\d+-cv\.pdf)\)", body)
    if found is None or not company.sandbox.content(CANDIDATES, found[1]):
        raise CareersError("a CV was lost")
    return found[1]


def _last(printed: str) -> str:
    return printed.strip().split("\n")[-1].replace(f" in {CANDIDATES}", "")
