"""Faults and rate limits on demand."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

How = Literal["error", "timeout", "cut", "cut-after"]

READS = {"GET", "HEAD", "OPTIONS"}


@dataclass
class Fault:
    """What happens to the requests `at` to `at + times - 1` of those that match."""

    at: int
    how: How
    status: int
    times: int
    seconds: float
    method: str | None
    path: re.Pattern[str] | None
    seen: int = 0

    def strikes(self, method: str, path: str) -> bool:
        """Count a request, and say whether it is one of those."""
        if self.method not in {None, method} or (self.path and not self.path.search(path)):
            return False
        self.seen += 1
        return self.at <= self.seen < self.at + self.times


class Faults:
    """All that was ordered.

    A request is counted by each order, and the first that strikes decides.
    """

    def __init__(self) -> None:
        self._orders: list[Fault] = []

    def order(self, fault: Fault) -> None:
        """Add a fault."""
        self._orders.append(fault)

    def next(self, method: str, path: str) -> Fault | None:
        """The fault that this request meets, or None."""
        striking = [fault for fault in self._orders if fault.strikes(method, path)]
        self._orders = [fault for fault in self._orders if fault.seen < fault.at + fault.times - 1]
        return striking[0] if striking else None


@dataclass
class Meanwhile:
    """What happens before the `at`-th request from now is looked at."""

    at: int
    act: Callable[[], object]


@dataclass
class WriteLimit:
    """A secondary rate limit: after `left` more writes, a pause of `retry_after` seconds."""

    left: int
    retry_after: int
    status: int
    until: float | None = None

    def refuses(self, method: str) -> bool:
        """Count a write, and say whether it is one too many.

        Waits are real seconds, as the client's are.
        """
        if method in READS:
            return False
        if self.until is None:
            self.left -= 1
            if self.left >= 0:
                return False
            self.until = time.monotonic() + self.retry_after
        return time.monotonic() < self.until
