"""REST: pull requests."""

from werkzeug.wrappers import Request

from careers.sandbox import pulls
from careers.sandbox.rest.answers import Answer
from careers.sandbox.rest.routing import REPOSITORY, Table
from careers.sandbox.visit import Desk

TABLE = Table()


@TABLE.on("GET", REPOSITORY + "/pulls/<int:number>")
def get_pull(desk: Desk, _request: Request, number: int) -> Answer:
    """One pull request."""
    return Answer(200, pulls.shape(desk, *pulls.find(desk, number)))
