"""Compiles templates: what is known by then is text, and what is included is part of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careers.site.templating.translated import Translated

_LOOKED_AT = (nodes.Output, nodes.Name, nodes.Macro, nodes.Import, nodes.FromImport)
_SETS = (nodes.Assign, nodes.AssignBlock, nodes.Import, nodes.FromImport)
_MESSAGES = frozenset({"_", "gettext", "ngettext"})


class Generator(CodeGenerator):
    """Writes the Python of a template."""

    environment: Translated

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja2's
        _Parts(self.environment, node).visit(node)
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

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja2's
        """An attribute as Jinja2 finds it, which asks for items too where there is none."""
        self.write("(found if (found := getattr((of := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else ")
        self.write(f"environment.getattr(of, {node.attr!r}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.shown(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Parts(NodeTransformer):
    """Puts a part where it is included, so that no context of its own is made for every page.

    A part stays apart where it has blocks or parts itself, or reads a name that is set behind it.
    """

    def __init__(self, environment: Translated, tree: nodes.Template) -> None:
        self._environment = environment
        self._tree = tree

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802 - Jinja2's
        """The body of the part in a scope of its own, or the node as it is."""
        name = getattr(node.template, "value", None)
        if not (isinstance(name, str) and node.with_context):
            return node
        text = self._environment.templates.get(name)
        part = None if text is None else self._environment.parse(text, name)
        if part is None or any(part.find_all((nodes.Extends, nodes.Block, nodes.Include))):
            return node
        behind = [one for one in self._tree.find_all(_SETS) if one.lineno >= node.lineno]
        names = {name for one in behind for name in _set([one, *one.find_all(nodes.Name)])}
        if any(one.name in names for one in part.find_all(nodes.Name)):
            return node
        return nodes.Scope(part.body, lineno=node.lineno)


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
