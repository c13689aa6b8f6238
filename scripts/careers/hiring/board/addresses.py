"""Links into a repository's lists of issues, as GitHub's search has them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote_plus

from careers.hiring.labels.names import JOB, OVERDUE, label_name, stage_label


@dataclass(frozen=True, slots=True)
class Addresses:
    """``web`` is the repository's page."""

    web: str

    def unanswered(self, slug: str) -> str:
        """Who is late of a job."""
        return self._search(f'is:open label:"{label_name(JOB, slug)}" label:{OVERDUE}')

    def stage(self, slug: str, stage: str) -> str:
        """All in a stage of a job, those who came first on top."""
        job, name = label_name(JOB, slug), stage_label(stage)
        return self._search(f'is:open label:"{job}" label:"{name}" sort:created-asc')

    def _search(self, words: str) -> str:
        return f"{self.web}/issues?q={quote_plus(words)}"
