"""The company's own drawing: tiles of arcs chosen by its name, so that no two sites look alike.

It is one colour in five strengths: as a mask over a gradient it follows every theme and scheme.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise
from typing import NamedTuple

_TRIES = 24
_STRENGTHS = (1.0, 0.72, 0.46, 0.46, 0.24, 0.24, 0.12)


class Tile(NamedTuple):
    """A shape of ``kind`` (see ``_SHAPES``) in a cell, of a strength from 0 to 1."""

    column: int
    row: int
    kind: str
    turn: int
    strength: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Tiles across and down, and the pixels of a tile's side."""

    columns: int
    rows: int
    side: int

    @property
    def width(self) -> int:
        """All of it across, in pixels."""
        return self.columns * self.side

    @property
    def height(self) -> int:
        """All of it down, in pixels."""
        return self.rows * self.side


BAND = Grid(16, 4, 48)
"""The drawing in the band at the top of a page."""


@lru_cache(maxsize=16)
def signature(name: str, grid: Grid = BAND) -> str:
    """The paths of the drawing as SVG, the same for the same name.

    It gathers to its end (the right), where no heading stands. Of several drawings that the name
    gives the most balanced one is taken: some compose better than others.
    """
    tiles = max((list(_tiles(f"{name}\n{seed}", grid)) for seed in range(_TRIES)), key=_balance)
    by_strength: dict[float, list[str]] = {}
    for tile in tiles:
        by_strength.setdefault(tile.strength, []).append(_path(tile, grid.side))
    return "".join(
        f'<path fill-opacity="{strength:g}" d="{"".join(paths)}"/>'
        for strength, paths in sorted(by_strength.items())
    )


def _tiles(seed: str, grid: Grid) -> Iterator[Tile]:
    draw = _numbers(seed)
    for row in range(grid.rows):
        for column in range(grid.columns):
            chance, kind, turn, strength = (next(draw) for _ in range(4))
            if chance < min(0.94, 0.08 + 1.25 * column / (grid.columns - 1)):
                yield Tile(
                    column,
                    row,
                    _KINDS[int(kind * len(_KINDS))],
                    int(turn * 4),
                    _STRENGTHS[int(strength * len(_STRENGTHS))],
                )


def _numbers(seed: str) -> Iterator[float]:
    """Numbers from 0 up to 1, for ever."""
    block = seed.encode()
    while True:
        block = sha256(block).digest()
        yield from (byte / 256 for byte in block)


def _balance(tiles: list[Tile]) -> float:
    """Higher where rows weigh alike, every kind occurs, full tiles are few and none is doubled."""
    weights: dict[int, float] = {}
    for tile in tiles:
        weights[tile.row] = weights.get(tile.row, 0) + tile.strength
    rows = list(weights.values()) or [0]
    uneven = max(rows) - min(rows)
    kinds = len({tile.kind for tile in tiles})
    full = sum(tile.strength == 1 for tile in tiles)
    doubled = sum(a[2:4] == b[2:4] and a.row == b.row for a, b in pairwise(tiles))
    return kinds - uneven / 2 - abs(full - 6) / 2 - doubled


def _quarter(x: int, y: int, side: int, turn: int) -> str:
    return (
        f"M{x} {y}h{side}a{side} {side} 0 0 1-{side} {side}z",
        f"M{x + side} {y}v{side}a{side} {side} 0 0 1-{side}-{side}z",
        f"M{x + side} {y + side}h-{side}a{side} {side} 0 0 1 {side}-{side}z",
        f"M{x} {y + side}v-{side}a{side} {side} 0 0 1 {side} {side}z",
    )[turn]


def _half(x: int, y: int, side: int, turn: int) -> str:
    half = side // 2
    if turn % 2:
        return f"M{x} {y + half}h{side}a{half} {half} 0 0 1-{side} 0z"
    return f"M{x + half} {y}v{side}a{half} {half} 0 0 1 0-{side}z"


def _leaf(x: int, y: int, side: int, turn: int) -> str:
    arc = f"a{side} {side} 0 0 1"
    if turn % 2:
        return f"M{x} {y}{arc} {side} {side}{arc}-{side}-{side}z"
    return f"M{x + side} {y}{arc}-{side} {side}{arc} {side}-{side}z"


def _disc(x: int, y: int, side: int, _turn: int) -> str:
    r = side // 6
    return f"M{x + side // 2 - r} {y + side // 2}{_circle(r)}"


def _ring(x: int, y: int, side: int, _turn: int) -> str:
    outer, inner = side // 2, side // 4
    hole = f"a{inner} {inner} 0 1 0 {outer} 0a{inner} {inner} 0 1 0-{outer} 0z"
    return f"M{x} {y + outer}{_circle(outer)}m{inner} 0{hole}"


def _circle(r: int) -> str:
    return f"a{r} {r} 0 1 1 {2 * r} 0a{r} {r} 0 1 1-{2 * r} 0z"


_SHAPES = {"quarter": _quarter, "half": _half, "leaf": _leaf, "disc": _disc, "ring": _ring}
_KINDS = (*["quarter"] * 5, "half", "leaf", "leaf", "disc", "ring")


def _path(tile: Tile, side: int) -> str:
    return _SHAPES[tile.kind](tile.column * side, tile.row * side, side, tile.turn)
