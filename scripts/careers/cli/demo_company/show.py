"""What the demo prints: a heading a scene, a line a deed, a table at the end."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

_PLAIN_WIDTH = 100
_INDENT = 5 * " "


class Show:
    """Prints to the terminal in colour, to a file or a log in plain lines."""

    def __init__(self) -> None:
        self.console = Console(highlight=False)
        if not self.console.is_terminal:
            self.console = Console(highlight=False, width=_PLAIN_WIDTH)

    def scene(self, number: int, of: int, title: str) -> None:
        """Begin a scene."""
        self.console.print()
        self.console.print(Text(f"{number}/{of}  {title}", style="bold"))

    def printed(self, output: str) -> None:
        """What a verb printed, indented."""
        self._indented(Text(output.rstrip(), style="dim"), _INDENT)

    def deed(self, who: str, what: str, outcome: str = "") -> None:
        """Somebody did something, and what came of it."""
        line = Text.assemble((who, "bold"), f" {what}")
        if outcome:
            line.append(f"  →  {outcome}", style="cyan")
        self._indented(line, "  ✓  ")

    def table(
        self, columns: Iterable[str], rows: Iterable[Iterable[str]], cut: Iterable[str] = ()
    ) -> None:
        """A table of plain texts; where it is too wide, the columns named in ``cut`` give way."""
        names, lines = list(columns), [list(row) for row in rows]
        table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0), pad_edge=False)
        for number, name in enumerate(names):
            widest = max(cell_len(text) for text in (name, *(line[number] for line in lines)))
            table.add_column(
                name,
                overflow="ellipsis",
                no_wrap=True,
                min_width=None if name in cut else widest,
            )
        for line in lines:
            table.add_row(*(Text(value) for value in line))
        with self.console.capture() as drawn:
            self.console.print(table)
        for row in drawn.get().splitlines():
            self.console.file.write(f"{row.rstrip()}\n")

    def _indented(self, text: Text, first: str) -> None:
        """Print it in lines that fit, the first with a sign, the others below it."""
        for line in text.wrap(self.console, self.console.width - len(_INDENT)):
            line.rstrip()
            self.console.print(Text(first).append_text(line) if line else "")
            first = _INDENT

    def line(self, text: str = "") -> None:
        """A plain line."""
        self.console.print(Text(text))
