"""The few scripts of the pages, which can all do without them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from careers.site.templating.publication import Publication


def owns(templates: Mapping[str, str]) -> list[str]:
    """Each ``.js`` among the templates."""
    return sorted(name for name in templates if name.endswith(".js"))


def pages(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """The scripts, as they stand there."""
    templates = publication.site.templates
    yield from ((name, templates[name].encode()) for name in owns(templates))
