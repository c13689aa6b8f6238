"""Reads the event of a pull request, and of the run that checked one, from Actions' file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from careers.text.diagnostics import CareersError
from careers.text.strict_json import LIMIT, load_object

_PUBLISHING = frozenset({"push", "schedule", "workflow_dispatch"})
"""The events that start `publish`."""

Commit = Annotated[str, Field(pattern="^[0-9a-f]{40,64}$")]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Repo(_Part):
    """A repository, as OWNER/NAME."""

    full_name: str
    private: bool = False


class Side(_Part):
    """A side of a pull request; ``repo`` is None where the fork is gone."""

    sha: Commit
    repo: Repo | None = None


class Sides(_Part):
    """What is merged into what."""

    base: Side
    head: Side


class PullRequest(_Part):
    """The event ``pull_request``."""

    number: Annotated[int, Field(gt=0, strict=True)]
    pull_request: Sides

    @property
    def is_fork(self) -> bool:
        """Whether the head lies in another repository, or in one that is gone."""
        base, head = self.pull_request.base.repo, self.pull_request.head.repo
        return base is None or head is None or base.full_name != head.full_name


class Run(_Part):
    """The run of a workflow: ``html_url`` is its page, ``event`` what started it."""

    html_url: Annotated[str, Field(pattern=r"^https?://[^\s()<>]{1,300}$")]
    head_sha: Commit
    event: str
    conclusion: str | None = None
    head_repository: Repo | None = None


class WorkflowRun(_Part):
    """The event ``workflow_run``."""

    workflow_run: Run
    repository: Repo


class Home(Repo):
    """The repository that an event is about."""

    default_branch: str


class Ended(Run):
    """A run that ended, with what it was about and when it was created and changed last (UTC)."""

    id: int
    head_branch: str | None = None
    created_at: AwareDatetime
    updated_at: AwareDatetime


class Publication(_Part):
    """The event ``workflow_run`` after `publish`."""

    workflow_run: Ended
    repository: Home

    @property
    def is_of_the_site(self) -> bool:
        """Whether the run was about our own default branch: a fork's pull request is not."""
        run, home = self.workflow_run, self.repository
        ours = run.head_repository and run.head_repository.full_name == home.full_name
        return bool(ours) and run.head_branch == home.default_branch and run.event in _PUBLISHING


def pull_request() -> PullRequest | None:
    """The pull request that this workflow runs for; None elsewhere.

    Raises CareersError where the event cannot be read.
    """
    if os.environ.get("GITHUB_EVENT_NAME") != "pull_request":
        return None
    return PullRequest.model_validate(_checked(PullRequest))


def workflow_run() -> WorkflowRun:
    """The run that ended. Raises CareersError where the event is another one."""
    _require_workflow_run()
    return WorkflowRun.model_validate(_checked(WorkflowRun))


def publication() -> Publication:
    """The run of `publish` that ended. Raises CareersError where the event is another one."""
    _require_workflow_run()
    return Publication.model_validate(_checked(Publication))


def _require_workflow_run() -> None:
    if os.environ.get("GITHUB_EVENT_NAME") != "workflow_run":
        message = "this is for the event workflow_run alone"
        raise CareersError(message, "run it as .github/workflows/comment.yml does")


def _checked(model: type[BaseModel]) -> object:
    path = os.environ.get("GITHUB_EVENT_PATH", "")
    try:
        with Path(path).open("rb") as file:
            event = load_object(file.read(LIMIT + 1), "the event")
        model.model_validate(event)
    except OSError as error:
        message = f"cannot read the event at GITHUB_EVENT_PATH: {error.strerror}"
        raise CareersError(message, "Actions sets it; elsewhere give --base REV") from None
    except ValidationError as error:
        places = ", ".join(".".join(map(str, e["loc"])) for e in error.errors()[:3])
        message = f"the event has another form than GitHub's: {places}"
        raise CareersError(message, "Actions sets it; elsewhere give --base REV") from None
    except CareersError as error:
        raise CareersError(str(error), error.help) from None  # status 2: the tool could not run
    return event
