"""What is published of a site: every page, feed and asset, found by looking into their folders.

A module in ``pages/``, ``feeds/`` or ``assets/`` whose name begins with no underscore is
published. It has one or more of

- ``pages(publication)``, a generator of (path below the site's folder, content): files of which
  there are as many however many jobs there are;
- ``pages_of_texts(publication, texts)``, the same of what is known of all jobs' texts;
- ``of(publication, job, text)``, the same for the files of one job;
- ``drawings(publication, job)``, the same for what needs none of its text, and no page needs;
- ``feed``, a ``Feed``: a file that is made of an item a job.

One with pages says in ``OWNS`` which paths are its own, a file or a folder with all below it,
or in ``owns(templates)`` where that depends on the site's templates. No posting has a page there.
What belongs to one job stands below the job's own folder.

Everything is a pure function of what it is given: the same input gives the same bytes, whoever
makes them and in whichever order.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import NamedTuple

from careers.site import assets, feeds, pages
from careers.site.content.render import Text, render
from careers.site.content.summary import Summary
from careers.site.content.texts import Texts
from careers.site.feeds.entry import Entry
from careers.site.feeds.feed import Feed
from careers.site.model.job import Job
from careers.site.model.site import Site
from careers.site.model.urls import is_inside
from careers.site.templating.publication import Publication
from careers.text.diagnostics import CareersError

File = tuple[str, bytes]
"""A path below the site's folder, with ``/``, and what stands there."""


class Output(NamedTuple):
    """A module that is published, as its docstring and ``outputs`` describe it."""

    name: str
    owns: Callable[[Mapping[str, str]], Iterable[str]]
    pages: Callable[[Publication], Iterator[File]] | None
    pages_of_texts: Callable[[Publication, Texts], Iterator[File]] | None
    of: Callable[[Publication, Job, Text], Iterator[File]] | None
    drawings: Callable[[Publication, Job], Iterator[File]] | None
    feed: Feed | None


class JobOutput(NamedTuple):
    """What one job adds to a site: files, items by the path of their feed, a summary."""

    files: list[File]
    items: dict[str, bytes]
    summary: Summary


@cache
def outputs() -> tuple[Output, ...]:
    """Every module that is published, by name."""
    every = []
    for part in (assets, feeds, pages):
        names = [m.name for m in pkgutil.iter_modules(part.__path__) if m.name[0] != "_"]
        modules = [importlib.import_module(f"{part.__name__}.{name}") for name in names]
        every += [_output(module) for module in modules if _PARTS & vars(module).keys()]
    return tuple(sorted(every, key=lambda output: output.name))


_PARTS = {"pages", "pages_of_texts", "of", "drawings", "feed"}


def _output(module: ModuleType) -> Output:
    parts = {name: getattr(module, name, None) for name in _PARTS}
    owns = getattr(module, "owns", lambda _templates: getattr(module, "OWNS", ()))
    return Output(module.__name__.removeprefix("careers."), owns, **parts)


def owned(templates: Mapping[str, str]) -> frozenset[str]:
    """The names below the site's first page that are no posting's, whatever it is called.

    A page ``index.html`` has the name ``index`` too: GitHub Pages answers to both.
    """
    paths = {path for output in outputs() for path in output.owns(templates)}
    paths |= {feed.path for feed in all_feeds()}
    names = {path.partition("/")[0] for path in paths}
    return frozenset(names | {name.removesuffix(".html") for name in names})


def all_feeds() -> tuple[Feed, ...]:
    """The feeds, by their modules' names."""
    return tuple(output.feed for output in outputs() if output.feed)


def feeds_of(site: Site) -> tuple[Feed, ...]:
    """The feeds that a site has."""
    return tuple(feed for feed in all_feeds() if feed.offered(site))


def output_of(publication: Publication, job: Job) -> JobOutput:
    """All that one job adds to a site."""
    output = written_of(publication, job)
    return output._replace(files=[*output.files, *drawings_of(publication, job)])


def drawings_of(publication: Publication, job: Job) -> Iterator[File]:
    """Those of one job: what can wait until pages are read."""
    for output in outputs():
        if output.drawings:
            yield from output.drawings(publication, job)


def written_of(publication: Publication, job: Job) -> JobOutput:
    """All that one job adds to a site but drawings; its text is rendered once."""
    site = publication.site
    text = render(site, job)
    entry = Entry(site, job, text)
    wanted = [feed for feed in feeds_of(site) if feed.lists(site, job)]
    items = {feed.path: feed.item(entry) for feed in wanted}
    files = [f for output in outputs() if output.of for f in output.of(publication, job, text)]
    files += [(feed.alone(entry), items[feed.path] + b"\n") for feed in wanted if feed.alone]
    return JobOutput(files, items, Summary.of(job, text))


def pages_of_facts(publication: Publication) -> Iterator[File]:
    """What is made of all jobs together, of what is known without their texts."""
    names = owned(publication.site.templates)
    for output in outputs():
        if output.pages:
            yield from _owned(output, output.pages(publication), names)


def pages_of_texts(publication: Publication, texts: Texts) -> Iterator[File]:
    """What is made of all jobs together, once the text of each was rendered."""
    names = owned(publication.site.templates)
    for output in outputs():
        if output.pages_of_texts:
            yield from _owned(output, output.pages_of_texts(publication, texts), names)


def _owned(output: Output, files: Iterable[File], names: frozenset[str]) -> Iterator[File]:
    """The files. Raises CareersError where a posting could stand: none of the names is its own."""
    for path, content in files:
        if path.partition("/")[0] not in names or not is_inside(path):
            message = f"{output.name} writes `{path}`, which it does not own"
            raise CareersError(message, f"name it in OWNS of {output.name}")
        yield path, content


def of_all_jobs(site: Site, outputs_by_slug: Mapping[str, JobOutput]) -> Iterator[File]:
    """The files of all jobs, and the feeds."""
    every = [outputs_by_slug[job.slug] for job in (*site.jobs, *site.closed)]
    for output in every:
        yield from output.files
    for feed in feeds_of(site):
        before, after = feed.ends(site)
        items = (output.items[feed.path] for output in every if feed.path in output.items)
        yield feed.path, before + feed.between.join(items) + after


def build(site: Site) -> Iterator[File]:
    """Every file of the site, made one after the other."""
    publication = Publication(site)
    by_slug = {job.slug: output_of(publication, job) for job in (*site.jobs, *site.closed)}
    yield from of_all_jobs(site, by_slug)
    yield from pages_of_facts(publication)
    summaries = {slug: output.summary for slug, output in by_slug.items()}
    yield from pages_of_texts(publication, Texts(site, summaries))
