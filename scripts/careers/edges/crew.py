"""Shares work among processes that are forked for it, cheaply enough for a hundred files.

A pool of ``concurrent.futures`` takes longer to load than those files take to check.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


def cores() -> int:
    """How many processes help; one where they cannot be forked, or are not to be.

    What they work on is inherited, not sent, so "fork" is asked for by name: Python 3.14 has
    another default for its pools, and Windows none of it. A process that has threads is not
    forked: a lock that one of them holds would stay locked.
    """
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    mine = getattr(os, "sched_getaffinity", None)
    return len(mine(0)) if mine else os.cpu_count() or 1


@contextmanager
def calm() -> Iterator[None]:
    """Read much without looking for garbage meanwhile; what was read is not looked at later."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
        gc.freeze()


def share(task: Callable[[T], R], parts: Sequence[T], crew: int = 0) -> list[R]:
    """What ``task`` makes of each part, in order; it must be such that pickle takes it.

    ``crew`` is how many processes take part, this one among them; 0 for as many as help.

    A share that a process could not do is done again by this one: its error is then as clear as
    it would be without others.
    """
    crew = max(1, min(crew or cores(), len(parts)))
    if crew > 1:
        gc.freeze()  # pages that nobody writes to stay shared
    helpers = [_Helper(task, parts[number::crew]) for number in range(1, crew)]
    try:
        shares = [[task(part) for part in parts[::crew]]]
        for number, helper in enumerate(helpers, 1):
            made = helper.made()
            shares.append([task(p) for p in parts[number::crew]] if made is None else made)
    finally:
        for helper in helpers:
            helper.end()
    return [shares[at % crew][at // crew] for at in range(len(parts))]


class _Helper:
    """A process that does a share and writes what it made into a pipe."""

    def __init__(self, task: Callable[[T], R], parts: Sequence[T]) -> None:
        self._pipe, writing = os.pipe()
        self._process = os.fork()
        if self._process:
            os.close(writing)
            return
        status = 1
        # Nothing of this process may run on in the other: neither an error nor what is to be
        # done at its end.
        try:
            with suppress(BaseException):
                # Bytes take a third of the room; nobody reads them before all are made.
                made = [pickle.dumps(task(part), pickle.HIGHEST_PROTOCOL) for part in parts]
                with os.fdopen(writing, "wb") as pipe:
                    pipe.writelines(made)
                status = 0
        finally:
            os._exit(status)

    def made(self) -> list[Any] | None:
        """What it made; None where it could not."""
        made = []
        with (
            os.fdopen(self._pipe, "rb", closefd=False) as pipe,
            suppress(EOFError, pickle.UnpicklingError),
        ):
            while True:
                made.append(pickle.load(pipe))  # noqa: S301 - our own process wrote it
        _, status = os.waitpid(self._process, 0)
        self._process = 0
        return made if status == 0 else None

    def end(self) -> None:
        """Leave nothing behind, whatever has happened."""
        os.close(self._pipe)
        if self._process:
            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
