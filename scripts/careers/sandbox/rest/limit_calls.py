"""REST: the caller's rate limit."""

from collections.abc import Callable

from werkzeug.wrappers import Request

from careers.sandbox.rest.answers import Answer
from careers.sandbox.rest.headers import Limit
from careers.sandbox.rest.routing import Table
from careers.sandbox.visit import Visit


def table(limit_of: Callable[[Visit], Limit]) -> Table:
    """The call; `limit_of` says what the caller has used so far."""
    calls = Table()

    @calls.on("GET", "/rate_limit")
    def rate_limit(visit: Visit, _request: Request) -> Answer:
        limit = limit_of(visit)
        counted = {
            "limit": limit.most,
            "used": limit.used,
            "remaining": max(0, limit.most - limit.used),
        }
        rate = counted | {"reset": limit.reset}
        return Answer(
            200, {"resources": {"core": rate, "search": rate, "graphql": rate}, "rate": rate}
        )

    return calls
