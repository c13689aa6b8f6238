"""The local images that the pages show, each once, named by what it holds."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.content.render import Text
from careers.site.content.texts import Texts
from careers.site.model.job import Job
from careers.site.templating.publication import Publication

OWNS = ("images",)


def of(_publication: Publication, _job: Job, text: Text) -> Iterator[tuple[str, bytes]]:
    """``images/<name>-<digest>.<ending>`` of a job's text; others may show the same."""
    yield from sorted(text.files.items())


def pages(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """The company's own: logo or mark, and the picture at the top."""
    yield from sorted(publication.look.files.items())


def pages_of_texts(_publication: Publication, texts: Texts) -> Iterator[tuple[str, bytes]]:
    """Those of the files that postings lead to."""
    found: dict[str, bytes] = {}
    for document in texts.documents.values():
        found |= document.text.files
    yield from sorted(found.items())
