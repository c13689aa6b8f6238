"""One browser a worker, and each site built once in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache

import pytest
from playwright.sync_api import Browser, sync_playwright

from browser.company_of_size import company as large
from browser.prepare import NO_BROWSER, find_browser
from browser.sites import COMPANIES, LARGE, Site, Sites, build
from careers.cli.support.local_web import serve_folder
from careers.files.load import load_settings


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium; what asks for it is skipped where there is none."""
    path = find_browser()
    if path is None:
        pytest.skip(NO_BROWSER)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    """``sites(name)`` is the site of one of ``ALL``, served on loopback as Pages does."""
    with ExitStack() as servers:

        @cache
        def site(name: str) -> Site:
            home = tmp_path_factory.mktemp(name)
            folder = home / "site"
            company = large(home / "company", 60) if name == LARGE else COMPANIES[name]
            pages = build(company, folder)
            public = load_settings(company).site.url
            return Site(folder, servers.enter_context(serve_folder(folder, public)), pages)

        yield site
