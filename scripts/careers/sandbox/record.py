"""What the sandbox remembers of each API request."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Recorded:
    """One API request and its answer, whole enough to be checked against GitHub's description.

    `path` is decoded, `target` is what the client sent after the host; `body` and `response` are
    JSON (None for
    none); `headers` lack the token, `user` is whose it was. `status` is 0 where no answer was sent;
    `fault` names
    the fault that the request met.
    """

    method: str
    path: str
    query: dict[str, str]
    status: int
    body: Any
    target: str
    headers: dict[str, str]
    response: Any
    response_headers: dict[str, str]
    user: str | None
    fault: str | None
