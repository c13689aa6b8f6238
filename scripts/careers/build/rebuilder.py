"""Makes a site again and again for those who write it: after an edit, what shows the edit."""

from __future__ import annotations

from careers.site.content.texts import Texts
from careers.site.model.site import Site
from careers.site.outputs import (
    JobOutput,
    of_all_jobs,
    output_of,
    pages_of_facts,
    pages_of_texts,
)
from careers.site.templating.publication import Publication


class Rebuilder:
    """Remembers what it made of each job, and of what text."""

    def __init__(self) -> None:
        self._facts: object = None
        self._texts: dict[str, str] = {}
        self._outputs: dict[str, JobOutput] = {}
        self._pages: dict[str, bytes] = {}

    def files(self, site: Site, *, postings_alone: bool) -> dict[str, bytes]:
        """Every file of the site.

        ``postings_alone`` says that since the last time no other file was touched. Where the
        postings then say the same but for their texts, only jobs with another text are made again.
        """
        facts, self._facts = self._facts, None  # what fails half way is made anew
        publication = Publication(site)
        if not postings_alone or facts != _facts(site):
            self._texts, self._outputs = {}, {}
            self._pages = dict(pages_of_facts(publication))
        for job in (*site.jobs, *site.closed):
            text = job.posting.source.text
            if self._texts.get(job.slug) != text:
                self._outputs[job.slug] = output_of(publication, job.copy())
                self._texts[job.slug] = text
        self._facts = _facts(site)
        summaries = {slug: output.summary for slug, output in self._outputs.items()}
        of_texts = pages_of_texts(publication, Texts(site, summaries))
        return {**dict(of_all_jobs(site, self._outputs)), **self._pages, **dict(of_texts)}


def _facts(site: Site) -> object:
    """All that a site is made of but the texts of its postings and the files beside them."""
    jobs = [
        (job.posting.path, job.slug, job.title, job.closed, job.words, job.elsewhere, job.meta)
        for job in (*site.jobs, *site.closed)
    ]
    return site.settings, site.today, dict(site.templates), site.drafts, jobs
