"""What is known of the texts of all jobs, once each was rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from careers.site.content.linked_documents import Document, linked_documents
from careers.site.content.summary import Summary
from careers.site.model.job import Job
from careers.site.model.site import Site


@dataclass(frozen=True)
class Texts:
    """The texts of a site's jobs, as ``summaries`` by slug."""

    site: Site
    summaries: Mapping[str, Summary]

    def apply(self, job: Job) -> str | None:
        """Where one applies for a job; None where that is not known."""
        return self.summaries[job.slug].apply

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Every Markdown file that a job leads to, by its path."""
        jobs = (*self.site.closed, *self.site.jobs)
        linked = ((job, self.summaries[job.slug].documents) for job in jobs)
        return linked_documents(self.site, linked)
