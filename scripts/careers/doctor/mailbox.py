"""The mailbox that applications arrive in has what its login takes.

The login itself is what the workflow `tend` tries each hour: its run is red where it is refused.
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.doctor.support.diagnosis import Diagnosis, error, ok, switched, unasked
from careers.doctor.support.facts import Facts

SECRETS = {
    "password": ("CAREERS_IMAP_PASSWORD",),
    "google": ("CAREERS_IMAP_CLIENT_SECRET", "CAREERS_IMAP_REFRESH_TOKEN"),
    "microsoft": ("CAREERS_IMAP_CLIENT_SECRET",),
}
"""The secrets of each way to log in, as ``careers.mail.mailbox`` asks for them."""


def examine(facts: Facts) -> Iterator[Diagnosis]:
    """Yield which secret is missing; nothing where no mailbox is read."""
    mailbox = facts.people.intake.mail
    if not mailbox.host:
        return
    if not mailbox.user:
        yield error("[intake.mail] user is missing", "name in candidates.toml who logs in")
    on = facts.switched_on("CAREERS_MAIL")
    yield from switched("CAREERS_MAIL", "no mail is read", facts.candidates_name, on=on)
    for name in SECRETS[mailbox.login]:
        named = facts.secret_named(name)
        if named is None:
            yield unasked(f"{mailbox.host}: whether {name} is set could not be asked")
        elif named:
            yield ok(f"{mailbox.host}: {name} is set")
        else:
            cure = "set it in the environment `candidates`: docs/intake.md tells from where"
            yield error(f"{mailbox.host}: {name} is not set, no mail is read", cure)
