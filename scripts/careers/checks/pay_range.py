"""Where the law wants pay in the advert, it is there, and the range means something.

The `locations` and `remote_from` of the front matter are held against the laws in force today; the
table is in [docs/pay-transparency.md](../pay-transparency.md). A country that one may work from
brings in the laws of its states. Pay counts as given by `salary` in the front matter or by a sum
of money in the text. Found are also a range too wide to mean anything (its top is more than twice
its bottom), one wider than Ontario allows, and one without a top where both ends are wanted.
Closed postings and drafts are not asked. `50-60k` in the text names no currency, and people abroad
read your jobs.

Laws have thresholds and exceptions that a file does not show. This is a reminder, and no legal
advice.

**Bad:**

```markdown
---
title: Account Executive
locations: "Denver, Colorado, US"
---
```

**Good:**

```markdown
---
title: Account Executive
locations: "Denver, Colorado, US"
salary: {min: 90000, max: 115000, currency: USD, per: year}
---
```

**Allow:** `# careers: allow pay-range: we employ three people` at the end of the line.

**Source:** each law in the table has its own, with the date from which it holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from careers.checks.support.context import Context
from careers.checks.support.pay.currencies import example
from careers.checks.support.pay.sums import bare_sums, gives_pay
from careers.checks.support.shape import is_open
from careers.places.areas import areas
from careers.places.model import Place
from careers.places.pay_laws import DEMANDS, PayRule, in_advert, rules_at, rules_in
from careers.posting.frontmatter import Workplace
from careers.posting.posting import Posting
from careers.posting.salary import Per, Salary
from careers.text.diagnostics import Problem, Severity, Span

READS_FRONT = True
SEVERITY = Severity.WARNING

_TOO_WIDE = 2  # the top of a range over its bottom
_A_YEAR = {Per.HOUR: 2080, Per.DAY: 260, Per.WEEK: 52, Per.MONTH: 12, Per.YEAR: 1}


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield what the laws of the posting's places miss, and ranges that say nothing."""
    if not is_open(posting):
        return
    bare = list(bare_sums(posting))
    yield from bare
    if posting.front is None:
        return
    salary = posting.meta.salary
    given = posting.front.raw.get("salary") is not None or "salary" in posting.front.intended
    told = bare or given or gives_pay(posting)
    if salary is None and not told:
        for span, place, rules in _demands(posting, context.today):
            yield _missing(span, place, rules, _country(posting, rules[0]))
    if salary is not None:
        yield from _shape(posting, salary, context.today)


def _demands(posting: Posting, today: date) -> Iterator[tuple[Span, str, list[PayRule]]]:
    """Each place of the posting where a law wants pay, and its laws."""
    meta = posting.meta
    anywhere = meta.workplace is Workplace.REMOTE and not meta.remote_from
    for n, location in enumerate(meta.locations):
        if isinstance(place := location.found, Place) and (
            rules := rules_at(place, today, whole=anywhere)
        ):
            yield posting.place("locations", n), str(location), rules
    for n, (name, found) in enumerate(zip(meta.remote_from, areas(meta.remote_from), strict=True)):
        if known := list(rules_in(found, today)):
            yield posting.place("remote_from", n), name, known


def _country(posting: Posting, rule: PayRule) -> str:
    """The country of a law; of the Union's, where the first place that is known lies."""
    if rule.country != "EU":
        return rule.country
    found = (location.found for location in posting.meta.locations)
    return next((place.country.code for place in found if isinstance(place, Place)), "")


def _missing(span: Span, place: str, rules: list[PayRule], country: str) -> Problem:
    wanted = list(filter(in_advert, rules))
    cure = f"add e.g. `{example(country)}`"
    if not wanted:
        rule = rules[0]
        message = f"`{place}`: the law wants {DEMANDS[rule.demand]} ({rule.law})"
        return Problem(span, message, f"{cure}; see {rule.source}", Severity.NOTE)
    names = [f"{rule.place} ({rule.law})" for rule in wanted]
    places = names[0] if len(names) == 1 else f"{', '.join(rule.place for rule in wanted)}"
    message = f"`{place}`: the law wants pay in the advert: {places}"
    return Problem(span, message, f"{cure}; see {wanted[0].source}")


def _shape(posting: Posting, salary: Salary, today: date) -> Iterator[Problem]:
    span = posting.place("salary")
    rules = [rule for _, _, found in _demands(posting, today) for rule in found]
    if salary.max is None:
        if any(rule.demand == "range" for rule in rules):
            cure = "add `max`; for a fixed pay write the same as `min`"
            message = f"`salary` has no top, and {rules[0].place} wants a range"
            yield Problem(span, message, cure, Severity.NOTE)
        return
    if salary.max > _TOO_WIDE * salary.min:
        message = f"the range is too wide to mean anything: {salary.min:,} to {salary.max:,}"
        cure = "narrow it to what you would offer, or post one job for each level"
        yield Problem(span, message, cure, Severity.NOTE)
    width, top = (
        (amount * _A_YEAR[salary.per]) for amount in (salary.max - salary.min, salary.max)
    )
    for rule in rules:
        if _is_over(rule, salary.currency, width, top):
            message = f"the range is {rule.currency} {width:,.0f} wide a year; {rule.place} allows "
            yield Problem(
                span,
                f"{message}{rule.widest:,}",
                f"narrow it; see {rule.source}",
                Severity.WARNING,
            )
            return


def _is_over(rule: PayRule, currency: str, width: Decimal, top: Decimal) -> bool:
    if rule.widest is None or currency != rule.currency:
        return False
    return width > rule.widest and (rule.not_above is None or top <= rule.not_above)
