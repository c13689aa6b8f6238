"""Footnotes of which one half is missing: the mention, or the text."""

from __future__ import annotations

from collections.abc import Iterator

from careers.markdown.footnotes import MENTION, OPEN, REF
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem


def footnotes(posting: Posting) -> Iterator[Problem]:
    """Yield the mentions without a text, and the texts that nothing mentions."""
    if "[^" not in posting.source.text:
        return
    mentioned = set()
    for inline in posting.body.inlines.values():
        mentioned |= {t.meta["label"] for t in inline.token.children or [] if t.type == REF}
        for match in MENTION.finditer(inline.prose):
            message = f"`{match[0][:60]}` is no footnote: readers see its brackets"
            cure = f"write its text on a line of its own: `{match[0][:60]}: …`"
            yield Problem(inline.span(*match.span()), message, cure)
    for token in posting.body.tokens:
        if token.type == OPEN and token.meta["label"] not in mentioned:
            name = token.meta["label"].rpartition("^")[2][:60]
            message = f"nothing mentions the footnote `{name}`: the page leaves it out"
            cure = f"write `[^{name}]` where it belongs, or delete it"
            span = posting.source.line_span(posting.body.lines(token)[0])
            yield Problem(span, message, cure)
