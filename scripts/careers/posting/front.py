"""A front matter as it was read: values, places, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from careers.posting.frontmatter import FrontMatter
from careers.text.diagnostics import Problem, Span
from careers.text.yaml_reader import Path


@dataclass(frozen=True)
class Front:
    """A front matter as read. ``data`` is None where a value is wrong or the YAML is.

    ``sound`` then has the fields that are right, so that a draft with a slip stays a draft.
    ``raw`` holds what was written, by field; ``syntax`` what is wrong with the YAML,
    ``problems`` what is wrong with the values. ``intended`` are the fields that stand there under
    the name of another house, with that name; ``lost`` says that there are fields which could not
    be read at all.
    """

    data: FrontMatter | None
    sound: FrontMatter | None = None
    raw: dict[str, Any] = field(default_factory=dict)
    places: Mapping[Path, Span] = field(default_factory=dict)
    keys: Mapping[Path, Span] = field(default_factory=dict)
    syntax: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()
    intended: Mapping[str, str] = field(default_factory=dict)
    lost: bool = False

    def place(self, *path: str | int) -> Span | None:
        """Where a field's value stands; where it has none, its key or what holds it.

        A field that stands there under another name is there.
        """
        if path[0] in self.intended and (path[0],) not in self.keys:
            path = (self.intended[str(path[0])], *path[1:])
        for end in range(len(path), 0, -1):
            value, key = self.places.get(path[:end]), self.keys.get(path[:end])
            if value and (value.line, value.column) != (value.end_line, value.end_column):
                return value
            if key or value:
                return key or value
        return None
