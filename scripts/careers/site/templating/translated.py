"""Jinja2 for pages by the thousand: what is known when a template is compiled is text by then."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from jinja2 import DictLoader, Environment, StrictUndefined, Template
from jinja2.filters import do_urlencode
from jinja2.runtime import Context
from markupsafe import Markup, escape

from careers.site.templating.compiler import Generator

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

    from careers.site.i18n.words import Words

_UNSAFE = re.compile(r"[^A-Za-z0-9_.~/-]+")


@lru_cache(maxsize=4096)
def _percents(text: str) -> str:
    return quote(text)


def _urlencode(value: Any) -> str:
    """As the filter of Jinja2, but what needs no signs of percent is left alone as a whole."""
    if type(value) is str:
        return _UNSAFE.sub(lambda found: _percents(found[0]), value)
    return do_urlencode(value)


def shown(value: Any) -> str:
    """A value escaped, as by ``escape``, but the string itself where nothing was to be escaped.

    Only what is joined to a page may pass here: most of it needs no copy.
    """
    kind = type(value)
    if kind is str:
        ready = not ("&" in value or "<" in value or ">" in value or '"' in value or "'" in value)
    else:
        ready = kind is Markup
    text: str = value if ready else escape(value)
    return text


class _Context(Context):
    def call(self, *args: Any, **kwargs: Any) -> Any:
        """What a call in a template gives; what asks nothing of Jinja2 is simply called."""
        of, *values = args
        how = getattr(of, "__call__", of)  # noqa: B004 - where it is none, the call says so
        if hasattr(of, "jinja_pass_arg") or hasattr(how, "jinja_pass_arg"):
            return super().call(*args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return of(*values, **kwargs)


class Translated(Environment):
    """Templates in the words of one language, which are the global ``words`` too.

    Messages without variables that a template shows are text of what it is compiled to.
    A template that gives ``_`` or the like another meaning keeps it. What stands in for
    ``%(name)s`` in a message is escaped; the message itself may hold tags.
    """

    code_generator_class = Generator
    context_class = _Context
    shown = staticmethod(shown)

    def __init__(self, templates: Mapping[str, str], words: Words) -> None:
        self.words = words
        self.templates = templates
        self._made: dict[str, Template] = {}
        super().__init__(
            loader=DictLoader(templates),
            autoescape=True,
            auto_reload=False,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            extensions=["jinja2.ext.i18n"],
        )
        self.install_gettext_callables(words, words.many, newstyle=True)  # type: ignore[attr-defined]
        self.globals["words"] = words
        self.filters["urlencode"] = _urlencode

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja2's
    ) -> Template:
        """A template, kept by its name: every page asks for several."""
        if globals or not isinstance(name, str):
            return super().get_template(name, parent, globals)
        if name not in self._made:
            self._made[name] = super().get_template(name, parent)
        return self._made[name]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """A template's globals, as one dictionary: they are copied for each page."""
        return {**self.globals, **(d or {})}
