"""A translation says the same job: its pay, its places, its days, whether it is open.

Who reads the one text must not learn another pay than who reads the other, and a job that is closed
in one language takes applications in the other. Each text has its whole front matter; where the
two differ, both are named, for either may be the right one. Words, such as the title and the team,
may differ. Places are compared by what they are, so that Munich is München.

**Bad:**

```text
postings/baker.md       salary: {min: 40000, max: 48000, currency: EUR}
postings/baker.de.md    salary: {min: 40000, max: 46000, currency: EUR}
```

**Good:**

```text
postings/baker.md       salary: {min: 40000, max: 48000, currency: EUR}
postings/baker.de.md    salary: {min: 40000, max: 48000, currency: EUR}
```

**Allow:** `# careers: allow translation: the German text is still a draft` at the end of the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from careers.checks.support.context import Context
from careers.checks.support.repository_files import without_text
from careers.places.model import Place
from careers.places.reading import LONGEST, place
from careers.posting.frontmatter import FrontMatter
from careers.posting.place_of_work import Location
from careers.posting.posting import Posting
from careers.posting.slugs import job_name
from careers.text.diagnostics import Problem, Severity, Span

ALONE = False
READS_FRONT = True
SEVERITY = Severity.WARNING


class _Facts(NamedTuple):
    """What a text says of its job: values that compare, as people write them, their places."""

    file: Posting
    key: str
    is_original: bool
    values: dict[str, tuple[object, str, Span]]


def gather(posting: Posting, _context: Context) -> _Facts | None:
    """The values of a posting that its translations have too."""
    if posting.front is None or posting.front.lost:
        return None
    folder, slash, _ = posting.path.rpartition("/")
    values = {
        name: (value, said or "none", posting.place(name))
        for name, (value, said) in _values(posting.meta).items()
    }
    is_original = job_name(posting.slug) == posting.job
    return _Facts(without_text(posting), f"{folder}{slash}{posting.job}", is_original, values)


def check_repository(_context: Context, facts: list[_Facts]) -> Iterator[tuple[Posting, Problem]]:
    """Yield where a translation and its original differ, in both."""
    originals = {each.key: each for each in facts if each.is_original}
    for each in facts:
        original = originals.get(each.key)
        if original and original is not each:
            yield from _differences(original, each)


def _differences(original: _Facts, other: _Facts) -> Iterator[tuple[Posting, Problem]]:
    for name, (value, said, span) in other.values.items():
        first, first_said, first_span = original.values[name]
        if _differ(value, first):
            yield other.file, _problem(name, said, span, original.file, first_said)
            yield original.file, _problem(name, first_said, first_span, other.file, said)


def _problem(name: str, said: str, span: Span, other: Posting, there: str) -> Problem:
    message = f"`{name}` is {said} here, and {there} in {other.path}"
    return Problem(span, message, "let both say the same")


def _values(meta: FrontMatter) -> dict[str, tuple[object, str]]:
    salary = meta.salary
    top = f" to {salary.max:,}" if salary and salary.max else ""
    pay = f"{salary.currency} {salary.min:,}{top} a {salary.per}" if salary else ""
    return {
        "status": (meta.status, meta.status),
        "posted": (meta.posted, str(meta.posted or "")),
        "closes": (meta.closes, str(meta.closes or "")),
        "employment": (frozenset(meta.employment), ", ".join(meta.employment)),
        "workplace": (meta.workplace, meta.workplace or ""),
        "locations": (_Places.of(meta.locations), "; ".join(map(str, meta.locations))),
        "remote_from": (len(meta.remote_from), ", ".join(meta.remote_from)),
        "salary": (salary, pay),
    }


class _Places(NamedTuple):
    """Places that compare in any language, by country and by city; None is what is not known."""

    number: int
    countries: tuple[str, ...] | None
    cities: tuple[str, ...] | None

    @classmethod
    def of(cls, locations: Iterable[Location]) -> _Places:
        found = [place(str(location)[:LONGEST]) for location in locations]
        known = [each for each in found if isinstance(each, Place)]
        countries = sorted(each.country.code for each in known)
        cities = sorted(f"{c.name}, {c.region or c.country}" for p in known if (c := p.known))
        return cls(
            len(found),
            tuple(countries) if len(countries) == len(found) else None,
            tuple(cities) if len(cities) == len(found) else None,
        )

    def differs(self, other: _Places) -> bool:
        """Whether they are other places, as far as both are known."""
        pairs = zip(self, other, strict=True)
        return any(one != there for one, there in pairs if one is not None and there is not None)


def _differ(one: object, other: object) -> bool:
    if isinstance(one, _Places) and isinstance(other, _Places):
        return one.differs(other)
    return one != other
