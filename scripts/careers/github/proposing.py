"""Opens pull requests that change files of a repository, with an App's token."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from careers.github.client import GitHub
from careers.github.errors import RefusedError

_GONE, _INVALID = 404, 422


@dataclass(frozen=True)
class Proposal:
    """``branch`` is the proposal's own: there is at most one pull request open of it.

    ``change`` gives a file's new text, the same where it is to stay; what is no text in UTF-8, or
    too long for GitHub to give it so, is left as it is.
    """

    branch: str
    title: str
    body: str
    paths: Sequence[str]
    change: Callable[[str, str], str]


class Proposing:
    """A repository and the branch that pull requests go into. Raises as `GitHub` does.

    Nothing is written where there is nothing to change, nor a second time: what a run began that
    was cut off is begun anew on the same branch.
    """

    def __init__(self, github: GitHub, base: str) -> None:
        self._github = github
        self._base = base

    def propose(self, proposal: Proposal) -> str:
        """The address of the pull request that is open then; empty where nothing would change."""
        if there := self._open(proposal):
            return there
        path = f"/git/ref/heads/{quote(self._base)}"
        head = str(self._github.call("GET", path, "look at its branch")[1]["object"]["sha"])
        changes = list(self._changes(proposal, head))
        if not changes:
            return ""
        self._begin(proposal.branch, head)
        for place, sent in changes:
            self._github.call("PUT", place, "change a file on a branch", sent)
        sent = {
            "title": proposal.title,
            "body": proposal.body,
            "head": proposal.branch,
            "base": self._base,
        }
        made = self._github.call("POST", "/pulls", "open a pull request", sent)[1]
        return str(made["html_url"])

    def _open(self, proposal: Proposal) -> str:
        """The address of the pull request that somebody asked for before."""
        owner = self._github.repository.partition("/")[0]
        query = urlencode({"state": "open", "head": f"{owner}:{proposal.branch}"})
        found = self._github.call("GET", f"/pulls?{query}", "look for a pull request")[1]
        return str(found[0]["html_url"]) if found else ""

    def _changes(self, proposal: Proposal, head: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """Where each file is that differs, and what is sent to change it."""
        for path in proposal.paths:
            place, query = f"/contents/{quote(path)}", urlencode({"ref": head})
            try:
                there = self._github.call("GET", f"{place}?{query}", "read a file")[1]
            except RefusedError as error:
                if error.http == _GONE:
                    continue
                raise
            text = _text(there)
            made = proposal.change(path, text) if text else text
            if made != text:
                content = base64.b64encode(made.encode()).decode()
                message = f"{proposal.title}\n"
                sent = {"message": message, "content": content, "sha": there["sha"]}
                yield place, sent | {"branch": proposal.branch}

    def _begin(self, branch: str, head: str) -> None:
        """Put the branch where the base is; what is left of an older proposal goes."""
        what = "begin a branch"
        try:
            begun = {"ref": f"refs/heads/{branch}", "sha": head}
            self._github.call("POST", "/git/refs", what, begun)
        except RefusedError as error:
            if error.http != _INVALID:
                raise
            moved = {"sha": head, "force": True}
            self._github.call("PATCH", f"/git/refs/heads/{quote(branch)}", what, moved)


def _text(file: Any) -> str:
    """The text of a file; empty where it is none, or so long that GitHub does not send it."""
    content = file.get("content") if isinstance(file, dict) else None
    try:
        return base64.b64decode(content or "").decode("utf-8")
    except ValueError:
        return ""
