"""A page for each Markdown file that a posting links to: code exercises, case studies."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.content.linked_documents import ROOT
from careers.site.content.texts import Texts
from careers.site.model.documents import FOLDER, document_folder
from careers.site.templating.publication import Publication

OWNS = (FOLDER,)


def pages_of_texts(publication: Publication, texts: Texts) -> Iterator[tuple[str, bytes]]:
    """``files/<name>-<digest>/index.html``; what these link to is published too."""
    for path, document in sorted(texts.documents.items()):
        content = publication.page(
            "document.html.j2", ROOT, document=document.job, text=document.text.page
        )
        yield f"{document_folder(path)}index.html", content
