"""Hashes by which people and applications are known again; they tell nothing without the key."""

from __future__ import annotations

import hmac
import json
import unicodedata
from hashlib import sha256

from email_validator import EmailNotValidError, validate_email

from careers.application import Application, canonical


def normalize_address(email: str) -> str:
    """The address in one spelling: NFKC, trimmed, case-folded, its domain in ASCII (IDNA).

    ``ada+jobs@`` stays apart from ``ada@``: only some providers deliver both to one person.
    """
    text = unicodedata.normalize("NFKC", email).strip()
    try:
        found = validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return text.casefold()
    local = unicodedata.normalize("NFKC", found.local_part.casefold())
    return f"{local}@{(found.ascii_domain or found.domain).lower()}"


def normalize_name(name: str) -> str:
    """A name without what people write one way or another: capitals, accents, order."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(sorted("".join(kept).split())) or name.casefold().strip()


def person_hash(key: bytes, email: str) -> str:
    """What stands for the person in records."""
    return _hash(key, "person", normalize_address(email))


def name_hash(key: bytes, name: str) -> str:
    """What stands for the person's name."""
    return _hash(key, "name", normalize_name(name))


def application_hash(key: bytes, application: Application) -> str:
    """What stands for the application in records: made of the sender's id where it gave one.

    The same id of the same person at the same posting is the same application, so that a form
    that sends twice opens once. Another person's id is never matched: ids can be forged.
    """
    who = person_hash(key, application.email)
    if application.id:
        return _hash(key, "id", who, application.posting, application.id)
    return _hash(key, "application", who, canonical(application))


def _hash(key: bytes, *parts: str) -> str:
    text = json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return hmac.new(key, text, sha256).hexdigest()[:32]
