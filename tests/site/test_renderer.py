"""The site's renderer writes what markdown-it's own does."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from markdown_it.renderer import RendererHTML

from careers.markdown.parser import parser
from careers.site.content.renderer import Renderer
from fuzz.inputs import TEXT, seeds


def same(text: str) -> None:
    """Assert that both write a text alike."""
    markdown = parser()
    env: dict[str, object] = {}
    tokens = markdown.parse(text, env)
    wanted = RendererHTML().render(tokens, markdown.options, env)
    assert Renderer().render(tokens, markdown.options, env) == wanted


def test_postings() -> None:
    """Real postings, and the cases of the checks and of mending."""
    for text in seeds():
        same(text)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXT)
def test_any_text(text: str) -> None:
    """Whatever stands in a text: loose and tight lists, empty items, tags and images."""
    same(text)
