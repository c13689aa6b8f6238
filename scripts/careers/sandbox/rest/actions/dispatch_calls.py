"""REST: starting workflows by repository_dispatch and workflow_dispatch."""

import json
from typing import Any

from pydantic import Field
from werkzeug.wrappers import Request

from careers.sandbox import limits, refusal, webhooks
from careers.sandbox.rest.answers import Answer, Body, read
from careers.sandbox.rest.routing import REPOSITORY, Table
from careers.sandbox.visit import Desk, Role

TABLE = Table()


class RepositoryDispatch(Body):
    """What POST .../dispatches takes."""

    event_type: str
    client_payload: dict[str, Any] = Field(default_factory=dict)


class WorkflowDispatch(Body):
    """What POST .../actions/workflows/{id}/dispatches takes."""

    ref: str
    inputs: dict[str, Any] = Field(default_factory=dict)


def _limit(content: dict[str, Any], keys: int, what: str) -> None:
    if len(content) > keys:
        raise refusal.Refused(
            422, f"Invalid request.\n\nNo more than {keys} properties are allowed; {what}."
        )
    if len(json.dumps(content, ensure_ascii=False)) > limits.DISPATCH_PAYLOAD:
        raise refusal.Refused(422, f"{what} is too large.")


@TABLE.on("POST", REPOSITORY + "/dispatches")
def repository_dispatch(desk: Desk, request: Request) -> Answer:
    """Start the workflows that wait for an event of this type; records the event."""
    desk.writing(Role.WRITE)
    body = read(request, RepositoryDispatch)
    if len(body.event_type) > limits.EVENT_TYPE:
        message = (
            f"Invalid request.\n\nOnly {limits.EVENT_TYPE} characters are allowed in event_type."
        )
        raise refusal.Refused(422, message)
    _limit(body.client_payload, limits.CLIENT_PAYLOAD_KEYS, "client_payload")
    payload = {"action": body.event_type, "branch": "main", "client_payload": body.client_payload}
    webhooks.record(desk, "repository_dispatch", payload)
    return Answer(204)


@TABLE.on("POST", REPOSITORY + "/actions/workflows/<workflow>/dispatches")
def workflow_dispatch(desk: Desk, request: Request, workflow: str) -> Answer:
    """Start one workflow, by the name of its file; records the event."""
    desk.writing(Role.WRITE)
    body = read(request, WorkflowDispatch)
    _limit(body.inputs, limits.WORKFLOW_INPUTS, "inputs")
    ref = body.ref if body.ref.startswith("refs/") else f"refs/heads/{body.ref}"
    payload = {
        "inputs": body.inputs or None,
        "ref": ref,
        "workflow": f".github/workflows/{workflow}",
    }
    webhooks.record(desk, "workflow_dispatch", payload)
    return Answer(204)
