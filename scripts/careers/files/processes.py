"""Work shared among processes, where there is enough of it."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_work: Callable[[Any], Any]


def processes() -> int:
    """How many processes help; 1 where this one cannot be forked, or is not to be.

    A fork has all that is loaded here at once, and what it works on needs no pickling; a process
    with threads is not forked, for a lock that one of them holds would stay locked.
    """
    if not _forks():
        return 1
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def parallel_map(work: Callable[[T], R], parts: Iterable[T], count: int = 0) -> Iterator[R]:
    """What ``work`` makes of each part, in order. Parts and what is made of them are pickled.

    ``count`` is how many processes there are; 0 for as many as help. An error of ``work`` is
    raised here as it was there.
    """
    count = count or processes()
    if count == 1 or not _forks():
        yield from map(work, parts)
        return
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(count, fork, _take, (work,)) as pool:
        yield from pool.map(_do, parts)


def _forks() -> bool:
    """Whether this process can be forked, and may be."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


def _take(work: Callable[[Any], Any]) -> None:
    global _work  # noqa: PLW0603 - what a worker is given once, and not with every part
    _work = work


def _do(part: Any) -> Any:
    return _work(part)
