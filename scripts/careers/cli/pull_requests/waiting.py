"""Counts candidates in stages that a merge takes away: numbers, never names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from posixpath import splitext

from careers.hiring.issues import Issue
from careers.hiring.labels.names import JOB, label_name, stage_label
from careers.posting.slugs import job_name
from careers.preview import Page, Waiting
from careers.preview.model import NAMES

Issues = Callable[[Iterable[str]], Iterable[Issue]]
"""Gives the issues that carry one of these labels."""


def waiting(pages: Sequence[Page], issues: Issues) -> tuple[Waiting, ...]:
    """How many open candidates stand in each stage that goes away; asked only where one does."""
    losses = [(page, _job(page), page.stages.gone) for page in pages if page.stages]
    jobs = {job for _, job, gone in losses if gone}
    every = issues(sorted(jobs)) if jobs else ()
    held = [{name.casefold() for name in issue.labels} for issue in every if issue.is_open]
    found = []
    for page, job, gone in losses:
        for stage in gone:
            names = {job.casefold(), stage_label(stage).casefold()}
            if count := sum(names <= labels for labels in held):
                found.append(Waiting(path=page.path, stage=stage, candidates=count))
    return tuple(found[:NAMES])


def _job(page: Page) -> str:
    slug = splitext((page.path_before or page.path).rpartition("/")[2])[0]
    return label_name(JOB, job_name(slug))
