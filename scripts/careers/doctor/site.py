"""The site is published by its workflow."""

from __future__ import annotations

from collections.abc import Iterator

from careers.doctor.support.diagnosis import Diagnosis, error, ok, warning
from careers.doctor.support.facts import Facts


def examine(facts: Facts) -> Iterator[Diagnosis]:
    """Yield how Pages are built, and where they say that they are."""
    there = facts.careers
    if not facts.settings.site.url:
        yield warning("careers.toml: [site] url is not set", "search engines need whole addresses")
    if there is None or not there.exists or there.pages is None:
        return
    place = f"https://github.com/{there.name}/settings/pages"
    if there.pages == "workflow":
        yield ok(f"{there.name}: Pages are built by the workflow")
    elif there.pages == "":
        yield error(f"{there.name}: Pages are off", f'choose Source "GitHub Actions": {place}')
    else:
        message = f"{there.name}: Pages are built from a branch, not by the workflow"
        yield error(message, f'choose Source "GitHub Actions": {place}')
