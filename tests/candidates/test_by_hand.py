"""Who runs the workflow by hand fills a form in, and is told what was wrong with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from candidates.company import REPOSITORY, ROOT, record_of
from careers import cli
from careers.sandbox import Sandbox

Fill = Callable[..., int]


def inputs() -> list[str]:
    """The fields of the form."""
    text = (ROOT / ".github/workflows/intake.yml").read_text("utf-8")
    return [*YAML(typ="safe").load(text)["on"]["workflow_dispatch"]["inputs"]]


@pytest.fixture
def fill(company: Path) -> Fill:
    """Fill the form in; what is not named stays empty, as GitHub hands it over."""

    def send(**fields: str) -> int:
        assert set(fields) <= set(inputs())
        event = {
            "inputs": {name: fields.get(name, "") for name in inputs()},
            "ref": "refs/heads/main",
            "repository": {"private": True},
            "sender": {"login": "rita"},
            "workflow": ".github/workflows/intake.yml",
        }
        (company / "event.json").write_text(json.dumps(event), "utf-8")
        return cli.run("intake", ["--event", str(company / "event.json")])

    return send


def test_a_form_opens_a_candidate(fill: Fill, github: Sandbox) -> None:
    """The job by its title or address; sent twice it opens one."""
    ada = {"name": "Ada Example", "email": "ada@example.com", "source": "referral"}
    links = "https://ada.example.com, https://code.example.com/ada"
    for posting in ("engineer", "engineer"):
        assert fill(posting=posting, links=links, message="She called us.", **ada) == 0
    (issue,) = github.issues(REPOSITORY)
    assert issue["title"] == "Ada Example · Engineer"
    assert record_of(github).source == "referral"
    for text in ("ada.example.com", "code.example.com/ada", "She called us."):
        assert text in issue["body"]
    assert fill(posting="https://example.com/careers/designer/", **ada) == 0
    assert len(github.issues(REPOSITORY)) == 2


@pytest.mark.parametrize(
    ("typed", "meant"), [("enginer", "engineer"), ("Desinger", "designer"), ("plumber", "")]
)
def test_a_near_miss_is_answered(
    fill: Fill, github: Sandbox, company: Path, typed: str, meant: str
) -> None:
    """In the run's summary and the issue that keeps what was typed, and nothing of the event."""
    assert fill(posting=typed, name="Ada Example", email="ada@example.com") == 0
    told = "its posting is not known" + (f": is it {meant}?" if meant else "")
    assert told in (company / "summary").read_text("utf-8")
    (issue,) = github.issues(REPOSITORY)
    assert told in issue["body"]
    assert "Ada Example" in issue["body"]
    assert "refs/heads/main" not in issue["body"]
    assert "rita" not in issue["body"]


def test_what_lacks_a_name_is_kept_and_an_empty_form_is_none(fill: Fill, github: Sandbox) -> None:
    """Rather than a run that fails again each hour."""
    assert fill(posting="engineer", phone="+49 30 1") == 0
    (issue,) = github.issues(REPOSITORY)
    assert "needs:attention" in [label["name"] for label in issue["labels"]]
    assert fill() == 1
    assert len(github.issues(REPOSITORY)) == 1
