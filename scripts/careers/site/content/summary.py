"""What the pages of several jobs show of a job's text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careers.site.content.description import without_mentions
from careers.site.content.timeline import TimelineStep

if TYPE_CHECKING:
    from careers.site.content.render import Text
    from careers.site.model.job import Job


@dataclass(frozen=True)
class Summary:
    """What is kept of a job once its own files are made.

    ``apply`` is where one applies, ``stages`` are the steps of its process that have a name,
    ``documents`` the Markdown files that it links to, by their path.
    """

    apply: str | None
    stages: tuple[TimelineStep, ...]
    documents: Mapping[str, bytes]

    @staticmethod
    def of(job: Job, text: Text) -> Summary:
        """The summary of a job whose text was rendered."""
        named = tuple(
            stage._replace(html=without_mentions(stage.html)) for stage in text.stages if stage.name
        )
        return Summary(job.form or job.apply, named, text.documents)
