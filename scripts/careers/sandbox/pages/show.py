"""Answers requests for pages: no token is asked, because only this machine can reach them."""

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from werkzeug.exceptions import Forbidden, HTTPException, NotFound
from werkzeug.routing import Map, Rule
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from careers.sandbox import refusal
from careers.sandbox.pages import acting, board, markdown, searching
from careers.sandbox.pages.references import ISSUES, TITLES
from careers.sandbox.world import Repository

if TYPE_CHECKING:
    from careers.sandbox.office import Office

# Nothing on a page may run or be fetched from elsewhere, whatever an issue says
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'"
)

_ROUTES = Map(
    [
        Rule("/ui/", endpoint="repositories"),
        Rule("/ui/avatars/<int:number>", endpoint="avatar"),
        Rule("/ui/<owner>/<name>", endpoint="repository"),
        Rule("/ui/<owner>/<name>/issues", endpoint="board"),
        Rule("/ui/<owner>/<name>/releases/download/<tag>/<file>", endpoint="file"),
        Rule("/ui/<owner>/<name>/issues/<int:number>", endpoint="issue"),
        Rule("/ui/<owner>/<name>/acts/<act>", endpoint="act", methods=["POST"]),
    ],
    strict_slashes=False,
)

_AVATAR = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2">'
    '<rect width="2" height="2" fill="hsl({hue} 45% 45%)"/>'
    '<circle cx="1" cy=".8" r=".4" fill="#fff"/><circle cx="1" cy="2" r=".75" fill="#fff"/></svg>'
)


class Pages:
    """The pages of one sandbox."""

    def __init__(self, office: "Office") -> None:
        self._office = office
        loader = PackageLoader("careers.sandbox.pages")
        self._templates = Environment(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters["chips"] = board.chips
        self._templates.filters["day"] = lambda at: str(at).replace("T", " ").removesuffix("Z")

    def answer(self, request: Request) -> Response:
        """The page that was asked for, or a 404."""
        try:
            endpoint, args = _ROUTES.bind_to_environ(request.environ).match()
            response: Response = getattr(self, f"_{endpoint}")(request, **args)
        except HTTPException as error:
            response = (
                self._page("missing", title="Not found")
                if error.code == NotFound.code
                else Response()
            )
            response.status_code = error.code or NotFound.code
        response.headers["Content-Security-Policy"] = _POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        if self._office.is_followed and request.method == "GET":
            response.headers["Refresh"] = "2"
        return response

    def _page(self, template: str, **values: Any) -> Response:
        values = {"running": self._office.is_followed, "people": [], "who": "", **values}
        html = self._templates.get_template(f"{template}.html.j2").render(**values)
        return Response(html, content_type="text/html; charset=utf-8")

    def _find(self, owner: str, name: str) -> Repository:
        repository = self._office.world.repository(f"{owner}/{name}")
        if repository is None:
            raise NotFound
        return repository

    def _repositories(self, _request: Request) -> Response:
        known = list(self._office.world.repositories.values())
        return self._page("repositories", title="Repositories", repositories=known)

    def _avatar(self, _request: Request, number: int) -> Response:
        return Response(_AVATAR.format(hue=number * 67 % 360), content_type="image/svg+xml")

    def _repository(self, request: Request, owner: str, name: str) -> Response:
        repository = self._find(owner, name)
        known = [*repository.labels.values()]
        held = [number for issue in repository.live for number in issue.labels]
        rows = [
            (chip, held.count(label.id))
            for label, chip in zip(known, board.chips(known), strict=True)
        ]
        around = self._around(request, repository)
        return self._page("repository", title=repository.full_name, rows=rows, **around)

    def _file(self, _request: Request, owner: str, name: str, tag: str, file: str) -> Response:
        """A release's file, to be saved as GitHub lets people save it; drafts have no page here."""
        for release in self._find(owner, name).releases:
            for asset in release.assets if release.tag == tag else ():
                if asset.name == file:
                    return Response(
                        asset.data,
                        content_type="application/octet-stream",
                        headers={"Content-Disposition": f"attachment; filename={asset.name}"},
                    )
        raise NotFound

    def _around(self, request: Request, repository: Repository) -> dict[str, Any]:
        """Who may act there, and who does: whom the form named last."""
        people = acting.people(self._office.world, repository)
        named = request.cookies.get(acting.WHO, "")
        who = named if named in people else next(iter(people), "")
        return {"repository": repository, "people": people, "who": who}

    def _act(self, request: Request, owner: str, name: str, act: str) -> Response:
        """Do what a form of a page of ours asks for, and show where it was done."""
        repository = self._find(owner, name)
        if request.headers.get("Origin", self._office.base) != self._office.base:
            raise Forbidden
        try:
            path = acting.act(self._office, repository.full_name, act, request.form)
        except refusal.Refused as refused:
            page = self._page("refused", title="Refused", refused=refused)
            page.status_code = refused.status
            return page
        response = redirect(f"/ui/{repository.full_name}{path}", HTTPStatus.SEE_OTHER)
        response.set_cookie(acting.WHO, request.form.get("who", ""), samesite="Strict")
        return response

    def _board(self, request: Request, owner: str, name: str) -> Response:
        repository = self._find(owner, name)
        if words := request.args.get("q", ""):
            around = self._around(request, repository)
            found = searching.found(repository, words, around["who"])
            return self._page(
                "found",
                title=f"Issues · {repository.full_name}",
                words=words,
                found=[(issue, board.chips(repository.labels_of(issue))) for issue in found],
                **around,
            )
        wanted = [label for label in request.args.getlist("label") if label]
        columns = board.columns(repository, wanted)
        return self._page(
            "board",
            title=f"Issues · {repository.full_name}",
            columns=columns,
            **self._around(request, repository),
            wanted=wanted,
            filters=board.chips(
                [x for x in repository.labels.values() if not x.name.startswith(board.HIDDEN)]
            ),
        )

    def _issue(self, request: Request, owner: str, name: str, number: int) -> Response:
        repository = self._find(owner, name)
        issue = next((issue for issue in repository.live if issue.number == number), None)
        if issue is None:
            raise NotFound
        titles = {each.number: each.title for each in repository.live}
        known = {TITLES: titles.get, ISSUES: f"/ui/{repository.full_name}/issues"}
        return self._page(
            "issue",
            title=f"{issue.title} · #{issue.number}",
            issue=issue,
            body=markdown.render(issue.body or "", known, "tick"),
            chips=board.chips(repository.labels_of(issue)),
            story=board.story(issue, known),
            labels=[label.name for label in repository.labels.values()],
            **self._around(request, repository),
        )
