"""What a build keeps of a job's text once its own files are made: what the lists look at."""

from __future__ import annotations

from typing import Any

from careers.problem import Span
from careers.process import Step
from careers.site._editions import translations
from careers.site._entry import entry_of
from careers.site._html import Text, rendered
from careers.site._similar import similar
from careers.site._site import Job, Site

_NOWHERE = Span(1, 1, 1, 1)


def gist(site: Site, job: Job) -> dict[str, Any]:
    """The stages of a job's text and the files that it links to, as JSON holds them."""
    text = rendered(site, job)
    found = text.stages(job.words)
    made: dict[str, Any] = {}
    if found:
        start, end = found[0].start, found[-1].end
        made["html"] = text.html[start:end]
        made["marks"] = [[number, offset - start] for number, offset in text.marks]
        made["steps"] = [[step.stage, step.named] for step in text.steps]
    if text.documents:
        made["documents"] = {p: data.decode("latin-1") for p, data in text.documents.items()}
    return made


def remember(site: Site, job: Job, kept: dict[str, Any]) -> None:
    """Let the lists find the gist of a job where its text would be."""
    steps = (Step(_NOWHERE, "", stage, named) for stage, named in kept.get("steps", ()))
    marks = tuple((number, offset) for number, offset in kept.get("marks", ()))
    documents = {p: text.encode("latin-1") for p, text in kept.get("documents", {}).items()}
    text = Text(kept.get("html", ""), {}, marks, tuple(steps), documents)
    site.shared.setdefault("texts", {})[job.slug] = text


def forget(site: Site, job: Job) -> None:
    """Drop a job's text and what was made of it."""
    for name in ("texts", "descriptions"):
        site.shared.get(name, {}).pop(job.slug, None)


def prepare(site: Site, job: Job) -> None:
    """Look once at what every job's page looks at, so that each process need not."""
    similar(site, job)
    translations(site, job)
    entry_of(site, job)
    _ = (site.by_path, site.unpublished)
