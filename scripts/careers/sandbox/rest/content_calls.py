"""REST: one file of a branch, read and committed."""

import base64
from typing import Any

from werkzeug.wrappers import Request

from careers.sandbox import refusal, shapes
from careers.sandbox.administration.premises import blob_sha
from careers.sandbox.rest.answers import Answer, Body, read
from careers.sandbox.rest.routing import REPOSITORY, Table
from careers.sandbox.visit import Desk, Role

TABLE = Table()
_FILE = REPOSITORY + "/contents/<path:path>"


def _at(desk: Desk, branch: str) -> dict[str, str]:
    premises = desk.repository.premises
    head = premises.where(branch) or (branch if branch in premises.commits else None)
    if head is None:
        raise refusal.Refused(404, f"No commit found for the ref {branch}")
    return premises.trees[premises.commits[head]]


@TABLE.on("GET", _FILE)
def get_file(desk: Desk, request: Request, path: str) -> Answer:
    """A file as it stands on a branch, or in a commit."""
    branch = request.args.get("ref", "main")
    text = _at(desk, branch).get(path)
    if text is None:
        raise refusal.not_found()
    content = base64.encodebytes(text.encode()).decode()
    whole = _file(desk, path, branch, text) | {"content": content, "encoding": "base64"}
    return Answer(200, whole)


class NewContent(Body):
    """A file in new words; `sha` is the one that it had."""

    message: str
    content: str
    sha: str | None = None
    branch: str = "main"


@TABLE.on("PUT", _FILE)
def put_file(desk: Desk, request: Request, path: str) -> Answer:
    """Commit a file to a branch; where it is another by now than the caller read, it is refused."""
    desk.writing(Role.WRITE)
    premises, given = desk.repository.premises, read(request, NewContent)
    files = _at(desk, given.branch)
    there = files.get(path)
    if there is not None and given.sha is None:
        raise refusal.Refused(422, 'Invalid request.\n\n"sha" wasn\'t supplied.')
    if (blob_sha(there) if there is not None else None) != given.sha:
        raise refusal.Refused(409, f"{path} does not match {given.sha}")
    text = base64.b64decode(given.content).decode()
    commit = premises.commit(premises.tree(files | {path: text}))
    premises.put(given.branch, commit)
    made = {"sha": commit, "message": given.message}
    body = {"content": _file(desk, path, given.branch, text), "commit": made}
    return Answer(201 if there is None else 200, body)


def _file(desk: Desk, path: str, branch: str, text: str) -> dict[str, Any]:
    api, page = shapes.api(desk, desk.repository), shapes.page(desk, desk.repository)
    url, html = f"{api}/contents/{path}?ref={branch}", f"{page}/blob/{branch}/{path}"
    git = f"{api}/git/blobs/{blob_sha(text)}"
    return {
        "type": "file",
        "name": path.rpartition("/")[2],
        "path": path,
        "sha": blob_sha(text),
        "size": len(text.encode()),
        "url": url,
        "html_url": html,
        "git_url": git,
        "download_url": f"{html}?raw=true",
        "_links": {"self": url, "html": html, "git": git},
    }
