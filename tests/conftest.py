"""What all tests share."""

import os
from collections.abc import Iterator

import pytest

from careers.sandbox import Sandbox
from conformance import validate_exchanges
from repositories import PRIVATE, PUBLIC


def pytest_xdist_auto_num_workers() -> int:
    """How many `-n auto` is: three for two processors, for tests wait for browsers and servers."""
    count = os.cpu_count() or 1
    return count + count // 2


@pytest.fixture(autouse=True)
def _on_no_runner(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests mean the same on GitHub's machines: what they say there is asked for by tests."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


@pytest.fixture
def github() -> Iterator[Sandbox]:
    """A GitHub with a public and a private repository, rita (write), otto (read) and the bot.

    Tokens are `t-rita`, `t-otto` and `t-bot`. At the end every request made to it, by the test or
    by a script under test, is held against GitHub's description.
    """
    with Sandbox() as sandbox:
        for name, private in ((PUBLIC, False), (PRIVATE, True)):
            sandbox.add_repository(name, private=private)
        sandbox.add_user("rita", token="t-rita")
        sandbox.add_user("otto", token="t-otto")
        sandbox.add_user("careers-bot[bot]", token="t-bot", type="Bot")
        for login, role in (("rita", "write"), ("otto", "read"), ("careers-bot[bot]", "write")):
            for name in (PUBLIC, PRIVATE):
                sandbox.grant(login, name, role)
        yield sandbox
    validate_exchanges(sandbox.requests)
