"""Says, in an issue of its own, that the mail server takes no letters; and that they go again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from careers.cli.support.saying_what_waits import say
from careers.github.repository import Repository
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.waiting import LETTERS, find_waiting, plan_waiting


def say_what_waits(
    repository: Repository, issues: Sequence[Issue], stuck: int, writer: IssueWriter
) -> Counter[str]:
    """Say it of so many, where it is not said; what was done."""
    there = find_waiting(LETTERS, issues, writer.keys)
    page = next((x.url.rpartition("/issues/")[0] for x in issues if x.url), "")
    runs = f"{page}/actions/workflows/tend.yml"
    said = say(repository, there, lambda here: plan_waiting(LETTERS, stuck, runs, here, writer))
    return Counter({"said that letters wait": 1}) if said else Counter()
