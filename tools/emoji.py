"""Writes the names of emoji that careers ships, out of gemoji, GitHub's own list.

    npm pack gemoji@8.1.0 && tar -xzf gemoji-8.1.0.tgz
    python tools/emoji.py package/index.js

writes scripts/careers/markdown/emoji.tsv. Nothing of this is needed to run careers. Why from
there: docs/decisions/github-markdown.md.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "scripts" / "careers" / "markdown" / "emoji.tsv"
ENTRY = re.compile(r"emoji: '(?P<emoji>[^']+)',\s+names: \[(?P<names>[^\]]+)\]")


def main() -> None:
    """Write a line a name, in the order of names."""
    rows = {
        name: entry["emoji"]
        for entry in ENTRY.finditer(Path(sys.argv[1]).read_text(encoding="utf-8"))
        for name in re.findall(r"'([^']+)'", entry["names"])
    }
    lines = (f"{name}\t{rows[name]}\n" for name in sorted(rows))
    TARGET.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
