"""Install what one use needs, by its lock, into an environment: ``install.py FOLDER USE``.

Runs where nothing is installed yet, so it needs Python's standard library alone: in the Makefile
and in action.yml. pip brings uv, into FOLDER/uv, and uv the rest; both by the hashes of the locks
beside this file. The use ``uv`` brings uv alone.
"""

import os
import subprocess
import sys
import venv
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

LOCKS = Path(__file__).resolve().parent
HAS_PIP = "import importlib.util, sys; sys.exit(importlib.util.find_spec('pip') is None)"
# uv reads no settings of pip's. The certificates are the machine's, as pip's are.
SETTINGS = {
    "UV_SYSTEM_CERTS": "true",
    "UV_PYTHON_DOWNLOADS": "never",
    "UV_INDEX_STRATEGY": "unsafe-best-match",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_ROOT_USER_ACTION": "ignore",
}
INDEXES = {"PIP_INDEX_URL": "UV_DEFAULT_INDEX", "PIP_EXTRA_INDEX_URL": "UV_INDEX"}


def main() -> int:
    """Make the environment where there is none, and install; the exit status."""
    if sys.version_info < (3, 11):  # noqa: UP036 - to be told, in an older one, what to do
        this = ".".join(map(str, sys.version_info[:2]))
        return told(f"careers needs Python 3.11 or later, this is {this}: make PYTHON=python3.12")
    folder, use = Path(sys.argv[1]), sys.argv[2]
    locks = sorted(path.stem for path in LOCKS.glob("*.txt"))
    if use not in locks:
        return told(f"there is no lock `{use}`, but {', '.join(locks)}")
    python, uv = folder / "bin" / "python", folder / "uv" / "bin" / "uv"
    if not python.exists():
        venv.create(folder)
    if use == "uv" or not uv.exists():
        # This Python's own pip where it has one: to put one into the environment takes seconds.
        status = bring(uv, sys.executable if find_spec("pip") else python)
        if status or use == "uv":
            return status
    lock = ("--require-hashes", "-r", LOCKS / f"{use}.txt")
    if run(uv, "pip", "install", "--quiet", "--python", python, *lock) == 0:
        return 0
    sys.stderr.write("uv could not: pip tries, which may know an index that uv does not\n")
    return pip(python, "install", use)


def bring(uv: Path, python: object) -> int:
    """Put uv where it belongs: one file out of the wheel that pip fetches by its hash.

    To install the wheel takes pip twice as long as to fetch it.
    """
    with TemporaryDirectory() as folder:
        if status := pip(python, "download", "uv", "--no-deps", "--dest", folder):
            return status
        (wheel,) = Path(folder).glob("uv-*.whl")
        with ZipFile(wheel) as archive:
            (name,) = (name for name in archive.namelist() if name.endswith(".data/scripts/uv"))
            uv.parent.mkdir(parents=True, exist_ok=True)
            uv.write_bytes(archive.read(name))
    uv.chmod(0o755)
    return 0


def pip(python: object, verb: str, lock: str, *options: object) -> int:
    """Let the pip of a Python, which gets one where it has none, take a lock."""
    if run(python, "-c", HAS_PIP) and run(python, "-m", "ensurepip"):
        return told("there is no pip: on Debian and Ubuntu, apt-get install python3-venv")
    command = ("-m", "pip", verb, "--quiet", *options, "--require-hashes")
    return run(python, *command, "-r", LOCKS / f"{lock}.txt")


def run(*command: object) -> int:
    """Run a command with the settings above, those of the machine before them; its exit status."""
    given = os.environ
    indexes = {ours: given[theirs] for theirs, ours in INDEXES.items() if theirs in given}
    environment = {**SETTINGS, **indexes, **given}
    return subprocess.run([str(part) for part in command], env=environment, check=False).returncode


def told(message: str) -> int:
    """Say what went wrong."""
    sys.stderr.write(f"error: {message}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
