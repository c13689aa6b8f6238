"""Jinja2 for pages by the thousand: what is known when a template is compiled is text by then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import DictLoader, Environment, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from careers.site._words import Words

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
        if _MESSAGES.isdisjoint(_set(node)):
            node = _Folding(self.environment.words).visit(node)
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.shown(")
        else:
            super()._output_child_pre(node, frame, finalize)


def _set(template: nodes.Template) -> Iterator[str]:
    """The names to which a template gives a meaning."""
    for node in template.find_all((nodes.Name, nodes.Macro, nodes.Import, nodes.FromImport)):
        match node:
            case nodes.Name() if node.ctx != "load":
                yield node.name
            case nodes.Macro():
                yield node.name
            case nodes.Import():
                yield node.target
            case nodes.FromImport():
                yield from (name if isinstance(name, str) else name[1] for name in node.names)


class _Folding(NodeTransformer):
    """Puts the messages that have no variables into the template."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - Jinja2's
        return node  # constants that are joined would lose their being Markup

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - Jinja2's
        self.generic_visit(node)
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        values = [one.value for one in node.args if isinstance(one, nodes.Const)]
        plain = len(values) == len(node.args) and not (
            node.kwargs or node.dyn_args or node.dyn_kwargs
        )
        if name not in _MESSAGES or not plain:
            return node
        try:
            text = self._words.many(*values) if name == "ngettext" else self._words(*values)
            named = {"num": values[-1]} if name == "ngettext" else {}
            return nodes.Const(Markup(text) % named, lineno=node.lineno)  # noqa: S704 - as Jinja2 has it
        except (KeyError, TypeError, ValueError):  # told where a page shows it
            return node


class Translated(Environment):
    """Templates in the words of one language, which are the global ``words`` too.

    A template that gives ``_`` or the like another meaning keeps it. What stands in for
    ``%(name)s`` in a message is escaped; the message itself may hold tags.
    """

    code_generator_class = _Generator
    shown = staticmethod(shown)

    def __init__(self, templates: Mapping[str, str], words: Words) -> None:
        self.words = words
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
