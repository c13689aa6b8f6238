"""List candidates: who stands where since when, whose move it is, what is late.

Without options all who are under way, longest waiting first. Each option narrows the list; --answer
may be given more than once. With --pool those who ended and agreed to be kept. Days are the
company's working days. Only issues whose record is signed count. What is printed holds names: keep
it to yourselves.

Exit status: 0 done, 2 it could not be done.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace

from careers.cli.support.clock import company_day
from careers.files.load import load_settings

AUDIENCE = "recruiter"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--job", default="", metavar="SLUG", help="of one posting")
    parser.add_argument("--stage", default="", metavar="NAME", help="in one stage; ended ones too")
    parser.add_argument(
        "--owner", default="", metavar="LOGIN", help="of one owner; `nobody` for those without"
    )
    parser.add_argument(
        "--waiting", type=_days, metavar="DAYS", help="in their stage for so many working days"
    )
    parser.add_argument(
        "--answer",
        action="append",
        type=_answer,
        default=[],
        metavar="QUESTION=WORDS",
        help="whose answer to the question holds the words",
    )
    parser.add_argument(
        "--pool", action="store_true", help="who ended and is in the talent pool, by posting"
    )
    parser.add_argument(
        "--format", choices=["table", "json", "csv"], default="table", help="how it is printed"
    )


def run(args: Namespace) -> int:
    """Read the issues by listing, choose, print."""
    from careers.cli.support.candidates import keys_of_environment
    from careers.files.candidates_settings import load_candidates_settings
    from careers.github.actions import candidates_repository
    from careers.hiring.minding.due import Patience
    from careers.hiring.overview import formats
    from careers.hiring.overview.choosing import Choice
    from careers.hiring.overview.pool import in_pool, pool_as
    from careers.hiring.overview.row import rows_of
    from careers.hiring.tending import candidates_in

    settings = load_settings()
    keys = keys_of_environment()
    patience = Patience.of(settings, load_candidates_settings())
    found = candidates_in(candidates_repository(settings).issues(), keys)
    today = company_day(settings)
    rows = rows_of(found, patience, today)
    if args.pool:
        chosen = [row for row in in_pool(rows, today) if args.job in {"", row.record.posting}]
        sys.stdout.write(pool_as(args.format, chosen))
        return 0
    choice = Choice(args.job, args.stage, args.owner, args.waiting, tuple(args.answer))
    write = {"table": formats.as_table, "json": formats.as_json, "csv": formats.as_csv}
    sys.stdout.write(write[args.format](choice.of(rows)))
    return 0


def _days(text: str) -> int:
    if not text.isdecimal():
        raise ArgumentTypeError("must be a number of working days")
    return int(text)


def _answer(text: str) -> tuple[str, str]:
    question, equals, answer = text.partition("=")
    if not equals or not question.strip():
        raise ArgumentTypeError("must be a question, `=`, and words of the answer")
    return question, answer
