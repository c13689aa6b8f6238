"""Lighthouse (npm) looks at the first page and at a posting of the examples: 100 is the bar.

The site is served on loopback as Pages serves it. What is measured is a telephone on a slow line,
Lighthouse's own default.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "scripts")]

from browser.prepare import find_browser, install_packages, npm_package  # noqa: E402 - found above
from browser.sites import COMPANIES, Site, build  # noqa: E402
from careers.cli.support.local_web import serve_folder  # noqa: E402
from careers.files.load import load_settings  # noqa: E402

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu"
BAR = 100


def scores(address: str, browser: str, program: Path) -> tuple[dict[str, int], list[str]]:
    """A page's points by category, 0 to 100, and what cost it some."""
    done = subprocess.run(
        [
            shutil.which("node") or "node",
            str(program),
            address,
            "--quiet",
            "--output",
            "json",
            f"--chrome-flags={FLAGS}",
        ],
        env=os.environ | {"CHROME_PATH": browser},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    report = json.loads(done.stdout)
    points = {name: round(100 * report["categories"][name]["score"]) for name in CATEGORIES}
    lost = []
    for name in CATEGORIES:
        for part in report["categories"][name]["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                lost.append(f"{name}: {audit['title']} {audit.get('explanation', '')}".strip())
    return points, lost


def main() -> None:
    """Print a line a page; say why where nothing can be measured."""
    install_packages(HERE)
    package, browser = npm_package(HERE, "lighthouse"), find_browser()
    if package is None or browser is None:
        print("Lighthouse: not measured (it wants node, npm and a Chromium)")
        return
    print(f"{'Lighthouse':28} " + "  ".join(f"{name:>14}" for name in CATEGORIES) + "   bar")
    with tempfile.TemporaryDirectory() as folder:
        company = COMPANIES["examples"]
        pages = build(company, Path(folder) / "site")
        with serve_folder(Path(folder) / "site", load_settings(company).site.url) as url:
            site = Site(Path(folder) / "site", url, pages)
            for path in ["", site.postings[0]]:
                points, lost = scores(url + path, browser, package / "cli" / "index.js")
                print(
                    f"{path or 'index':28} " + "  ".join(f"{n:14}" for n in points.values()), end=""
                )
                good = min(points.values()) >= BAR
                print(f"  {BAR:4}" + ("" if good else f"  UNDER THE BAR: {'; '.join(lost)}"))


if __name__ == "__main__":
    main()
