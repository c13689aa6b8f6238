"""What GitHub answers with, as decisions know it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from careers.hiring.board.fields import read_fields
from careers.hiring.issues import Happening, Issue, Said

ANSWERS = ("+1", "confused", "eyes")
"""The reactions by which a comment is answered: done, not done, and asked back."""


def issue_of(item: Mapping[str, Any]) -> Issue:
    """An issue; labels may stand as names alone."""
    labels = [{"name": x} if isinstance(x, str) else x for x in item.get("labels", ())]
    user = item.get("user") or {}
    return Issue(
        number=item["number"],
        title=item.get("title") or "",
        body=(item.get("body") or "").replace("\r\n", "\n"),
        is_open=item.get("state") != "closed",
        labels=tuple(label["name"] for label in labels),
        assignees=tuple(person["login"] for person in item.get("assignees") or ()),
        author=user.get("login", ""),
        by_bot=user.get("type") == "Bot",
        url=item.get("html_url") or "",
        updated=item.get("updated_at") or "",
        id=item.get("id") or 0,
        comments=item.get("comments") or 0,
        bare=tuple(label["name"] for label in labels if not label.get("description")),
        fields=read_fields(item.get("issue_field_values")),
    )


def said_of(item: Mapping[str, Any]) -> Said:
    """A comment."""
    user, reactions = item.get("user") or {}, item.get("reactions") or {}
    created = item.get("created_at") or ""
    return Said(
        id=item["id"],
        who=user.get("login", ""),
        by_bot=user.get("type") == "Bot",
        when=created,
        text=item.get("body") or "",
        edited=(item.get("updated_at") or created) != created,
        reactions=sum(reactions.get(name) or 0 for name in ANSWERS),
    )


def happening_of(item: Mapping[str, Any]) -> Happening:
    """An event of an issue."""
    actor, label = item.get("actor") or {}, item.get("label") or {}
    assignee = item.get("assignee") or {}
    return Happening(
        id=item["id"],
        kind=item.get("event") or "",
        who=actor.get("login", ""),
        by_bot=actor.get("type") == "Bot",
        when=item.get("created_at") or "",
        label=label.get("name") or "",
        assignee=assignee.get("login") or "",
    )
