"""Fills the templates of ``templates/site``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from jinja2 import (
    DictLoader,
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateRuntimeError,
    TemplateSyntaxError,
)
from markupsafe import Markup

from careers.site.i18n.words import direction
from careers.site.model.titles import locale, site_name
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.site.i18n.words import Words
    from careers.site.model.editions import Edition
    from careers.site.model.job import Job

_CARD = "_job.html.j2"


def environment(templates: Mapping[str, str], words: Words) -> Environment:
    """The templates in the words of one language, which are the global ``words`` too.

    What stands in for ``%(name)s`` in a message is escaped; the message itself may hold tags.
    """
    made = Environment(
        loader=DictLoader(templates),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_callables(words, words.many, newstyle=True)  # type: ignore[attr-defined]
    made.globals["words"] = words
    made.filters |= {
        "day": words.day,
        "locale": locale,
        "site_name": site_name,
        "direction": direction,
    }
    return made


class Cards:
    """Lists jobs, each by the macro ``card``, which is asked once for all pages that are alike."""

    def __init__(self, templates: Environment, edition: Edition, root: str, today: date) -> None:
        """For pages of an edition from which ``root`` leads to the site's first page."""
        self._templates, self._edition, self._root = templates, edition, root
        self._today = today
        self._made: dict[tuple[str, str, bool], Markup] = {}

    def __call__(self, jobs: Sequence[Job], level: str, *, filtered: bool = False) -> Markup:
        """The jobs one after the other; ``level`` is the tag of their titles."""
        return Markup("").join(self._card(job, level, filtered=filtered) for job in jobs)

    def _card(self, job: Job, level: str, *, filtered: bool) -> Markup:
        how = job.slug, level, filtered
        if how not in self._made:
            macro = getattr(self._templates.get_template(_CARD).module, "card", None)
            if macro is None:
                raise TemplateRuntimeError(f"{_CARD} has no macro `card`")
            self._made[how] = macro(job, self._root, level, self._edition, self._today, filtered)
        return self._made[how]


@contextmanager
def broken_templates_named(name: str) -> Iterator[None]:
    """Raise CareersError that names the template, and the line, where it is broken."""
    try:
        yield
    except TemplateSyntaxError as error:
        place = f"templates/site/{error.name or name}:{error.lineno}"
        raise CareersError(f"{place}: {error.message}", "mend the template") from None
    except (TemplateError, KeyError, ValueError) as error:
        message = f"templates/site/{name}: {error}"
        raise CareersError(message, "mend the template, or the catalogue") from None
