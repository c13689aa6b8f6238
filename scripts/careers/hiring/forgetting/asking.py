"""Asks back before a candidate is erased: a box in our comment, signed for its issue and a day."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from careers.hiring.keys import Key, Keys
from careers.hiring.record.block import read_signed, signed
from careers.hiring.request import Request

GOOD_FOR = timedelta(hours=24)
_MARK = re.compile(r"^<!-- careers:erase (\{.*\}) -->$", re.MULTILINE)


def question(number: int, request: Request, key: Key) -> str:
    """What ends the comment that asks: the box, and what binds it to the issue and the asking."""
    comment = request.comment or 0
    fields = {"version": 1, "issue": number, "comment": comment, "made": request.now}
    return (
        f"\n\n- [ ] <!-- do:confirm {comment % 0x10000:04x} --> Yes, erase it\n\n"
        f"<!-- careers:erase {signed(fields, key)} -->"
    )


def is_question(comment: str, number: int, now: str, keys: Keys) -> bool:
    """Whether a comment asks for this issue what we asked, not longer than a day ago."""
    for text in _MARK.findall(comment)[:1]:
        fields = read_signed(text, keys) or {}
        if fields.get("issue") == number:
            age = datetime.fromisoformat(now) - datetime.fromisoformat(str(fields["made"]))
            return age <= GOOD_FOR
    return False
