"""Spreads work over the cores. What comes back, and its order, do not depend on their number."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

from careers.problem import CareersError

T = TypeVar("T")
R = TypeVar("R")

_task: Callable[[int], Any]


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


def spread(task: Callable[[T], R], parts: Sequence[T], workers: int) -> Iterator[R]:
    """What ``task`` makes of each part, in order; by this process itself where ``workers`` is 1.

    An error of any part ends the whole; a CareersError comes back as it was raised.
    """
    if workers <= 1 or len(parts) <= 1:
        yield from map(task, parts)
        return
    global _task  # noqa: PLW0603 - the forked processes find it there: a closure cannot be sent

    def nth(number: int) -> R:
        return task(parts[number])

    _task = nth
    # What is there now will not be collected, so its pages stay shared.
    gc.collect()
    gc.freeze()
    context = multiprocessing.get_context("fork")
    try:
        with ProcessPoolExecutor(min(workers, len(parts)), mp_context=context) as pool:
            for made, error in pool.map(_run, range(len(parts))):
                if error:
                    raise CareersError(error[0], error[1], status=error[2])
                yield made
    except BrokenProcessPool:
        message = "a process that helped to build the site was ended from outside"
        raise CareersError(
            message, "look at the memory of the machine, or use --workers 1"
        ) from None
    finally:
        gc.unfreeze()


def _run(number: int) -> tuple[Any, tuple[str, str, int] | None]:
    # A part leaves trees behind whose branches know their stems: they go before the next.
    gc.collect()
    # CareersError does not survive pickling: it takes its help by name.
    try:
        return _task(number), None
    except CareersError as error:
        return None, (str(error), error.help, error.status)
