"""What is wrong with a file of ``templates/mail``: the letters that need it stop, and no others."""

from __future__ import annotations

from careers.text.diagnostics import CareersError

FOLDER = "templates/mail"


class BrokenFileError(CareersError):
    """The message names the file's path, and the line where one is known; ``file`` is its name."""

    def __init__(self, file: str, told: str, help: str, line: int = 0) -> None:  # noqa: A002 - as there
        where = f"{FOLDER}/{file}, line {line}," if line else f"{FOLDER}/{file}"
        super().__init__(f"{where} {told}", help)
        self.file = file


def line_of(error: BaseException) -> int:
    """The line of the template at which filling it in failed; 0 where none is told."""
    line, place = 0, error.__traceback__
    while place:
        if place.tb_frame.f_code.co_filename == "<template>":
            line = place.tb_lineno
        place = place.tb_next
    return line
