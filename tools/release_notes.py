"""Prints what CHANGELOG.md says of the version that is released; ends where that cannot be.

`python tools/release_notes.py`: the tag of GITHUB_REF_NAME, where there is one, must be the
version of scripts/careers/__init__.py, and its section in the changelog must not be empty.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Print the notes; the exit status."""
    source = (ROOT / "scripts/careers/__init__.py").read_text("utf-8")
    version = re.search(r'__version__ = "([^"]+)"', source)
    tag = os.environ.get("GITHUB_REF_NAME", "")
    if version is None or (tag and tag != f"v{version[1]}"):
        sys.stderr.write(f"error: the tag `{tag}` is not that of scripts/careers/__init__.py\n")
        return 1
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    section = re.search(
        rf"(?ms)^## {re.escape(version[1])}\b[^\n]*\n(?P<text>.*?)(?=^## |\Z)", changelog
    )
    if section is None or not section["text"].strip():
        sys.stderr.write(f"error: CHANGELOG.md has no section `## {version[1]}`\n")
        return 1
    sys.stdout.write(f"{section['text'].strip()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
