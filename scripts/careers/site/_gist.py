"""What a build keeps of a job's text once its own files are made: what the lists look at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from careers.site._editions import translations
from careers.site._entry import entry_of
from careers.site._feed import latest
from careers.site._html import Text, rendered
from careers.site._similar import similar
from careers.site._site import Job, Site
from careers.site._timeline import Stage


def gist(site: Site, job: Job) -> dict[str, Any]:
    """What the lists want to know of a job that takes reading its text, as JSON holds it.

    The stages with a name, the files that it links to, and where one applies if only the text
    says so.
    """
    text = rendered(site, job)
    made: dict[str, Any] = {}
    stages = [one for one in text.stages(job.words) if one.name]
    if stages:
        made["stages"] = [[one.name, one.takes, str(one.html)] for one in stages]
    if not (job.closed or job.posting.meta.apply):
        made["apply"] = job.apply
    if text.documents:
        made["documents"] = {p: data.decode("latin-1") for p, data in text.documents.items()}
    return made


def remember(site: Site, kept: Iterable[tuple[Job, dict[str, Any]]]) -> None:
    """Let the lists find the gist of each job where its text would be."""
    found = {job.slug: (job, gist) for job, gist in kept}
    for job, gist in found.values():
        if "apply" in gist:
            vars(job)["apply"] = gist["apply"]
    site.shared["texts"] = _Gists(found)


class _Gists(dict[str, Text]):
    """The texts by slug, each made of its gist when it is asked for and not kept: they are many."""

    def __init__(self, found: dict[str, tuple[Job, dict[str, Any]]]) -> None:
        super().__init__()
        self._found = found

    def __contains__(self, slug: object) -> bool:
        return slug in self._found

    def __missing__(self, slug: str) -> Text:
        job, gist = self._found[slug]
        stages = [
            Stage(name, "", takes, Markup(html), 0, 0)  # noqa: S704 - sanitised before it was kept
            for name, takes, html in gist.get("stages", ())
        ]
        documents = {p: text.encode("latin-1") for p, text in gist.get("documents", {}).items()}
        return Text("", {}, documents=documents, _stages={job.words: stages})


def forget(site: Site, job: Job) -> None:
    """Drop a job's text and what was made of it."""
    for name in ("texts", "descriptions", "entries"):
        site.shared.get(name, {}).pop(job.slug, None)


def prepare(site: Site, job: Job) -> None:
    """Look once at what every job's page looks at, so that each process need not."""
    similar(site, job)
    translations(site, job)
    entry_of(site, job)
    latest(site)
    _ = (site.by_path, site.unpublished)
