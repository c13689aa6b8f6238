"""The runs of a workflow: those that failed are started again, those that kept data deleted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from careers.github.client import GitHub
from careers.github.errors import RefusedError

ATTEMPTS = 45
"""Times that a run is started again: GitHub allows fifty, for thirty days."""
_FAILED = frozenset({"failure", "cancelled", "timed_out", "startup_failure"})
_UNAVAILABLE = frozenset({403, 404})


@dataclass(frozen=True, slots=True)
class Run:
    """One run: how it ended (empty while it goes on), and how often it was started."""

    id: int
    conclusion: str
    attempt: int

    @property
    def failed(self) -> bool:
        """Whether it ended without its application standing."""
        return self.conclusion in _FAILED


class Runs:
    """The runs of one workflow, by its file's name."""

    def __init__(self, github: GitHub, workflow: str) -> None:
        self._github = github
        self._path = f"/actions/workflows/{workflow}/runs"

    def dispatched(self) -> Iterator[Run]:
        """The runs that a dispatch started and that have ended; none where we may not see them."""
        for event in ("repository_dispatch", "workflow_dispatch"):
            query = urlencode({"event": event, "status": "completed", "per_page": 100})
            try:
                path = f"{self._path}?{query}"
                answer = self._github.call("GET", path, "list the workflow's runs")[1]
            except RefusedError as error:
                if error.http not in _UNAVAILABLE:
                    raise
                return
            yield from map(_run, answer.get("workflow_runs", ()))

    def start_again(self, run: Run) -> bool:
        """Start a run again; whether GitHub let us."""
        return self._did("POST", f"/actions/runs/{run.id}/rerun", "start a run again")

    def delete(self, run: Run) -> bool:
        """Delete a run, and with it what was sent; whether GitHub let us."""
        return self._did("DELETE", f"/actions/runs/{run.id}", "delete a run")

    def _did(self, verb: str, path: str, what: str) -> bool:
        try:
            self._github.call(verb, path, what)
        except RefusedError:
            return False
        return True


def _run(item: dict[str, Any]) -> Run:
    return Run(item["id"], item.get("conclusion") or "", item.get("run_attempt") or 1)
