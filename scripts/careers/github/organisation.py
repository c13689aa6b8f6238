"""Reads and makes what an organisation's issues have: fields and types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from careers.github.client import GitHub
from careers.github.errors import RefusedError
from careers.hosting.actions import MakeField, MakeType
from careers.hosting.board import FIELDS, IssueParts

_REFUSED = frozenset({403, 404, 422})
_COLOUR = "gray"


class Organisation:
    """An owner of repositories; a person has neither fields nor types. Raises as `GitHub` does."""

    def __init__(self, github: GitHub, name: str) -> None:
        self._github = github
        self.name = name

    def read(self) -> IssueParts:
        """What is there."""
        fields, types = self._listed("issue-fields"), self._listed("issue-types")
        ours = {f["name"]: f["id"] for f in fields or () if f["data_type"] == _kind(f["name"])}
        return IssueParts(
            None if fields is None else ours,
            None if types is None else tuple(each["name"] for each in types),
        )

    def apply(self, action: MakeField | MakeType) -> str:
        """Carry one action out; what a person has to do instead, or nothing."""
        body: dict[str, Any] = {"name": action.name, "is_enabled": True}
        place = "issue-types"
        if isinstance(action, MakeField):
            place, body = "issue-fields", {"name": action.name, "data_type": _kind(action.name)}
            options = enumerate(action.options, 1)
            if shown := [{"name": n, "color": _COLOUR, "priority": p} for p, n in options]:
                body["options"] = shown
        try:
            self._github.request("POST", f"/orgs/{self.name}/{place}", str(action), body)
        except RefusedError as error:
            if error.http not in _REFUSED:
                raise
            where = f"https://github.com/organizations/{self.name}/settings/{place}"
            return f"could not {action}: `gh auth refresh -s admin:org`, or {where}"
        return ""

    def _listed(self, place: str) -> list[Mapping[str, Any]] | None:
        what = "look at the organisation's issues"
        try:
            told: list[Mapping[str, Any]] = self._github.request(
                "GET", f"/orgs/{self.name}/{place}", what
            )[1]
        except RefusedError as error:
            if error.http not in _REFUSED:
                raise
            return None
        return told


def _kind(name: str) -> str:
    return "single_select" if FIELDS.get(name) else "date"
