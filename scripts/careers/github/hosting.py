"""Reads how a repository is set up, as far as the token may ask."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from typing import TypeVar
from urllib.parse import quote

from careers.github.client import GitHub
from careers.github.errors import RefusedError
from careers.hosting.state import ActionsPolicy, Environment, Hosted

T = TypeVar("T")

_GONE, _EMPTY = 404, 409


class Premises:
    """A repository and its settings. Raises as `GitHub` does."""

    def __init__(self, github: GitHub) -> None:
        self.github = github
        self.name = github.repository

    def read(self) -> Hosted:
        """How it stands; a part that the token may not ask is None, with the reason."""
        try:
            told = self.github.call("GET", "", "look at it")[1]
        except RefusedError as error:
            if error.http != _GONE:
                raise
            return Hosted(self.name, exists=False)
        unknown: dict[str, str] = {}

        def ask(what: str, read: Callable[[], T]) -> T | None:
            try:
                return read()
            except RefusedError as error:
                needs = f", it takes {error.accepted}" if error.accepted else ""
                unknown[what] = f"GitHub answers {error.http}{needs}"
                return None

        branch = told.get("default_branch") or "main"
        return Hosted(
            self.name,
            private=told.get("private") is True,
            branch=branch,
            role=_role(told.get("permissions") or {}),
            files=ask("its files", lambda: self._files(branch)),
            secrets=ask("its secrets", lambda: self._names("/actions/secrets", "secrets")),
            variables=ask("its variables", self._variables),
            environments=ask("its environments", self._environments),
            pages=ask("its Pages", self._pages),
            rules=ask("its rules", lambda: self._rules(branch)),
            workflows=ask("its workflows", self._workflows),
            actions=ask("which actions may run", self._actions),
            unknown=unknown,
        )

    def text(self, sha: str) -> str:
        """A file, by its name in git."""
        told = self.github.call("GET", f"/git/blobs/{sha}", "read a file")[1]
        return base64.b64decode(told["content"]).decode("utf-8", "replace")

    def files_at(self, commit: str, below: str) -> dict[str, str]:
        """The files of a folder as they stood at a commit, by their path in it."""
        names = self._files(commit)
        inside = {
            path.removeprefix(below): sha for path, sha in names.items() if path.startswith(below)
        }
        return {path: self.text(sha) for path, sha in inside.items()}

    def _files(self, branch: str) -> dict[str, str]:
        path = f"/git/trees/{quote(branch, safe='')}?recursive=1"
        try:
            told = self.github.call("GET", path, "list its files")[1]
        except RefusedError as error:
            if error.http == _EMPTY:
                return {}
            raise
        return {each["path"]: each["sha"] for each in told["tree"] if each["type"] == "blob"}

    def _names(self, path: str, key: str) -> tuple[str, ...]:
        told = self.github.call("GET", f"{path}?per_page=100", f"list its {key}")[1]
        return tuple(each["name"] for each in told[key])

    def _variables(self) -> dict[str, str]:
        told = self.github.call("GET", "/actions/variables?per_page=30", "list its variables")[1]
        return {each["name"]: each["value"] for each in told["variables"]}

    def _environments(self) -> dict[str, Environment]:
        told = self.github.call("GET", "/environments?per_page=100", "list its environments")[1]
        found = {}
        for each in told.get("environments", ()):
            place = f"/environments/{quote(each['name'], safe='')}"
            policy = each.get("deployment_branch_policy") or {}
            branches: tuple[str, ...] | None = None
            if policy.get("protected_branches"):
                branches = ("the protected ones",)
            elif policy.get("custom_branch_policies"):
                path = f"{place}/deployment-branch-policies"
                branches = self._names(path, "branch_policies")
            secrets = self._names(f"{place}/secrets", "secrets")
            found[each["name"]] = Environment(branches, secrets)
        return found

    def _pages(self) -> str:
        try:
            told = self.github.call("GET", "/pages", "look at its Pages")[1]
        except RefusedError as error:
            if error.http == _GONE:
                return ""
            raise
        return str(told.get("build_type") or "legacy")

    def _rules(self, branch: str) -> tuple[str, ...]:
        """The kinds of rules of active rulesets of branches, and of a protection by hand."""
        kinds: list[str] = []
        for each in self.github.pages("/rulesets", "list its rules"):
            if each.get("enforcement") == "active" and each.get("target", "branch") == "branch":
                told = self.github.call("GET", f"/rulesets/{each['id']}", "look at its rules")[1]
                kinds += [rule["type"] for rule in told.get("rules", ())]
        if not kinds:
            known = self.github.pages("/branches", "list its branches")
            kinds += ["protected" for b in known if b["name"] == branch and b.get("protected")]
        return tuple(dict.fromkeys(kinds))

    def _workflows(self) -> dict[str, str]:
        told = self.github.call("GET", "/actions/workflows?per_page=100", "list its workflows")[1]
        return {each["path"].rpartition("/")[2]: each["state"] for each in told["workflows"]}

    def _actions(self) -> ActionsPolicy:
        path, what = "/actions/permissions", "look at which actions may run"
        told = self.github.call("GET", path, what)[1]
        match told.get("allowed_actions"):
            case "selected":
                more = self.github.call("GET", f"{path}/selected-actions", what)[1]
                known = tuple(more.get("patterns_allowed") or ())
                return ActionsPolicy(told["enabled"], more.get("github_owned_allowed", True), known)
            case "local_only":
                own = f"{self.name.partition('/')[0]}/*"
                return ActionsPolicy(told["enabled"], github=False, patterns=(own,))
        return ActionsPolicy(told["enabled"])


def _role(permissions: Mapping[str, bool]) -> str:
    known = ("admin", "maintain", "push", "triage", "pull")
    return next((name for name in known if permissions.get(name)), "")
