"""The demo, in a project whose postings and settings a company has replaced by its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
# Nothing here is as in the examples: name, address, language, checks, stages, repositories.
SETTINGS = """
[company]
name = "Kessel & Söhne"
[site]
url = "https://kessel.example.org/"
search = false
[candidates]
repository = "kessel/bewerbungen"
[stages]
trial-shift = ["probearbeiten"]
[checks]
placeholder = "off"
image-alt = "error"
"""
POSTING = """---
title: {title}
status: open
posted: 2026-03-02
language: de
apply: https://kessel.example.org/jobs
---

# {title}

## Bewerbungsprozess

1. **Probearbeiten:** Ein Abend bei uns.
2. **Angebot:** Wir rufen an.
"""
# Those that read the examples, and some of each kind of the others.
TESTS = (
    "tests/candidates/test_golden.py",
    "tests/candidates/test_intake.py::test_the_examples_by_script",
    "tests/checks/test_pages.py",
    "tests/cli/test_plan_verb.py",
    "tests/hiring/test_commands.py",
    "tests/intake/test_sources.py",
    "tests/site/test_posting_page.py",
    "tests/site/test_site_golden.py",
)
# A demo that is longer is not read: the first one printed twice as much.
MOST_LINES = 99


@pytest.fixture(scope="module")
def adopted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as it stands here, with two postings and the settings of another company."""
    folder = tmp_path_factory.mktemp("adopted") / "careers"
    for name in project_files():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    shutil.rmtree(folder / "postings")
    (folder / "postings").mkdir()
    for title in ("Koch", "Kellnerin"):
        path = folder / "postings" / f"{title.lower()}.md"
        path.write_text(POSTING.format(title=title), encoding="utf-8")
    (folder / "careers.toml").write_text(SETTINGS, encoding="utf-8")
    return folder


def project_files() -> list[str]:
    """What is tracked, or new and not ignored."""
    listing = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    done = subprocess.run(listing, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        pytest.skip("the project is no git checkout here: nobody tells its files")
    return [name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def run(folder: Path, *command: str) -> str:
    """What Python prints in a folder, with the project's own code; it has to end well."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=kept | {"PYTHONPATH": str(folder / "scripts"), "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


CANARY = "Zqwx"
# Where applications come from, and where the demo lays down what the private repository holds.
PRIVATE = ("examples/applications", "_demo/candidates", "_demo/letters")
COMPANY = "scripts/careers/cli/demo_company/company.py"


@contextmanager
def watched(folder: Path) -> Iterator[None]:
    """Everybody who applies bears the canary; each run's output, summary and outputs are kept."""
    files = [folder / COMPANY, *(folder / PRIVATE[0]).glob("*.json")]
    before = {path: path.read_text("utf-8") for path in files}
    for path in files[1:]:
        path.write_text(json.dumps(marked(json.loads(before[path])), ensure_ascii=False), "utf-8")
    named = "".join(f'"GITHUB_{n}": {str(folder / n)!r},\n' for n in ("STEP_SUMMARY", "OUTPUT"))
    # `candidates` is for a recruiter's desk, no workflow runs it: it lists people by name.
    keep = f"open({str(folder / 'log')!r}, 'a').write(done.stdout + done.stderr)"
    log = f"verb == 'candidates' or {keep}\n        "
    text = before[files[0]].replace('"CHROME_PATH"', f'{named}"CHROME_PATH"')
    text = text.replace("if done.returncode not in", f"{log}if done.returncode not in")
    assert text.count(str(folder)) == 3
    files[0].write_text(text, "utf-8")
    yield
    for path, text in before.items():
        path.write_text(text, "utf-8")


def marked(application: dict[str, Any]) -> dict[str, Any]:
    """An application whose every word about the person is a canary's; its job and id stay."""
    said = ("name", "email", "phone", "location", "message")
    new: dict[str, Any] = {k: f"{CANARY}{application[k]}" for k in said if application.get(k)}
    new["links"] = [f"{link}/{CANARY}" for link in application.get("links", ())]
    new["answers"] = {k: f"{CANARY} {v}" for k, v in application.get("answers", {}).items()}
    return application | new


def nowhere_else(folder: Path) -> list[str]:
    """The files with the canary that are not private."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    found = (p.relative_to(folder).as_posix() for p in paths if CANARY.encode() in p.read_bytes())
    own = "tests/cli/test_demo.py", "tests/candidates/test_canary.py"
    return [name for name in found if not name.startswith(PRIVATE) and name not in own]


def test_the_demo_plays_its_own_company(adopted: Path) -> None:
    """It plays from beginning to end, shows the comment once, and says what to open with what.

    No word of an applicant is in what it prints, in a run's output or summary, on the site, in the
    comment, in a cache.
    """
    program = "import sys; from careers.cli import main; sys.exit(main(['demo']))"
    with watched(adopted):
        lines = run(adopted, "-c", program).splitlines()
        text = "\n".join(lines)
        assert (adopted / "log").stat().st_size > 5_000
        assert (adopted / "STEP_SUMMARY").stat().st_size > 1_000
        assert CANARY in (adopted / "_demo/candidates/1.md").read_text("utf-8")
        assert not nowhere_else(adopted)
    assert len(lines) <= MOST_LINES
    assert [line for line in lines if line != line.rstrip() or len(line) > 100] == []
    assert [line[:4] for line in lines if line[1:3] == "/8"] == [f"{n}/8 " for n in range(1, 9)]
    assert text.count("Merging changes 1 page") == 1
    assert "take-home → hired" in text
    assert "apart: talk about it" in text
    assert "linked from their issues: 7-cv.pdf, 8-cv.pdf, 9-cv.pdf" in text
    assert not {"Traceback", "Koch", "Kessel"} & {*text.replace(":", " ").split()}
    opened = text.partition("What to open")[2]
    assert "make serve" in opened
    for name in ("_demo/candidates/1.md", "_demo/pull-request.md"):
        assert name in opened
        assert (adopted / name).is_file()
    assert "Example Tools" in (adopted / "_site" / "index.html").read_text(encoding="utf-8")


def test_the_tests_pass_whatever_the_postings(adopted: Path) -> None:
    """No test reads the company's own postings or settings: its CI stays green."""
    own = ("-n", "0", "-q", "--basetemp", str(adopted.parent / "own"))
    last = run(adopted, "-m", "pytest", *own, *TESTS).splitlines()[-1]
    assert "passed" in last
    assert "failed" not in last
