"""The keys made from ``CAREERS_KEY``: one signs, another makes the hashes.

``CAREERS_KEY_OLD`` is still read where a key was changed; nothing new is made with it.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from hashlib import sha256

from careers.text.diagnostics import CareersError

KEY_MIN = 16
"""Characters that a key has at least."""
_CURE = (
    "set it to the key of the candidates' repository, from where your company keeps a copy: "
    "another one knows nobody; `openssl rand -hex 32` makes that of a new repository"
)


@dataclass(frozen=True, slots=True)
class Key:
    """What is made from one secret; ``id`` names it in records and tells nothing of it."""

    id: str
    signing: bytes = field(repr=False)
    hashing: bytes = field(repr=False)
    secret: bytes = field(repr=False)
    """The secret itself, for the hashes of version 1 alone."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The key that writes, and all that are read, it first."""

    current: Key
    all: tuple[Key, ...]

    def named(self, name: object) -> Key | None:
        """The key of that id; None where it is none of ours."""
        return next((key for key in self.all if key.id == name), None)


def read_keys(current: str | None, old: str | None = None) -> Keys:
    """The keys of two secrets. Raises CareersError where the first is missing or guessable."""
    first = _key(current, "CAREERS_KEY")
    return Keys(first, (first, _key(old, "CAREERS_KEY_OLD")) if old else (first,))


def _key(secret: str | None, name: str) -> Key:
    if not secret or len(secret.strip()) < KEY_MIN:
        what = f"{name} is shorter than {KEY_MIN} characters" if secret else f"{name} is not set"
        message = f"{what}: candidates are recognised and records signed with it"
        raise CareersError(message, _CURE)
    data = secret.encode("utf-8", "surrogateescape")
    signing, hashing, name_of = (
        hmac.new(data, f"careers 2 {use}".encode(), sha256).digest()
        for use in ("signs", "hashes", "id")
    )
    return Key(name_of.hex()[:8], signing, hashing, data)
