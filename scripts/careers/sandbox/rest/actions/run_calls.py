"""REST: the runs of workflows; started again, and deleted."""

from functools import partial
from typing import Any

from werkzeug.wrappers import Request

from careers.sandbox import refusal, repository_shapes, shapes
from careers.sandbox.rest.answers import Answer, paged
from careers.sandbox.rest.routing import REPOSITORY, Table
from careers.sandbox.visit import Desk, Role
from careers.sandbox.world import Run

TABLE = Table()
_ONE = REPOSITORY + "/actions/runs/<int:run>"
_SHA = "0" * 40


@TABLE.on("GET", REPOSITORY + "/actions/workflows/<workflow>/runs")
def list_runs(desk: Desk, request: Request, workflow: str) -> Answer:
    """The runs of a workflow, newest first, by event, and by status or conclusion."""
    event, status = request.args.get("event"), request.args.get("status")
    known = [
        run
        for run in reversed(desk.repository.runs)
        if run.workflow == workflow
        and event in {None, run.event}
        and status in {None, run.status, run.conclusion}
    ]
    page = paged(request, desk.base, known, partial(_shape, desk))
    body = {"total_count": len(known), "workflow_runs": page.body}
    return Answer(200, body, page.headers)


@TABLE.on("GET", _ONE + "/jobs")
def list_jobs(desk: Desk, request: Request, run: int) -> Answer:
    """The jobs of a run, and how they ended."""
    known = _find(desk, run)
    page = paged(request, desk.base, [*known.jobs.items()], lambda job: _job(desk, known, *job))
    body = {"total_count": len(known.jobs), "jobs": page.body}
    return Answer(200, body, page.headers)


@TABLE.on("POST", _ONE + "/rerun")
def rerun(desk: Desk, _request: Request, run: int) -> Answer:
    """Start a run again that has ended."""
    desk.writing(Role.WRITE)
    known = _find(desk, run)
    if known.status != "completed":
        message = "This workflow is already running"
        raise refusal.Refused(403, message)
    known.status, known.conclusion, known.attempt = "queued", None, known.attempt + 1
    return Answer(201, {})


@TABLE.on("DELETE", _ONE)
def delete(desk: Desk, _request: Request, run: int) -> Answer:
    """Delete a run, with its log and what started it."""
    desk.writing(Role.WRITE)
    desk.repository.runs.remove(_find(desk, run))
    return Answer(204)


def _find(desk: Desk, number: int) -> Run:
    for run in desk.repository.runs:
        if run.id == number:
            return run
    raise refusal.not_found()


def _shape(desk: Desk, run: Run) -> dict[str, Any]:
    """A `workflow-run`."""
    url = f"{shapes.api(desk, desk.repository)}/actions/runs/{run.id}"
    links = ("jobs", "logs", "check_suite", "artifacts", "cancel", "rerun", "workflow")
    return {
        "id": run.id,
        "node_id": f"WFR_{run.id:08d}",
        "name": run.workflow,
        "path": f".github/workflows/{run.workflow}",
        "head_branch": "main",
        "head_sha": _SHA,
        "display_title": run.workflow,
        "run_number": 1,
        "run_attempt": run.attempt,
        "event": run.event,
        "status": run.status,
        "conclusion": run.conclusion,
        "workflow_id": 1,
        "check_suite_id": run.id,
        "url": url,
        "html_url": f"{shapes.page(desk, desk.repository)}/actions/runs/{run.id}",
        "pull_requests": [],
        "created_at": run.created_at,
        "updated_at": run.created_at,
        "run_started_at": run.created_at,
        **{f"{name}_url": f"{url}/{name}" for name in links},
        "previous_attempt_url": None,
        "head_commit": None,
        "repository": repository_shapes.repository(desk),
        "head_repository": repository_shapes.repository(desk),
    }


def _job(desk: Desk, run: Run, name: str, conclusion: str) -> dict[str, Any]:
    """A `job`."""
    api, page = shapes.api(desk, desk.repository), shapes.page(desk, desk.repository)
    runner = dict.fromkeys(("runner_id", "runner_name", "runner_group_id", "runner_group_name"))
    return {
        "id": run.id,
        "node_id": f"CR_{run.id:08d}",
        "run_id": run.id,
        "run_url": f"{api}/actions/runs/{run.id}",
        "head_sha": _SHA,
        "head_branch": "main",
        "workflow_name": run.workflow,
        "name": name,
        "url": f"{api}/actions/jobs/{run.id}",
        "html_url": f"{page}/actions/runs/{run.id}/job/{run.id}",
        "check_run_url": f"{api}/check-runs/{run.id}",
        "status": "completed",
        "conclusion": conclusion,
        "created_at": run.created_at,
        "started_at": run.created_at,
        "completed_at": run.created_at,
        "labels": [],
        **runner,
    }
