"""The findings in the comment: a line each, the worst first, hints folded."""

from __future__ import annotations

from careers.reports._markdown import folded
from careers.reports.harmless import coded, prose
from careers.reports.plan.pages import shortened
from careers.reports.pull_request.review import Review
from careers.reports.verdict import SIGNS
from careers.text.counted import counted
from careers.text.diagnostics import Finding, Severity, worst_first

MOST = 20
BYTES = 20_000
HINT_BYTES = 10_000
_SENTENCE, _PATH = 300, 60
_FOLDER = "postings/"


def lines(review: Review) -> str:
    """What must be mended and looked at, then in one line what mends itself, then the hints."""
    found = worst_first(review.findings)
    weighty = [finding for finding in found if finding.severity is not Severity.NOTE]
    hints = [finding for finding in found if finding.severity is Severity.NOTE]
    hidden = (0, review.hidden) if hints or not weighty else (review.hidden, 0)
    rows = _rows(weighty, review, BYTES, hidden[0])
    if hints:
        more = counted(len(hints) + hidden[1], "hint")
        rows += "\n" * bool(rows) + folded(more, _rows(hints, review, HINT_BYTES, hidden[1]))
    return "\n\n".join(filter(None, (rows.strip(), _mends(review))))


def _rows(found: list[Finding], review: Review, limit: int, hidden: int) -> str:
    made, size, shown = [], 0, 0
    for alike in _alike(found)[:MOST]:
        row = _row(alike, review)
        size += len(row.encode())
        if size > limit:
            break
        made.append(row)
        shown += len(alike)
    left = len(found) - shown + hidden
    return "".join(made) + (f"- {left} more in [the summary]({review.run})\n" if left else "")


def _alike(found: list[Finding]) -> list[list[Finding]]:
    """Those that say the same of one file together, the first of each where it stood."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for each in found:
        key = (each.path, each.code, each.severity, each.message, each.help)
        groups.setdefault(key, []).append(each)
    return list(groups.values())


def _row(alike: list[Finding], review: Review) -> str:
    finding, more = alike[0], len(alike) - 1
    line = finding.span.line
    place = f"{coded(_name(finding.path))} line {line}"
    also = f" and {counted(more, 'more place')}" if more else ""
    page = review.page(finding.code)
    code = f"[{finding.code}]({page})" if page else finding.code
    return (
        f"- {SIGNS[finding.severity]} [{place}]({review.file(finding.path, line)}){also}:"
        f" {_sentence(finding.message)}{_cure(finding.help)} ({code})\n"
    )


def _name(path: str) -> str:
    """The path below the postings' folder; of a long one the end, which tells files apart."""
    name = path.removeprefix(_FOLDER)
    return name if len(name) <= _PATH else f"…{name[1 - _PATH :]}"


def _cure(text: str) -> str:
    said = _sentence(text[:1].upper() + text[1:])
    return f" **{said}**" if said else ""


def _sentence(text: str) -> str:
    made = prose(shortened(" ".join(text.split()), _SENTENCE))
    return made if not made or made[-1] in ".!?…" else f"{made}."


def _mends(review: Review) -> str:
    count, total = review.mendable, len(review.findings) + review.hidden
    if not count:
        return ""
    of = f"{count} of {total}" if count < total else "it" if total == 1 else f"all {total}"
    return f"`careers fix` mends {of} by itself."
