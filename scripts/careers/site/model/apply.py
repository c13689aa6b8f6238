"""Where a posting says that one applies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from careers.posting.posting import Posting

_APPLY = re.compile(r"\b(?:apply|applying|application form|bewerben)\b", re.IGNORECASE)
_HERE = re.compile(r"(?:right )?(?:here|this (?:form|page|link)|our form)[.!]?", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?]\s")
_PLACEHOLDER = re.compile(r"(?:https?://|mailto:)?(?:todo|tbd|fixme|xxx)\b", re.IGNORECASE)
_REAL = re.compile(r"(?:https?://[^\s/]+|mailto:[^\s@]+@[^\s@]+)", re.IGNORECASE)


def is_placeholder(target: str) -> bool:
    """Whether a link's target stands for one that is still to come."""
    return target.strip() in ("", "#") or bool(_PLACEHOLDER.match(target.strip()))


def apply_target(posting: Posting) -> str | None:
    """The front matter's ``apply``, else the first link of the text that reads as applying.

    A link reads so by its own words ("apply here"), or where it ends a sentence about applying
    ("Apply [here](…)"). Placeholders and relative targets are passed over.
    """
    if posting.meta.apply:
        return None if is_placeholder(posting.meta.apply) else posting.meta.apply
    for block in posting.body.tokens:
        for target in _targets(block.children or []):
            if _REAL.match(target) and not is_placeholder(target):
                return target
    return None


def default_target(posting: Posting, url: str | None) -> str | None:
    """The company's own way to apply, filled in; a translation leads to where its original does."""
    return url.replace("{slug}", quote(posting.job, safe="")) if url else None


def with_subject(target: str, subject: str) -> str:
    """A mail address with a subject, unless it has one; any other target as it is."""
    if not target.lower().startswith("mailto:") or "?" in target:
        return target
    return f"{target}?subject={quote(subject, safe='')}"


def _targets(children: list[Token]) -> Iterator[str]:
    """The targets of the links of a paragraph that read as applying."""
    if all(token.type != "link_open" for token in children):
        return
    before, target, text = "", "", ""
    for token in children:
        if token.type == "link_open":
            target, text = str(token.attrGet("href") or ""), ""
        elif token.type == "link_close":
            asked = _APPLY.search(_SENTENCE.split(before)[-1])
            if _APPLY.search(text) or (asked and _HERE.fullmatch(text.strip())):
                yield target
            before += text
            target = text = ""
        elif target:
            text += token.content
        else:
            before += token.content or " "
