"""Previews a merge: what the site and the labels make of the postings, before and after."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from careers.checks.support.shape import is_other_file
from careers.cli.pull_requests.merge_sites import Side, Sites
from careers.cli.pull_requests.waiting import Issues, waiting
from careers.cli.support.candidates import job_stages
from careers.hiring.actions import CreateLabel, EditLabel
from careers.hiring.labels.definitions import labels_for
from careers.hiring.labels.names import stage_label
from careers.hiring.labels.plan import plan_labels, unused_labels
from careers.preview import (
    APPLY,
    Labels,
    MergePreview,
    PlainFinding,
    PostingView,
    Renamed,
    Waiting,
    blocks,
    plan_pages,
)
from careers.preview.model import LONGEST_NAME, NAMES
from careers.process import read_process
from careers.site.selection import site_of
from careers.text.diagnostics import CareersError, Finding, Severity, Span

if TYPE_CHECKING:
    from careers.files.revision import Base
    from careers.posting.posting import Posting
    from careers.settings import Settings

IN_USE = "stage-in-use"
"""The code of the findings that the preview makes."""


def preview_merge(
    base: Base,
    head: Side,
    today: date,
    sites: Sites,
    issues: Issues | None = None,
) -> MergePreview:
    """What merging does. ``issues`` gives the candidates, where they may be read."""
    old = Side(base.settings, base.postings())
    renamed = head.settings.labels.renamed
    pages, left_out = plan_pages(_views(old, today), _views(head, today), renamed)
    there = waiting(pages, issues) if issues else ()
    told = {page.address for page in pages}
    return MergePreview(
        base=base.commit,
        pages=pages,
        pages_left_out=left_out,
        labels=_labels(old, _readable(head, base)),
        feeds=tuple(path[:LONGEST_NAME] for path in sites.feeds)[:NAMES],
        redrawn=tuple(slug for slug in sites.redrawn if slug not in told)[:NAMES],
        waiting=there,
        findings=tuple(PlainFinding.of(_in_use(entry, head)) for entry in there),
    )


def _views(side: Side, today: date) -> tuple[PostingView, ...]:
    postings = (posting for posting in side.postings if not is_other_file(posting))
    return tuple(_view(posting, side.settings, today) for posting in postings)


def _view(posting: Posting, settings: Settings, today: date) -> PostingView:
    """A posting as the site publishes it."""
    try:
        site = site_of((posting,), settings, today, {})
    except CareersError:
        return PostingView(posting.path, "broken", posting.title)
    stages = read_process(posting, settings).stages
    text = blocks(posting.body)
    for job in (*site.jobs, *site.closed):
        facts = [(fact.label, fact.value) for fact in job.facts]
        facts += [(APPLY, job.form or job.apply)] if job.apply else []
        return PostingView(
            posting.path,
            "closed" if job.closed else "open",
            job.title,
            job.slug,
            tuple(facts),
            text,
            stages,
            posting.meta.id,
            job.aliases,
        )
    return PostingView(
        posting.path, "draft", posting.title, blocks=text, stages=stages, job=posting.meta.id
    )


def _readable(head: Side, base: Base) -> Side:
    """Files that cannot be read as they stood before: a slip of the pen retires no label."""
    postings = (p if p.readable else base.posting(p) or p for p in head.postings)
    return Side(head.settings, tuple(postings))


def _labels(old: Side, new: Side) -> Labels:
    """What ``labels`` will do, were it to run just before and just after."""
    before = labels_for(job_stages(old.postings, old.settings))
    after = labels_for(job_stages(new.postings, new.settings))
    renamed = new.settings.labels.renamed
    actions = plan_labels(after, before, renamed).actions
    names = [a.name for a in actions if isinstance(a, CreateLabel)]
    pairs = [(a.name, a.new_name) for a in actions if isinstance(a, EditLabel)]
    new_names = [Renamed(old=was, new=now) for was, now in pairs if was != now]
    retired = [each.name for each in unused_labels(after, before, renamed)]
    return Labels(
        created=tuple(names[:NAMES]),
        renamed=tuple(new_names[:NAMES]),
        retired=tuple(retired[:NAMES]),
    )


def _in_use(entry: Waiting, head: Side) -> Finding:
    """The warning about a stage that goes away: a number, never a name."""
    posting = next((p for p in head.postings if p.path == entry.path), None)
    process = read_process(posting, head.settings) if posting else None
    span = (process and process.section) or Span.at(1)
    who = "1 candidate stands" if entry.candidates == 1 else f"{entry.candidates} candidates stand"
    message = f"{who} in `{stage_label(entry.stage)}`, which this posting loses"
    cure = (
        f'under [labels.renamed] in careers.toml write `{entry.stage} = "NEW"` where it has'
        " another name now; else they keep the process that stood when they applied"
    )
    return Finding(entry.path, span, IN_USE, Severity.WARNING, message, cure)
