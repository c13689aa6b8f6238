"""Checks postings as they are read, on every core where they are many; none is kept."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from careers.checks import Context, PostingResult, conclude, examine
from careers.files.load import load_posting, read_bytes
from careers.language.language import Language
from careers.markdown.includes import SharedText
from careers.posting.posting import Posting
from careers.text.diagnostics import Finding
from careers.text.source import Source, decode

MANY = 64
"""Files that are worth a second process: to start one takes as long as to check some ten."""
_SLICE = 8


class Checked(NamedTuple):
    """What was found; by path, the texts of the files that it was found in, and the languages."""

    findings: list[Finding]
    texts: Mapping[str, Source]
    languages: Mapping[str, Language] = MappingProxyType({})


def check_files(
    files: list[Path],
    context: Context,
    watched: Callable[[Iterable[PostingResult]], Iterable[PostingResult]] = iter,
) -> Checked:
    """Every finding of these files, as ``check_all`` has them of postings.

    The result of each file passes through ``watched``, as it comes.
    Raises CareersError where a file cannot be read.
    """
    texts = {text.path: text.source for text in context.files.shared}
    languages: dict[str, Language] = {}

    def results() -> Iterator[PostingResult]:
        for result in _examined(files, context):
            texts.update((path, Source(text)) for path, text in result.texts.items())
            languages[result.path] = result.language
            yield result._replace(texts={})

    findings = conclude(watched(results()), context)
    # A file that is at odds with others alone.
    missing = {finding.path for finding in findings} - texts.keys()
    texts |= {path.as_posix(): decode(read_bytes(path)) for path in _among(files, missing)}
    return Checked(findings, texts, languages)


def _among(files: Iterable[Path], names: set[str]) -> Iterator[Path]:
    return (path for path in files if path.as_posix() in names) if names else iter(())


def _examined(files: list[Path], context: Context) -> Iterator[PostingResult]:
    shared_texts: dict[Path, dict[str, SharedText]] = {}
    by_name = {posixpath.normpath(path.as_posix()): path for path in files}

    @lru_cache(maxsize=MANY)
    def read(path: Path) -> Posting:
        return load_posting(path, shared_texts)

    def find(name: str) -> Posting | None:
        return read(by_name[name]) if name in by_name else None

    def work(part: list[Path]) -> list[PostingResult]:
        return [examine(read(path), with_links) for path in part]

    with_links = replace(context, find=find)

    if len(files) < MANY:
        yield from work(files)
        return
    from careers.files.processes import parallel_map  # noqa: PLC0415 - loaded where there is work for it

    # What the first makes this process load and compile, each fork has.
    yield from work(files[:1])
    for part in parallel_map(
        work, (files[at : at + _SLICE] for at in range(1, len(files), _SLICE))
    ):
        yield from part
