"""docs/letters.md lists the letters and placeholders that there are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from careers.letters.support.reference import letters_table, placeholders_table

DOCS = Path(__file__).parents[2] / "docs" / "letters.md"


def test_the_tables_are_those_of_the_code(expected: Callable[[Path, str], None]) -> None:
    """Made anew by ``--bless``."""
    text = DOCS.read_text("utf-8")
    for name, table in (("letters", letters_table()), ("placeholders", placeholders_table())):
        start, end = f"<!-- {name}: made from the code -->\n\n", f"\n\n<!-- /{name} -->"
        before, _, rest = text.partition(start)
        text = f"{before}{start}{table}{end}{rest.partition(f'<!-- /{name} -->')[2]}"
    expected(DOCS, text)
