"""A line on the terminal that tells how far a long run is, and is gone when it ends."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self, TypeVar

from careers.cli.support.terminal import columns, is_terminal

_PATIENCE = 1.0
"""Seconds without a line: what is done by then needs none."""
_PAUSE = 0.1
"""Seconds between two lines."""
_CLEAR = "\r\x1b[K"

T = TypeVar("T")


class Progress:
    """``with Progress("Checking", 3000, "files") as progress:`` and ``progress.step()`` for each.

    It writes to stderr, where that is a terminal, and nothing elsewhere. Threads may step too.
    """

    def __init__(self, doing: str, total: int, things: str) -> None:
        self._line = f"{doing} … {{:,}} of {total:,} {things}"
        self._done = 0
        self._next = time.monotonic() + _PATIENCE
        self._shown = False
        self._watched = is_terminal(sys.stderr)
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()

    def step(self, count: int = 1) -> None:
        """Say that some more are done."""
        with self._lock:
            self._done += count
            if self._watched and time.monotonic() >= self._next:
                line = self._line.format(self._done)[: columns(sys.stderr) - 1]
                sys.stderr.write(_CLEAR + line)
                sys.stderr.flush()
                self._shown = True
                self._next = time.monotonic() + _PAUSE

    def over(self, items: Iterable[T]) -> Iterator[T]:
        """The items; one is done when the next is asked for."""
        for item in items:
            yield item
            self.step()
