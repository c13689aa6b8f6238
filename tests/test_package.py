"""The package as others install it: a wheel with its templates, and hooks for pre-commit."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
HOOKS = ".pre-commit-hooks.yaml"
SHIPPED = (
    "scripts",
    "templates",
    "schemas",
    "examples",
    "pyproject.toml",
    "setup.py",
    "MANIFEST.in",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
)
LIBRARIES = sysconfig.get_paths()["purelib"]
DRAFT = "---\ntitle: Product Manager\nstatus: Draft\n---\n\n# Product Manager\n\n* a\n"


def run(*command: str, cwd: Path, env: dict[str, str] | None = None) -> str:
    """What a command prints; the test fails where the command does."""
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the package is built from, so that building leaves the project as it is."""
    folder = tmp_path_factory.mktemp("source")
    for name in (*SHIPPED, HOOKS):
        path = ROOT / name
        if path.is_dir():
            ignore = shutil.ignore_patterns("__pycache__", "*.egg-info")
            shutil.copytree(path, folder / name, ignore=ignore)
        else:
            shutil.copy(path, folder / name)
    return folder


# As pip and uv have it built, without an environment of its own.
BUILD = """
import sys
from setuptools import build_meta
folder = sys.argv[1]  # which the build replaces
build_meta.build_wheel(folder)
build_meta.build_sdist(folder)
"""


def build(source: Path, folder: Path) -> Path:
    """The folder with the wheel and the source archive that are built of a copy of the source."""
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns(".git", "*.egg-info"))
    (folder / "dist").mkdir()
    env = os.environ | {"SOURCE_DATE_EPOCH": "1764288000"}
    run(sys.executable, "-c", BUILD, "dist", cwd=folder, env=env)
    return folder / "dist"


@pytest.fixture(scope="session")
def dist(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is built."""
    return build(source, tmp_path_factory.mktemp("built") / "here")


def test_wheel(dist: Path, tmp_path: Path) -> None:
    """Out of a wheel alone, outside of the repository, the commands have what they need."""
    (wheel,) = dist.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        assert not [name for name in names if name.startswith("tests/")]
        for folder in ("templates", "schemas"):
            kept = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*.*")}
            assert {f"careers/{name}" for name in kept if (ROOT / name).is_file()} <= {*names}
        archive.extractall(tmp_path / "lib")
    env = os.environ | {"PYTHONPATH": str(tmp_path / "lib")}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # the demo starts the package again and again
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "baker.md").write_text("# Baker\n\n## Qualifications\n\nYou bake.\n")
    source = f"bakery/careers@{'a' * 40}"
    commands = (
        ("new", "Product Manager", "--path", "postings/product-manager.md"),
        ("validate",),
        ("explain", "title"),
        ("publish",),
        ("init", "own", "--company", "Bakery", "--owner", "bakery", "--source", source),
        ("adopt", "old", "--dry-run"),
        ("upgrade", "own/candidates", "--dry-run", "--to", source),
        ("demo",),
    )
    said = run(sys.executable, "-c", ALL, json.dumps(commands), cwd=tmp_path, env=env)
    for part in (
        f"from {tmp_path}", "1 file checked", "The title is the job's title", "Published",
        "20 files written", "postings/baker.md  from old/baker.md", "What is new since",
        "careers demo --serve",
    ):  # fmt: skip
        assert part in said
    assert (tmp_path / "_site" / "index.html").is_file()
    assert (tmp_path / "_demo" / "candidates" / "1.md").is_file()


# One process: to start another for each takes longer than most of them.
ALL = """
import json, sys
import careers
from careers import cli
print("from", careers.__file__, flush=True)
for verb, *given in json.loads(sys.argv[1]):
    assert cli.run(verb, given) == 0, verb
"""


def test_the_package_is_the_same_wherever_it_is_built(
    source: Path, dist: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On another path, by somebody who lets nobody read, far away, both archives are equal.

    To the byte: whoever doubts them builds.
    """
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    before = os.umask(0o077)
    try:
        closed = shutil.copytree(source, tmp_path / "closed", copy_function=shutil.copyfile)
        again = build(closed, tmp_path / "elsewhere" / "deep")
    finally:
        os.umask(before)
    names = {path.name for path in dist.iterdir()}
    assert len(names) == 2
    assert names == {path.name for path in again.iterdir()}
    for name in names:
        assert (dist / name).read_bytes() == (again / name).read_bytes(), name


def test_hooks_run_what_there_is() -> None:
    """Each hook is a verb of `careers`, for the postings alone."""
    from careers.cli.support.verbs import verbs  # noqa: PLC0415 - pytest's own path is set by now

    hooks = yaml.safe_load((ROOT / HOOKS).read_text("utf-8"))
    assert [hook["id"] for hook in hooks] == ["careers-validate", "careers-fix", "careers-fmt"]
    for hook in hooks:
        assert hook["id"] == hook["entry"].replace(" ", "-")
        assert hook["entry"].split()[1] in verbs()
        assert hook["files"] == r"^postings/.*\.md$"


def test_pre_commit(source: Path, tmp_path: Path) -> None:
    """pre-commit installs the hooks, mends what they can, and then lets the commit pass.

    Without network: pip takes the libraries that are installed here, and builds with them.
    """
    user = ("-c", "user.name=Mira", "-c", "user.email=mira@example.com")
    run("git", "init", "-q", cwd=source)
    run("git", "add", "-A", cwd=source)
    run("git", *user, "commit", "-qm", "hooks", cwd=source)
    revision = run("git", "rev-parse", "HEAD", cwd=source).strip()
    posting = tmp_path / "postings" / "product-manager.md"
    posting.parent.mkdir()
    posting.write_text(DRAFT)
    hooks = [{"id": f"careers-{verb}"} for verb in ("fix", "fmt", "validate")]
    config = {"repos": [{"repo": str(source), "rev": revision, "hooks": hooks}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    run("git", "init", "-q", cwd=tmp_path)
    run("git", "add", "postings", ".pre-commit-config.yaml", cwd=tmp_path)
    # "0" turns build isolation off: pip reads it as the option's own value.
    pip = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0"}
    home = {"PRE_COMMIT_HOME": str(tmp_path / ".home"), "PYTHONPATH": LIBRARIES}
    command = (sys.executable, "-m", "pre_commit", "run", "--all-files")
    env = os.environ | pip | home
    first = subprocess.run(
        command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    assert "files were modified by this hook" in first.stdout, first.stdout + first.stderr
    assert posting.read_text() == DRAFT.replace("Draft", "draft").replace("* a", "- a")
    assert run(*command, cwd=tmp_path, env=env).count("Passed") == len(hooks)
