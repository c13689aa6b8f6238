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
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from typing import Any, Self, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_TICKETS, _WIDTH = 1024, 2  # bytes
_THOROUGH = 8
_turns = count(1)


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


def _size(crew: int) -> int:
    """As many as are asked for, where they can be forked at all."""
    return (crew or cores()) if hasattr(os, "fork") else 1


@contextmanager
def calm() -> Iterator[None]:
    """Make no stops to look for garbage. Shared work looks for its own, part by part."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _tidied(task: Callable[[T], R], part: T) -> R:
    """What ``task`` makes of a part; what it left behind is looked through.

    What the last parts left is looked through now and then: it was still asked for when they ended.
    What is older is kept for the end; to look through all of it took a tenth of a build's time.
    """
    made = task(part)
    gc.collect(0 if next(_turns) % _THOROUGH else 1)
    return made


def share(task: Callable[[T], R], parts: Sequence[T], crew: int = 0) -> list[R]:
    """What ``task`` makes of each part, in order; it must be such that pickle takes it.

    ``crew`` is how many processes take part, this one among them; 0 for as many as help. Each
    takes the next part when it is done with one.

    What a process could not do is done again by this one: its error is then as clear as it would
    be without others.
    """
    crew = max(1, min(_size(crew), len(parts)))
    gc.freeze()  # pages that nobody writes to stay shared, and nobody looks through what is here
    if crew == 1:
        with calm():
            return [_tidied(task, part) for part in parts]
    made: dict[int, R] = {}
    with calm(), _Queue(len(parts)) as queue, ExitStack() as helpers:
        others = [_Helper(task, parts, queue) for _ in range(1, crew)]
        for helper in others:
            helpers.callback(helper.end)
        for number in queue.numbers():
            made[number] = _tidied(task, parts[number])
        for helper in others:
            made |= helper.made()
    return [made[at] if at in made else task(part) for at, part in enumerate(parts)]


@contextmanager
def beside(task: Callable[[], R], crew: int = 0) -> Iterator[Callable[[], R]]:
    """Let another process do a task meanwhile: what is given tells what it made, once it has.

    With a ``crew`` of 1, or where no process can be forked, this one does it when it is asked.
    """
    if _size(crew) == 1:
        yield task
        return
    gc.freeze()
    with _Queue(1) as queue, ExitStack() as helpers:
        helper = _Helper(lambda _: task(), [None], queue)
        helpers.callback(helper.end)

        def made() -> R:
            found = helper.made()
            return found[0] if found else task()

        yield made


def _pickled(task: Callable[[T], R], parts: Sequence[T], number: int) -> bytes:
    return pickle.dumps((number, _tidied(task, parts[number])), pickle.HIGHEST_PROTOCOL)


class _Queue:
    """Numbers from 0, each of which one of the processes that share it gets."""

    def __init__(self, count: int) -> None:
        # What one process has read of a pipe, no other reads; these fit into any pipe at once.
        self._reading, writing = os.pipe()
        self._count, self._step = count, -(-count // _TICKETS)
        tickets = range(-(-count // self._step))
        os.write(writing, b"".join(ticket.to_bytes(_WIDTH) for ticket in tickets))
        os.close(writing)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._reading)

    def numbers(self) -> Iterator[int]:
        """Those that nobody has got yet."""
        while ticket := os.read(self._reading, _WIDTH):
            first = int.from_bytes(ticket) * self._step
            yield from range(first, min(first + self._step, self._count))


class _Helper:
    """A process that takes parts and writes what it made of them into a pipe."""

    def __init__(self, task: Callable[[T], R], parts: Sequence[T], queue: _Queue) -> None:
        self._pipe, writing = os.pipe()
        self._process = os.fork()
        if self._process:
            os.close(writing)
            return
        status = 1
        # Nothing of this process may run on in the other: neither an error nor what is to be
        # done at its end.
        try:
            with suppress(BaseException), os.fdopen(writing, "wb") as pipe:
                # Bytes take a third of the room; nobody reads them before all are made.
                pipe.writelines([_pickled(task, parts, number) for number in queue.numbers()])
                status = 0
        finally:
            os._exit(status)

    def made(self) -> dict[int, Any]:
        """What it made, by the number of the part; nothing where it could not."""
        made = []
        with (
            os.fdopen(self._pipe, "rb", closefd=False) as pipe,
            suppress(EOFError, pickle.UnpicklingError),
        ):
            while True:
                made.append(pickle.load(pipe))  # noqa: S301 - our own process wrote it
        _, status = os.waitpid(self._process, 0)
        self._process = 0
        return dict(made) if status == 0 else {}

    def end(self) -> None:
        """Leave nothing behind, whatever has happened."""
        os.close(self._pipe)
        if self._process:
            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
