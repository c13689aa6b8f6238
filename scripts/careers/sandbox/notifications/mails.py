"""The mails that GitHub would send: to whom, about which issue, and why.

"About notifications" and "Email notification headers" of GitHub's documentation: watchers hear of
what is opened, said, closed and reopened; whoever takes part hears of that without watching;
whoever is assigned or mentioned hears of it. Labels, titles and changed texts mail nobody, nor what
somebody did themselves. Every mail is counted, where GitHub may send one for two reasons.
"""

import re
from collections.abc import Iterator

from careers.sandbox.visit import Desk, Mail, Role, role_of
from careers.sandbox.world import Issue

_MENTION = re.compile(r"(?<![\w/@`])@([A-Za-z0-9][A-Za-z0-9-]*)")
_QUIET = re.compile(r"<!--.*?-->|```.*?```|`[^`\n]*`", re.DOTALL)


def of_issue(desk: Desk, action: str, issue: Issue, assignee: str = "") -> None:
    """What happened to an issue, as its event names it."""
    if action == "opened":
        _send(desk, issue, _watching(desk) | _mentioned(issue.body or ""))
    elif action in {"closed", "reopened"}:
        everybody = _watching(desk) | _taking_part(issue)
        _send(desk, issue, dict.fromkeys(everybody, "state_change"))
    elif action == "assigned":
        _send(desk, issue, {assignee.casefold(): "assign"})


def of_comment(desk: Desk, action: str, issue: Issue, body: str) -> None:
    """What was said; a text that is changed mails nobody."""
    if action == "created":
        _send(desk, issue, _watching(desk) | _taking_part(issue) | _mentioned(body))


def _send(desk: Desk, issue: Issue, reasons: dict[str, str]) -> None:
    for login, reason in reasons.items():
        person = desk.world.user(login)
        if person is None or person.type != "User" or person.login == desk.person.login:
            continue
        if role_of(desk.repository, person) >= Role.READ:
            desk.mails.append(Mail(person.login, issue.number, reason))


def _watching(desk: Desk) -> dict[str, str]:
    return dict.fromkeys(desk.repository.watchers, "subscribed")


def _taking_part(issue: Issue) -> dict[str, str]:
    """Each with the reason that counts most, last."""
    found = {login: "mention" for text in _texts(issue) for login in _mentioned(text)}
    found |= {comment.login.casefold(): "comment" for comment in issue.comments}
    assigned = (each for each in issue.history if each.event == "assigned")
    found |= {each.detail["assignee"].casefold(): "assign" for each in assigned}
    return found | {issue.login.casefold(): "author"}


def _texts(issue: Issue) -> Iterator[str]:
    yield issue.body or ""
    yield from (comment.body for comment in issue.comments)


def _mentioned(text: str) -> dict[str, str]:
    return {login.casefold(): "mention" for login in _MENTION.findall(_QUIET.sub("", text))}
