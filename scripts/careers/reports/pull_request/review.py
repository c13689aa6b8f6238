"""What a run found of a pull request, and where on GitHub it can be looked at."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from careers.preview import MergePreview
from careers.text.diagnostics import Finding

KEPT = 14
"""Days that the run's artifact is kept (``retention-days`` in validate.yml)."""


@dataclass(frozen=True)
class Review:
    """What a run found; all but ``run``, ``head``, ``counted`` and ``public`` a fork may write.

    ``mendable`` counts findings with a mend, ``hidden`` those past the ones in the artifact;
    ``site`` is the hash of the built site, empty where it could not be built; ``pictures`` is of
    how many pages the artifact has pictures;
    ``run`` is the address of the run that holds it, ``head`` the commit that was checked;
    ``counted`` says that the preview's ``waiting`` was asked for; ``documented`` are the codes of
    findings that have a page, below the address ``checks``.
    """

    preview: MergePreview
    findings: tuple[Finding, ...]
    mendable: int
    hidden: int
    site: str
    pictures: int
    run: str
    head: str
    counted: bool = False
    public: bool = True
    checks: str = ""
    documented: frozenset[str] = frozenset()

    @property
    def artifact(self) -> str:
        """The address where the artifact is downloaded."""
        return f"{self.run}#artifacts"

    def file(self, path: str, line: int = 0) -> str:
        """The address of a file at the commit, at a line where one is given."""
        # GitHub shows Markdown rendered, and then knows no lines.
        plain = "?plain=1" if path.lower().endswith(".md") else ""
        at = f"{plain}#L{line}" if line else ""
        return f"{repository_of(self.run)}/blob/{self.head}/{quote(path)}{at}"

    def page(self, code: str) -> str:
        """The address of the page about a check; empty where there is none."""
        known = self.checks and code in self.documented
        return f"{self.checks}/{code}.md" if known else ""


def repository_of(run: str) -> str:
    """The address of a run's repository."""
    return run.partition("/actions/runs/")[0]
