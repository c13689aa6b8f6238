"""How GitHub says no: a status, a message, and for invalid fields which and why."""

from typing import Any

DOCUMENTATION = "https://docs.github.com/rest"


class Refused(Exception):  # noqa: N818 - it is GitHub's answer, not a fault of the sandbox
    """A request that GitHub would answer with `status` and `message`."""

    def __init__(
        self, status: int, message: str, errors: list[dict[str, Any]] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.errors = errors
        self.headers: dict[str, str] = {}

    @property
    def body(self) -> dict[str, Any]:
        """The JSON that GitHub sends with it."""
        body: dict[str, Any] = {"message": self.message}
        if self.errors is not None:
            body["errors"] = self.errors
        return body | {"documentation_url": DOCUMENTATION, "status": str(self.status)}


def not_found() -> Refused:
    """Nothing there, or nothing that this caller may know of."""
    return Refused(404, "Not Found")


def bad_credentials() -> Refused:
    """A token that nobody has."""
    return Refused(401, "Bad credentials")


def anonymous() -> Refused:
    """A call that needs a token, made without one."""
    return Refused(401, "Requires authentication")


def invalid(resource: str, field: str, code: str, message: str | None = None) -> Refused:
    """A field with a value that GitHub does not take."""
    error = {"resource": resource, "field": field, "code": code}
    return Refused(422, "Validation Failed", [error | ({"message": message} if message else {})])


def too_long(resource: str, field: str, most: int) -> Refused:
    """A text of more than `most` characters."""
    return invalid(resource, field, "custom", f"{field} is too long (maximum is {most} characters)")


def rate_limited(status: int, retry_after: int) -> Refused:
    """The secondary rate limit; `retry_after` in seconds."""
    refused = Refused(
        status,
        "You have exceeded a secondary rate limit. Please wait a few minutes before you try again. "
        "If you reach out to GitHub Support for help, please include the request ID.",
    )
    refused.headers["Retry-After"] = str(retry_after)
    return refused
