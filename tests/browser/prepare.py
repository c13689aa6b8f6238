"""Brings what the tests in a browser, and of workflows, need beside Python, where it can be had.

``make test`` runs it first. What cannot be installed (no network, no node, no Java) is skipped by
the tests, which say so; nothing here fails. Only Python's own library is used.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ELSEWHERE = (
    "/usr/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
NO_BROWSER = "no Chromium: not looked at in a browser (install it, or name it in CHROME_PATH)"


def find_browser() -> str | None:
    """A Chromium of this machine that starts: CHROME_PATH, one on PATH, then Playwright's own."""
    named = [os.environ.get("CHROME_PATH"), *map(shutil.which, NAMES), *ELSEWHERE]
    found = next((path for path in named if path and _starts(path)), None)
    return found or _playwrights()


def _starts(path: str) -> bool:
    """Whether a browser is there and starts: Ubuntu's is a note that asks for the snap of it.

    On Windows none tells its version; one that is there is believed.
    """
    return Path(path).is_file() and (os.name == "nt" or _ran(20, path, "--version"))


def _playwrights() -> str | None:
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where none is found
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if _starts(path) else None


def npm_package(folder: Path, name: str) -> Path | None:
    """The folder of an installed npm package; None where node or the package is not there."""
    found = folder / "node_modules" / name
    return found if shutil.which("node") and found.is_dir() else None


def install_packages(folder: Path) -> None:
    """Bring a folder's node_modules to what its lock file says, where npm is there."""
    lock, made = folder / "package-lock.json", folder / "node_modules" / ".package-lock.json"
    if not shutil.which("npm") or (made.exists() and made.stat().st_mtime > lock.stat().st_mtime):
        return
    print(f"Installing the npm packages of {folder.name} …", flush=True)
    if _ran(120, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", cwd=folder):
        made.touch()


def install_browser() -> None:
    """Install a Chromium as this platform does: Debian's as root, else Playwright's own."""
    if find_browser():
        return
    print("Installing a Chromium …", flush=True)
    apt = shutil.which("apt-get") is not None
    root = apt and os.geteuid() == 0
    tried = [_debians() if root else "apt-get needs root"] if apt and _is_debian() else []
    if not find_browser():
        # What Playwright downloads needs libraries, which apt-get installs for root alone.
        install = (sys.executable, "-m", "playwright", "install")
        done = _ran(180, *install, *(["--with-deps"] if root else []), "chromium")
        tried.append("Playwright's does not start" if done else "Playwright cannot download one")
    if not find_browser():
        why = ", and ".join(filter(None, tried))
        print(f"The tests in a browser are skipped: {why}. Name a Chromium in CHROME_PATH.")


def _is_debian() -> bool:
    try:
        return platform.freedesktop_os_release().get("ID") == "debian"
    except OSError:
        return False


def _debians() -> str:
    """Install Debian's; why there is none, where there is none."""
    os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
    install = ("apt-get", "install", "-y", "-q", "--no-install-recommends")
    # What downloads may be cut off at any time; what unpacks may not.
    if not (
        _ran(60, "apt-get", "update", "-q") and _ran(90, *install, "--download-only", "chromium")
    ):
        return "apt-get cannot download one"
    return "" if _ran(120, *install, "chromium") else "apt-get cannot install one"


def _ran(seconds: float, *command: str, cwd: Path = HERE) -> bool:
    """Whether a command ended well in time; what it prints is not shown."""
    try:
        done = subprocess.run(
            command,
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    install_browser()
    for folder in (HERE, HERE.parent / "receiver", HERE.parent / "workflows"):
        install_packages(folder)
