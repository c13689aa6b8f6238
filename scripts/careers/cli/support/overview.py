"""What ``careers --help`` and ``careers --version`` say."""

from __future__ import annotations

import textwrap
from pathlib import Path

import careers
from careers.cli.support.verbs import AUDIENCES, described

_USAGE = """usage: careers VERB [OPTION ...]
       careers help VERB
       careers --version
"""
_ROOT = Path(careers.__file__).parents[2]


def overview(width: int) -> str:
    """The usage and every verb, by who uses it, in lines of at most ``width`` characters."""
    found = described()
    indent = max(len(verb.name) for verb in found) + 4
    parts = [_USAGE]
    for audience, heading in AUDIENCES.items():
        lines = [
            textwrap.fill(
                verb.summary,
                width,
                initial_indent=f"  {verb.name}".ljust(indent),
                subsequent_indent=" " * indent,
                break_on_hyphens=False,
            )
            for verb in found
            if verb.audience == audience
        ]
        parts.append("\n".join([f"{heading}:", *lines, ""]))
    return "\n".join(parts)


def version() -> str:
    """The version; from a clone, its commit too."""
    commit = None
    if (_ROOT / ".git").exists():
        from careers.files.git import ask

        commit = ask(_ROOT, "rev-parse", "--short", "HEAD")
    return f"careers {careers.__version__}" + (f" ({commit.strip()})" if commit else "")
