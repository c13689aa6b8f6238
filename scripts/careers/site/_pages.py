"""Fills the templates of ``templates/site``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError, TemplateSyntaxError

from careers.problem import CareersError
from careers.site._facts import day
from careers.site._site import Site
from careers.site._titles import locale, site_name


@lru_cache(maxsize=4)
def _environment(templates: tuple[tuple[str, str], ...]) -> Environment:
    environment = Environment(
        loader=DictLoader(dict(templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["day"] = day
    environment.filters["locale"] = locale
    environment.filters["site_name"] = site_name
    return environment


def page(site: Site, name: str, root: str, **values: Any) -> bytes:
    """The page that the template ``name`` makes; ``root`` leads to the site's first page.

    Raises CareersError that names the template and the line where it is broken.
    """
    try:
        template = _templates(site.templates).get_template(name)
        text = template.render(site=site, company=site.settings.company, root=root, **values)
    except TemplateSyntaxError as error:
        place = f"templates/site/{error.name or name}:{error.lineno}"
        raise CareersError(f"{place}: {error.message}", "mend the template") from None
    except TemplateError as error:
        message = f"templates/site/{name}: {error}"
        raise CareersError(message, "mend the template") from None
    return text.encode()


def _templates(templates: Mapping[str, str]) -> Environment:
    return _environment(tuple(sorted(templates.items())))
