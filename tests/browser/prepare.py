"""Finds what the tests in a browser need, and installs what this machine lets itself be given.

``make test`` runs it first. What cannot be installed (no network, no node, no Java) is skipped by
the tests, which say so; nothing here fails. Only Python's own library is used.
"""

from __future__ import annotations

import os
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
    """A Chromium of this machine: CHROME_PATH, one on PATH, then Playwright's own."""
    named = [os.environ.get("CHROME_PATH"), *map(shutil.which, NAMES), *ELSEWHERE]
    found = next((path for path in named if path and Path(path).is_file()), None)
    return found or _playwrights()


def _playwrights() -> str | None:
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where none is found
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


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
    """Install a Chromium as this platform does: Debian's as root, else Playwright's."""
    if find_browser():
        return
    print("Installing a Chromium …", flush=True)
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
        install = ("apt-get", "install", "-y", "-q", "--no-install-recommends")
        # What downloads may be cut off at any time; what unpacks may not.
        if _ran(60, "apt-get", "update", "-q") and _ran(
            90, *install, "--download-only", "chromium"
        ):
            _ran(120, *install, "chromium")
    if not find_browser():
        _ran(60, sys.executable, "-m", "playwright", "install", "chromium")
    if not find_browser():
        print(NO_BROWSER)


def _ran(seconds: float, *command: str, cwd: Path = HERE) -> bool:
    """Whether a command ended well in time; what it prints is not shown."""
    try:
        done = subprocess.run(command, cwd=cwd, capture_output=True, timeout=seconds, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    install_browser()
    install_packages(HERE)
