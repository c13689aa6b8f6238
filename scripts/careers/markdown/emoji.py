"""Emoji by their names, as GitHub has them: ``:tada:`` is 🎉.

The names are those of gemoji, GitHub's own list; ``tools/emoji.py`` writes them down.
"""

from __future__ import annotations

import pkgutil
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

NAME = re.compile(r":([a-z0-9_+-]{1,40}):")
# What GitHub shows as pictures of its own: there is no character for them.
_PICTURES = """
accessibility atom basecamp basecampy bowtie copilot dependabot electron feelsgood finnadie
fishsticks goberserk godmode hurtrealbad neckbeard octocat rage1 rage2 rage3 rage4 shipit suspect
trollface
"""
PICTURES = frozenset(_PICTURES.split())


def emoji(markdown: MarkdownIt) -> None:
    """Let a parser make tokens ``emoji`` of names: ``content`` is the character.

    ``markup`` is what is written.
    """
    markdown.inline.ruler.push("emoji", _emoji)
    markdown.add_render_rule("emoji", lambda _, tokens, index, *__: tokens[index].content)


@cache
def characters() -> dict[str, str]:
    """The character of each name."""
    data = pkgutil.get_data("careers.markdown", "emoji.tsv") or b""
    return dict(line.split("\t") for line in data.decode().splitlines())


def _emoji(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own
    name = NAME.match(state.src, state.pos, state.posMax)
    character = characters().get(name[1]) if name else None
    if name is None or character is None:
        return False
    if not silent:
        token = state.push("emoji", "", 0)
        token.content, token.markup = character, name[0]
        token.meta = {"at": name.span()}
    state.pos = name.end()
    return True
