"""What a list shows of a job: a card, made once for all the pages that show it so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from jinja2 import TemplateRuntimeError
from markupsafe import Markup

from careers.site.templating.translated import Translated, shown

if TYPE_CHECKING:
    from careers.site.model.editions import Edition
    from careers.site.model.site import Job, Site

TEMPLATE = "_job.html.j2"

Cards = dict[str, dict[str, str]]
"""Cards by how they are shown (their edition, root, level, filtered), then by the job's slug."""


def made_cards(site: Site) -> Cards:
    """The cards that were made, or kept from an earlier build; each is as it would be made anew."""
    found: Cards = site.shared.setdefault("cards", {})
    return found


def drawer(
    site: Site, edition: Edition, environment: Translated, root: str
) -> Callable[..., Markup]:
    """What draws the cards of jobs on a page from which ``root`` leads to the first page.

    The macro ``card`` draws one out of nothing but what it is given.
    """

    def cards(jobs: Sequence[Job], level: str, *, filtered: bool = False) -> Markup:
        how = f"{edition.prefix} {root} {level} {filtered}"
        made = made_cards(site).setdefault(how, {})
        macro = getattr(environment.get_template(TEMPLATE).module, "card", None)
        if macro is None:
            raise TemplateRuntimeError(f"{TEMPLATE} has no macro `card`")
        for job in jobs:
            if job.slug not in made:
                made[job.slug] = shown(macro(job, root, level, edition, filtered))
        return Markup("".join([made[job.slug] for job in jobs]))  # noqa: S704 - escaped above

    return cards
