"""The Markdown files that postings lead to, rendered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from careers.posting.reading import read_posting
from careers.site.content.render import Text, render
from careers.site.model.documents import document_folder
from careers.site.model.job import Job
from careers.site.model.site import Site

ROOT = "../../"
"""Leads from the page of one to the site's first page."""


class Document(NamedTuple):
    """A file as a page shows it: ``job`` stands for it, in the words of who links to it."""

    job: Job
    text: Text


def linked_documents(
    site: Site, linked: Iterable[tuple[Job, Mapping[str, bytes]]]
) -> dict[str, Document]:
    """Every file that ``linked`` jobs lead to, and those that these lead to, by path."""
    documents: dict[str, Document] = {}
    waiting = {path: (data, job) for job, files in linked for path, data in files.items()}
    while waiting:
        path, (data, job) = waiting.popitem()
        posting = read_posting(path, data)
        document = Job(posting, posting.title, document_folder(path), words=job.words)
        documents[path] = Document(document, render(site, document, ROOT))
        more = documents[path].text.documents.items()
        waiting |= {name: (data, job) for name, data in more if name not in documents}
    return documents
