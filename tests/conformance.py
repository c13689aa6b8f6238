"""Hold requests and answers against GitHub's own description of its REST API.

The description is `github-openapi.json` beside this file, a cut made by `cut_openapi.py`.
"""

import json
import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, cast
from urllib.parse import parse_qsl, urlsplit

from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from openapi_core.exceptions import OpenAPIError
from openapi_core.templating.responses.exceptions import ResponseNotFound
from werkzeug.datastructures import Headers, ImmutableMultiDict

from careers.sandbox import Recorded
from cut_openapi import CUT
from exchange_shapes import shape_of

# What GitHub answers but the description of REST calls does not hold
_UNDESCRIBED = {"/", "/graphql"}
# Where a server in a company's house takes uploads; GitHub's own has a host for them
_UPLOADS = "/api/uploads"
# A ref or a file is one parameter that holds slashes, which paths of OpenAPI do not know.
_REF = re.compile(r"(?<=/git/ref/)heads/.+|(?<=/git/refs/)heads/.+|(?<=/contents/).+")
_INVALID = {400, 422}
_NOT_MODIFIED = 304

_HELD: set[Hashable] = set()

# How many reasons a failure shows: a page of 100 issues has the same one 100 times
_REASONS = 2


class ConformanceError(AssertionError):
    """A request that GitHub would not understand, or an answer that it would not give."""


@dataclass
class _Asked:
    host_url: str
    path: str
    method: str
    parameters: RequestParameters
    content_type: str
    body: bytes | None


@dataclass
class _Answered:
    status_code: int
    headers: dict[str, Any]
    content_type: str
    data: bytes | None


@cache
def _description() -> OpenAPI:
    # None: the description itself is not checked, which would take seconds; the types lack it.
    config = Config(spec_validator_cls=None)  # type: ignore[arg-type]
    return OpenAPI.from_dict(json.loads(CUT.read_text("utf-8")), config=config)


def _json(content: Any) -> bytes | None:
    return None if content is None else json.dumps(content).encode()


def _asked(recorded: Recorded) -> _Asked:
    target = urlsplit(recorded.target)
    query = ImmutableMultiDict(parse_qsl(target.query, keep_blank_values=True))
    parameters = RequestParameters(query=query, header=Headers(list(recorded.headers.items())))
    kind = recorded.headers.get("Content-Type", "application/json").partition(";")[0]
    body = _json(recorded.body)
    host, path = "http://localhost", target.path
    if path.startswith(_UPLOADS):
        host, path = "https://uploads.github.com", path.removeprefix(_UPLOADS)
    path = _REF.sub(lambda match: match[0].replace("/", "%2F"), path)
    return _Asked(host, path, recorded.method.lower(), parameters, kind, body)


def _answered(recorded: Recorded) -> _Answered:
    kind = recorded.response_headers.get("Content-Type", "").partition(";")[0]
    headers = dict(recorded.response_headers)
    return _Answered(recorded.status, headers, kind, _json(recorded.response))


def _is_error(recorded: Recorded) -> bool:
    body = recorded.response
    texts = isinstance(body, dict) and {"message", "documentation_url", "status"} <= body.keys()
    return recorded.status >= 400 and texts and body["status"] == str(recorded.status)


def validate_exchange(recorded: Recorded) -> None:
    """Raise ConformanceError unless GitHub describes this request, and this answer to it.

    A request that was refused as invalid is not held to the description; an error that the call's
    description leaves out is held to the shape of GitHub's errors. Answers that a fault of the
    sandbox made or lost are not looked at.
    """
    if recorded.path in _UNDESCRIBED:
        return
    name = f"{recorded.method} {recorded.target} → {recorded.status}"
    asked = cast("Any", _asked(recorded))
    try:
        if recorded.status not in _INVALID:
            _description().validate_request(asked)
        if recorded.fault is None and recorded.status != _NOT_MODIFIED:
            _description().validate_response(asked, cast("Any", _answered(recorded)))
    except ResponseNotFound:
        if not _is_error(recorded):
            raise ConformanceError(f"{name}: GitHub gives no such answer") from None
    except OpenAPIError as error:
        raise ConformanceError(f"{name}: {error}\n{_reasons(error)}") from error


def _reasons(error: BaseException) -> str:
    found = []
    cause: BaseException | None = error
    while cause:
        found += [str(each) for each in getattr(cause, "schema_errors", [])]
        cause = cause.__cause__
    return "\n".join(found[:_REASONS])


def validate_exchanges(requests: Iterable[Recorded]) -> None:
    """Hold every exchange of a shape that was not held before; raises for all that fail."""
    faults = []
    for recorded in requests:
        shape = shape_of(recorded)
        if shape in _HELD:
            continue
        try:
            validate_exchange(recorded)
            _HELD.add(shape)
        except ConformanceError as error:
            faults.append(str(error))
    if faults:
        raise ConformanceError("\n".join(faults))
