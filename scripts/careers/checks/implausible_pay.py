"""The pay is one that somebody could get.

€120 a year, or 50,000 an hour, is a slip of the pen: thousands were left out, or the time is not
the one that is meant. Search engines and job boards show it as it stands. A sum is held against
what the lowest and the highest paid get anywhere, in its currency, by a rough rate; currencies
whose worth changes by the month are left alone. Volunteers and interns may get very little, and
who works part of the time less than a year's pay.

**Bad:**

```markdown
---
salary: {min: 60, max: 75, currency: EUR, per: year}
---
```

**Good:**

```markdown
---
salary: {min: 60000, max: 75000, currency: EUR, per: year}
---
```

**Allow:** `# careers: allow implausible-pay: a prize, not a wage` at the end of the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from careers.checks.support.context import Context
from careers.checks.support.pay.currencies import rates
from careers.posting.frontmatter import Employment
from careers.posting.posting import Posting
from careers.posting.salary import Per, Salary
from careers.text.diagnostics import Problem, Severity

READS_FRONT = True
SEVERITY = Severity.WARNING

_A_YEAR = {Per.HOUR: 2080, Per.DAY: 260, Per.WEEK: 52, Per.MONTH: 12, Per.YEAR: 1}
# Euros a year, of full-time work. A time that is too short makes more of a sum than too long a one.
_LEAST, _MOST = 1_000, 3_000_000
_MOST_BY_PARTS = 700_000
_USUAL = range(6_000, 400_000)
_LITTLE = frozenset(
    {Employment.VOLUNTEER, Employment.INTERN, Employment.PART_TIME, Employment.PER_DIEM}
)


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield a pay that nobody gets."""
    salary = posting.meta.salary
    rate = rates().get(salary.currency) if salary else None
    if salary is None or rate is None:
        return
    low, high = (_euros(amount, salary.per, rate) for amount in (salary.min, _top(salary)))
    most = _MOST if salary.per is Per.YEAR else _MOST_BY_PARTS
    if high > most or (low < _LEAST and not _LITTLE & {*posting.meta.employment}):
        amount = _top(salary) if high > most else salary.min
        message = f"nobody is paid {salary.currency} {amount:,} a{_n(salary.per)} {salary.per}"
        yield Problem(posting.place("salary"), message, _cure(amount, salary, rate))


def _top(salary: Salary) -> Decimal:
    return salary.max or salary.min


def _euros(amount: Decimal, per: Per, rate: float) -> int:
    return int(float(amount) * _A_YEAR[per] / rate)


def _n(per: Per) -> str:
    return "n" if per is Per.HOUR else ""


def _cure(amount: Decimal, salary: Salary, rate: float) -> str:
    """The sum or the time that may be meant, where either would be usual."""
    cures = []
    if _euros(amount * 1000, salary.per, rate) in _USUAL:
        cures.append(f"write the whole sum, {amount * 1000:.0f}")
    others = [per for per in reversed(Per) if _euros(amount, per, rate) in _USUAL]
    cures += [f"`per: {per}`" for per in others if per is not salary.per][:1]
    return ", or ".join(cures) or "mend the sum, the currency or `per`"
