"""One making of a site: what its pages are filled with, each made once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from jinja2 import Environment

from careers.site.i18n.words import Words
from careers.site.model.editions import Edition
from careers.site.model.site import Site
from careers.site.templating.brand import Brand, brand
from careers.site.templating.environment import Cards, broken_templates_named, environment


@dataclass(frozen=True)
class Publication:
    """A site as its pages ask for it."""

    site: Site
    _environments: dict[Words, Environment] = field(default_factory=dict, repr=False)
    _cards: dict[tuple[str, str], Cards] = field(default_factory=dict, repr=False)

    @cached_property
    def brand(self) -> Brand | None:
        """The logo for the top of the pages; None where there is none, or one that could act."""
        return brand(self.site)

    def page(self, name: str, root: str, edition: Edition | None = None, **values: Any) -> bytes:
        """The page that the template ``name`` makes; ``root`` leads to the site's first page.

        It is written in the words of its edition, of the first one if None. Raises CareersError
        that names the template and the line where it is broken.
        """
        edition = edition or self.site.editions[0]
        with broken_templates_named(name):
            templates = self._environment(edition.words)
            text = templates.get_template(name).render(
                site=self.site,
                company=self.site.settings.company,
                root=root,
                edition=edition,
                home=root + edition.prefix,
                brand=self.brand,
                cards=self._cards_of(edition, root),
                **values,
            )
        return text.encode()

    def _cards_of(self, edition: Edition, root: str) -> Cards:
        place = edition.prefix, root
        if place not in self._cards:
            self._cards[place] = Cards(self._environment(edition.words), edition, root)
        return self._cards[place]

    def _environment(self, words: Words) -> Environment:
        if words not in self._environments:
            self._environments[words] = environment(self.site.templates, words)
        return self._environments[words]
