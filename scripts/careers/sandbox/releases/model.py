"""What the sandbox knows of a release and its assets."""

from base64 import b64decode

from pydantic import Field
from pydantic.dataclasses import dataclass


@dataclass
class Asset:
    """A file of a release; ``content`` is base64, ``state`` is `open` where it is not whole."""

    id: int
    name: str
    label: str
    state: str
    content_type: str
    content: str
    login: str
    created_at: str
    download_count: int = 0

    @property
    def data(self) -> bytes:
        """What was uploaded."""
        return b64decode(self.content)


@dataclass
class Release:
    """A release; a draft has no tag yet, and none but those who may push see it."""

    id: int
    tag: str
    name: str
    body: str
    draft: bool
    prerelease: bool
    login: str
    created_at: str
    published_at: str | None
    assets: list[Asset] = Field(default_factory=list)
