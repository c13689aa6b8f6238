"""One making of a site: what its pages are filled with, each made once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from jinja2 import Environment

from careers.site.i18n.words import Words
from careers.site.model.editions import Edition
from careers.site.model.site import Site
from careers.site.model.social_card import image_url
from careers.site.templating.environment import Cards, broken_templates_named, environment
from careers.site.templating.look import Look, look


@dataclass(frozen=True)
class Publication:
    """A site as its pages ask for it."""

    site: Site
    _environments: dict[Words, Environment] = field(default_factory=dict, repr=False)
    _cards: dict[tuple[str, str], Cards] = field(default_factory=dict, repr=False)

    @cached_property
    def look(self) -> Look:
        """The company's colours, and its pictures."""
        return look(self.site)

    @cached_property
    def picture(self) -> str | None:
        """The address of what social networks show of a page without an image of its own."""
        return image_url(self.site)

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
                look=self.look,
                picture=self.picture,
                cards=self._cards_of(edition, root),
                **values,
            )
        return text.encode()

    def _cards_of(self, edition: Edition, root: str) -> Cards:
        place = edition.prefix, root
        if place not in self._cards:
            self._cards[place] = Cards(
                self._environment(edition.words), edition, root, self.site.today
            )
        return self._cards[place]

    def _environment(self, words: Words) -> Environment:
        if words not in self._environments:
            self._environments[words] = environment(self.site.templates, words)
        return self._environments[words]
