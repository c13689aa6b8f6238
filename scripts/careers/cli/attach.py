"""Attach a file to a candidate: `careers attach 41 case-study.pdf`.

It is kept in the candidates' repository under the candidate's number, where it is erased with them,
and linked from their issue within the hour, at once where your token may start workflows. The rules
are those of applications: no macros, at most 25 MB. `--as offer` (so is a file called offer.pdf)
brings the next offer, which only those see who may write.

Exit status: 0 it is kept, 1 it cannot be kept, 2 GitHub could not be asked.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from careers.files.load import load_settings
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.github.releases import Release
    from careers.github.repository import Repository

AUDIENCE = "recruiter"

_OFFER = "offer"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("number", type=int, metavar="NUMBER", help="the number of their issue")
    parser.add_argument("file", metavar="FILE", help="the file")
    parser.add_argument(
        "--as",
        dest="called",
        default="",
        metavar="NAME",
        help="what it is, in a word: cv, case-study, offer; its own name without it",
    )


def run(args: Namespace) -> int:
    """Look at the file, keep it, and let the issue tell of it."""
    from careers.application.files import kind_of
    from careers.github.actions import candidates_repository, require_private

    data = _read(args.file)
    kind = kind_of(args.file, data)
    repository = candidates_repository(load_settings())
    require_private(repository)
    issue = repository.find(args.number)
    if issue is None:
        message = f"there is no issue #{args.number} in {repository.name}"
        raise CareersError(message, "look at the candidate's number", status=1)
    called = args.called or Path(args.file).stem
    if called.casefold() == _OFFER:
        name = _offer(repository, args.number, issue.body, kind, data)
        sys.stdout.write(f"Kept as {name}: write `/offer` in their issue to make the offer.\n")
        return 0
    name = _kept(repository, args.number, f"{called}{Path(args.file).suffix}", kind, data)
    started = repository.runs("tend.yml").start({"issue": str(args.number)})
    when = "in a minute" if started else "within the hour"
    sys.stdout.write(f"Kept as {name}; issue #{args.number} links it {when}.\n")
    return 0


def _read(path: str) -> bytes:
    from careers.application.files import LARGEST, why_not
    from careers.hiring.filing.saying import NOT_KEPT

    try:
        with Path(path).open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise CareersError(f"cannot read the file: {error.strerror}", "name a file") from None
    if why := why_not(path, data):
        told = NOT_KEPT[why].removeprefix("not kept: ")
        raise CareersError(f"it cannot be kept: {told}", "save it as a PDF", status=1)
    return data


def _kept(repository: Repository, number: int, name: str, kind: str, data: bytes) -> str:
    from careers.application.files import kept_name
    from careers.hiring.filing.keeping import TEXT, TITLE, release_of

    releases = repository.releases()
    release = releases.ensure(release_of(number), TITLE, TEXT)
    return releases.upload(release, f"{number}-{kept_name(name, kind)}", data).name


def _offer(repository: Repository, number: int, body: str, kind: str, data: bytes) -> str:
    """Keep the next offer; one that was brought and not made yet gives way to it."""
    from careers.hiring.filing.offers import OFFERS, next_offer

    if kind != "pdf":
        raise CareersError("an offer is a PDF", "save it as a PDF", status=1)
    releases = repository.releases()
    text = "Offers to candidates, named by the number of their issue. Only who may write sees them."
    release: Release = releases.ensure(OFFERS, "Offers", text, draft=True)
    name = f"{number}-{_OFFER}-{next_offer(body)}.pdf"
    for asset in releases.assets(release, number):
        if asset.name == name and not asset.holds(data):
            releases.delete(asset.id)
    return releases.upload(release, name, data).name
