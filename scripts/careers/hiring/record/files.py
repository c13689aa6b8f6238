"""The files of a candidate, as their record keeps them."""

from __future__ import annotations

from careers.hiring.record.parts import Part


class KeptFile(Part):
    """One file: kept as an asset, or said why it is not.

    ``key`` stands for what was sent, so that it is taken once, ``also`` for what was sent again and
    is the same file; ``asset`` is the asset's id (0 where
    there is none), ``digest`` its SHA-256, ``kind`` its type (empty: none that is known), ``url``
    where people open it, ``why`` why it is not kept (a value of ``Unkept``).
    """

    key: str
    name: str
    asset: int = 0
    size: int = 0
    digest: str = ""
    kind: str = ""
    url: str = ""
    why: str = ""
    also: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """All that stands for it."""
        return (self.key, *self.also)
