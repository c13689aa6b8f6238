"""Fills the templates of ``templates/site``."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError

from careers.site.i18n.words import Words
from careers.site.model.editions import Edition, edition_of
from careers.site.model.site import Site
from careers.site.model.titles import locale, site_name
from careers.site.templating.cards import drawer
from careers.site.templating.theme import brand
from careers.site.templating.translated import Translated
from careers.text.diagnostics import CareersError


@lru_cache(maxsize=16)
def _environment(templates: tuple[tuple[str, str], ...], words: Words) -> Translated:
    environment = Translated(dict(templates), words)
    environment.filters["day"] = words.day
    environment.filters["locale"] = locale
    environment.filters["site_name"] = site_name
    return environment


def page(site: Site, name: str, root: str, edition: Edition | None = None, **values: Any) -> bytes:
    """The page that the template ``name`` makes; ``root`` leads to the site's first page.

    It is written in the words of its edition, of the first one if None. Raises CareersError that
    names the template and the line where it is broken.
    """
    edition = edition or edition_of(site)
    try:
        templates = _templates(site, edition.words)
        text = templates.get_template(name).render(
            site=site,
            company=site.settings.company,
            root=root,
            edition=edition,
            home=root + edition.prefix,
            brand=brand(site),
            cards=drawer(site, edition, templates, root),
            **values,
        )
    except TemplateSyntaxError as error:
        place = f"templates/site/{error.name or name}:{error.lineno}"
        raise CareersError(f"{place}: {error.message}", "mend the template") from None
    except (TemplateError, KeyError, ValueError) as error:
        message = f"templates/site/{name}: {error}"
        raise CareersError(message, "mend the template, or the catalogue") from None
    return text.encode()


def _templates(site: Site, words: Words) -> Translated:
    made: dict[Words, Translated] = site.shared.setdefault("environments", {})
    if words not in made:
        made[words] = _environment(tuple(sorted(site.templates.items())), words)
    return made[words]
