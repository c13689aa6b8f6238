"""One function a worker of the tests: what waits in it is taken away after each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from receiver.local_runtime import Worker, running


@pytest.fixture(scope="session")
def started() -> Iterator[Worker]:
    """A function with nothing but what it needs."""
    with running() as worker:
        yield worker


@pytest.fixture
def worker(started: Worker) -> Iterator[Worker]:
    """The same, empty."""
    yield started
    for submission in started.waiting():
        assert started.ask(f"/{submission['id']}", "DELETE").ok
