"""What all parts of a running sandbox share: world, clock, records, orders for faults."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from careers.sandbox import limits, refusal, world
from careers.sandbox.faults import Faults, Meanwhile, WriteLimit
from careers.sandbox.record import Recorded
from careers.sandbox.rest.headers import Limit
from careers.sandbox.visit import Event, Mail, Visit
from careers.sandbox.world import User

_HOUR = 3600
IDLE, BUSY = "idle", "busy"
"""What somebody who runs workflows does; empty where nobody does."""


class Office:
    """Everything behind the counter; whoever reads or writes it holds `lock`."""

    def __init__(self, state: Path | None, now: Callable[[], datetime]) -> None:
        self.lock = threading.RLock()
        self.base = ""
        self.drop_labels = False
        self.lagging_lists = 0
        self.broken_uploads = 0
        self.downloads: list[str | None] = []
        self.faults = Faults()
        self.write_limit: WriteLimit | None = None
        self.meanwhile: Meanwhile | None = None
        self.requests: list[Recorded] = []
        self.events: list[Event] = []
        self.follower = ""
        self.mails: list[Mail] = []
        self.world = world.load(state) if state else world.World()
        self._state = state
        self._clock = now
        self._ahead = timedelta()
        self._used: dict[str, int] = {}
        self._number = 0

    def _now(self) -> datetime:
        return self._clock() + self._ahead

    def wait(self, seconds: int) -> None:
        """Put the clock forward."""
        self._ahead += timedelta(seconds=seconds)

    @property
    def now(self) -> str:
        """The time as GitHub writes it."""
        return self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @property
    def is_followed(self) -> bool:
        """Whether somebody runs workflows, and has something to run or runs it."""
        return self.follower == BUSY or (self.follower == IDLE and bool(self.events))

    def keep(self) -> None:
        """Save the world, where it has a file."""
        if self._state:
            world.save(self.world, self._state)

    def visit(self, caller: User | None) -> Visit:
        """A visit by somebody, now."""
        return Visit(self.world, caller, self.now, self.base, self.events, self.mails)

    def _holder(self, authorization: str | None) -> User | None:
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.casefold() not in {"token", "bearer"}:
            return None
        return next(
            (user for user in self.world.users.values() if user.token == token.strip()), None
        )

    def enter(self, authorization: str | None) -> Visit:
        """A visit by the token's holder, or by nobody; a token that nobody has is refused."""
        holder = self._holder(authorization)
        if authorization and holder is None:
            raise refusal.bad_credentials()
        return self.visit(holder)

    def login_of(self, authorization: str | None) -> str | None:
        """Whose token it is, or None."""
        holder = self._holder(authorization)
        return holder.login if holder else None

    def spent(self, login: str) -> Limit:
        """What a user (nobody: the empty login) has used of this hour.

        The limit is told, not enforced.
        """
        hour = int(self._now().timestamp()) // _HOUR + 1
        most = limits.HOURLY if login else limits.HOURLY_ANONYMOUS
        return Limit(most, self._used.get(login, 0), hour * _HOUR, self._number)

    def count(self, authorization: str | None) -> Limit:
        """Count a request, and say what its caller has used with it."""
        login = self.login_of(authorization) or ""
        self._number += 1
        self._used[login] = self._used.get(login, 0) + 1
        return self.spent(login)
