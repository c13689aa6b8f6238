"""Makes one of what two runs at the same time made twice, and takes back what cannot stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careers.hiring.actions import EditIssue, Issue, Plan
from careers.hiring.known import Opening, known
from careers.hiring.page import Pages
from careers.hiring.record import Entry, Record
from careers.hiring.regions import letters_in, letters_whole, region, with_notes

CLOSED_AS = "not_planned"


def merged(
    body: str,
    record: Record,
    later: Sequence[tuple[Issue, Record]],
    opening: Opening,
    pages: Pages,
) -> tuple[str, Record]:
    """The oldest issue with all that two runs at the same time put into later ones."""
    for issue, _ in later:
        reason = f"merged from issue {issue.number}"
        if any(entry.reason == reason for entry in record.history):
            continue
        stage = record.stage
        entry = Entry(when=opening.now, who="careers", start=stage, to=stage, reason=reason)
        new = [x for x in letters_whole(issue.body) if x.digest not in record.applications]
        changes = {
            "applications": (*record.applications, *(x.digest for x in new)),
            "history": (*record.history, entry),
        }
        record = record.model_copy(update=changes)
        body = with_notes(body, pages.notes(issue.body))
        body = pages.again(body, record, region(body, "candidate"), [*letters_in(body), *new])
    return body, record


def stub(issue: Issue, pages: Pages, duplicate_of: int | None) -> EditIssue:
    """All that was the candidate's is taken out; the number stays, as GitHub never reuses it."""
    text = pages.text("stub", duplicate_of=duplicate_of)
    made = EditIssue(
        issue.number, "", issue.body, "Taken back", text, closed=True, reason=CLOSED_AS
    )
    if duplicate_of is None:
        return replace(made, what="take it back, since its labels were dropped")
    what = f"turn into a stub that points to #{duplicate_of}"
    return replace(made, what=what, title=f"Duplicate of {duplicate_of}", labels=())


def undo(opening: Opening, issues: Sequence[Issue], pages: Pages) -> Plan:
    """Take back an issue whose labels GitHub dropped, if nobody has worked with it yet."""
    fresh = [
        issue
        for issue, record in known(opening, issues).here
        if len(record.history) == 1 and issue.is_open
    ]
    return Plan(tuple(stub(issue, pages, None) for issue in fresh))
