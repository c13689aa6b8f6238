"""One small company's site, built once for all tests that look at it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from publishing import Page, pages, script, written

COMPANY = Path(__file__).parent / "golden" / "company"
# A year that no clock shows any more.
DAY = "2019-05-14"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file of the site of ``golden/company``, by its path; nothing may change it.

    It is built outside of this repository: what git knows of its files is no part of it.
    """
    home = tmp_path_factory.mktemp("company")
    shutil.copytree(COMPANY, home, dirs_exist_ok=True)
    done = script(home, "--out", "site", "--today", DAY)
    assert done.status == 0, done.err
    return written(home / "site")


@pytest.fixture(scope="session")
def read(built: dict[str, bytes]) -> dict[str, Page]:
    """Its pages, by their address."""
    return pages(built)
