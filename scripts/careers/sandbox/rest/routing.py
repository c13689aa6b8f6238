"""Which function answers which method and path."""

from collections.abc import Callable
from typing import TypeVar

from werkzeug.routing import Map, Rule

from careers.sandbox.rest.answers import Answer

# The prefix of every call inside a repository; its two parts become the Desk that the function
# gets.
REPOSITORY = "/repos/<owner>/<repo>"

Endpoint = Callable[..., Answer]
E = TypeVar("E", bound=Endpoint)


class Table:
    """The calls of one module.

    The first argument of each function is a Visit, or below REPOSITORY a Desk.
    """

    def __init__(self) -> None:
        self.rules: list[tuple[str, str, Endpoint]] = []

    def on(self, method: str, path: str) -> Callable[[E], E]:
        """Register the function under a method and a werkzeug rule."""

        def register(function: E) -> E:
            self.rules.append((method, path, function))
            return function

        return register


def join(*tables: Table) -> Map:
    """One map of all calls."""
    rules = [
        Rule(path, methods=[method], endpoint=function)
        for table in tables
        for method, path, function in table.rules
    ]
    return Map(rules, strict_slashes=False, merge_slashes=False)
