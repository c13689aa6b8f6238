"""Where somebody stood elsewhere, read from the words of a table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from careers.hiring.labels.names import find_stage, normalize_stage
from careers.hiring.rules import Rules
from careers.process import APPLIED, HIRED, REJECTED, WITHDRAWN
from careers.text.diagnostics import CareersError

_STATUS = {
    "hired": HIRED, "accepted": HIRED, "rejected": REJECTED, "archived": REJECTED,
    "declined": REJECTED, "withdrawn": WITHDRAWN, "withdrew": WITHDRAWN,
}  # fmt: skip
_UNDER_WAY = frozenset({"", "active", "open", "in-process", "in-progress", "new", "prospect"})
_FIRST = frozenset({"", "application-review", "new", "new-applicant", "lead", "applied"})
_LOGIN = re.compile(r"@?([A-Za-z0-9](?:-?[A-Za-z0-9]){0,38})")
_DAYS = ("%d.%m.%Y", "%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%Y/%m/%d")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\b")
_TWELVE = 12
_EARLIEST = 1970


@dataclass(frozen=True, slots=True)
class Stood:
    """The stage, when they applied and came there (ISO 8601), why it ended, whose they are."""

    stage: str
    applied: str
    since: str
    reason: str = ""
    words: str = ""
    owner: str = ""


def stood(
    fields: Mapping[str, str],
    stages: Sequence[str],
    renamed: Mapping[str, str],
    rules: Rules,
    now: str,
) -> Stood:
    """Where they stood. Raises CareersError that says what of it is not understood."""
    ended = read_moment(fields.get("ended", ""))
    applied = read_moment(fields.get("submitted", "")) or ended or now
    reason, words = rules.read_reason(fields.get("reason", ""))
    if words:
        reason, words = "", fields["reason"]
    stage = _stage(fields, tuple(stages), renamed)
    if stage == REJECTED and reason and rules.reasons[reason].type == "they-said-no":
        stage = WITHDRAWN
    login = _LOGIN.fullmatch(fields.get("owner", "").strip())
    since = max(applied, ended) if stage != APPLIED else applied
    owner = login[1] if login else ""
    return Stood(stage, applied, since, reason, words, owner)


def _stage(fields: Mapping[str, str], stages: tuple[str, ...], renamed: Mapping[str, str]) -> str:
    status, named = normalize_stage(fields.get("status", "")), fields.get("stage", "")
    if end := _STATUS.get(status) or _STATUS.get(normalize_stage(named)):
        return end
    if status not in _UNDER_WAY:
        raise CareersError(f"no status `{status[:40]}`", "write active, hired, rejected, withdrawn")
    if found := find_stage(stages, named, renamed):
        return found
    if normalize_stage(named) in _FIRST:
        return APPLIED
    raise CareersError(f"no stage `{named.strip()[:40]}`", f"write one of {', '.join(stages)}")


def read_moment(text: str) -> str:
    """A time or a day as records hold it; empty where nothing stands. Raises CareersError."""
    written = text.strip().removesuffix(" UTC")
    if not written:
        return ""
    moment = _moment(written)
    if moment is None or moment.year < _EARLIEST:
        raise CareersError(f"no day is meant by `{written[:40]}`", "write it as 2026-12-02")
    whole = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return whole.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    if found := _SLASHED.match(text):
        first, second, year = map(int, found.groups())
        # 3/4/2026 is March in one country and April in the next: neither is guessed.
        if (first > _TWELVE) == (second > _TWELVE) and first != second:
            return None
        day, month = (first, second) if first > _TWELVE else (second, first)
        return datetime(year, month, day, tzinfo=UTC)
    for form in _DAYS:
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None
