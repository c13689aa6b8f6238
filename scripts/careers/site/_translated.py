"""Jinja2 for pages by the thousand: what is known when a template is compiled is text by then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import DictLoader, Environment, StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, MutableMapping

    from careers.site._words import Words

_LOOKED_AT = (nodes.Output, nodes.Name, nodes.Macro, nodes.Import, nodes.FromImport)
_MESSAGES = frozenset({"_", "gettext", "ngettext"})


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


class _Generator(CodeGenerator):
    environment: Translated

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja2's
        found = list(node.find_all(_LOOKED_AT))
        if _MESSAGES.isdisjoint(_set(found)):
            for output in (one for one in found if isinstance(one, nodes.Output)):
                output.nodes = [self._said(child) for child in output.nodes]
        super().visit_Template(node, frame)

    def _said(self, node: nodes.Expr) -> nodes.Expr:
        """The message that a call stands for; the call itself where it asks for more."""
        if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
            return node
        name, values = node.node.name, [a.value for a in node.args if isinstance(a, nodes.Const)]
        more = node.kwargs or node.dyn_args or node.dyn_kwargs or len(values) < len(node.args)
        if more or name not in _MESSAGES:
            return node
        words = self.environment.words
        try:
            text = words.many(*values) if name == "ngettext" else words(*values)
            named = {"num": values[-1]} if name == "ngettext" else {}
            return nodes.Const(Markup(text) % named)  # noqa: S704 - as Jinja2 has it
        except (KeyError, TypeError, ValueError):  # told where a page shows it
            return node

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.shown(")
        else:
            super()._output_child_pre(node, frame, finalize)


def _set(found: Iterable[nodes.Node]) -> Iterator[str]:
    """The names to which nodes give a meaning."""
    for node in found:
        match node:
            case nodes.Name() if node.ctx != "load":
                yield node.name
            case nodes.Macro():
                yield node.name
            case nodes.Import():
                yield node.target
            case nodes.FromImport():
                yield from (name if isinstance(name, str) else name[1] for name in node.names)


class Translated(Environment):
    """Templates in the words of one language, which are the global ``words`` too.

    Messages without variables that a template shows are text of what it is compiled to.
    A template that gives ``_`` or the like another meaning keeps it. What stands in for
    ``%(name)s`` in a message is escaped; the message itself may hold tags.
    """

    code_generator_class = _Generator
    shown = staticmethod(shown)

    def __init__(self, templates: Mapping[str, str], words: Words) -> None:
        self.words = words
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
