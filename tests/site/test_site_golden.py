"""A small site, kept as files: whatever changes in a page is seen in a difference.

``golden/company`` is what it is made of, ``golden/site`` what is made. ``make bless`` writes the
latter anew.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden" / "site"
NAMES = "files.txt"
# Other tests read the feeds; the lists by place and the like are made as those by team are.
LISTS = ("teams/", "places/", "workplaces/", "employment/")
ONE_LIST = "teams/print/index.html"
MADE_ELSEWHERE = "pagefind/"


def is_kept(path: str) -> bool:
    """Whether a file of the site is compared with one of ``golden/site``."""
    if path in (ONE_LIST, "sitemap.xml", "robots.txt"):
        return True
    return path.endswith(".html") and not path.removeprefix("de/").startswith(LISTS)


def test_the_site_is_as_it_was(
    built: dict[str, bytes],
    expected: Callable[[Path, str], None],
    request: pytest.FixtureRequest,
) -> None:
    """The pages, the sitemap and robots.txt to the byte; of the rest, which files there are."""
    names = [path for path in built if not path.startswith(MADE_ELSEWHERE)]
    kept = {path: built[path].decode() for path in names if is_kept(path)}
    kept[NAMES] = "".join(f"{name}\n" for name in names)
    if request.config.getoption("--bless"):
        for path in _old() - set(kept):
            (GOLDEN / path).unlink()
    assert _old() <= set(kept), "golden/site holds files that the site has no more"
    for path, text in kept.items():
        expected(GOLDEN / path, text)


def _old() -> set[str]:
    found = (path for path in GOLDEN.rglob("*") if path.is_file())
    return {path.relative_to(GOLDEN).as_posix() for path in found}
