"""The stub that opens an issue: nothing of the person, signed over its content and a nonce."""

from __future__ import annotations

import re
from dataclasses import dataclass

from careers.hiring.keys import Key, Keys
from careers.hiring.record.block import read_signed, signed

_STUB = re.compile(r"^<!-- careers:stub (\{.*\}) -->$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Stub:
    """Whose application an issue was opened for, by hashes."""

    nonce: str
    person: str
    application: str

    def block(self, key: Key) -> str:
        """The line that ``read_stub`` reads."""
        fields = {
            "version": 2,
            "nonce": self.nonce,
            "person": self.person,
            "application": self.application,
        }
        return f"<!-- careers:stub {signed(fields, key)} -->"


def read_stub(body: str, keys: Keys) -> Stub | None:
    """The stub of a body that is nothing but a sentence and the stub; None for any other."""
    lines = body.strip().split("\n")
    found = _STUB.fullmatch(lines[-1])
    if not found or len(lines) > 3:  # noqa: PLR2004 - a sentence, perhaps a blank line, the stub
        return None
    fields = read_signed(found[1], keys)
    if fields is None or fields.get("version") != 2:  # noqa: PLR2004 - of the format
        return None
    return Stub(*(str(fields.get(name, "")) for name in ("nonce", "person", "application")))
