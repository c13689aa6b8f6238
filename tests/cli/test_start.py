"""What a start loads: nothing that is not used, for somebody waits for it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
POSTING = "---\ntitle: Product Manager\nstatus: draft\n---\n\n# Product Manager\n\nText.\n"
PROGRAM = """
import json, sys
from careers.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules} | set(sys.modules))))
"""
NEVER = {
    "PIL", "argcomplete", "babel", "concurrent", "email", "github", "graphql",
    "importlib.metadata", "jinja2", "nh3", "pagefind", "requests", "resvg_py", "rich",
    "ssl", "subprocess", "watchfiles", "werkzeug",
}  # fmt: skip
"""What checking one posting has no use for."""


def loaded(*arguments: str, cwd: Path) -> set[str]:
    """The modules that a process has loaded when a verb is done, and their packages."""
    done = subprocess.run(
        (sys.executable, "-c", PROGRAM, *arguments),
        cwd=cwd,
        env={"PYTHONPATH": str(ROOT / "scripts")},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("argument", ["--version", "--help", "help", "publsh"])
def test_no_library_is_loaded_to_tell_what_there_is(argument: str, tmp_path: Path) -> None:
    """The version, the list of verbs and a slip of the pen need Python alone, and no verb."""
    packages = {name for name in loaded(argument, cwd=tmp_path) if "." not in name}
    known = sys.stdlib_module_names | {"careers", "__main__"}
    # What is installed to make imports work, or by who built this Python, is loaded before ours.
    assert {name for name in packages - known if not name.startswith("_")} <= {
        "cython_runtime",
        "sitecustomize",
    }
    ours = {name for name in loaded(argument, cwd=tmp_path) if name.startswith("careers.cli.")}
    assert all(name.startswith("careers.cli.support") for name in ours)


def test_a_check_loads_what_checks_need(tmp_path: Path) -> None:
    """One small posting is checked without the site, GitHub, the network or another process."""
    (tmp_path / "postings").mkdir()
    (tmp_path / "postings" / "a.md").write_text(POSTING)
    modules = loaded("validate", "postings/a.md", cwd=tmp_path)
    assert "careers.cli.validate" in modules
    assert not modules & NEVER
    rooms = {name.split(".")[1] for name in modules if name.startswith("careers.")}
    assert not rooms & {"github", "hiring", "intake", "preview", "sandbox", "site", "web"}
