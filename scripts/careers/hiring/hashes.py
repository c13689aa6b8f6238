"""Hashes by which people and applications are known again; they tell nothing without the key."""

from __future__ import annotations

import hmac
import json
import unicodedata
from hashlib import sha256

from email_validator import validate_email

from careers.application import Application, canonical
from careers.text.diagnostics import CareersError

KEY_MIN = 16
"""Characters that a key has at least."""


def checked_key(key: str | None) -> bytes:
    """The key's bytes. Raises CareersError where there is none, or one that can be guessed."""
    if key and len(key.strip()) >= KEY_MIN:
        return key.encode("utf-8", "surrogateescape")
    what = f"CAREERS_KEY is shorter than {KEY_MIN} characters" if key else "CAREERS_KEY is not set"
    message = f"{what}: candidates are recognised by hashes made with it"
    raise CareersError(message, "make one by `openssl rand -hex 32`, keep it as a secret")


def normalize_address(email: str) -> str:
    """The address in one spelling: NFKC, trimmed, case-folded, its domain in ASCII (IDNA).

    ``ada+jobs@`` stays apart from ``ada@``: only some providers deliver both to one person.
    """
    text = unicodedata.normalize("NFKC", email).strip()
    found = validate_email(text, check_deliverability=False, test_environment=True)
    local = unicodedata.normalize("NFKC", found.local_part.casefold())
    return f"{local}@{(found.ascii_domain or found.domain).lower()}"


def person_hash(key: bytes, application: Application) -> str:
    """What stands for the person in records."""
    return _hash(key, "person", normalize_address(application.email))


def application_hash(key: bytes, application: Application) -> str:
    """What stands for the application in records: made of the sender's id where it gave one.

    The same id of the same person at the same posting is the same application, so that a form
    that sends twice opens once. Another person's id is never matched: ids can be forged.
    """
    who = person_hash(key, application)
    if application.id:
        return _hash(key, "id", who, application.posting, application.id)
    return _hash(key, "application", who, canonical(application))


def _hash(key: bytes, *parts: str) -> str:
    text = json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return hmac.new(key, text, sha256).hexdigest()[:32]
