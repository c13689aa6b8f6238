"""The file can be read: UTF-8, closed front matter, plain YAML."""

from __future__ import annotations

from collections.abc import Iterator

from careers.checks._context import Context
from careers.posting import Posting
from careers.problem import Problem, Severity

SEVERITY = Severity.ERROR


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield what reading the file found."""
    yield from posting.syntax
