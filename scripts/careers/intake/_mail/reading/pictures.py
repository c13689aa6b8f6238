"""Which pictures of a mail are its decoration: a logo, an icon, a pixel that counts readers."""

from __future__ import annotations

import re
from email.message import Message

from careers.intake._mail.reading.bodies import content_of, disposition, file_name

_SMALL = 20_000  # bytes; a photo of a page is ten times as large
_DRAWN = {"image/gif", "image/png", "image/svg+xml", "image/x-icon", "image/bmp"}
_DECORATION = re.compile(
    r"^(?:image\d{3}|outlook-\w+|.*(?:logo|icon|spacer|pixel|banner|signatur|firma|facebook|twitter"
    r"|linkedin|instagram|xing|youtube|emoji|divider).*)\.\w{2,4}$",
    re.IGNORECASE,
)


def is_decoration(part: Message, html: str) -> bool:
    """Whether a picture only adorns the text, by two signs at least beside its being small.

    ``html`` is the mail's. What somebody pasted, a photo of a CV, is a file of theirs.
    """
    if part.get_content_maintype() != "image" or disposition(part) == "attachment":
        return False
    id_ = str(part.get("Content-ID", "")).strip(" <>")
    if not id_ or len(content_of(part)) > _SMALL:
        return False
    name = file_name(part)
    signs = [
        f"cid:{id_}" in html,
        not name or bool(_DECORATION.match(name)),
        part.get_content_type() in _DRAWN,
    ]
    return sum(signs) > 1
