"""What is said of a file that is not kept."""

from __future__ import annotations

from collections.abc import Mapping

from careers.application.files import LARGEST, MOST, Unkept

_MB = 1024 * 1024
NOT_KEPT: Mapping[str, str] = {
    Unkept.MACROS: "not kept: it holds macros; ask for a PDF",
    Unkept.EMPTY: "not kept: it is empty",
    Unkept.LARGE: f"not kept: larger than {LARGEST // _MB} MB; ask for a link",
    Unkept.MANY: f"not kept: more than {MOST} files",
    Unkept.GONE: "not kept: the form's service has it no longer; ask for it",
    Unkept.ELSEWHERE: "it stays with the form's service: open it there",
    Unkept.WAITING: "not here yet: the next run tries again",
}
"""In words for people, behind its name."""
