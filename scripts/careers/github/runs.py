"""The runs of a workflow: those that failed are started again, those that kept data deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from careers.github.client import GitHub
from careers.github.errors import RefusedError

ATTEMPTS = 50
"""Times that GitHub starts a run, for thirty days."""
_KEPT = timedelta(days=30)
_HOURLY = 24
"""Attempts that follow each other as often as somebody asks; those after it, once a day."""
_FAILED = frozenset({"failure", "cancelled", "timed_out", "startup_failure", "stale"})
_UNAVAILABLE = frozenset({403, 404})


@dataclass(frozen=True, slots=True)
class Run:
    """One run: how it ended (empty while it goes on), how often it was started, and when last.

    ``page`` is where a person sees it.
    """

    id: int
    conclusion: str
    attempt: int
    created: datetime
    updated: datetime
    page: str = ""

    @property
    def failed(self) -> bool:
        """Whether it ended without its application standing."""
        return self.conclusion in _FAILED

    def is_due(self, now: datetime) -> bool:
        """Whether it is to be started again: hourly for a day, then daily as long as GitHub can."""
        if self.attempt >= ATTEMPTS or now - self.created >= _KEPT:
            return False
        return self.attempt < _HOURLY or now - self.updated >= timedelta(days=1)


class Runs:
    """The runs of one workflow, by its file's name."""

    def __init__(self, github: GitHub, workflow: str) -> None:
        self._github = github
        self._path = f"/actions/workflows/{workflow}/runs"

    def dispatched(self) -> list[Run] | None:
        """The runs that a dispatch started and that have ended; None where we may not see them."""
        found: list[Run] = []
        for event in ("repository_dispatch", "workflow_dispatch"):
            query = urlencode({"event": event, "status": "completed", "per_page": 100})
            try:
                path = f"{self._path}?{query}"
                answer = self._github.call("GET", path, "list the workflow's runs")[1]
            except RefusedError as error:
                if error.http not in _UNAVAILABLE:
                    raise
                return None
            found += map(_run, answer.get("workflow_runs", ()))
        return found

    def last_success(self) -> datetime | None:
        """When one ended well last; None where there is none, or we may not see them."""
        path = f"{self._path}?{urlencode({'status': 'success', 'per_page': 1})}"
        try:
            answer = self._github.call("GET", path, "list the workflow's runs")[1]
        except RefusedError as error:
            if error.http not in _UNAVAILABLE:
                raise
            return None
        return next((_run(item).updated for item in answer.get("workflow_runs", ())), None)

    def start(self, inputs: dict[str, str]) -> bool:
        """Start the workflow on the default branch; whether GitHub let us."""
        branch = self._github.call("GET", "", "look at it")[1].get("default_branch") or "main"
        path = f"{self._path.removesuffix('/runs')}/dispatches"
        return self._did("POST", path, "start a workflow", {"ref": branch, "inputs": inputs})

    def start_again(self, run: Run) -> bool:
        """Start a run again; whether GitHub let us."""
        return self._did("POST", f"/actions/runs/{run.id}/rerun", "start a run again")

    def delete(self, run: Run) -> bool:
        """Delete a run, and with it what was sent; whether GitHub let us."""
        return self._did("DELETE", f"/actions/runs/{run.id}", "delete a run")

    def _did(self, verb: str, path: str, what: str, body: object = None) -> bool:
        try:
            self._github.call(verb, path, what, body)
        except RefusedError:
            return False
        return True


def _run(item: dict[str, Any]) -> Run:
    return Run(
        id=item["id"],
        conclusion=item.get("conclusion") or "",
        attempt=item.get("run_attempt") or 1,
        created=datetime.fromisoformat(item["created_at"]),
        updated=datetime.fromisoformat(item.get("updated_at") or item["created_at"]),
        page=item.get("html_url") or "",
    )
