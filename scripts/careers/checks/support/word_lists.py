"""The words that checks on language look for: ``data/words_LANGUAGE.toml``, a table a check."""

from __future__ import annotations

import pkgutil
import tomllib
from collections.abc import Mapping
from functools import cache


def word_list(code: str, language: str = "en") -> Mapping[str, str]:
    """The table of a check, by its code: for phrases, what to say instead."""
    table: Mapping[str, str] = _tables(language)[code]
    return table


@cache
def _tables(language: str) -> dict[str, dict[str, str]]:
    data = pkgutil.get_data("careers.checks", f"data/words_{language}.toml") or b""
    return tomllib.loads(data.decode())
