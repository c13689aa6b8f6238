"""Makes the table of the languages' codes that careers ships, out of CLDR by Babel.

    python tools/languages.py

writes scripts/careers/language/codes.tsv. Nothing of this is needed to run careers.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale

TARGET = Path(__file__).parents[1] / "scripts" / "careers" / "language" / "codes.tsv"


def main() -> None:
    """Write the codes that begin a tag of BCP 47, one a line."""
    codes = sorted({code.partition("_")[0] for code in Locale("en").languages})
    TARGET.write_text("".join(f"{code}\n" for code in codes), encoding="utf-8")


if __name__ == "__main__":
    main()
