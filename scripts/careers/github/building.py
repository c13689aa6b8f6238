"""Sets a repository up, action by action: what an administrator's token may."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from careers.github.client import GitHub
from careers.github.errors import RefusedError
from careers.hosting import actions as do
from careers.hosting.state import ENVIRONMENT

_GONE = 404
_REFUSED = frozenset({403, 404, 422})
_RULESET = "careers"
_ADMIN = 5
"""The number of the role in rules (of the roles that are built in, as GitHub's Terraform says)."""


class Builder:
    """Carries out what ``hosting.plan`` says, in one repository. Raises as `GitHub` does."""

    def __init__(self, github: GitHub) -> None:
        self.github = github
        self.name = github.repository

    def apply(self, action: do.SetUp) -> str:
        """Carry one action out; what a person has to know of it, or nothing."""
        what = str(action)
        match action:
            case do.MakeRepository():
                self._make(action, what)
            case do.Commit():
                self._commit(action.files, what)
            case do.MakeEnvironment():
                return self._environment(what)
            case do.SetSecret():
                return self._secret(action, what)
            case do.EnablePages():
                self.github.call("POST", "/pages", what, {"build_type": "workflow"})
            case do.AddRules():
                return self._add_rules(what)
            case do.KeepLogs():
                path = "/actions/permissions/artifact-and-log-retention"
                self.github.call("PUT", path, what, {"days": action.days})
            case do.StartWorkflow():
                path = f"/actions/workflows/{quote(action.workflow)}/dispatches"
                self.github.call("POST", path, what, {"ref": self._branch()})
        return ""

    def _make(self, action: do.MakeRepository, what: str) -> None:
        owner, _, name = self.name.partition("/")
        sent = {"name": name, "private": action.private, "auto_init": True}
        login = self.github.request("GET", "/user", "see whose token it is")[1]["login"]
        own = login.casefold() == owner.casefold()
        self.github.request("POST", "/user/repos" if own else f"/orgs/{owner}/repos", what, sent)

    def _commit(self, files: Mapping[str, str], what: str) -> None:
        """One commit on the default branch, on what is there."""
        ref = f"heads/{self._branch()}"
        head = self.github.call("GET", f"/git/ref/{ref}", what)[1]["object"]["sha"]
        entries = [
            {"path": path, "mode": "100644", "type": "blob", "content": text}
            for path, text in files.items()
        ]
        tree = self.github.call("POST", "/git/trees", what, {"base_tree": head, "tree": entries})[
            1
        ]["sha"]
        made = {"message": "Lay down our careers", "tree": tree, "parents": [head]}
        commit = self.github.call("POST", "/git/commits", what, made)[1]["sha"]
        self.github.call("PATCH", f"/git/refs/{ref}", what, {"sha": commit})

    def _branch(self) -> str:
        """The default branch, as GitHub has named it."""
        told = self.github.call("GET", "", "look at it")[1]
        return str(told.get("default_branch") or "main")

    def _environment(self, what: str) -> str:
        path = f"/environments/{ENVIRONMENT}"
        policy = {"protected_branches": False, "custom_branch_policies": True}
        try:
            self.github.call("PUT", path, what, {"deployment_branch_policy": policy})
            more = f"{path}/deployment-branch-policies"
            self.github.call("POST", more, what, {"name": self._branch()})
        except RefusedError as error:
            if error.http not in _REFUSED:
                raise
            return (
                "there is no environment on this plan: whoever may push there can read its secrets"
            )
        return ""

    def _secret(self, action: do.SetSecret, what: str) -> str:
        """In the environment; where the plan has none, in the repository."""
        for place in (f"/environments/{ENVIRONMENT}/secrets", "/actions/secrets"):
            try:
                key = self.github.call("GET", f"{place}/public-key", what)[1]
            except RefusedError as error:
                if error.http != _GONE or place == "/actions/secrets":
                    raise
                continue
            sent = {"encrypted_value": sealed(key["key"], action.value), "key_id": key["key_id"]}
            self.github.call("PUT", f"{place}/{action.name}", what, sent)
            break
        return ""

    def _add_rules(self, what: str) -> str:
        review = {
            "required_approving_review_count": 1,
            "dismiss_stale_reviews_on_push": True,
            "require_code_owner_review": False,
            "require_last_push_approval": False,
            "required_review_thread_resolution": False,
        }
        checks = {
            "required_status_checks": [{"context": "validate"}],
            "strict_required_status_checks_policy": False,
        }
        sent: dict[str, Any] = {
            "name": _RULESET,
            "target": "branch",
            "enforcement": "active",
            # Who is alone could merge nothing; and who may change the rules is not held by them.
            "bypass_actors": [
                {"actor_type": "RepositoryRole", "actor_id": _ADMIN, "bypass_mode": "pull_request"}
            ],
            "conditions": {"ref_name": {"include": ["~DEFAULT_BRANCH"], "exclude": []}},
            "rules": [
                {"type": "deletion"},
                {"type": "non_fast_forward"},
                {"type": "pull_request", "parameters": review},
                {"type": "required_status_checks", "parameters": checks},
            ],
        }
        try:
            self.github.call("POST", "/rulesets", what, sent)
        except RefusedError as error:
            if error.http not in _REFUSED:
                raise
            return f"no rules on this plan: https://github.com/{self.name}/settings/branches"
        return ""


def sealed(public_key: str, value: str) -> str:
    """A text that only the holder of the key can read, as GitHub takes secrets."""
    from nacl.public import PublicKey, SealedBox  # noqa: PLC0415 - where a secret is set

    box = SealedBox(PublicKey(base64.b64decode(public_key)))
    return base64.b64encode(box.encrypt(value.encode())).decode()
