"""The few scripts of the pages, which can all do without them."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.model.site import Site


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """Each ``.js`` among the templates, as it stands there."""
    names = sorted(name for name in site.templates if name.endswith(".js"))
    yield from ((name, site.templates[name].encode()) for name in names)
