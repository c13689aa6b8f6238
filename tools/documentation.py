"""Builds the documentation as a site, whole in itself: it may lie anywhere, as at a site's /docs/.

`python tools/documentation.py` in the project's folder writes _docs/. The schemas, which stand
beside docs/ in the repository, come along.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

OUT, BESIDE = Path("_docs"), "schemas"


def main() -> int:
    """Build, and take along what pages link to; the exit status."""
    program = str(Path(sys.executable).with_name("zensical"))
    done = subprocess.run([program, "build", "--clean", "--strict"], check=False)  # noqa: S603 - ours
    if done.returncode:
        return done.returncode
    shutil.copytree(BESIDE, OUT / BESIDE, dirs_exist_ok=True)
    for page in OUT.rglob("*.html"):
        up = "../" * (len(page.relative_to(OUT).parts) - 1)
        text = page.read_text("utf-8")
        page.write_text(text.replace(f'"{up}../{BESIDE}/', f'"{up}{BESIDE}/'), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
