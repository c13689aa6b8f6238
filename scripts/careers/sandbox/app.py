"""The WSGI application: faults, the token, the call, the usual headers, the record."""

import json
import re
import socket
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map
from werkzeug.wrappers import Request, Response

from careers.sandbox import refusal
from careers.sandbox.faults import READS
from careers.sandbox.pages.show import Pages
from careers.sandbox.record import Recorded
from careers.sandbox.releases.shapes import STORAGE
from careers.sandbox.rest import (
    comment_calls,
    content_calls,
    field_calls,
    git_calls,
    graphql_calls,
    headers,
    issue_calls,
    label_calls,
    limit_calls,
    organisation_calls,
    people_calls,
    pull_calls,
    release_calls,
    setting_calls,
    sub_issue_calls,
)
from careers.sandbox.rest.actions import actions_calls, dispatch_calls, run_calls, secret_calls
from careers.sandbox.rest.answers import Answer
from careers.sandbox.rest.routing import join
from careers.sandbox.server import TARGET

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

    from careers.sandbox.faults import Fault
    from careers.sandbox.office import Office


_LIST = re.compile(r"/issues$")


@cache
def _usual_calls() -> Map:
    """The calls that ask for nothing of this sandbox alone: to compile them takes 40 ms."""
    return join(
        people_calls.TABLE,
        label_calls.TABLE,
        issue_calls.TABLE,
        field_calls.TABLE,
        sub_issue_calls.TABLE,
        comment_calls.TABLE,
        dispatch_calls.TABLE,
        graphql_calls.TABLE,
        pull_calls.TABLE,
        run_calls.TABLE,
        release_calls.TABLE,
        content_calls.TABLE,
        git_calls.TABLE,
        secret_calls.TABLE,
        setting_calls.TABLE,
        actions_calls.TABLE,
        organisation_calls.TABLE,
    )


class CutError(ConnectionError):
    """The connection is cut; the server drops it without a word."""


class App:
    """Answers requests one at a time, each wholly or not at all."""

    def __init__(self, office: "Office") -> None:
        self.office = office
        self.closing = threading.Event()
        self._pages = Pages(office)
        own = join(
            issue_calls.poster(drop_labels=lambda: office.drop_labels),
            release_calls.uploader(office),
            limit_calls.table(
                lambda visit: office.spent(visit.caller.login if visit.caller else "")
            ),
        )
        self._calls = (_usual_calls(), own)

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        request = Request(environ)
        if request.path == "/ui" or request.path.startswith("/ui/"):
            with self.office.lock:
                return self._pages.answer(request)(environ, start_response)
        if request.path.startswith(f"{STORAGE}/"):
            with self.office.lock:
                return release_calls.stored(self.office, request)(environ, start_response)
        self._let_others()
        with self.office.lock:
            fault = self.office.faults.next(request.method, request.path)
            response = self._meet(request, fault)
        if response is None:
            self._hang_up(environ, fault)
            raise CutError
        return response(environ, start_response)

    def _let_others(self) -> None:
        """Let happen what was ordered for this request; others' requests are answered meanwhile."""
        with self.office.lock:
            order = self.office.meanwhile
            if order is None:
                return
            order.at -= 1
            if order.at:
                return
            self.office.meanwhile = None
        order.act()

    def _meet(self, request: Request, fault: "Fault | None") -> Response | None:
        how = fault.how if fault else None
        if fault and how == "error":
            answer = Answer(fault.status, refusal.Refused(fault.status, "Server Error").body)
        elif how in {"timeout", "cut"}:
            answer = Answer(0)
        else:
            answer = self._answer(request)
        if how == "cut-after":
            answer.status = 0
        response = self._respond(request, answer)
        self._record(request, answer, response, how)
        return response if answer.status else None

    def _hang_up(self, environ: "WSGIEnvironment", fault: "Fault | None") -> None:
        if fault and fault.how == "timeout":
            self.closing.wait(fault.seconds)
        connection: socket.socket = environ["werkzeug.socket"]
        connection.shutdown(socket.SHUT_RDWR)

    def _answer(self, request: Request) -> Answer:
        office = self.office
        try:
            visit = office.enter(request.headers.get("Authorization"))
            if office.write_limit and office.write_limit.refuses(request.method):
                raise refusal.rate_limited(
                    office.write_limit.status, office.write_limit.retry_after
                )
            call, args = self._find(request)
            if "owner" in args:
                visit = visit.at(f"{args.pop('owner')}/{args.pop('repo')}")
            answer = call(visit, request, **args)
            if office.lagging_lists and request.method == "GET" and _LIST.search(request.path):
                # Seen on GitHub: a list that is empty now and then (tend#345).
                office.lagging_lists -= 1
                answer = Answer(200, [])
        except refusal.Refused as refused:
            return Answer(refused.status, refused.body, refused.headers)
        if request.method not in READS:
            office.keep()
        return answer

    def _find(self, request: Request) -> tuple[Callable[..., Answer], dict[str, Any]]:
        for calls in self._calls:
            with suppress(HTTPException):
                call, args = calls.bind_to_environ(request.environ).match()
                return call, dict(args)
        raise refusal.not_found()

    def _respond(self, request: Request, answer: Answer) -> Response:
        content = b"" if answer.body is None else json.dumps(answer.body).encode()
        response = Response(
            content, answer.status or 200, content_type="application/json; charset=utf-8"
        )
        limit = self.office.count(request.headers.get("Authorization"))
        headers.finish(response, request, answer.headers, limit)
        return response

    def _record(
        self, request: Request, answer: Answer, response: Response, fault: str | None
    ) -> None:
        sent = request.get_data()  # all of it, since the next request stands behind it
        self.office.requests.append(
            Recorded(
                method=request.method,
                path=request.path,
                query=request.args.to_dict(),
                status=response.status_code if answer.status else 0,
                body=json_or_none(sent) if request.is_json else None,
                target=str(request.environ.get(TARGET, request.path)),
                headers={
                    name: value
                    for name, value in request.headers.items()
                    if name != "Authorization"
                },
                response=answer.body if response.get_data() else None,
                response_headers=dict(response.headers.items()),
                user=self.office.login_of(request.headers.get("Authorization")),
                fault=fault,
            ),
        )


def json_or_none(content: bytes) -> Any:
    """The JSON, or None where there is none."""
    try:
        return json.loads(content)
    except ValueError:
        return None
