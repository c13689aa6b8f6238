"""Install what one use needs, by its lock, into an environment: ``install.py FOLDER USE``.

Runs where nothing is installed yet, so it needs Python's standard library alone: in the Makefile
and in action.yml. pip brings uv, and uv the rest, both by the hashes of the locks beside this file.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

LOCKS = Path(__file__).resolve().parent
# uv reads neither pip's environment nor its files. The certificates are the machine's, as pip's.
LIKE_PIP = {
    "UV_SYSTEM_CERTS": "true",
    "UV_PYTHON_DOWNLOADS": "never",
    "UV_INDEX_STRATEGY": "unsafe-best-match",
}
INDEXES = {"PIP_INDEX_URL": "UV_DEFAULT_INDEX", "PIP_EXTRA_INDEX_URL": "UV_INDEX"}
PIP = ("--quiet", "--disable-pip-version-check", "--require-hashes")


def main() -> int:
    """Make the environment where there is none, and install; the exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036 - to be told, in an older one, what to do
        this = ".".join(map(str, sys.version_info[:2]))
        return told(f"careers needs Python 3.11 or later, this is {this}: make PYTHON=python3.12")
    folder, use = Path(sys.argv[1]), sys.argv[2]
    locks = sorted(path.stem for path in LOCKS.glob("*.txt"))
    if use not in locks:
        return told(f"there is no lock `{use}`, but {', '.join(locks)}")
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder)
    if not (folder / "bin" / "uv").exists() and pip(python, "uv"):
        return told("pip could not install uv: what it says above is why")
    uv = [folder / "bin" / "uv", "pip", "install", "--quiet", "--python", python]
    if run(*uv, "--require-hashes", "-r", LOCKS / f"{use}.txt") == 0:
        return 0
    # The package index may stand in a file that only pip reads.
    sys.stderr.write("uv could not install: pip tries\n")
    return pip(python, use)


def pip(python: Path, use: str) -> int:
    """Install a lock with pip: this Python's, else one that comes into the environment."""
    ours = [sys.executable, "-m", "pip", "--python", python]
    if not can_pip():
        run(python, "-m", "ensurepip")
        ours = [python, "-m", "pip"]
    return run(*ours, "install", *PIP, "-r", LOCKS / f"{use}.txt")


def can_pip() -> bool:
    """Whether this Python has a pip that installs into another environment (22.3, in 2022)."""
    # An older Python lacks it, and is to be told so in plain words.
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return tuple(map(int, version("pip").split(".")[:2])) >= (22, 3)
    except (PackageNotFoundError, ValueError):
        return False


def run(*command: object) -> int:
    """Run a command; its exit status."""
    given = os.environ
    indexes = {ours: given[theirs] for theirs, ours in INDEXES.items() if theirs in given}
    return subprocess.run(
        [str(part) for part in command], env={**LIKE_PIP, **indexes, **given}, check=False
    ).returncode


def told(message: str) -> int:
    """Say what went wrong."""
    sys.stderr.write(f"error: {message}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
