"""Each form service that is asked for submissions has its token.

What the form on the site's own pages is sent to is fetched, where a receiver of your own is.
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.doctor.support.diagnosis import Diagnosis, error, ok, switched, unasked, warning
from careers.doctor.support.facts import Facts
from careers.hiring.settings.intake import RECEIVER


def examine(facts: Facts) -> Iterator[Diagnosis]:
    """Yield the services whose secret is missing; those that only send are left out."""
    forms = facts.people.intake.form
    asked = {f.service for f in forms if f.is_named and f.service in facts.forms}
    if asked:
        on = facts.switched_on("CAREERS_FORMS")
        yield from switched("CAREERS_FORMS", "no form is asked", facts.candidates_name, on=on)
    for service in sorted(asked):
        secret = facts.forms[service]
        named = facts.secret_named(secret)
        if named is None:
            yield unasked(f"{service}: whether {secret} is set could not be asked")
        elif named:
            yield ok(f"{service}: {secret} is set")
        else:
            cure = (
                "set it in the environment `candidates`: docs/intake.md tells where it comes from"
            )
            yield error(f"{service}: {secret} is not set, nothing is fetched there", cure)
    hosts = [form.host for form in forms if form.service == RECEIVER]
    sent_to = facts.settings.apply.form or "nowhere"
    if hosts and not sent_to.startswith(tuple(hosts)):
        cure = "`[apply] form` of careers.toml is the receiver's address, as docs/receiver.md tells"
        yield warning(f"the form goes to {sent_to}, and fetched is {', '.join(hosts)}", cure)
