"""What could not be taken in and was closed: warned of first, and erased when it is old."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from enum import Enum

from careers.hiring.actions import Comment
from careers.hiring.applying.attention import is_attention
from careers.hiring.explaining import NOTE
from careers.hiring.forgetting.keeping import Keeper
from careers.hiring.issues import Issue, Said
from careers.hiring.labels.names import LEGAL_HOLD, has_label

_MARK = f"{NOTE}erased "


class Old(Enum):
    """What is to be done about one."""

    NOTHING = "nothing"
    WARN = "warn"
    ERASE = "erase"


def may_be_old(issue: Issue, keeper: Keeper) -> bool:
    """Whether its comments are to be read: what carries ``legal-hold`` is kept, whatever it is."""
    rule = keeper.retention.rule(())
    held = has_label(issue.labels, LEGAL_HOLD)
    if issue.is_open or held or not rule or not rule.most or not is_attention(issue):
        return False
    warn = keeper.retention.warn
    rest = timedelta(days=max(0, min(warn, rule.most - warn)))
    return keeper.days.day_of(issue.updated) + rest <= keeper.today


def old(issue: Issue, said: Sequence[Said], keeper: Keeper) -> Old:
    """What is due; whoever touches it after the warning keeps it for as long again."""
    rule = keeper.retention.rule(())
    most, warn = timedelta(days=(rule and rule.most) or 0), timedelta(days=keeper.retention.warn)
    touched = keeper.days.day_of(issue.updated)
    warned = [keeper.days.day_of(x.when) for x in said if x.by_bot and x.text.startswith(_MARK)]
    if warned and touched <= max(warned):
        return Old.ERASE if max(warned) + warn <= keeper.today else Old.NOTHING
    return Old.WARN if touched + most - warn <= keeper.today else Old.NOTHING


def warning(issue: Issue, keeper: Keeper) -> Comment:
    """Says when it is erased."""
    rule = keeper.retention.rule(())
    day = (keeper.today + timedelta(days=keeper.retention.warn)).isoformat()
    text = keeper.writer.render("unsettled_to_be_erased", day=day, most=rule.most if rule else 0)
    marker = f"{_MARK}{day} -->"
    return Comment(issue.number, marker, f"{marker}\n{text}")
