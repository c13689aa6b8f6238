"""Which column of a table is what: by the names that other systems give them, or by a mapping.

Greenhouse's are those of its bulk import and its exports; Lever's are told by name. What is none
of these is kept among the answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from careers.text.diagnostics import CareersError

IGNORED = "-"
PROBLEM = "problem"
"""The column that says what is wrong with a row; it is read over when the table comes back."""
_NAMES: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "full name", "candidate", "candidate name", "applicant"),
    "first": ("first name", "given name", "vorname"),
    "last": ("last name", "family name", "surname", "nachname"),
    "email": ("email", "e mail", "email address", "primary email", "candidate email"),
    "phone": ("phone", "phone number", "mobile", "telephone", "primary phone", "telefon"),
    "location": ("location", "address", "city", "candidate location", "ort"),
    "links": ("links", "social media", "website", "linkedin", "linkedin url", "portfolio", "urls"),
    "posting": ("posting", "job", "job name", "posting title", "position", "applied for", "stelle"),
    "source": ("source", "origin", "source name", "quelle"),
    "submitted": (
        "applied", "applied at", "application date", "date applied", "applied on", "created at",
        "submitted",
    ),
    "stage": ("stage", "current stage", "stage name", "milestone"),
    "status": ("status", "application status"),
    "ended": ("ended", "rejected at", "archived at", "hired at", "rejected on", "archive date"),
    "reason": ("reason", "rejection reason", "archive reason", "archived reason"),
    "owner": ("owner", "recruiter", "opportunity owner"),
    "message": ("message", "cover letter", "letter"),
    "notes": ("notes", "comments"),
    "id": ("id", "application id", "candidate id", "opportunity id", "issue"),
    IGNORED: (PROBLEM,),
}  # fmt: skip
FIELDS = tuple(_NAMES)
_BY_NAME = {name: field for field, names in _NAMES.items() for name in names}


def read_mapping(pairs: Iterable[str]) -> dict[str, str]:
    """``COLUMN=FIELD``, as it is typed. Raises CareersError for a field that there is not."""
    made = {}
    for pair in pairs:
        column, equals, field = pair.rpartition("=")
        if not equals or field not in FIELDS:
            near = get_close_matches(field, FIELDS, n=1)
            cure = f"did you mean `{near[0]}`?" if near else f"the fields are {', '.join(FIELDS)}"
            raise CareersError(f"--map {pair[:60]}: no field of that name", cure)
        made[column] = field
    return made


def fields_of(header: Iterable[str], mapping: Mapping[str, str]) -> dict[str, str]:
    """The field of each column that has one. Raises CareersError for a column that is not there."""
    columns = list(header)
    if missing := sorted(set(mapping) - set(columns)):
        raise CareersError(
            f"--map: the table has no column `{missing[0]}`", f"it has {', '.join(columns)}"
        )
    told = {column: _BY_NAME.get(_folded(column), "") for column in columns}
    return {column: field for column, field in (told | dict(mapping)).items() if field}


def _folded(column: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", column.casefold()).split())
