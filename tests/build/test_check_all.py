"""Many files are checked by several processes, and the findings are those of one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPTS = Path(__file__).parents[2] / "scripts"
HEAD = "---\ntitle: Tester {0}\nstatus: open\nid: JOB-{1}\n---\n\n# Tester {0}\n\n"
CODE = f"""
import os, sys
from datetime import date
sys.path.insert(0, {str(SCRIPTS)!r})
os.sched_getaffinity = lambda _: {{0, 1}}
from careers.build.check_all import check_files
from careers.checks import Context, check_all
from careers.files.load import load_postings, posting_paths
from careers.files.repository_files import find_files
from careers.settings import Settings
context = Context(Settings(), date(2026, 6, 1), files=find_files(["postings"]))
checked = check_files(posting_paths(["postings"]), context)
alone = check_all(Context(Settings(), date(2026, 6, 1), load_postings(["postings"]), context.files))
print(checked.findings == alone, len(alone))
print({{finding.path for finding in alone}} == checked.texts.keys())
print(checked.texts["postings/3.md"].lines[3])
"""


def test_many_files(tmp_path: Path) -> None:
    """Links between postings, shared texts, doubles: all is found, and its lines can be shown."""
    shared = tmp_path / "postings" / "_shared"
    shared.mkdir(parents=True)
    (shared / "us.md").write_text("We are TODO.\n")
    for number in range(80):
        text = f"See [this]({(number + 7) % 90}.md#pay).\n\n" + '{{ shared("us") }}\n'
        head = HEAD.format(number, number // 2)
        (shared.parent / f"{number}.md").write_text(head + text)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", CODE],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    same, texts, line = done.stdout.splitlines()
    assert same.startswith("True ")
    assert int(same.split()[1]) > 200
    assert (texts, line) == ("True", "id: JOB-1")
