"""Two independent checkers find no error in any page: html-validate and the Nu HTML checker."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from browser.prepare import npm_package
from browser.sites import ALL, Sites

HERE = Path(__file__).parent


def _files(sites: Sites) -> list[Path]:
    """Every page and style sheet of every company, for one start of a checker."""
    found = (path for name in ALL for path in sites(name).folder.rglob("*"))
    return sorted(path for path in found if path.suffix in (".html", ".css"))


def test_html_validate_finds_nothing(sites: Sites) -> None:
    """Its recommended rules hold on every page; how long a title is, is the author's choice."""
    package = npm_package(HERE, "html-validate")
    if package is None:
        pytest.skip("no node, or html-validate is not installed: HTML not held against it")
    program, rules = package / "bin" / "html-validate.mjs", HERE / "html-validate.json"
    command = ["node", str(program), "--config", str(rules), "--formatter", "text"]
    files = [str(path) for path in _files(sites) if path.suffix == ".html"]
    done = subprocess.run(
        [*command, *files],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert not done.returncode, done.stdout + done.stderr


def test_the_nu_checker_finds_nothing(sites: Sites) -> None:
    """No error and no warning in HTML and CSS.

    What it says of the Content-Security-Policy is left out: in a file it knows no `'self'`, and
    it takes the data of JSON-LD for a script.
    """
    package = npm_package(HERE, "vnu-jar")
    java = shutil.which("java")
    if package is None or java is None:
        pytest.skip("no Java, or vnu-jar is not installed: HTML not held against the Nu checker")
    jar = package / "build" / "dist" / "vnu.jar"
    command = [java, "-Xss4m", "-jar", str(jar), "--also-check-css", "--format", "json", "--stdout"]
    done = subprocess.run(
        [*command, *_files(sites)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = [
        f"{message.get('url')}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(done.stdout)["messages"]
        if "Content Security Policy" not in message["message"]
    ]
    assert not said, "\n".join(said)
