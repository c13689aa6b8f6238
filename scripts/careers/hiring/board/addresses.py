"""Links into a repository's lists of issues, as GitHub's search has them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote_plus

from careers.hiring.labels.names import (
    ATTENTION,
    HOLD,
    JOB,
    OVERDUE,
    REPLY,
    WAITING,
    label_name,
    stage_label,
)
from careers.process import APPLIED


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

    def mornings(self) -> dict[str, str]:
        """What somebody looks at each morning, over all jobs: `@me` is whoever looks."""
        asked = {
            "mine, due today": f"is:open assignee:@me label:{OVERDUE}",
            "all that is mine": f"is:open assignee:@me -label:{WAITING} -label:{HOLD}",
            "nobody's": f'is:open label:"{stage_label(APPLIED)}" no:assignee',
            "never answered, due": f'is:open label:"{stage_label(APPLIED)}" label:{OVERDUE}',
            "they wrote last": f'is:open label:"{REPLY}"',
            "to be settled": f'is:open label:"{ATTENTION}"',
        }
        return {told: self._search(words) for told, words in asked.items()}

    def _search(self, words: str) -> str:
        return f"{self.web}/issues?q={quote_plus(words)}"
