"""The headers that GitHub puts on every answer."""

import hashlib
from dataclasses import dataclass

from werkzeug.wrappers import Request, Response


@dataclass(frozen=True)
class Limit:
    """A token's hour: requests it has and has used, and the second (since 1970) of a new one."""

    most: int
    used: int
    reset: int
    number: int


def finish(response: Response, request: Request, more: dict[str, str], limit: Limit) -> None:
    """Add the usual headers and `more`.

    Answer 304 without a body where the caller holds this very answer.
    """
    response.headers.update(more)
    response.headers.update(
        {
            "X-GitHub-Media-Type": "github.v3; format=json",
            "X-GitHub-Api-Version-Selected": request.headers.get(
                "X-GitHub-Api-Version", "2022-11-28"
            ),
            "X-GitHub-Request-Id": f"SAND:{limit.number:06X}",
            "X-RateLimit-Limit": str(limit.most),
            "X-RateLimit-Remaining": str(max(0, limit.most - limit.used)),
            "X-RateLimit-Reset": str(limit.reset),
            "X-RateLimit-Used": str(limit.used),
            "X-RateLimit-Resource": "core",
        },
    )
    if response.status_code == 204:  # noqa: PLR2004 - No Content
        del response.headers["Content-Type"]
    if request.method == "GET" and response.status_code == 200:  # noqa: PLR2004 - OK
        response.headers["ETag"] = f'W/"{hashlib.sha256(response.get_data()).hexdigest()}"'
        response.headers["Cache-Control"] = "private, max-age=60, s-maxage=60"
        response.make_conditional(request)
        if response.status_code == 304:  # noqa: PLR2004 - Not Modified
            response.set_data(b"")
