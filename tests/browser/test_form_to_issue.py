"""Somebody fills the form on a page in, it goes to a function, and `fetch` opens their issue."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.sites import build
from browser.watch import watched
from candidates.company import REPOSITORY
from candidates.conftest import company  # noqa: F401 - a fixture
from careers import cli
from careers.cli.support.local_web import serve_folder
from careers.sandbox import Sandbox
from receiver.local_runtime import CV, KEY, running

PUBLIC = "https://example-tools.github.io/careers/"
SETTINGS = """
[company]
name = "Example Tools"
[site]
url = "{site}"
search = false
[apply]
form = "{form}/"
[candidates]
repository = "{repository}"
"""
POSTING = """---
title: Baker
status: open
posted: 2026-11-02
language: en
apply: form
questions:
  - Who said "bread first"?
  - {question: Which flours?, type: several, options: [Rye, Spelt], required: false}
  - {question: A picture of a loaf, type: file, required: false}
---

# Baker

## Interview process

1. **Trial shift:** A night with us.
"""
FORM = '[[intake.form]]\nservice = "receiver"\nhost = "{}"\n'


def test_a_form_becomes_an_issue_with_its_cv(
    browser: Browser,
    github: Sandbox,
    company: Path,  # noqa: F811 - the fixture
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without a script; what was wrong is mended on the function's own page."""
    folder = company / "site"
    with serve_folder(folder, PUBLIC) as site, running(site) as worker:
        text = SETTINGS.format(site=PUBLIC, form=worker.url, repository=REPOSITORY)
        (company / "careers.toml").write_text(text, "utf-8")
        (company / "postings" / "baker.md").write_text(POSTING, "utf-8")
        build(company, folder)
        cv, other = company / "cv of ada.pdf", company / "cv.exe"
        cv.write_bytes(CV)
        other.write_bytes(b"MZ")
        for script in (True, False):
            with watched(browser, worker.url, java_script_enabled=script) as view:
                page = view.page
                page.goto(f"{site}baker/?ref=linkedin#apply")
                _fill_in(page, other)
                expect(page.get_by_role("heading", name="was not sent")).to_be_visible()
                expect(page.get_by_role("alert")).to_contain_text("Attach your CV as PDF")
                expect(page.get_by_label("Your name")).to_have_value("Ada <b>Example</b>")
                expect(page.get_by_label("bread first")).to_have_value('My "mother"')
                if script:
                    view.axe("the function's page")
                    view.width("the function's page")
                    # What axe itself may not load there is no fault of the page.
                    assert not [said for said in view.complaints if "function's page" in said]
                    continue
                page.get_by_label("CV").set_input_files(cv)
                page.get_by_role("button", name="Send application").click()
                expect(
                    page.get_by_role("heading", name="Thank you. It is with us.")
                ).to_be_visible()
                assert page.url == f"{site}thanks/"
        (company / "candidates.toml").write_text(FORM.format(worker.url), "utf-8")
        monkeypatch.setenv("CAREERS_RECEIVER_TOKEN", KEY)
        for _ in range(2):
            assert cli.run("fetch", []) == 0
        assert worker.waiting() == []
    (issue,) = github.issues(REPOSITORY)
    assert github.content(REPOSITORY, "1-cv-of-ada.pdf") == CV
    body = str(issue["body"])
    for words in ('My "mother"', "Rye, Spelt", 'Who said "bread first"?', "1-cv-of-ada.pdf"):
        assert words in body.replace("\\", ""), words


def _fill_in(page: Page, cv: Path) -> None:
    page.get_by_label("Your name").fill("Ada <b>Example</b>")
    page.get_by_label("E-mail").fill("ada@example.com")
    page.get_by_label("CV").set_input_files(cv)
    page.get_by_label("bread first").fill('My "mother"')
    page.get_by_label("Spelt").check()
    page.get_by_label("Rye").check()
    page.get_by_label("What else").fill("One\n\ntwo & </textarea>three")
    page.get_by_label("Example Tools may keep").check()
    page.get_by_role("button", name="Send application").click()
