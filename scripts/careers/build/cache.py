"""What the last build left behind: of each file what it was made of, and whether it still stands.

The stock is a file of its own in a cache folder, one for each folder that a site is built in. It
is only ever believed where its own digest is right and every file of the site is as it was
written (size and time of change); else the site is built anew. It holds data, no code.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from careers.build.file_stamps import Stamp, standing
from careers.files.cache_file import keep_json, kept_json
from careers.files.load import read_bytes
from careers.files.versions import version

CACHE = Path(".careers_cache", "site")

# What could make the same input into other bytes.
_BUILT_UPON = (
    "Babel", "Jinja2", "markdown-it-py", "MarkupSafe", "nh3", "orjson", "Pillow", "pydantic",
    "PyYAML",
)  # fmt: skip


@dataclass(slots=True)
class Job:
    """What was made of one posting.

    Its files, the kind of each (in their order, in a line), the sizes of its items in the feeds
    (in the order of ``feeds()``, 0 where there is none), what it looked up, what is kept
    of its text, the name of all that it was made of, of that the name of what is around it, and
    which open jobs are like it, by their places in the site.
    """

    files: dict[str, Stamp] = field(default_factory=dict)
    kinds: str = ""
    items: list[int] = field(default_factory=list)
    seen: list[list[str | None]] = field(default_factory=list)
    gist: dict[str, Any] = field(default_factory=dict)
    key: str = ""
    around: str = ""
    like: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Feed:
    """A feed that was put together: the length of its beginning, and the name of both its ends."""

    stamp: Stamp
    begin: int
    ends: str


@dataclass
class Stock:
    """``facts`` and ``jobs`` are by the posting's path, ``order`` is that of the feeds' items.

    ``lists`` is what was made of all jobs together, by its kind; ``ground`` names what all are
    made on, ``own`` what each job's page is; ``finish`` are the files that were added to a site
    that was whole. An empty stock knows nothing.
    """

    facts: dict[str, dict[str, str]] = field(default_factory=dict)
    jobs: dict[str, Job] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    lists: dict[str, Job] = field(default_factory=dict)
    feeds: dict[str, Feed] = field(default_factory=dict)
    ground: str = ""
    own: str = ""
    finish: dict[str, Stamp] = field(default_factory=dict)

    def files(self) -> dict[str, Stamp]:
        """Every file of the site, by its path."""
        made = {path: feed.stamp for path, feed in self.feeds.items()} | self.finish
        for job in (*self.jobs.values(), *self.lists.values()):
            made |= job.files
        return made


@cache
def code_digest() -> str:
    """Names this program: its own files, and what it is built upon with its versions."""
    home, name = str(Path(__file__).parents[1]), sha256()
    files = (f"{folder}/{file}" for folder, _, names in os.walk(home) for file in names)
    for path in sorted(file.removeprefix(home) for file in files if file.endswith(".py")):
        name.update(f"{path}\0".encode() + read_bytes(Path(home + path)))
    name.update(" ".join([sys.version, *map(version, _BUILT_UPON)]).encode())
    return name.hexdigest()


def place(target: Path, folder: Path = CACHE) -> Path:
    """Where the stock of a site's folder is. Beside it, with more in their names, are cards."""
    return folder / f"{sha256(str(target).encode()).hexdigest()[:16]}.json"


def forget(target: Path) -> None:
    """Delete all that is kept of a site's folder."""
    path = place(target)
    for kept in path.parent.glob(f"{path.stem}*"):
        kept.unlink(missing_ok=True)


def load(path: Path) -> Stock:
    """The stock as this program kept it; an empty one where there is none, or no whole one."""
    try:
        told = kept_json(path)
        if told.pop("code") != code_digest():  # another program read the facts otherwise
            return Stock()
        jobs = {name: Job(*values) for name, values in told.pop("jobs").items()}
        lists = {name: Job(*values) for name, values in told.pop("lists").items()}
        feeds = {name: Feed(*values) for name, values in told.pop("feeds").items()}
        return Stock(jobs=jobs, lists=lists, feeds=feeds, **told)
    except (TypeError, KeyError, AttributeError):
        return Stock()


def stands(stock: Stock, target: Path) -> bool:
    """Whether the site in a folder is as the stock says, by the size and time of each file."""
    try:
        return stock.files() == standing(target)
    except OSError:  # somebody deleted the site
        return False


def save(path: Path, stock: Stock) -> None:
    """Keep the stock for the next build."""
    names = ("facts", "order", "ground", "own", "finish")
    told = {name: getattr(stock, name) for name in names}
    told["code"] = code_digest()
    told["jobs"] = {name: _plain(job) for name, job in stock.jobs.items()}
    told["feeds"] = {n: [f.stamp, f.begin, f.ends] for n, f in stock.feeds.items()}
    told["lists"] = {name: _plain(one) for name, one in stock.lists.items()}
    keep_json(path, told)


def _plain(job: Job) -> list[Any]:
    return [getattr(job, name) for name in Job.__slots__]
