"""The careers site: one module a kind of page or feed, each yielding (path, bytes).

A module in this folder holds ``pages(site)``, a generator of (path below the site's folder,
content). Nothing is registered: a module here is published; names that begin with an underscore
are not. Everything is a pure function of the ``Site``: the same input gives the same bytes.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from careers.problem import CareersError
from careers.site._address import is_inside
from careers.site._site import Job, Site, plan

__all__ = ["Job", "Site", "build", "plan"]

Pages = Callable[[Site], Iterator[tuple[str, bytes]]]


@cache
def kinds() -> dict[str, Pages]:
    """Every kind of page, by its module's name."""
    names = sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.name.startswith("_"))
    return {name: importlib.import_module(f"{__name__}.{name}").pages for name in names}


def build(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every file of the site: a relative path with ``/``, and what it holds.

    Raises CareersError where two kinds of page want the same path; no path leaves the site's
    folder.
    """
    made: dict[str, str] = {}
    for kind, pages in kinds().items():
        for path, content in pages(site):
            if not is_inside(path) or path in made:
                other = made.get(path, "a place outside the site")
                message = f"site/{kind} writes `{path}`, which belongs to {other}"
                raise CareersError(message, "this is a defect of the program: report it")
            made[path] = f"site/{kind}"
            yield path, content
