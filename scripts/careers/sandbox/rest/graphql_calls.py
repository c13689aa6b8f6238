"""GraphQL: what REST has no call for, the deletion of an issue, and the ids that it asks for."""

from functools import cache, partial
from typing import Any

from graphql import GraphQLError, GraphQLSchema, build_schema, graphql_sync
from pydantic import Field
from werkzeug.wrappers import Request

from careers.sandbox import issues, refusal
from careers.sandbox.rest.answers import Answer, Body, read
from careers.sandbox.rest.routing import Table
from careers.sandbox.visit import Desk, Visit
from careers.sandbox.world import Issue

TABLE = Table()

_SCHEMA = """
type Query {
  viewer: User!
  repository(owner: String!, name: String!): Repository
}
type User { login: String! }
type Repository { id: ID!, nameWithOwner: String!, isPrivate: Boolean!, issue(number: Int!): Issue }
type Issue {
  id: ID!
  number: Int!
  title: String!
  closed: Boolean!
  userContentEdits(first: Int, after: String, last: Int, before: String): UserContentEditConnection
}
scalar DateTime
type PageInfo { hasNextPage: Boolean!, endCursor: String }
type UserContentEdit { id: ID!, diff: String, editedAt: DateTime!, editor: User }
type UserContentEditConnection {
  nodes: [UserContentEdit]
  totalCount: Int!
  pageInfo: PageInfo!
}
input DeleteIssueInput { issueId: ID!, clientMutationId: String }
type DeleteIssuePayload { clientMutationId: String, repository: Repository }
type Mutation { deleteIssue(input: DeleteIssueInput!): DeleteIssuePayload }
"""

# GraphQL answers 200 and tells what went wrong by a type; the statuses of REST's words for it.
_TYPES = {401: "UNAUTHENTICATED", 403: "FORBIDDEN", 404: "NOT_FOUND", 410: "NOT_FOUND"}


class _Query(Body):
    query: str
    variables: dict[str, Any] | None = Field(default=None)


@cache
def _schema() -> GraphQLSchema:
    return build_schema(_SCHEMA)


@TABLE.on("POST", "/graphql")
def graphql(visit: Visit, request: Request) -> Answer:
    """Answer a query or a mutation; a caller without a token is refused with 401."""
    asked = read(request, _Query)
    _ = visit.person
    done = graphql_sync(_schema(), asked.query, _Root(visit), variable_values=asked.variables)
    body: dict[str, Any] = {"data": done.data}
    if done.errors:
        body["errors"] = [_error(error) for error in done.errors]
    return Answer(200, body)


def _error(error: GraphQLError) -> dict[str, Any]:
    cause = error.original_error
    shown = {"message": error.message, "path": error.path}
    if isinstance(cause, refusal.Refused):
        return {"type": _TYPES.get(cause.status, "UNPROCESSABLE"), **shown}
    return shown


class _Root:
    """Where queries and mutations begin."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit

    def viewer(self, _info: object) -> dict[str, Any]:
        """Who asks."""
        return {"login": self._visit.person.login}

    def repository(self, _info: object, *, owner: str, name: str) -> dict[str, Any]:
        """A repository that the caller may read."""
        try:
            return _repository(self._visit.at(f"{owner}/{name}"))
        except refusal.Refused as no:
            message = f"Could not resolve to a Repository with the name '{owner}/{name}'."
            raise refusal.Refused(no.status, message) from None

    def deleteIssue(self, _info: object, *, input: dict[str, Any]) -> dict[str, Any]:  # noqa: A002, N802 - GitHub's names
        """Delete an issue for good; its caller must be an admin."""
        desk, issue = _node(self._visit, str(input["issueId"]))
        issues.delete(desk, issue)
        return {
            "clientMutationId": input.get("clientMutationId"),
            "repository": _repository(desk),
        }


def _repository(desk: Desk) -> dict[str, Any]:
    known = desk.repository

    def issue(_info: object, *, number: int) -> dict[str, Any]:
        return _issue(issues.find(desk, number))

    return {
        "id": f"R_{known.id:08d}",
        "nameWithOwner": f"{known.owner}/{known.name}",
        "isPrivate": known.private,
        "issue": issue,
    }


def _issue(issue: Issue) -> dict[str, Any]:
    closed = issue.state == "closed"
    return {
        "id": f"I_{issue.id:08d}",
        "number": issue.number,
        "title": issue.title,
        "closed": closed,
        "userContentEdits": partial(_edits, issue),
    }


def _edits(
    issue: Issue,
    _info: object,
    *,
    first: int | None = None,
    last: int | None = None,
    after: str | None = None,
    before: str | None = None,
) -> dict[str, Any]:
    """The texts that an issue had, the newest first; ``after`` and ``before`` are ids."""
    known = [edit for edit in reversed(issue.edits) if _between(edit.id, after, before)]
    asked = known[:first] if first is not None else known[-last:] if last else known
    nodes = [
        {
            "id": f"UCE_{edit.id:08d}",
            "diff": edit.text,
            "editedAt": edit.created_at,
            "editor": {"login": edit.login},
        }
        for edit in asked
    ]
    more = bool(asked) and asked[-1] is not known[-1]
    cursor = str(asked[-1].id) if asked else None
    info = {"hasNextPage": more, "endCursor": cursor}
    return {"nodes": nodes, "totalCount": len(issue.edits), "pageInfo": info}


def _between(number: int, after: str | None, before: str | None) -> bool:
    return (after is None or number < int(after)) and (before is None or number > int(before))


def _node(visit: Visit, node: str) -> tuple[Desk, Issue]:
    """The issue of a node id, in a repository that the caller may read."""
    for known in visit.world.repositories.values():
        for issue in known.live:
            if f"I_{issue.id:08d}" == node:
                return visit.at(f"{known.owner}/{known.name}"), issue
    raise refusal.Refused(404, f"Could not resolve to a node with the global id of '{node}'")
