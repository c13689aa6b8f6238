"""Answers, pages of them, and bodies read from requests."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

from pydantic import BaseModel, ConfigDict, ValidationError
from werkzeug.wrappers import Request

from careers.sandbox import limits, refusal

T = TypeVar("T")
M = TypeVar("M", bound="Body")


class Body(BaseModel):
    """A request's JSON; unknown members are ignored, as GitHub does."""

    model_config = ConfigDict(extra="ignore", strict=True)


@dataclass
class Answer:
    """What goes back: a status, JSON (None sends no body), and headers beyond the usual ones."""

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)


def read_json(request: Request) -> Any:
    """The request's JSON; no body is an empty object, text that is no JSON is refused with 400."""
    raw = request.get_data()
    if not raw:
        return {}
    try:
        return json.loads(raw)
    except ValueError:
        raise refusal.Refused(400, "Problems parsing JSON") from None


def read(request: Request, model: type[M]) -> M:
    """The request's JSON as `model`; a member missing or of another type is refused: 422."""
    content = read_json(request)
    if not isinstance(content, dict):
        raise refusal.Refused(400, "Body should be a JSON object")
    try:
        return model.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else ""
        if first["type"] == "missing":
            raise refusal.invalid(model.__name__, name, "missing_field") from None
        given = json.dumps(content.get(name))
        message = f"Invalid request.\n\nFor 'properties/{name}', {given} is not valid."
        raise refusal.Refused(422, message) from None


def _number(request: Request, name: str, otherwise: int, most: int | None = None) -> int:
    text = request.args.get(name, "")
    number = int(text) if text.isdecimal() else 0
    return min(number, most or number) if number else otherwise


def paged(request: Request, base: str, items: Sequence[T], shape: Callable[[T], Any]) -> Answer:
    """The page that the request asks for, with a `Link` header to the others."""
    size = _number(request, "per_page", limits.PER_PAGE, limits.PER_PAGE_MOST)
    page = _number(request, "page", 1)
    last = max(1, -(-len(items) // size))
    if page * size > limits.PAGED and "after" not in request.args and page > 1:
        message = "In order to use pagination beyond this point, use cursor based pagination"
        raise refusal.Refused(422, f"{message} (after/before).")
    turns = {"prev": page - 1, "next": page + 1, "last": last, "first": 1}
    if page >= last:
        turns.pop("next")
        turns.pop("last")
    if page == 1:
        turns.pop("prev")
        turns.pop("first")

    def link(name: str, number: int) -> str:
        known = request.args.to_dict() | {"page": str(number)}
        if number * size > limits.PAGED:
            known["after"] = f"cursor-{number}"
        query = urlencode(known, quote_via=quote)
        return f'<{base}{quote(request.path)}?{query}>; rel="{name}"'

    headers = {"Link": ", ".join(link(*turn) for turn in turns.items())} if turns else {}
    return Answer(200, [shape(item) for item in items[(page - 1) * size : page * size]], headers)
