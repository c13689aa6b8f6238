"""A form's file is asked for at its service alone, and its address is told nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from careers.forms import FileGoneError, FileLargeError, fetched_file
from careers.text.diagnostics import CareersError
from form_services import CV, serving

MOST = 1000


@pytest.fixture
def tally() -> Iterator[Any]:
    """A service with files."""
    with serving("tally") as server:
        yield server


def place(server: Any) -> str:
    """Where a file is."""
    return f"{server.host}/kept/1/cv.pdf?accessToken=canary"


def test_the_token_goes_to_its_own_service_alone(tally: Any) -> None:
    """Another host of that machine is none of it, nor is another port."""
    assert fetched_file("tally", place(tally), "secret", [tally.host], MOST) == CV
    assert tally.asked[-1][2]["Authorization"] == "Bearer secret"
    with serving("tally") as other:
        with pytest.raises(FileGoneError):
            fetched_file("tally", place(other), "secret", [tally.host], MOST)
        assert other.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "http://files.example.com/cv.pdf",
        "https://127.0.0.1/cv.pdf",
        "https://169.254.169.254/latest",
        "https://[::1]/cv.pdf",
        "https://localhost/cv.pdf",
        "https://intranet/cv.pdf",
        "file:///etc/passwd",
        "https://[/cv.pdf",
        "https://user@127.0.0.1/",
    ],
)
def test_what_is_no_public_address_is_not_asked(address: str) -> None:
    """Whoever wrote it into a submission reaches nothing near the runner."""
    with pytest.raises(CareersError) as caught:
        fetched_file("tally", address, "secret", [], MOST)
    assert "cv.pdf" not in str(caught.value)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"file_faults": [404]}, FileGoneError),
        ({"file_faults": [302]}, CareersError),
        ({"file_faults": [503]}, CareersError),
        ({"file_type": "text/html"}, CareersError),
        ({"file": bytes(MOST + 1)}, FileLargeError),
    ],
)
def test_what_goes_wrong_is_told_without_the_address(
    tally: Any, change: dict[str, Any], error: type[CareersError]
) -> None:
    """A redirect is not followed."""
    for name, value in change.items():
        setattr(tally, name, value)
    with pytest.raises(error) as caught:
        fetched_file("tally", place(tally), "secret", [tally.host], MOST)
    told = f"{caught.value!r}{caught.value.help}{caught.value.__cause__!r}"
    assert "canary" not in told
    assert "secret" not in told
