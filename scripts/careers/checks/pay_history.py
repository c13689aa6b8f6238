"""Nobody is asked what they earned before.

Found are words such as `current salary`, `salary history` and `last drawn CTC`, in English, French,
German, Spanish, Dutch, Portuguese and Italian, unless the sentence denies them ("we never ask for
your salary history"). What somebody expects may be asked.

Since 7 June 2026 the European Union forbids employers to ask for pay history; so do many states of
the US, California, Colorado, Illinois, Massachusetts, New York and Washington among them. A low
salary then follows nobody to the next job. This is a reminder, and no legal advice.

**Bad:**

```markdown
Send us your CV and your current salary.
```

**Good:**

```markdown
Send us your CV, and tell us what you would like to earn.
```

**Allow:** `<!-- careers: allow pay-history: it is about the pension -->` at the end of the line.

**Source:** [Directive (EU) 2023/970](https://eur-lex.europa.eu/eli/dir/2023/970/oj), article 5 (2);
[California Labor Code 432.3](https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=LAB&sectionNum=432.3).
"""

from __future__ import annotations

import pkgutil
import re
import tomllib
from collections.abc import Iterator
from functools import cache

from careers.checks.support.context import Context
from careers.checks.support.words import prose
from careers.language.phrases import Phrases, fold
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.WARNING

_CURE = "ask what the person expects, or say what the job pays"
_LAW = "the EU and many states of the US forbid to ask for past pay"
# A passage without any of these is not looked at more closely.
_PAY = (
    "salar", "salai", "ctc", "pay", "compensation", "remun", "wage", "earning", "package", "gehalt",
    "vergut", "verdienst", "lohn", "einkommen", "sueldo", "retribu", "loon", "stipendio", " ral",
)  # fmt: skip
_END = re.compile(r"[.!?;,\n]")


def check(posting: Posting, _context: Context) -> Iterator[Problem]:
    """Yield each mention of past pay that no word of its sentence denies."""
    text = prose(posting)
    for passage in text.passages:
        folded = fold(passage.text)
        if any(word in folded for word in _PAY):
            for start, end in _mentions(passage.text):
                said = " ".join(passage.text[start:end].split())
                span = text.span(passage.start + start, passage.start + end)
                yield Problem(span, f"`{said}`: {_LAW}", _CURE)


def _mentions(text: str) -> Iterator[tuple[int, int]]:
    lists = _lists()
    others = {start for start, _ in lists["not_asked"].find(text)}
    for start, end in lists["asked"].find(text):
        before, behind = _END.split(text[:start])[-1], _END.split(text[end:])[0]
        denied = lists["denied"].within(before) or lists["denied_behind"].within(behind)
        if start not in others and not denied:
            yield start, end


@cache
def _lists() -> dict[str, Phrases]:
    data = pkgutil.get_data("careers.checks", "data/pay_history.toml") or b""
    return {name: Phrases(phrases) for name, phrases in tomllib.loads(data.decode()).items()}
