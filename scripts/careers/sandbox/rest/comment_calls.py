"""REST: comments and the reactions to them."""

from functools import partial

from werkzeug.wrappers import Request

from careers.sandbox import comments, issues, shapes
from careers.sandbox.rest.answers import Answer, Body, paged, read
from careers.sandbox.rest.routing import REPOSITORY, Table
from careers.sandbox.visit import Desk

TABLE = Table()
_ON_ISSUE = REPOSITORY + "/issues/<int:number>/comments"
_ALL = REPOSITORY + "/issues/comments"
_ONE = _ALL + "/<int:comment>"


class IssueComment(Body):
    """What a comment is created or changed with."""

    body: str


class Reaction(Body):
    """What a reaction is created with."""

    content: str


@TABLE.on("GET", _ON_ISSUE)
def list_comments(desk: Desk, request: Request, number: int) -> Answer:
    """Comments on an issue, oldest first; with `since`, those changed since then."""
    since = request.args.get("since", "")
    known = [each for each in issues.find(desk, number).comments if each.updated_at >= since]
    return paged(request, desk.base, known, partial(shapes.comment, desk, number))


@TABLE.on("POST", _ON_ISSUE)
def create_comment(desk: Desk, request: Request, number: int) -> Answer:
    """A new comment."""
    issue = issues.find(desk, number)
    said = comments.create(desk, issue, read(request, IssueComment).body)
    return Answer(201, shapes.comment(desk, number, said))


@TABLE.on("GET", _ALL)
def list_repository_comments(desk: Desk, request: Request) -> Answer:
    """Comments on any issue, by id; `sort=updated` and `direction` as asked."""
    since = request.args.get("since", "")
    known = [(issue.number, each) for issue in desk.repository.live for each in issue.comments]
    known = [pair for pair in known if pair[1].updated_at >= since]
    by_change = request.args.get("sort") == "updated"
    known.sort(key=lambda pair: (pair[1].updated_at if by_change else "", pair[1].id))
    if request.args.get("direction") == "desc":
        known.reverse()
    return paged(request, desk.base, known, lambda pair: shapes.comment(desk, *pair))


@TABLE.on("GET", _ONE)
def get_comment(desk: Desk, _request: Request, comment: int) -> Answer:
    """One comment."""
    issue, said = comments.find(desk, comment)
    return Answer(200, shapes.comment(desk, issue.number, said))


@TABLE.on("PATCH", _ONE)
def update_comment(desk: Desk, request: Request, comment: int) -> Answer:
    """A comment with another text."""
    issue, said = comments.update(desk, comment, read(request, IssueComment).body)
    return Answer(200, shapes.comment(desk, issue.number, said))


@TABLE.on("DELETE", _ONE)
def delete_comment(desk: Desk, _request: Request, comment: int) -> Answer:
    """A comment gone."""
    comments.delete(desk, comment)
    return Answer(204)


@TABLE.on("PUT", _ONE + "/pin")
def pin_comment(desk: Desk, _request: Request, comment: int) -> Answer:
    """A comment at the top of its issue."""
    issue, said = comments.pin(desk, comment, on=True)
    return Answer(200, shapes.comment(desk, issue.number, said))


@TABLE.on("DELETE", _ONE + "/pin")
def unpin_comment(desk: Desk, _request: Request, comment: int) -> Answer:
    """A comment in its place again."""
    comments.pin(desk, comment, on=False)
    return Answer(204)


@TABLE.on("GET", _ONE + "/reactions")
def list_reactions(desk: Desk, request: Request, comment: int) -> Answer:
    """Reactions to a comment, oldest first."""
    known = comments.find(desk, comment)[1].reactions
    wanted = request.args.get("content")
    known = [each for each in known if wanted in {None, each.content}]
    return paged(request, desk.base, known, partial(shapes.reaction, desk))


@TABLE.on("POST", _ONE + "/reactions")
def create_reaction(desk: Desk, request: Request, comment: int) -> Answer:
    """A reaction: 201 when new, 200 when it stood already."""
    reaction, fresh = comments.react(desk, comment, read(request, Reaction).content)
    return Answer(201 if fresh else 200, shapes.reaction(desk, reaction))


@TABLE.on("DELETE", _ONE + "/reactions/<int:reaction>")
def delete_reaction(desk: Desk, _request: Request, comment: int, reaction: int) -> Answer:
    """A reaction taken back."""
    comments.unreact(desk, comment, reaction)
    return Answer(204)
