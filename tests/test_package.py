"""The package as others install it: a wheel with its templates, and hooks for pre-commit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
HOOKS = ".pre-commit-hooks.yaml"
SHIPPED = (
    "scripts",
    "templates",
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


def test_wheel(source: Path, tmp_path: Path) -> None:
    """Installed from a wheel, outside of the repository, the commands have what they need."""
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
    build = ("--no-deps", "--no-build-isolation", "--no-index")
    run(*pip, "wheel", ".", *build, "-w", str(tmp_path / "wheels"), cwd=source)
    (wheel,) = (tmp_path / "wheels").glob("*.whl")
    run(*pip, "install", str(wheel), "--no-deps", "--no-index", "--target", "lib", cwd=tmp_path)
    env = os.environ | {"PYTHONPATH": str(tmp_path / "lib"), "PYTHONDONTWRITEBYTECODE": "1"}

    def careers(*arguments: str) -> str:
        program = "import sys; from careers.cli import main; sys.exit(main())"
        return run(sys.executable, "-c", program, *arguments, cwd=tmp_path, env=env)

    where = run(sys.executable, "-c", "import careers; print(careers.__file__)", cwd=ROOT, env=env)
    assert where.startswith(str(tmp_path))
    careers("new", "Product Manager", "--path", "postings/product-manager.md")
    assert "1 file checked" in careers("validate")
    assert "The title is the job's title" in careers("explain", "title")
    assert "Published" in careers("publish")
    assert (tmp_path / "_site" / "index.html").is_file()
    assert "careers demo --serve" in careers("demo")
    assert (tmp_path / "_demo" / "candidates" / "1.md").is_file()
    given = ("--company", "Bakery", "--owner", "bakery", "--source", f"bakery/careers@{'a' * 40}")
    assert "20 files written" in careers("init", "own", *given)
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "baker.md").write_text("# Baker\n\n## Qualifications\n\nYou bake.\n")
    assert "postings/baker.md  from old/baker.md" in careers("adopt", "old", "--dry-run")
    assert "What is new since" in careers(
        "upgrade", "own/candidates", "--dry-run", "--to", given[-1]
    )


def test_a_wheel_is_the_same_wherever_it_is_built(source: Path, tmp_path: Path) -> None:
    """Built twice on two paths, it is equal to the byte: whoever doubts it builds it again."""
    made = []
    for name in ("here", "elsewhere/deep"):
        shutil.copytree(
            source, tmp_path / name, ignore=shutil.ignore_patterns("build", "*.egg-info")
        )
        pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "wheel", ".")
        build = ("--no-deps", "--no-build-isolation", "--no-index", "-w", "wheels")
        run(*pip, *build, cwd=tmp_path / name, env=os.environ | {"SOURCE_DATE_EPOCH": "1764288000"})
        (wheel,) = (tmp_path / name / "wheels").glob("*.whl")
        made.append(wheel.read_bytes())
    assert made[0] == made[1]


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
