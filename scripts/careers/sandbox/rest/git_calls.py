"""REST: branches, and the files of the default one, read and committed at once."""

import base64
from typing import Any

from pydantic import Field
from werkzeug.wrappers import Request

from careers.sandbox import refusal, shapes
from careers.sandbox.administration.premises import blob_sha
from careers.sandbox.rest.answers import Answer, Body, read
from careers.sandbox.rest.routing import REPOSITORY, Table
from careers.sandbox.visit import Desk, Role

TABLE = Table()
_GIT = REPOSITORY + "/git"
_FILE, _HEADS = "100644", "refs/heads/"


@TABLE.on("GET", _GIT + "/ref/heads/main")
def get_ref(desk: Desk, _request: Request) -> Answer:
    """Where the default branch is; an empty repository has none."""
    head = desk.repository.premises.head
    if head is None:
        raise refusal.Refused(409, "Git Repository is empty.")
    return Answer(200, _ref(desk, "main", head))


class NewBranch(Body):
    """A branch, and where it begins."""

    ref: str
    sha: str


@TABLE.on("POST", _GIT + "/refs")
def make_ref(desk: Desk, request: Request) -> Answer:
    """Begin a branch at a commit; one that is there already is refused."""
    desk.writing(Role.WRITE)
    premises, given = desk.repository.premises, read(request, NewBranch)
    branch = given.ref.removeprefix(_HEADS)
    if given.sha not in premises.commits or branch == given.ref:
        raise refusal.Refused(422, "Object does not exist")
    if premises.where(branch):
        raise refusal.Refused(422, "Reference already exists")
    premises.put(branch, given.sha)
    return Answer(201, _ref(desk, branch, given.sha))


@TABLE.on("GET", REPOSITORY + "/branches")
def list_branches(desk: Desk, _request: Request) -> Answer:
    """The default branch; none where the repository is empty."""
    head = desk.repository.premises.head
    url = f"{shapes.api(desk, desk.repository)}/commits/{head}"
    known = {"name": "main", "commit": {"sha": head, "url": url}, "protected": False}
    return Answer(200, [known] if head else [])


class NewRef(Body):
    """Where a branch is to be."""

    sha: str


@TABLE.on("PATCH", _GIT + "/refs/heads/<path:branch>")
def move_ref(desk: Desk, request: Request, branch: str) -> Answer:
    """Put a branch on a commit that was made before."""
    desk.writing(Role.WRITE)
    premises, sha = desk.repository.premises, read(request, NewRef).sha
    if sha not in premises.commits or premises.where(branch) is None:
        raise refusal.Refused(422, "Object does not exist")
    premises.put(branch, sha)
    return Answer(200, _ref(desk, branch, sha))


@TABLE.on("GET", _GIT + "/trees/<tree>")
def get_tree(desk: Desk, _request: Request, tree: str) -> Answer:
    """Every file of a commit, of the default branch by its name, or of a tree."""
    premises = desk.repository.premises
    if premises.head is None:
        raise refusal.Refused(409, "Git Repository is empty.")
    name = premises.head if tree in {"main", "HEAD"} else tree
    files = premises.trees.get(premises.commits.get(name, name))
    if files is None:
        raise refusal.not_found()
    return Answer(200, _tree(desk, name, files))


class Entry(Body):
    """A file of a new tree."""

    path: str
    content: str


class NewTree(Body):
    """A tree, or what differs from one."""

    tree: list[Entry]
    base_tree: str | None = None


@TABLE.on("POST", _GIT + "/trees")
def make_tree(desk: Desk, request: Request) -> Answer:
    """Make a tree out of files, beside those of another."""
    desk.writing(Role.WRITE)
    premises, given = desk.repository.premises, read(request, NewTree)
    if premises.head is None:
        raise refusal.Refused(409, "Git Repository is empty.")
    base = given.base_tree or ""
    files = dict(premises.trees.get(premises.commits.get(base, base), {}))
    files |= {entry.path: entry.content for entry in given.tree}
    name = premises.tree(files)
    return Answer(201, _tree(desk, name, files))


class NewCommit(Body):
    """A commit."""

    message: str
    tree: str
    parents: list[str] = Field(default_factory=list)


@TABLE.on("POST", _GIT + "/commits")
def make_commit(desk: Desk, request: Request) -> Answer:
    """Make a commit of a tree; no branch is on it yet."""
    desk.writing(Role.WRITE)
    premises, given = desk.repository.premises, read(request, NewCommit)
    if given.tree not in premises.trees:
        raise refusal.invalid("Commit", "tree", "invalid")
    sha = premises.commit(given.tree)
    api, page = shapes.api(desk, desk.repository), shapes.page(desk, desk.repository)
    who = {"name": desk.person.login, "email": "nobody@example.com", "date": desk.now}
    body = {
        "sha": sha,
        "node_id": f"C_{sha[:8]}",
        "url": f"{api}/git/commits/{sha}",
        "html_url": f"{page}/commit/{sha}",
        "author": who,
        "committer": who,
        "tree": {"sha": given.tree, "url": f"{api}/git/trees/{given.tree}"},
        "message": given.message,
        "parents": [
            {"sha": p, "url": f"{api}/git/commits/{p}", "html_url": f"{page}/commit/{p}"}
            for p in given.parents
        ],
        "verification": {
            "verified": False,
            "reason": "unsigned",
            **dict.fromkeys(("signature", "payload", "verified_at")),
        },
    }
    return Answer(201, body)


@TABLE.on("GET", _GIT + "/blobs/<sha>")
def get_blob(desk: Desk, _request: Request, sha: str) -> Answer:
    """The content of a file, by its name in git."""
    trees = desk.repository.premises.trees.values()
    texts = (text for files in trees for text in files.values())
    text = next((text for text in texts if blob_sha(text) == sha), None)
    if text is None:
        raise refusal.not_found()
    body = {
        "sha": sha,
        "node_id": f"B_{sha[:8]}",
        "size": len(text.encode()),
        "url": f"{shapes.api(desk, desk.repository)}/git/blobs/{sha}",
        "content": base64.encodebytes(text.encode()).decode(),
        "encoding": "base64",
    }
    return Answer(200, body)


def _ref(desk: Desk, branch: str, sha: str) -> dict[str, Any]:
    url = f"{shapes.api(desk, desk.repository)}/git"
    return {
        "ref": f"{_HEADS}{branch}",
        "node_id": f"REF_{branch}",
        "url": f"{url}/{_HEADS}{branch}",
        "object": {"type": "commit", "sha": sha, "url": f"{url}/commits/{sha}"},
    }


def _tree(desk: Desk, name: str, files: dict[str, str]) -> dict[str, Any]:
    url = f"{shapes.api(desk, desk.repository)}/git"
    entries = [
        {
            "path": path,
            "mode": _FILE,
            "type": "blob",
            "sha": blob_sha(text),
            "size": len(text.encode()),
            "url": f"{url}/blobs/{blob_sha(text)}",
        }
        for path, text in sorted(files.items())
    ]
    return {"sha": name, "url": f"{url}/trees/{name}", "tree": entries, "truncated": False}
