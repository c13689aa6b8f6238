"""A place is one place, and everybody reads it as the same.

Each entry of `locations` and `remote_from` is read with the tables of countries, regions and cities
that come with careers. Search engines, job boards, filters and the rules about pay take country and
state from there. Found are

- a text that may mean several places: `Ontario, CA` is a province of Canada or a city in
  California;
- a name that is not known (`Berlin, XX`), or is no place of work (`Remote`, `EU`,
  `Berlin or Paris`);
- `[Berlin, DE]`, which YAML reads as a list of two; it is published as the one place that it means;
- a city without its country, as a note: what it is read as;
- a large city in a country where the tables know none of its name, as a note: `Bremen, BR`;
- in `remote_from` what names no countries: `Worldwide`, `EMEA`, `UTC-3 to UTC+3`. Search engines
  list a remote job by country; they are told nothing about such a job's limits.

What is not understood is shown on the page as it is written.

**Bad:**

```markdown
---
title: Product Manager
locations: [Berlin, DE]
---
```

**Good:**

```markdown
---
title: Product Manager
locations: ["Berlin, DE", "San Francisco, CA"]
---
```

**Allow:** `# careers: allow location: our ship has no country` at the end of the line.

**Source:** Google's [JobPosting structured
data](https://developers.google.com/search/docs/appearance/structured-data/job-posting)
requires `addressCountry`; where the tables are from: docs/decisions/places.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.checks.support.placeholders import in_front
from careers.places.areas import Area, Kind, area, areas
from careers.places.forms import right_form, right_forms
from careers.places.model import Ambiguous, Place, Unknown, Why
from careers.places.names import key
from careers.places.reading import country, one_place
from careers.places.single import countries_named, is_code, read
from careers.posting.front import Front
from careers.posting.place_of_work import Location
from careers.posting.posting import Posting
from careers.text.diagnostics import Edit, Problem, Severity, Span
from careers.text.json_text import encoded

READS_FRONT = True
SEVERITY = Severity.WARNING

_BY_COUNTRY = "search engines list a remote job by country"
_COUNTRIES = "list the countries that people may work from: `remote_from: [DE, PT]`"
_CITY = "write the city and its country: `Berlin, DE`"
_LARGE = 100
"""Thousands of people: a city that is thought of by its name alone."""
_NO_PLACE = {
    Why.EMPTY: ("an entry is empty", _CITY),
    Why.WORKPLACE: (
        "`{}` says how one works, not where",
        "say how in `workplace`; for a remote job name the countries in `remote_from`",
    ),
    Why.SEVERAL: ("`{}` names several places", "write each as an entry of its own"),
}


def check(posting: Posting, _context: Context) -> Iterator[Problem]:
    """Yield each place that is not one place, at its entry."""
    front = posting.front
    if front is None or not (posting.meta.locations or posting.meta.remote_from):
        return
    placeholders = set(in_front(posting))
    for problem in (*_locations(posting, front), *_remote(posting, front)):
        if problem.span not in placeholders:
            yield problem


def _locations(posting: Posting, front: Front) -> Iterator[Problem]:
    written = front.raw.get("locations")
    match written:
        case [str(first), str(second)] if found := one_place(first, second):
            yield _in_two(posting, f"{first}, {second}", found)
            return
    entries = written if isinstance(written, list) else [written]
    for n, (location, entry) in enumerate(zip(posting.meta.locations, entries, strict=False)):
        span = posting.place("locations", n)
        if isinstance(entry, str):
            yield from _text(posting, span, entry, location)
        else:
            yield from _fields(span, location)


def _in_two(posting: Posting, text: str, found: Place) -> Problem:
    span = posting.place("locations")
    message = f"`[{text}]` is a list of two for YAML; it is read as one place, {right_form(found)}"
    quoted = _quoted(text)
    flow = posting.source.lines[span.line - 1][span.column - 1 :].startswith("[")
    edits = (Edit(span, f"[{quoted}]"),) if flow and span.line == span.end_line else ()
    return Problem(span, message, f"put it in quotes: `locations: [{quoted}]`", edits=edits)


def _text(posting: Posting, span: Span, text: str, location: Location) -> Iterator[Problem]:
    found = location.found
    if not isinstance(found, Place):
        yield _unclear(span, text, found)
    elif found.city and not found.known and not found.region and (there := _elsewhere(found)):
        message = f"no `{found.city}` is known in {found.country.name}"
        cure = f"did you mean `{right_form(there)}`?"
        yield Problem(span, message, cure, Severity.NOTE)
    elif found.city and not found.region_written and not _names(found, text):
        right = f"{text}, {found.country.name}" if location.street else right_form(found)
        alone = "is" if "(" in text else "has no country; it is"
        message = f"`{text}` {alone} read as `{right}`"
        whole = posting.source.lines[span.line - 1][span.column - 1 : span.end_column - 1]
        edits = (Edit(span, _quoted(right)),) if whole.strip("\"'") == text else ()
        yield Problem(span, message, f"write `{right}`", Severity.NOTE, edits)


def _elsewhere(found: Place) -> Place | None:
    """A large city of the name in another country: `BR` may have been meant for Bremen."""
    alone = read(found.city or "")
    large = isinstance(alone, Place) and alone.known and alone.known.thousands >= _LARGE
    return alone if large and isinstance(alone, Place) else None


def _names(found: Place, text: str) -> bool:
    """Whether a text names the country of its place."""
    parts = re.split(r",|\s[-\u2013\u2014·]\s", text)
    return any(found.country in countries_named(key(part)) for part in parts)


def _fields(span: Span, location: Location) -> Iterator[Problem]:
    found, nation = location.found, location.country
    if nation and country(nation) is None:
        cure = "write its code (ISO 3166), e.g. `country: DE`"
        yield Problem(span, f"no country is known as `{nation}`", cure)
    elif not isinstance(found, Place):
        yield _unclear(span, str(location), found)


def _remote(posting: Posting, front: Front) -> Iterator[Problem]:
    texts = posting.meta.remote_from
    many = isinstance(front.raw.get("remote_from"), list)
    for n, (text, found) in enumerate(zip(texts, areas(texts), strict=True)):
        span = posting.place("remote_from", n) if many else posting.place("remote_from")
        if isinstance(found, Unknown) and not right_forms(found) and found.why not in _NO_PLACE:
            yield Problem(span, f"no place is known as `{text}`", _COUNTRIES)
        elif isinstance(found, Ambiguous | Unknown):
            yield _unclear(span, text, found)
        elif isinstance(found, Area) and not found.members:
            yield _loose(span, text, found)
        elif isinstance(found, Place) and found.region and is_code(key(text), found.region):
            right = right_form(found)
            message = f"`{text}` alone is read as `{right}`"
            yield Problem(span, message, f"write `{right}`", Severity.NOTE)


def _loose(span: Span, text: str, found: Area) -> Problem:
    if found.kind is Kind.HOURS:
        message = f"`{text}` says when one works, not from where: {_BY_COUNTRY}"
        return Problem(span, message, f"say the hours in the text, and {_COUNTRIES}")
    what = "is no country" if found.kind is Kind.WORLD else "is a group without sure members"
    return Problem(span, f"`{text}` {what}: {_BY_COUNTRY}", _COUNTRIES)


def _unclear(span: Span, text: str, found: Ambiguous | Unknown) -> Problem:
    forms = " or ".join(f"`{form}`" for form in right_forms(found))
    if isinstance(found, Ambiguous):
        return Problem(span, f"`{text}` may be {forms}", "write the one that is meant")
    if found.why in _NO_PLACE:
        message, cure = _NO_PLACE[found.why]
        return Problem(span, message.format(text), cure)
    if isinstance(area(text), Area):
        cure = f"{_CITY}; where a remote job may be done from stands in `remote_from`"
        return Problem(span, f"`{text}` is no place of work", cure)
    if forms:
        return Problem(span, f"no place is known as `{text}`", f"did you mean {forms}?")
    return Problem(span, f"no place is known as `{text}`", _CITY)


def _quoted(text: str) -> str:
    return encoded(text).decode()
