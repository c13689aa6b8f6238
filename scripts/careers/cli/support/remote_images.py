"""Brings the images of other hosts into the repository: what ``fix --images`` does."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urldefrag

from careers.checks import Context, check_posting
from careers.checks.remote_image import remote_images
from careers.files.load import SHARED, as_posting
from careers.fixes.fix import apply, is_text
from careers.fixes.images import addresses, file_stem
from careers.markdown.includes import SharedText
from careers.posting.posting import Posting
from careers.text.diagnostics import Edit, Finding, Severity, Span
from careers.web.download import NotFetchedError
from careers.web.remote_images import Fetched, fetch_image, place

CODE = "remote-image"
_AT_ONCE = 4
_BY_HAND = "save it by hand below `images/`, or take it out of the text"

Places = dict[str, list[Span]]
"""Where each address stands in a file, that of the finding first."""


@dataclass
class LocalImages:
    """``texts`` are the files that changed, ``images`` new ones, ``left`` what stays and why."""

    texts: dict[str, bytes] = field(default_factory=dict)
    images: dict[Path, bytes] = field(default_factory=dict)
    left: list[Finding] = field(default_factory=list)
    count: int = 0


def fetch_all(texts: Mapping[str, bytes], context: Context) -> LocalImages:
    """Fetch the images that the check finds in these files, and lead the files to them.

    Nothing is written. What cannot be fetched, or changed in the text, stays as it is.
    """
    known: dict[Path, dict[str, SharedText]] = {}
    local = LocalImages()
    wanted: dict[str, Places] = {}
    for path, data in texts.items():
        if not is_text(data):
            continue
        posting = as_posting(Path(path), data, known)
        if any(remote_images(posting, context)):
            wanted[path] = _wanted(posting, context, texts, local.left)
    fetched = _fetch(target for places in wanted.values() for target in places)
    for path, places in wanted.items():
        _redirect(path, texts[path], places, fetched, local)
    # Several postings show what stands in one shared text.
    local.left = sorted(set(local.left), key=lambda finding: finding.order)
    return local


def _wanted(
    posting: Posting, context: Context, texts: Mapping[str, bytes], left: list[Finding]
) -> Places:
    """The addresses that are found, all of their places in the file; ``left`` takes the others."""
    places: Places = {}
    images = list(remote_images(posting, context))
    for finding in check_posting(posting, context):
        if finding.code != CODE:
            continue
        here = (finding.path, finding.span)
        target = next(target for target, span in images if posting.located(span) == here)
        if finding.path != posting.path:
            if finding.path not in texts:
                cure = f"`careers fix --images {finding.path}`"
                left.append(_not_fetched(*here, target, "the text is shared", cure))
            continue
        here_too = [span for other, span in images if other == target and _in_file(posting, span)]
        written = [addresses(posting, target, span) for span in here_too]
        if all(written):
            places[target] = list(dict.fromkeys(place for some in written for place in some))
        else:
            why = "a link needs its definition too, or it is written in an unusual way"
            left.append(_not_fetched(*here, target, why, _BY_HAND))
    return places


def _in_file(posting: Posting, span: Span) -> bool:
    return span.line <= posting.last_line


def _fetch(targets: Iterable[str]) -> dict[str, Fetched | NotFetchedError]:
    """Each image, fetched once, or why it could not be."""

    def ask(url: str) -> Fetched | NotFetchedError:
        try:
            return fetch_image(url)
        except NotFetchedError as error:
            return error

    urls = {target: _url(target) for target in targets}
    once = list(dict.fromkeys(urls.values()))
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = dict(zip(once, pool.map(ask, once), strict=True))
    return {target: found[url] for target, url in urls.items()}


def _url(target: str) -> str:
    return urldefrag(f"https:{target}" if target.startswith("//") else target).url


def _redirect(
    path: str,
    data: bytes,
    places: Places,
    fetched: Mapping[str, Fetched | NotFetchedError],
    local: LocalImages,
) -> None:
    home = Path(path).parent
    folder = (home.parent if home.name == SHARED else home) / "images"
    found = []
    for target, spans in places.items():
        image = fetched[target]
        if isinstance(image, NotFetchedError):
            local.left.append(_not_fetched(path, spans[0], target, str(image), _BY_HAND))
            continue
        file = place(image, folder, file_stem(target), local.images)
        name = Path(os.path.relpath(file, home)).as_posix()
        edits = tuple(Edit(span, name) for span in spans)
        found.append(Finding(path, spans[0], CODE, Severity.NOTE, target, edits=edits))
    if found:
        text, mended = apply(data.decode(), found)
        local.texts[path] = text.encode()
        local.count += len(mended)


def _not_fetched(path: str, span: Span, target: str, why: str, cure: str) -> Finding:
    printable = "".join(char if char.isprintable() else "?" for char in target[:120])
    message = f"the image `{printable}` stays where it is: {why}"
    return Finding(path, span, CODE, Severity.NOTE, message, cure)


def lines(local: LocalImages) -> Iterator[str]:
    """What becomes of the images, in lines."""
    for path, data in local.images.items():
        yield f"{path.as_posix()}: a new image, {len(data) / 1000:,.1f} kB"
    for finding in local.left:
        place = f"{finding.path}:{finding.span.line}:{finding.span.column}"
        yield f"{place}: {finding.severity}[{CODE}]: {finding.message}\n  help: {finding.help}"
