"""What the image shows that social networks put beside a link to a job."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256

WIDTH, HEIGHT = 1200, 630
ACCENT = "#1f4fd8"


@dataclass(frozen=True, slots=True)
class Card:
    """All that an image depends on. ``template`` is the SVG's Jinja template itself."""

    template: str
    title: str
    company: str
    where: str
    pay: str
    accent: str = ACCENT

    @property
    def digest(self) -> str:
        """Names the card: two that are equal have the same, in every run."""
        values = [getattr(self, name) for name in self.__slots__]
        return sha256(json.dumps(values).encode()).hexdigest()
