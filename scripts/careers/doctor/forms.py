"""Each form service that is asked for submissions has its token."""

from __future__ import annotations

from collections.abc import Iterator

from careers.doctor.support.diagnosis import Diagnosis, error, ok, switched, unasked
from careers.doctor.support.facts import Facts


def examine(facts: Facts) -> Iterator[Diagnosis]:
    """Yield the services whose secret is missing; those that only send are left out."""
    asked = {f.service for f in facts.people.intake.form if f.form and f.service in facts.forms}
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
