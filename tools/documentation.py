"""Builds the documentation as a site, whole in itself: it may lie anywhere, as at a site's /docs/.

`python tools/documentation.py` in the project's folder writes _docs/. Files of the repository that
pages link to come along, of a folder the text that tells of it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

OUT, DOCS = Path("_docs"), Path("docs")
ABOUT = "README.md"
_LINK = re.compile(r'(?<=href=")(?:\.\./)+[^"#?]+')


def main() -> int:
    """Build, and take along what pages link to; the exit status."""
    program = str(Path(sys.executable).with_name("zensical"))
    done = subprocess.run([program, "build", "--clean", "--strict"], check=False)  # noqa: S603 - ours
    for page in () if done.returncode else OUT.rglob("*.html"):
        text = page.read_text("utf-8")
        page.write_text(_LINK.sub(partial(_taken, page.parent), text), "utf-8")
    return done.returncode


def _taken(home: Path, match: re.Match[str]) -> str:
    """A link that leads within the site: to a copy, where it led to a file beside docs/."""
    link = match[0]
    there = (DOCS / home.relative_to(OUT) / link).resolve()
    source = there / ABOUT if there.is_dir() else there
    if there.is_relative_to(DOCS.resolve()) or not source.is_file():
        return link
    name = source.relative_to(Path.cwd())
    (OUT / name).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, OUT / name)
    return "../" * len(home.relative_to(OUT).parts) + name.as_posix()


if __name__ == "__main__":
    sys.exit(main())
