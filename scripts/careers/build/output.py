"""Puts a site that was built in place of the one before: whole, or only the files that differ."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from careers.build import cache as stocks
from careers.build.builder import ITEMS, Build
from careers.build.cache import Stock
from careers.build.file_stamps import Stamp, size_of, stamp, standing
from careers.build.inputs import MARKER, require_ours, swap
from careers.build.reading import Facts
from careers.files.workers import beside
from careers.site import Site
from careers.text.diagnostics import CareersError

_TOLD = "`careers publish` wrote this folder and replaces it.\n"


@dataclass(frozen=True)
class Target:
    """A folder for a site, and what the last build says that it left in it."""

    folder: str
    last: Stock
    stands: Callable[[], bool]
    """Whether the folder is as it was left; to be asked once."""

    @property
    def known(self) -> dict[str, Facts]:
        """The facts of the postings that it was built of, by path."""
        return self.last.facts


@contextmanager
def target_of(folder: str, workers: int) -> Iterator[Target]:
    """A folder with what the last build says of it. Whether it stands is looked at meanwhile."""
    path = Path(folder).resolve()
    last = stocks.load(stocks.place(path))
    with beside(partial(stocks.stands, last, path), workers if last.jobs else 1) as stands:
        yield Target(folder, last, stands)


def publish(
    site: Site,
    known: dict[str, Facts],
    out: Target,
    workers: int,
    finish: Callable[[Path], None] | None = None,
) -> int:
    """Build a site, put it in place of the one before, and tell its bytes.

    ``known`` are the facts of its postings, by path. ``finish`` may add to the site before it is
    put in place. A build that fails leaves the old site whole. Raises CareersError where the
    folder holds anything but a site of ours.
    """
    target = Path(out.folder).resolve()
    require_ours(target)
    old = out.last if out.stands() else Stock()
    path = stocks.place(target)
    try:
        with _fresh_folder(target) as fresh:
            built = Build(site, old, target, fresh, workers).run(known)
            shutil.rmtree(fresh / ITEMS, ignore_errors=True)
            # Killed between here and the end, the next build finds no stock and builds anew.
            path.unlink(missing_ok=True)
            made = built.stock.files()
            if finish or not old.jobs:
                built.stock.finish = _replace(made, built.new, fresh, target, finish)
            else:
                built.stock.finish = old.finish
                gone = old.files().keys() - made.keys() - old.finish.keys()
                _merge(built.new, gone, fresh, target)
            with beside(partial(shutil.rmtree, fresh, ignore_errors=True), workers) as deleted:
                stocks.save(path, built.stock)
                deleted()
    except OSError as error:
        message = f"cannot write the site to {out.folder}: {error.strerror}"
        raise CareersError(message, "look at its permissions and the room on the disk") from None
    return sum(map(size_of, (made | built.stock.finish).values()))


@contextmanager
def _fresh_folder(target: Path) -> Iterator[Path]:
    """An empty folder beside the site's, which is deleted where it was not put in its place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        # mkdtemp's folder is its owner's alone; a site is for everybody.
        fresh.chmod(0o755)
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _replace(
    made: Mapping[str, Stamp],
    new: Mapping[str, Stamp],
    fresh: Path,
    target: Path,
    finish: Callable[[Path], None] | None,
) -> dict[str, Stamp]:
    """Make the new folder whole, by links to what is as it was, and put it in place.

    Tells the files that were added to what was ``made``.
    """
    for path in made.keys() - new.keys():
        (fresh / path).parent.mkdir(parents=True, exist_ok=True)
        os.link(target / path, fresh / path)
    if finish:
        finish(fresh)
    (fresh / MARKER).write_text(_TOLD)
    found = standing(fresh) if finish else {MARKER: stamp(fresh / MARKER)}
    swap(fresh, target)
    return {path: told for path, told in found.items() if path not in made}


def _merge(new: Iterable[str], gone: Iterable[str], fresh: Path, target: Path) -> None:
    """Move what is new over what was, file by file, and delete what is no more."""
    past = Path(tempfile.mkdtemp(prefix=".past-", dir=fresh))
    for number, path in enumerate(new):
        # Over a file that is there, ext4 would begin to write the new one to the disk at once.
        with suppress(FileNotFoundError, NotADirectoryError):
            (target / path).rename(past / str(number))
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (fresh / path).rename(target / path)
    for path in gone:
        (target / path).unlink()
    for folder in sorted({str(Path(path).parent) for path in gone}, reverse=True):
        _prune(target, target / folder)


def _prune(target: Path, folder: Path) -> None:
    while folder != target and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
