"""The tables of docs/letters.md, from the letters themselves."""

from __future__ import annotations

from careers.letters import all_kinds
from careers.letters.support.placeholders import OPTIONAL, PLACEHOLDERS


def letters_table() -> str:
    """Every letter: when it goes, how soon."""
    rows = [f"| `{kind.name}` | {kind.help} | {kind.when} |" for kind in all_kinds().values()]
    return "\n".join(["| letter | | it goes |", "|---|---|---|", *rows])


def placeholders_table() -> str:
    """Every placeholder: where its words come from, in which letters it stands."""
    rows = []
    for name, source in PLACEHOLDERS.items():
        kinds = [kind.name for kind in all_kinds().values() if name in kind.placeholders]
        mark = " *" if name in OPTIONAL else ""
        rows.append(f"| `{name}`{mark} | {source} | {', '.join(kinds)} |")
    head = ["| placeholder | comes from | stands in |", "|---|---|---|"]
    return "\n".join([*head, *rows])
