"""The scenes of the demo, in order."""

from __future__ import annotations

import json
import tempfile
from base64 import b64encode
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from careers.cli.demo_company.board import card, reminder
from careers.cli.demo_company.company import CANDIDATES, EXAMPLES, READER, RECRUITER, Company
from careers.cli.demo_company.erasing import erasing
from careers.cli.demo_company.harmless import harmless
from careers.cli.demo_company.letters import letters, switch_on
from careers.cli.demo_company.pull_request import published, pull_request
from careers.cli.demo_company.scorecards import scorecards
from careers.cli.demo_company.show import Show
from careers.cli.demo_company.standing import standing
from careers.cli.demo_company.ways_in import WaysIn
from careers.cli.support.local_web import serve_folder
from careers.files.load import load_settings
from careers.process import PREFIX
from careers.sandbox import Sandbox
from careers.text.diagnostics import CareersError

SITE, KEPT = Path("_site"), Path("_demo")
CANDIDATES_KEPT, COMMENT_KEPT = KEPT / "candidates", KEPT / "pull-request.md"
LETTERS_KEPT = KEPT / "letters"

_ISSUES = f"{CANDIDATES_KEPT.as_posix()}/1.md and so on"
_DEEDS = [
    (1, RECRUITER, "label", f"{PREFIX}phone-screen"),
    (1, RECRUITER, "tick", "stage take-home"),
    (2, READER, "comment", "/hire"),
    (3, RECRUITER, "comment", "/withdraw"),
    (4, RECRUITER, "comment", "/reject experience"),
    (4, RECRUITER, "comment", "/undo"),
    (1, RECRUITER, "comment", "/offer accepted\n/hire"),
    (5, RECRUITER, "comment", "/next today Call them"),
]


def play(*, serve: bool) -> None:
    """Play all scenes. Raises CareersError where one of them cannot go on."""
    show = Show()
    show.line("Example Tools, an invented company, hires on a GitHub of this machine.")
    with Sandbox() as sandbox, tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        company = Company(sandbox, Path(folder))
        scenes = _scenes(WaysIn(company, stack))
        for number, (title, scene) in enumerate(scenes, 1):
            show.scene(number, len(scenes), title)
            scene(show, company)
        show.line()
        if serve:
            _serve(show, company)
        else:
            _what_to_open(show)


def _scenes(ways_in: WaysIn) -> list[tuple[str, Callable[[Show, Company], None]]]:
    return [
        ("Check the postings: one is a draft, with a TODO left in it", _check),
        ("A pull request, and the one comment on it", partial(pull_request, kept=COMMENT_KEPT)),
        ("Publish the careers site, and make the candidates' labels", _publish),
        ("People apply: by program, by the site's form, by mail", partial(_apply, ways_in=ways_in)),
        ("The team moves candidates, by label and by comment", _move),
        ("What would do harm, and does none", harmless),
        ("What candidates are told", partial(letters, kept=LETTERS_KEPT)),
        ("Who waits, a no to many, one erased, and how it goes", _last),
    ]


def _last(show: Show, company: Company) -> None:
    erasing(show, company)
    reminder(show, company)
    standing(show, company, CANDIDATES_KEPT)


def _check(show: Show, company: Company) -> None:
    show.printed(company.run("validate", "postings"))


def _publish(show: Show, company: Company) -> None:
    site = str(SITE.absolute())
    said = company.run("publish", "--out", site, "postings").replace(site, str(SITE))
    # It goes on to say that the settings hold example values, as those of a demo do.
    show.printed(said.partition("note: ")[0])
    published(show, company)
    plan = json.loads(company.run("labels", "--format", "json"))
    names = [action["name"] for action in plan["actions"]]
    kinds = Counter(f"{kind}:…" for kind, colon, _ in (n.partition(":") for n in names) if colon)
    made = ", ".join(f"{number} {kind}" for kind, number in kinds.items())
    show.printed(f"{len(names)} labels made: {made}, {len(names) - kinds.total()} others")


def _apply(show: Show, company: Company, ways_in: WaysIn) -> None:
    content = b64encode((EXAMPLES / "applications" / "cv.pdf").read_bytes()).decode()
    switch_on(company)
    for path in sorted((EXAMPLES / "applications").glob("*.json")):
        application: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        application["files"] = [{"name": "CV.pdf", "content": content}]
        show.deed(path.stem, "applies", _last_line(company.apply(application)))
    ways_in.play(show, SITE)


def _last_line(printed: str) -> str:
    return printed.strip().split("\n")[-1].replace(f" in {CANDIDATES}", "")


def _move(show: Show, company: Company) -> None:
    company.follow_events()
    for number, who, how, what in _DEEDS:
        actor = company.sandbox.act(who)
        if how == "label":
            actor.add_label(CANDIDATES, number, what)
        elif how == "tick":
            _tick(company, who, number, what)
        else:
            actor.comment(CANDIDATES, number, what)
        printed = " ".join(_last_line(run) for run in company.follow_events())
        said = what.replace("\n", " and ")
        show.deed(who, f"{how}s {said} on #{number}", printed)
    card(show, company)
    scorecards(show, company)


def _tick(company: Company, who: str, number: int, act: str) -> None:
    """A click on a box of the issue's text is an edit of it."""
    body, box = str(company.sandbox.issue(CANDIDATES, number)["body"]), f"<!-- do:{act} -->"
    if f"[ ] {box}" not in body:
        raise CareersError(f"the demo's box is not offered: {act}")
    ticked = body.replace(f"[ ] {box}", f"[x] {box}")
    company.sandbox.act(who).edit(CANDIDATES, number, body=ticked)


def _what_to_open(show: Show) -> None:
    serve = "make serve" if EXAMPLES.parent == Path.cwd() else "careers demo --serve"
    show.table(
        ("What to open", "with what"),
        [
            ("the careers site", f"{serve}: plays this again, and serves it with its scripts"),
            ("each candidate's, each job's issue", f"an editor: {_ISSUES}"),
            ("the comment", f"an editor: {COMMENT_KEPT.as_posix()}"),
        ],
    )


def _serve(show: Show, company: Company) -> None:
    url = company.sandbox.url
    with serve_folder(SITE, load_settings(company.careers.folder).site.url) as site:
        show.table(
            ("Open in a browser", ""),
            [
                ("the careers site", site),
                ("the candidates, by stage", f"{url}/ui/{CANDIDATES}/issues"),
                ("one candidate", f"{url}/ui/{CANDIDATES}/issues/1"),
                ("the repository", f"{url}/ui/{CANDIDATES}"),
            ],
        )
        show.line("\nTick, comment, label, move cards there as on GitHub. Ctrl-C ends it.")
        company.serve()
