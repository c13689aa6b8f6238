"""What the image shows that social networks put beside a link to a job."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256

WIDTH, HEIGHT = 1200, 630


@dataclass(frozen=True, slots=True)
class Card:
    """All that an image depends on.

    ``template`` is the SVG's Jinja template itself, ``fill`` its ground and ``ink`` what is written
    on it, ``drawing`` the company's (paths of SVG). ``logo`` is a data address of the logo, which
    is ``ratio`` times as wide as high; empty where there is none.
    """

    template: str
    title: str
    company: str
    where: str
    pay: str
    fill: str = "#0b6e4f"
    ink: str = "#ffffff"
    drawing: str = ""
    logo: str = ""
    ratio: float = 1.0

    @property
    def digest(self) -> str:
        """Names the card: two that are equal have the same, in every run."""
        values = [getattr(self, name) for name in self.__slots__]
        return sha256(json.dumps(values).encode()).hexdigest()
