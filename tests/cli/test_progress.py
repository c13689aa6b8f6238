"""Progress: a line on a terminal, for runs that take long, gone at the end."""

from __future__ import annotations

import io
import time
from contextlib import suppress

import pytest

from careers.cli.support.progress import Progress


class Terminal(io.StringIO):
    """What a terminal is asked to show."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def play(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: float) -> str:
    """What stands on stderr when each of three steps has taken some seconds."""
    clock = iter(range(100))
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(time, "monotonic", lambda: next(clock) * seconds)
    with Progress("Checking", 3000, "files") as progress:
        for _ in progress.over(range(3)):
            pass
    return stream.getvalue()


def test_a_long_run_tells_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line takes the place of the one before, and the last leaves nothing."""
    monkeypatch.setenv("TERM", "xterm")
    shown = play(monkeypatch, Terminal(), 1.5)
    lines = shown.split("\r\x1b[K")
    assert lines == ["", *(f"Checking … {n} of 3,000 files" for n in (1, 2, 3)), ""]


@pytest.mark.parametrize(("stream", "term", "seconds"), [
    (Terminal(), "xterm", 0.2),
    (Terminal(), "dumb", 1.5),
    (io.StringIO(), "xterm", 1.5),
])  # fmt: skip
def test_nothing_is_shown(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, term: str, seconds: float
) -> None:
    """A short run is silent, and so is one that no terminal shows."""
    monkeypatch.setenv("TERM", term)
    assert play(monkeypatch, stream, seconds) == ""


def test_it_is_gone_after_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said then stands on a line of its own."""
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(time, "monotonic", iter([0.0, 2.0, 2.0]).__next__)
    with suppress(KeyboardInterrupt), Progress("Writing", 2, "labels") as progress:
        progress.step()
        raise KeyboardInterrupt
    assert stream.getvalue().endswith("labels\r\x1b[K")
