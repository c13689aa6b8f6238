"""The one issue that tells which links of the postings lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from careers.reports._markdown import cut
from careers.reports.harmless import coded, harmless
from careers.text.diagnostics import Finding

MARKER = "<!-- careers:dead-links -->"
TITLE = "Links that lead nowhere"

# Half of what an issue may hold (github-facts: 65,536 characters), in bytes.
_LIMIT = 32_000
_FINDING = re.compile(r"`(?P<address>[^`]*)` leads nowhere: (?P<why>.*)")


def body(findings: Sequence[Finding]) -> str:
    """The issue's text: a line for each place, which nobody is notified or linked by."""
    head = (
        f"{MARKER}\nOnce a week each link of the postings is asked whether it leads somewhere. "
        "These do not. This text is written anew each week; the issue closes itself when all is "
        "well.\n\n"
    )
    return cut(head, [*_rows(findings)], _LIMIT)


def _rows(findings: Iterable[Finding]) -> Iterable[str]:
    for finding in findings:
        place = coded(f"{finding.path}:{finding.span.line}")
        match = _FINDING.fullmatch(finding.message)
        said = f"{harmless(match['address'])}: {match['why']}" if match else finding.message
        yield f"- [ ] {place} {said}\n"
