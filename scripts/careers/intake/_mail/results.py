"""What our mail server says of the sender: Authentication-Results (RFC 8601)."""

from __future__ import annotations

import re

from careers.intake._mail.people import sender_of
from careers.intake._mail.reading.message import Mail

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_COMMENT = re.compile(r"\([^()]*\)")
_RESULT = re.compile(r"^\s*(dmarc|dkim|spf|auth)\s*(?:/\s*\d+\s*)?=\s*([a-z]+)", re.IGNORECASE)
_DOMAIN = re.compile(
    r"\b(?:smtp\.mailfrom|smtp\.mail|header\.d|header\.i|header\.from|smtp\.auth)\s*=\s*([^\s;]+)",
    re.IGNORECASE,
)
_LONGEST = 4_000
_NESTED = 5  # comments within each other
_BAD = {"fail", "softfail", "permerror"}


def is_failed(mail: Mail) -> bool:
    """Whether the server says that the sender is not who they say."""
    found = [(method, result) for method, result, _ in _results(mail)]
    dmarc = {result for method, result in found if method == "dmarc"}
    if dmarc & {"fail", "permerror", "pass"}:
        return bool(dmarc & {"fail", "permerror"})
    spf = next((result for method, result in found if method == "spf"), "")
    dkim = {result for method, result in found if method == "dkim"}
    return spf in _BAD and dkim <= _BAD | {"none", "neutral"}


def is_unconfirmed(mail: Mail) -> bool:
    """Whether our server, asked for the sender, did not confirm them.

    DMARC decides where it says pass or fail; else a pass of SPF or DKIM must be for the sender's
    own domain. A server that says nothing of it leaves open who wrote: that is no refusal.
    """
    found = _results(mail)
    dmarc = {result for method, result, _ in found if method == "dmarc"}
    if dmarc & {"fail", "permerror", "temperror"}:
        return True
    if "pass" in dmarc:
        return False
    own = sender_of(mail).domain
    passed = [domain for method, result, domain in found if method != "dmarc" and result == "pass"]
    if any(_is_aligned(domain, own) for domain in passed):
        return False
    spf = any(method == "spf" for method, _, _ in found)
    return spf or bool(passed) or any(result in _BAD for _, result, _ in found)


def _results(mail: Mail) -> list[tuple[str, str, str]]:
    """Method, result and the domain that it is for.

    Of the topmost header alone: the others may be anybody's. What stands in quotes and comments
    was written by the sender.
    """
    text = next(iter(mail.headers("Authentication-Results")), "")[:_LONGEST]
    text = _QUOTED.sub("", text)
    for _ in range(_NESTED):
        text = _COMMENT.sub(" ", text)
    found = []
    for each in text.split(";"):
        if result := _RESULT.match(each):
            named = _DOMAIN.search(each)
            domain = named[1].rpartition("@")[2].casefold().strip(".<>") if named else ""
            found.append((result[1].lower(), result[2].lower(), domain))
    return found


def _is_aligned(domain: str, own: str) -> bool:
    """Relaxed alignment (RFC 7489, 3.1), where one is the other's parent."""
    if not domain or not own or "." not in domain:
        return False
    return domain == own or domain.endswith(f".{own}") or own.endswith(f".{domain}")
