"""A page for each Markdown file that a posting links to: code exercises, case studies."""

from __future__ import annotations

from collections.abc import Iterator

from careers.posting.posting import read_posting
from careers.site.content.render import Text, render
from careers.site.content.responsive_images import with_pictures
from careers.site.feeds.summaries import gist_of
from careers.site.model.documents import document_folder
from careers.site.model.editions import edition_of
from careers.site.model.site import Job, Site
from careers.site.templating.environment import page

_ROOT = "../../"
OF_TEXTS = True


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """``files/<name>-<digest>/index.html``; what these link to is published too."""
    for path, (document, text) in sorted(documents(site).items()):
        values = {
            "document": document,
            "text": with_pictures(site, text.drawn(document.words), text.images),
        }
        content = page(site, "document.html.j2", _ROOT, edition_of(site), **values)
        yield f"{document_folder(path)}index.html", content


def documents(site: Site) -> dict[str, tuple[Job, Text]]:
    """Every file that an open or closed posting leads to, by its path."""
    if "documents" not in site.shared:
        found: dict[str, tuple[Job, Text]] = {}
        waiting = {
            path: (text.encode("latin-1"), job)
            for job in (*site.closed, *site.jobs)
            for path, text in gist_of(site, job).get("documents", {}).items()
        }
        while waiting:
            path, (data, job) = waiting.popitem()
            document = Job(read_posting(path, data), document_folder(path), False, job.words)  # noqa: FBT003
            found[path] = (document, render(site, document, _ROOT))
            more = found[path][1].documents.items()
            waiting |= {p: (d, job) for p, d in more if p not in found}
        site.shared["documents"] = found
    made: dict[str, tuple[Job, Text]] = site.shared["documents"]
    return made
