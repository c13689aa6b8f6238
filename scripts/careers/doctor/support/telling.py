"""What the doctor found: for a terminal, for programs, and as one issue."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from careers.doctor.support.diagnosis import Diagnosis, Level
from careers.reports.harmless import harmless
from careers.text.counted import counted

MARKER = "<!-- careers:doctor -->"
TITLE = "What needs a look in how careers is set up"


def as_text(found: Sequence[Diagnosis]) -> str:
    """A line each, the worst first, its cure below it; and how many there are."""
    lines = []
    for told in found:
        lines.append(f"{told.level}[{told.check}]: {told.message}\n")
        cure = told.cure.replace("\n", "\n  ")
        lines += [f"  help: {cure}\n"] if cure else []
    counts = Counter(told.level for told in found)
    said = (
        f"{counts[level]} ok" if level is Level.OK else counted(counts[level], level)
        for level in Level
        if counts[level]
    )
    return "".join([*lines, f"{', '.join(said) or 'nothing to look at'}\n"])


def as_json(found: Sequence[Diagnosis]) -> str:
    """``{"diagnoses": [{"check", "level", "message", "cure", "unasked"}]}``."""
    told = [{**each._asdict(), "level": str(each.level)} for each in found]
    return json.dumps({"diagnoses": told}, indent=2, ensure_ascii=False) + "\n"


def issue_text(found: Sequence[Diagnosis]) -> str | None:
    """The issue's text; None where nothing is known to be wrong."""
    wrong = [told for told in found if told.level is not Level.OK and not told.unasked]
    if not wrong:
        return None
    rows = (
        f"- [ ] **{told.level}** ({told.check}) {harmless(told.message)} — {harmless(told.cure)}\n"
        for told in wrong
    )
    head = (
        f"{MARKER}\nOnce a week `careers doctor` looks at how this is set up. This text is written"
        " anew each week; the issue closes itself when nothing needs a look. `careers doctor` at an"
        " administrator's desk may ask more.\n\n"
    )
    return head + "".join(rows)
