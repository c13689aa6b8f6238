"""A property that is made when it is first asked for, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Made = TypeVar("Made")


class cached_property(Generic[Made]):  # noqa: N801 - it stands in for the one of functools
    """As ``functools.cached_property``, which before Python 3.12 takes a lock each time.

    Two threads that ask at once may both make it.
    """

    def __init__(self, make: Callable[[Any], Made]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, one: None, _owner: type) -> Self: ...

    @overload
    def __get__(self, one: object, _owner: type) -> Made: ...

    def __get__(self, one: object, _owner: type) -> Self | Made:
        if one is None:
            return self
        made = one.__dict__[self._name] = self._make(one)
        return made
