"""The careers site: one module a kind of page or feed, each yielding (path, bytes).

A module in ``pages/``, ``feeds/`` or ``assets/`` holds one or more of

- ``pages(site)``, a generator of (path below the site's folder, content), for what is one file
  however many jobs there are; it looks at the jobs' facts, and with ``OF_TEXTS = True`` at what
  ``gist`` keeps of their texts;
- ``of(site, job)``, the same for the files of one job;
- ``feed``, a ``Feed``: a file that is made of an item a job.

Nothing is registered: a module here is published; names that begin with an underscore are not.
Everything is a pure function of the ``Site``: the same input gives the same bytes, whoever makes
them and in whichever order.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from types import ModuleType

from careers.site import assets
from careers.site import feeds as feeds_
from careers.site import pages as pages_
from careers.site.feeds.feed import Feed
from careers.site.model.selection import plan
from careers.site.model.site import Job, Site
from careers.site.model.urls import is_inside
from careers.text.diagnostics import CareersError

__all__ = [
    "Feed",
    "Job",
    "Pages",
    "Site",
    "build",
    "claim",
    "feeds",
    "kinds",
    "lists",
    "makers",
    "plan",
]

Pages = Callable[[Site], Iterator[tuple[str, bytes]]]


@cache
def _modules() -> dict[str, ModuleType]:
    found = {}
    for part in (assets, feeds_, pages_):
        names = [m.name for m in pkgutil.iter_modules(part.__path__) if not m.name.startswith("_")]
        modules = {name: importlib.import_module(f"{part.__name__}.{name}") for name in names}
        found |= {name: m for name, m in modules.items() if _PARTS & vars(m).keys()}
    return dict(sorted(found.items()))


_PARTS = {"pages", "of", "feed"}


def kinds() -> dict[str, Pages]:
    """Every kind of page, by its module's name, whole."""

    def whole(module: ModuleType) -> Pages:
        def pages(site: Site) -> Iterator[tuple[str, bytes]]:
            for job in (*site.jobs, *site.closed) if hasattr(module, "of") else ():
                yield from module.of(site, job)
            if hasattr(module, "feed"):
                yield from module.feed.pages(site)
            if hasattr(module, "pages"):
                yield from module.pages(site)

        return pages

    return {name: whole(module) for name, module in _modules().items()}


def lists(group: str) -> dict[str, Pages]:
    """The kinds whose files are made of all jobs together: of their ``facts``, or ``texts`` too."""
    found = {name: m for name, m in _modules().items() if hasattr(m, "pages")}
    texts = group == "texts"
    return {name: m.pages for name, m in found.items() if hasattr(m, "OF_TEXTS") == texts}


def feeds() -> tuple[Feed, ...]:
    """The feeds, whose items are made job by job."""
    return tuple(m.feed for m in _modules().values() if hasattr(m, "feed"))


def makers() -> dict[str, Callable[[Site, Job], Iterator[tuple[str, bytes]]]]:
    """The kinds that make files of one job, by name."""
    return {name: m.of for name, m in _modules().items() if hasattr(m, "of")}


def claim(made: dict[str, str], kind: str, path: str) -> None:
    """Note who writes a path; one kind may name it twice, as an image that jobs share.

    Raises CareersError where two kinds of page want the same path, or one leaves the site.
    """
    other = made.setdefault(path, kind)
    if other != kind or not is_inside(path):
        other = f"site/{other}" if is_inside(path) else "a place outside the site"
        message = f"site/{kind} writes `{path}`, which belongs to {other}"
        raise CareersError(message, "this is a defect of the program: report it")


def build(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every file of the site: a relative path with ``/``, and what it holds."""
    made: dict[str, str] = {}
    for kind, pages in kinds().items():
        for path, content in pages(site):
            new = path not in made
            claim(made, kind, path)
            if new:
                yield path, content
