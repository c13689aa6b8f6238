"""What candidates are told of keeping is what is done, and who else holds their data is named."""

from __future__ import annotations

from collections.abc import Iterator

from careers.doctor.support.diagnosis import Diagnosis, error, ok, warning
from careers.doctor.support.facts import Facts
from careers.hiring.forgetting.settings import differences


def examine(facts: Facts) -> Iterator[Diagnosis]:
    """Yield each place at which the two differ, and a host that no candidate is told of."""
    told, people = facts.settings.privacy, facts.people
    differ = differences(told.keep, people.retention.place)
    for line in differ:
        yield error(f"nobody is erased: {line}", "let careers.toml and candidates.toml agree")
    if people.retention.place and not differ:
        yield ok("candidates are kept as long as they are told")
    hosts = {
        "the mail's host": people.letters.send or people.intake.mail.host,
        "the form service": any(form.is_named for form in people.intake.form),
    }
    named = [name for name, used in hosts.items() if used]
    if named and not told.processors:
        yield warning(
            f"candidates are not told of {' and '.join(named)}",
            "name them in [privacy] processors of careers.toml, and have a contract with each"
            " (GDPR 28)",
        )
