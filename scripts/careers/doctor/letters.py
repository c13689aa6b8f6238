"""Letters can be sent, and their readers' mail servers can tell that they are the company's.

Asked are the mail server (a login, where the password is at hand), SPF and DMARC of the sender's
domain, and the keys of DKIM under the names (selectors) that mail hosts commonly give them. A
domain cannot be asked for its selectors: where none of these has a key, a letter to oneself tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from careers.doctor.support.diagnosis import Diagnosis, error, ok, unasked, warning
from careers.doctor.support.facts import Facts

SELECTORS = (
    "google", "selector1", "selector2", "default", "dkim", "mail", "smtp", "k1", "k2", "s1", "s2",
    "fm1", "sig1", "protonmail", "zoho", "mxvault", "mandrill", "mailjet", "pm", "key1",
)  # fmt: skip
"""Of Google, Microsoft, Mailchimp, SendGrid, Fastmail, iCloud, Proton and others."""
PASSWORD = "CAREERS_SMTP_PASSWORD"  # noqa: S105 - the name of the secret


def examine(facts: Facts) -> Iterator[Diagnosis]:
    """Yield nothing where no letters go."""
    letters = facts.people.letters
    if not letters.send:
        return
    named = facts.secret_named(PASSWORD)
    if named is False:
        message = f"letters are to go, and {PASSWORD} is not set"
        yield error(message, "set it in the environment `candidates`")
    if facts.mail_server:
        yield error(facts.mail_server, "look at [letters] in candidates.toml and at the password")
    elif facts.mail_server == "":
        yield ok(f"{letters.server} takes letters of {letters.user or letters.address}")
    elif named is not False:
        yield unasked(f"{letters.server} was not asked: {PASSWORD} is not at hand here")
    if letters.sends("erased") and (lacks := _unsaid(facts)):
        yield error(
            f"the letter erased cannot go: [privacy] of careers.toml has no {', '.join(lacks)}",
            "write it there, or take `erased` out of [letters] send",
        )
    for told, cure in facts.broken_letters:
        yield error(f"letters that need it cannot go: {told}", cure)
    yield from _domain(facts, letters.address.rpartition("@")[2])


def _unsaid(facts: Facts) -> list[str]:
    """What the last letter must say, and no setting tells: whom it is for is gone by then."""
    privacy = facts.settings.privacy
    told = {
        "contact": privacy.contact,
        "authority": privacy.authority,
        "backup_days": privacy.backup_days,
    }
    return [name for name, value in told.items() if not value]


def _domain(facts: Facts, domain: str) -> Iterator[Diagnosis]:
    if facts.dns is None:
        yield unasked(f"SPF and DMARC of {domain} were not asked", "pip install dnspython")
        return
    for what, name, begins, record in (
        ("SPF", domain, "v=spf1", "v=spf1 include:… -all"),
        ("DMARC", f"_dmarc.{domain}", "v=dmarc1", "v=DMARC1; p=none; rua=mailto:…"),
    ):
        known = facts.dns.get(name)
        found = [text for text in known or () if text.lower().startswith(begins)]
        if known is None:
            yield unasked(f"{what} of {domain}: nobody answers for {name}", "ask again later")
        elif len(found) == 1:
            yield ok(f"{domain} has {what}")
        else:
            many = f"{len(found)} records of {what}, which count as none" if found else f"no {what}"
            message = f"{domain} has {many}: letters go to spam, or not at all"
            yield warning(message, f"one TXT record of {name}, as your mail host says: `{record}`")
    yield _dkim(facts.dns, domain)


def dns_names(domain: str) -> tuple[str, ...]:
    """The names whose texts are asked for."""
    return domain, f"_dmarc.{domain}", *(f"{each}._domainkey.{domain}" for each in SELECTORS)


def _dkim(dns: Mapping[str, tuple[str, ...]], domain: str) -> Diagnosis:
    keys = {name: "".join(dns.get(f"{name}._domainkey.{domain}") or ()) for name in SELECTORS}
    if found := [name for name, text in keys.items() if _KEY.search(text)]:
        return ok(f"{domain} has a key of DKIM, under {' and '.join(found)}")
    return unasked(
        f"DKIM of {domain}: none of {len(SELECTORS)} common selectors has a key, and others cannot"
        " be asked for",
        "send yourself a letter, and look for `dkim=pass` in its header Authentication-Results",
    )


# An empty `p=` says that the key was taken back (RFC 6376, 3.6.1).
_KEY = re.compile(r"\bp=\s*[A-Za-z0-9+/]")
