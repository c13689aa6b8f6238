"""What nobody could know of a posting becomes a placeholder, which a check finds again.

The checks themselves say what is missing: each error that has a place to write the answer gets it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from careers.checks import Context, check_posting
from careers.fixes.fix import apply
from careers.language.vocabulary import Vocabulary
from careers.posting.posting import Posting
from careers.posting.reading import read_posting
from careers.text.diagnostics import Edit, Finding, Severity, Span

_ROUNDS = 4
_TARGET = re.compile(r"\]\(\s*(?P<target><[^<>\n]*>|[^\s]*?(?=\s+[\"']|\s*\)\Z))", re.DOTALL)
_REFERENCE = re.compile(r"\]\[(?P<name>[^][]*)\]\Z|\A!?\[(?P<short>[^][]*)\]\Z")
_ATTRIBUTE = re.compile(r"\b(?:href|src)\s*=\s*[\"']?(?P<target>[^\"'\s>]+)", re.IGNORECASE)


def with_placeholders(path: str, text: str, context: Context) -> str:
    """The text of an open posting, with a placeholder wherever a check misses what it needs."""
    for _ in range(_ROUNDS):
        posting = read_posting(path, text.encode())
        found = [f for f in check_posting(posting, context) if f.severity is Severity.ERROR]
        asked = [_asked(posting, finding, context) for finding in found]
        text, done = apply(text, [finding for finding in asked if finding.edits])
        if not done:
            break
    return text


def _asked(posting: Posting, finding: Finding, context: Context) -> Finding:
    ask = _ASK.get(finding.code)
    edits = tuple(ask(posting, finding, context.vocabulary(posting))) if ask else ()
    return Finding(
        finding.path, finding.span, finding.code, finding.severity, finding.message, edits=edits
    )


def _apply(posting: Posting, _finding: Finding, _words: Vocabulary | None) -> Iterator[Edit]:
    """`apply: TODO`, behind the fields that are there."""
    lines = posting.source.lines[: posting.body_line - 1]
    if posting.front and not posting.front.raw.get("apply"):
        end = next((n for n, line in enumerate(lines, 1) if line.startswith("#")), len(lines))
        yield Edit(Span.at(end), "apply: TODO\n")


def _process(posting: Posting, finding: Finding, words: Vocabulary | None) -> Iterator[Edit]:
    """A section with a list of steps; where there is a section, the list alone."""
    listed = "1. **Interview:** TODO\n"
    lines = posting.source.lines
    if "no section" in finding.message:
        heading = words.headings.get("process", _HEADING) if words else _HEADING
        end = Span.at(len(lines), len(lines[-1]) + 1)
        gap = "" if not lines[-1] else "\n"
        yield Edit(end, f"{gap}\n## {heading}\n\n{listed}")
    elif "no list" in finding.message:
        yield Edit(Span.at(finding.span.end_line + 1), f"\n{listed}\n")


_HEADING = "Interview process"


def _link(posting: Posting, finding: Finding, _words: Vocabulary | None) -> Iterator[Edit]:
    """`TODO(target)` in place of a target that leads nowhere; where it led can still be read."""
    source, span = posting.source, finding.span
    start = source.offset(span.line) + span.column - 1
    end = source.offset(span.end_line) + span.end_column - 1
    shown = source.text[start:end]
    matches = [*_TARGET.finditer(shown)][-1:] or [*_ATTRIBUTE.finditer(shown)][:1]
    if not matches and (named := _REFERENCE.search(shown)):
        name = re.escape(named["name"] or named["short"] or "")
        definition = re.compile(rf"(?mi)^ {{0,3}}\[{name}\]:[ \t]*(?P<target>\S+)")
        matches, start = [*definition.finditer(source.text)][:1], 0
    for match in matches:
        at = source.span(start + match.start("target"), start + match.end("target"))
        yield Edit(at, _todo(match["target"]))


def _todo(target: str) -> str:
    inside = target.strip("<>").replace("(", "%28").replace(")", "%29")
    return f"TODO({'%20'.join(inside.split())})"


_ASK: dict[str, Callable[[Posting, Finding, Vocabulary | None], Iterator[Edit]]] = {
    "apply-link": _apply,
    "process": _process,
    "links-local": _link,
}
