"""Lists issues by the words that GitHub's own search box takes, those that saved searches use."""

import re
from collections.abc import Iterable

from careers.sandbox.world import Issue, Repository

_WORD = re.compile(r'(-?)(is|label|assignee|no|sort):(?:"([^"]*)"|(\S+))')


def found(repository: Repository, words: str, me: str) -> list[Issue]:
    """The issues that all words hold for, newest first; ``me`` is whom `@me` means."""
    asked = [
        (bool(minus), key, quoted or bare) for minus, key, quoted, bare in _WORD.findall(words)
    ]
    kept = [
        issue
        for issue in repository.live
        if all(_holds(repository, issue, key, value, me) != minus for minus, key, value in asked)
    ]
    return kept if ("sort", "created-asc") in _sorts(asked) else kept[::-1]


def _sorts(asked: Iterable[tuple[bool, str, str]]) -> set[tuple[str, str]]:
    return {(key, value) for _, key, value in asked if key == "sort"}


def _holds(repository: Repository, issue: Issue, key: str, value: str, me: str) -> bool:
    labels = {label.name.casefold() for label in repository.labels_of(issue)}
    assigned = {login.casefold() for login in issue.assignees}
    wanted = me if value == "@me" else value
    return {
        "is": value in {issue.state, "issue"},
        "label": value.casefold() in labels,
        "assignee": wanted.casefold() in assigned,
        "no": value == "assignee" and not assigned,
        "sort": True,
    }[key]
