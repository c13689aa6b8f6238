"""GitHub's events as it documents them (npm `@octokit/webhooks-examples`), by our readers."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from careers.github import pull_event
from careers.hiring.event import EVENT_NAMES, read_event
from careers.intake import read
from careers.text.diagnostics import CareersError

EXAMPLES = Path(__file__).parent / "node_modules/@octokit/webhooks-examples"


@cache
def examples() -> dict[str, list[dict[str, Any]]]:
    """All examples, by the event's name."""
    files = sorted(EXAMPLES.rglob("index.json"))
    if not files:
        pytest.skip("npm ci in tests/workflows was not run: no examples of GitHub's events")
    known = json.loads(files[0].read_text("utf-8"))
    return {each["name"]: each["examples"] for each in known}


@pytest.mark.parametrize("name", EVENT_NAMES)
def test_what_moves_candidates_is_read(name: str) -> None:
    """Of every action: the issue's number, who did it, and what they said."""
    for example in examples()[name]:
        event = read_event(example, name)
        assert event.issue.number == example["issue"]["number"]
        assert event.sender.login == example["sender"]["login"]
        assert event.action == example["action"]
        said = example.get("comment", {}).get("body")
        assert (event.comment.body if event.comment else None) == said


def given(path: Path, name: str, payload: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Hand an event over as Actions does."""
    path.write_text(json.dumps(payload), "utf-8")
    monkeypatch.setenv("GITHUB_EVENT_NAME", name)
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(path))


def test_pull_requests_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever happened to one: its number, and both sides."""
    for example in examples()["pull_request"]:
        given(tmp_path / "event.json", "pull_request", example, monkeypatch)
        pull = pull_event.pull_request()
        assert pull is not None
        assert pull.number == example["pull_request"]["number"]
        assert pull.pull_request.head.sha == example["pull_request"]["head"]["sha"]


def test_runs_that_ended_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a check, and of `publish`."""
    for example in examples()["workflow_run"]:
        given(tmp_path / "event.json", "workflow_run", example, monkeypatch)
        ran = example["workflow_run"]
        assert pull_event.workflow_run().workflow_run.head_sha == ran["head_sha"]
        assert pull_event.publication().workflow_run.id == ran["id"]


def test_events_of_other_kinds_move_nobody() -> None:
    """Each is refused in words, none ends in a traceback."""
    others = examples().keys() - {*EVENT_NAMES, "workflow_dispatch"}
    assert len(others) > 40
    for name in others:
        for example in examples()[name]:
            with pytest.raises(CareersError, match="moves no candidate"):
                read_event(example, name)


def test_no_event_is_an_application() -> None:
    """Whatever starts `intake` by mistake opens nobody."""
    for found in examples().values():
        for example in found:
            with pytest.raises(CareersError):
                read(json.dumps(example).encode())
