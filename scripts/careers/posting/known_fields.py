"""The fields that may stand at a place of a front matter, for who wrote another name there."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from careers.posting.foreign.names import plain
from careers.posting.foreign.translation import fits
from careers.posting.frontmatter import FrontMatter
from careers.posting.place_of_work import Location
from careers.posting.questions import Question
from careers.posting.salary import Salary
from careers.text.yaml_reader import Path

if TYPE_CHECKING:
    from pydantic import BaseModel


def fields_at(path: Path) -> dict[str, Any]:
    """The fields that may stand beside the last step of a path."""
    models: dict[str, type[BaseModel]] = {
        "salary": Salary,
        "locations": Location,
        "questions": Question,
    }
    model = models.get(str(path[0]), FrontMatter) if len(path) > 1 else FrontMatter
    return dict(model.model_fields)


def nearest(path: Path) -> str:
    """Which field may be meant, else all that there are."""
    near = near_field(path)
    return f"did you mean `{near}`?" if near else known_fields(path)


def near_field(path: Path, value: Any = None) -> str | None:
    """The field that is near a name, and takes its value."""
    names = list(fields_at(path))
    near = get_close_matches(plain(str(path[-1])), names, n=1, cutoff=0.75)
    fitting = near and (value is None or fits(near[0], value))
    return near[0] if fitting else None


def known_fields(path: Path) -> str:
    """All that there are, in words."""
    return f"the fields are: {', '.join(fields_at(path))}"


def example_of(path: Path) -> str:
    """How the field of a path may be written."""
    names = [step for step in path if isinstance(step, str)]
    known = fields_at(tuple(names)).get(names[-1]) if names else None
    examples = getattr(known, "examples", None)
    return f"e.g. `{names[-1]}: {examples[0]}`" if examples else "see docs/postings.md"
