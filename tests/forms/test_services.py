"""Form services are asked over HTTP, page by page, at their pace."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from typing import Any

import pytest

from careers.forms import fetched, secret, services
from careers.intake import Unwanted, read
from careers.text.diagnostics import CareersError
from form_services import PATHS, TIMES, WHO, serving


@pytest.fixture
def stand_in(request: pytest.FixtureRequest) -> Iterator[Any]:
    """The stand-in of the service that the test names."""
    with serving(request.param) as server:
        yield server


@pytest.mark.parametrize("stand_in", services(), indirect=True)
def test_all_that_is_new_is_fetched(stand_in: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over several pages, oldest first, as intake reads it; since a moment only what is new."""
    module = importlib.import_module(f"careers.forms.{stand_in.name}")
    monkeypatch.setattr(module, "_SIZE", 2, raising=False)  # Basin's pages have a size of its own
    everything = fetched(stand_in.name, "F", "secret-token", "", stand_in.host)
    made = [read(json.dumps(payload).encode()) for payload in everything]
    assert [application.name for application in made] == WHO
    assert {application.posting for application in made} == {"baker"}
    assert len({application.id for application in made}) == len(WHO)
    newer = fetched(stand_in.name, "F", "secret-token", TIMES[3], stand_in.host)
    assert [read(json.dumps(payload).encode()).name for payload in newer] == (
        WHO if stand_in.name == "receiver" else WHO[3:]  # which holds what waits, and no more
    )
    assert all("secret-token" not in path for path, _, _ in stand_in.asked)


@pytest.mark.parametrize("stand_in", ["tally"], indirect=True)
def test_a_fault_that_passes_is_waited_for(stand_in: Any) -> None:
    """A limit and an outage: asked again, at the service's pace."""
    stand_in.faults = [429, 503]
    assert len(fetched("tally", "F", "t", "", stand_in.host)) == len(WHO)


@pytest.mark.parametrize("stand_in", ["tally"], indirect=True)
@pytest.mark.parametrize(
    ("faults", "said"),
    [([401], "refuses the token"), ([404], "no such form"), ([500] * 9, "answer")],
)
def test_what_is_wrong_is_said(stand_in: Any, faults: list[int], said: str) -> None:
    """Without the token, and with its cure."""
    stand_in.faults = faults
    with pytest.raises(CareersError, match=said) as caught:
        fetched("tally", "F", "secret-token", "", stand_in.host)
    assert "secret-token" not in f"{caught.value}{caught.value.help}"


def test_every_service_has_a_source_and_a_secret() -> None:
    """What is fetched can be read; a workflow names each secret."""
    assert services() == tuple(sorted(PATHS))
    assert secret("tally") == "CAREERS_TALLY_TOKEN"
    with pytest.raises(Unwanted):
        read(b'{"questions": [], "submission": {"isCompleted": false, "responses": []}}')
