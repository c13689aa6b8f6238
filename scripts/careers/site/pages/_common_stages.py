"""How the company hires, told by the processes of all its open postings together."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

import orjson
from markupsafe import Markup

from careers.process import APPLIED
from careers.site.content.timeline import stage_label
from careers.site.feeds.summaries import gist_of
from careers.site.model.editions import Edition
from careers.site.model.site import Job, Site

_Told = tuple[Job, str, str, float]
"""Who has a stage, how long it takes, what happens (HTML), and how far into the process it is."""


@dataclass(frozen=True, slots=True)
class Common:
    """A stage of several postings.

    ``times`` are how long it takes, the most usual first; ``html`` is what most of them say, and
    ``example`` the job whose words these are. ``number`` postings have it.
    """

    name: str
    label: str
    times: tuple[str, ...]
    html: Markup
    example: Job
    number: int


def common_stages(site: Site, edition: Edition) -> list[Common]:
    """The stages of an edition's open postings, in the order in which candidates meet them.

    Postings in another language are left out; applying comes first.
    """
    told: dict[str, list[_Told]] = defaultdict(list)
    for job in edition.jobs:
        if job.words is not edition.words:
            continue
        found = orjson.loads(gist_of(site, job).get("stages", "[]"))
        for index, (name, takes, html) in enumerate(found):
            told[name].append((job, takes, html, (index + 1) / len(found)))
    order = {
        name: (name != APPLIED, sum(at for *_, at in rows) / len(rows), name)
        for name, rows in told.items()
    }
    return [_common(name, told[name], edition) for name in sorted(told, key=order.__getitem__)]


def _common(name: str, rows: list[_Told], edition: Edition) -> Common:
    best = _first(Counter([html for _, _, html, _ in rows]))
    example = next(job for job, _, html, _ in rows if html == best)
    label = stage_label(name, edition.words)
    times = Counter([takes for _, takes, *_ in rows if takes])
    usual = sorted(times, key=lambda time: (-times[time], time))
    # Sanitised where it was rendered; its links begin at a posting's page, as deep as this one.
    return Common(name, label, tuple(usual[:3]), Markup(best), example, len(rows))  # noqa: S704


def _first(texts: Counter[str]) -> str:
    """The most frequent text, the longest of equally frequent ones."""
    return max(texts, key=lambda text: (texts[text], len(text), text))
