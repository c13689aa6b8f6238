"""With many jobs, the first ones are seen and reached at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.company_of_size import company
from browser.first_screen import SIZES, first_screen, weight
from browser.sites import build
from careers.cli.support.local_web import serve_folder
from careers.files.load import load_settings

# In CSS pixels: where the first job begins at most, and how high a row is.
FIRST = {(360, 740): 520, (768, 1024): 520, (1280, 800): 420, (1920, 1080): 420}
ROW = {(360, 740): 84, (768, 1024): 84, (1280, 800): 56, (1920, 1080): 56}
TABS = 8
HEAVIEST = 20_000


@pytest.mark.parametrize("number", [60, 500])
def test_the_first_job_is_on_the_first_screen(
    browser: Browser, tmp_path: Path, number: int
) -> None:
    """Below a short head and tools, in rows that eyes run down; a search shows its hits there.

    The page and its style are 20 kB at most, compressed.
    """
    made = company(tmp_path / "company", number)
    build(made, tmp_path / "site")
    assert weight(tmp_path / "site") <= HEAVIEST
    with serve_folder(tmp_path / "site", load_settings(made).site.url) as url:
        for size in SIZES:
            found = first_screen(browser, url, *size)
            assert found.first <= FIRST[size], size
            assert max(found.heights) <= ROW[size], size
            assert found.tabs <= TABS, size
            assert found.hit is not None, size
            assert found.hit <= FIRST[size], size
