"""A GitHub on this machine: the class that the demo and the tests use."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from careers.sandbox import issues, shapes
from careers.sandbox.actor import Actor
from careers.sandbox.administration.premises import Premises
from careers.sandbox.app import App
from careers.sandbox.faults import Fault, How, Meanwhile, WriteLimit
from careers.sandbox.office import Office
from careers.sandbox.record import Recorded
from careers.sandbox.releases import shapes as release_shapes
from careers.sandbox.server import Server
from careers.sandbox.visit import Desk, Event, Mail, Role
from careers.sandbox.world import IssueField, Repository, Run, User

Json = dict[str, Any]

# How long a "timeout" hangs unless told otherwise, in seconds; PyGithub waits 15
_HANG = 30.0


class Sandbox:
    """Serves from `with` to its end.

    `state` is a JSON file, read at the start and written after each write.
    """

    def __init__(
        self, state: Path | None = None, *, now: Callable[[], datetime] | None = None, port: int = 0
    ) -> None:
        self._office = Office(state, now or (lambda: datetime.now(UTC)))
        self.app = App(self._office)
        self._server = Server(self.app, port)
        self.url = self._office.base = self._server.url

    def __enter__(self) -> Self:
        """Serve already; the constructor started it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop serving."""
        self.close()

    def close(self) -> None:
        """Stop serving and free the port; the state can still be read."""
        self.app.closing.set()
        self._server.close()

    @property
    def requests(self) -> list[Recorded]:
        """Every API request so far, in order; may be cleared."""
        return self._office.requests

    @property
    def drop_labels(self) -> bool:
        """Whether "create an issue" loses its labels, as it does without push access."""
        return self._office.drop_labels

    @drop_labels.setter
    def drop_labels(self, drop: bool) -> None:
        self._office.drop_labels = drop

    def add_user(self, login: str, token: str | None = None, type: str = "") -> None:  # noqa: A002 - GitHub's word
        """Add an account, or give the one there is this token and type, where they are named.

        Type is User, Bot or Organization; of a new one without a type User.
        """
        with self._office.lock:
            world = self._office.world
            known = world.users.get(login.casefold())
            if known:
                known.token, known.type = token or known.token, type or known.type
            else:
                world.users[login.casefold()] = User(
                    world.next_id(), login, type or "User", token, self._office.now
                )
            self._office.keep()

    def add_field(self, full_name: str, name: str, data_type: str, *options: str) -> int:
        """Define a field for the issues of a repository's organisation; gives its id."""
        with self._office.lock:
            owner = self.offer_fields(full_name.partition("/")[0])
            number = self._office.world.next_id()
            owner.fields = [*(owner.fields or ()), IssueField(number, name, data_type, [*options])]
            self._office.keep()
            return number

    def add_team(self, organisation: str, team: str, **members: str) -> None:
        """Let an organisation have a team of these people, each `active` or `pending`."""
        with self._office.lock:
            known = self._office.world.users[organisation.casefold()]
            known.teams[team] = {login.casefold(): state for login, state in members.items()}
            self._office.keep()

    def let_see_members(self, login: str, organisation: str) -> None:
        """Let somebody ask who is in an organisation's teams."""
        with self._office.lock:
            self._office.world.users[organisation.casefold()].readers.append(login.casefold())
            self._office.keep()

    def offer_fields(self, organisation: str) -> User:
        """Let an organisation have fields and types for its issues, as GitHub's preview does."""
        known = self._office.world.users[organisation.casefold()]
        known.fields, known.types = known.fields or [], known.types or []
        return known

    def add_repository(
        self,
        full_name: str,
        *,
        private: bool = False,
        has_issues: bool = True,
        archived: bool = False,
    ) -> None:
        """Add a repository, or give the one there is these settings.

        Its owner becomes an organisation if unknown.
        """
        owner, name = full_name.split("/")
        with self._office.lock:
            world = self._office.world
            if world.user(owner) is None:
                self.add_user(owner, type="Organization")
            known = world.repository(full_name)
            if known is None:
                known = Repository(world.next_id(), owner, name, private, self._office.now)
                world.repositories[full_name.casefold()] = known
            known.private, known.has_issues, known.archived = private, has_issues, archived
            self._office.keep()

    def grant(self, login: str, full_name: str, role: str) -> None:
        """Give a user a role: none, read, triage, write, maintain or admin."""
        with self._office.lock:
            known = self._office.world.repositories[full_name.casefold()]
            known.grants[login.casefold()] = Role[role.upper()].name.lower()
            self._office.keep()

    def act(self, login: str) -> Actor:
        """Do something as that user."""
        return Actor(self._office, self._office.world.users[login.casefold()])

    def premises(self, full_name: str) -> Premises:
        """What an administrator set up there; may be changed, as in the browser."""
        return self._office.world.repositories[full_name.casefold()].premises

    def lack(self, full_name: str, *features: str) -> None:
        """Put a repository on a plan without environments, or without rulesets."""
        self._office.world.repositories[full_name.casefold()].lacking = [*features]

    def follows(self, how: str) -> None:
        """Say that workflows are run: `idle` waits for events, `busy` runs some."""
        with self._office.lock:
            self._office.follower = how

    def take_events(self) -> list[Event]:
        """What Actions would have been started with since the last call, in order."""
        with self._office.lock:
            taken = list(self._office.events)
            self._office.events.clear()
            return taken

    def watch(self, login: str, full_name: str) -> None:
        """Let somebody get a mail of everything that happens in a repository."""
        with self._office.lock:
            watchers = self._office.world.repositories[full_name.casefold()].watchers
            if login.casefold() not in watchers:
                watchers.append(login.casefold())
            self._office.keep()

    def take_mails(self) -> list[Mail]:
        """What GitHub would have mailed since the last call, in order."""
        with self._office.lock:
            taken = list(self._office.mails)
            self._office.mails.clear()
            return taken

    def fill(
        self, login: str, full_name: str, past: Iterable[tuple[str, str, Sequence[str]]]
    ) -> None:
        """Issues that stood before, each with title, text, labels: quick, and told to nobody."""
        with self._office.lock:
            visit = self._office.visit(self._office.world.users[login.casefold()])
            issues.fill(visit.at(full_name), past)
            self._office.keep()

    def fail(  # noqa: PLR0913 - one order, all but two of it optional
        self,
        at: int,
        how: How = "error",
        *,
        status: int = 502,
        times: int = 1,
        seconds: float = _HANG,
        method: str | None = None,
        path: str | None = None,
    ) -> None:
        """Break the `at`-th request from now (from 1) and `times - 1` more.

        Only those count that match method and path.

        "error" answers `status` without carrying the request out; "timeout" hangs for `seconds`,
        then cuts; "cut"
        cuts the connection before the request is carried out, "cut-after" after it but before the
        answer.
        """
        pattern = re.compile(path) if path else None
        with self._office.lock:
            self._office.faults.order(Fault(at, how, status, times, seconds, method, pattern))

    def meanwhile(self, at: int, act: Callable[[], object]) -> None:
        """Let `act` happen, wholly, before the `at`-th request from now (from 1) is looked at."""
        with self._office.lock:
            self._office.meanwhile = Meanwhile(at, act)

    def rate_limit_after(self, writes: int, retry_after: int = 1, status: int = 403) -> None:
        """Let `writes` writes through, then none until `retry_after` seconds have passed."""
        with self._office.lock:
            self._office.write_limit = WriteLimit(writes, retry_after, status)

    def lag_lists(self, count: int) -> None:
        """Let the next so many lists of issues come back empty, as they now and then do."""
        with self._office.lock:
            self._office.lagging_lists = count

    def break_uploads(self, count: int) -> None:
        """Let the next so many uploads fail, each leaving an asset that is not whole."""
        with self._office.lock:
            self._office.broken_uploads = count

    @property
    def downloads(self) -> list[str | None]:
        """What each download from storage was authorized by: nothing, if the client is careful."""
        return self._office.downloads

    def wait(self, seconds: int) -> None:
        """Let so much time pass on the sandbox's clock."""
        with self._office.lock:
            self._office.wait(seconds)

    def add_run(
        self, full_name: str, workflow: str, event: str, conclusion: str, **jobs: str
    ) -> int:
        """Add a run of a workflow that has ended, and how its jobs did; gives its id."""
        with self._office.lock:
            world, now = self._office.world, self._office.now
            run = Run(world.next_id(), workflow, event, "completed", conclusion, now, jobs=jobs)
            world.repositories[full_name.casefold()].runs.append(run)
            self._office.keep()
            return run.id

    def end_run(self, full_name: str, number: int, conclusion: str) -> None:
        """Let a run that goes on end."""
        with self._office.lock:
            for run in self._office.world.repositories[full_name.casefold()].runs:
                if run.id == number:
                    run.status, run.conclusion = "completed", conclusion
            self._office.keep()

    def runs(self, full_name: str) -> dict[int, str]:
        """How each run stands: its conclusion, else its status."""
        with self._office.lock:
            known = self._office.world.repositories[full_name.casefold()].runs
            return {run.id: run.conclusion or run.status for run in known}

    def _desk(self, full_name: str) -> Desk:
        known = self._office.world.repositories[full_name.casefold()]
        visit = self._office.visit(None)
        return visit.into(known)

    def issue(self, full_name: str, number: int) -> Json:
        """One issue as GitHub's JSON; raises Refused where there is none."""
        with self._office.lock:
            desk = self._desk(full_name)
            return shapes.issue(desk, issues.find(desk, number))

    def issues(self, full_name: str) -> list[Json]:
        """All issues, open and closed, oldest first."""
        with self._office.lock:
            desk = self._desk(full_name)
            return [shapes.issue(desk, each) for each in desk.repository.live]

    def labels(self, full_name: str) -> list[Json]:
        """All labels of a repository, oldest first."""
        with self._office.lock:
            desk = self._desk(full_name)
            return [shapes.label(desk, each) for each in desk.repository.labels.values()]

    def releases(self, full_name: str) -> list[Json]:
        """All releases of a repository with their assets, drafts too, oldest first."""
        with self._office.lock:
            desk = self._desk(full_name)
            return [release_shapes.release(desk, each) for each in desk.repository.releases]

    def content(self, full_name: str, name: str) -> bytes:
        """What was uploaded under a name, in whichever release."""
        with self._office.lock:
            known = self._office.world.repositories[full_name.casefold()].releases
            found = [asset for each in known for asset in each.assets if asset.name == name]
            return found[0].data

    def comments(self, full_name: str, number: int) -> list[Json]:
        """All comments on an issue, oldest first."""
        with self._office.lock:
            desk = self._desk(full_name)
            return [
                shapes.comment(desk, number, each) for each in issues.find(desk, number).comments
            ]
