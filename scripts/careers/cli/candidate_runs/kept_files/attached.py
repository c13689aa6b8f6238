"""Finds files that people attached by themselves, and tells them in their candidate's issue."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from careers.application.files import kind_of
from careers.cli.candidate_runs.kept_files.keeping_files import kept_file
from careers.cli.support.candidates import print_plan
from careers.github.errors import RefusedError, UnansweredError
from careers.github.releases import Asset
from careers.github.repository import Repository
from careers.hiring.filing.adding import candidate_of, is_told, plan_adding
from careers.hiring.filing.keeping import release_of
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.record.block import read_record
from careers.hiring.record.files import KeptFile
from careers.hiring.record.model import Record
from careers.text.diagnostics import CareersError


def attached(repository: Repository, known: Mapping[int, Record]) -> dict[int, list[Asset]]:
    """The files that no record tells of yet, by the number of their candidate.

    It is one request for all, or two for one candidate; nothing where releases cannot be read.
    """
    releases = repository.releases()
    try:
        if len(known) == 1:
            release = releases.find(release_of(next(iter(known))))
            listed = {release.tag: releases.assets(release)} if release else {}
        else:
            listed = {release.tag: assets for release, assets in releases.published()}
    except RefusedError:
        return {}
    found: dict[int, list[Asset]] = {}
    for tag, assets in listed.items():
        for asset in assets:
            number = candidate_of(asset.name)
            record = known.get(number)
            ours = record and tag == release_of(number) and asset.is_whole
            if record and ours and not is_told(asset.id, record.files):
                found.setdefault(number, []).append(asset)
    return found


def tell(
    repository: Repository, number: int, assets: list[Asset], writer: IssueWriter, *, dry_run: bool
) -> bool:
    """Write them into their issue, from a fresh read; whether anything was written."""
    issue = repository.issue(number)
    record = read_record(issue.body, number, writer.keys)
    if record is None or record.duplicate_of:
        return False
    files = [_looked_at(repository.releases().download, asset) for asset in assets]
    plan = plan_adding(issue, record, files, writer)
    print_plan(repository, plan, dry_run=dry_run)
    for action in plan.actions if not dry_run else ():
        repository.apply(action)
    return bool(plan.actions)


def _looked_at(download: Callable[[int], bytes], asset: Asset) -> KeptFile:
    """What the record says of a file that is there: one too large to be read has no type."""
    name = asset.name.partition("-")[2]
    try:
        kind = kind_of(name, download(asset.id))
    except UnansweredError:
        raise
    except CareersError:
        kind = ""
    key = asset.digest.removeprefix("sha256:")[:32] or str(asset.id)
    return kept_file(key, name, kind, asset)
