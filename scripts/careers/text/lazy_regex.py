"""Regular expressions that are compiled when they are first used.

The checks know some 170 of them; one posting needs a few, and compiling all took longer than
checking it.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Pattern:
    """A pattern to be; its methods are the compiled one's from the first use on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._given = flags

    def __getattr__(self, name: str) -> Any:
        # What is kept in the instance is found there, and this is not asked again.
        value = getattr(re.compile(self.pattern, self._given), name)
        self.__dict__[name] = value
        return value


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``; an error in the pattern shows at its first use."""
    return cast("re.Pattern[str]", _Pattern(pattern, flags))
