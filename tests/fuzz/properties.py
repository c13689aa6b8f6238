"""What must hold of any text that is read, checked, mended and laid out."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from html import unescape

from careers.checks import Context, RepositoryFiles, check_posting
from careers.fixes.fix import Find, fix_all
from careers.fixes.layout import fmt
from careers.markdown.parser import parse, to_html
from careers.posting.posting import Posting
from careers.posting.reading import read_posting
from careers.process import read_process
from careers.reports.sarif import render as sarif
from careers.reports.text import render
from careers.settings import Settings
from careers.text.diagnostics import Finding

TODAY = date(2026, 6, 1)
# Checks whose mends change what a reader reads, as their findings say.
WORDS = ("broken-markdown", "spelling")
_TAGS = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)


def _finder(postings: tuple[Posting, ...]) -> Find:
    context = Context(Settings(), TODAY, postings, RepositoryFiles(lambda _: False))
    return partial(check_posting, context=context)


def fixed(path: str, data: bytes) -> bytes:
    """A file's bytes as ``fix`` leaves them."""
    return fix_all({path: data}, _finder)[path].data


def text_of(data: bytes) -> list[str]:
    """The words that a reader of the body sees, without the numbers of lists."""
    return unescape(_TAGS.sub(" ", _html(data))).split()


def _bare(data: bytes) -> list[str]:
    """The words without what stands at their edges: a line in bold loses its colon as a heading."""
    return [word for word in (word.strip(":") for word in text_of(data)) if word]


def _html(data: bytes) -> str:
    posting = read_posting("postings/a.md", data)
    return to_html(parse("\n".join(posting.source.lines[posting.body_line - 1 :]), {}))


def hold(data: bytes) -> None:
    """Assert all properties of one input; an error of any other kind is one of the code."""
    path = "postings/a.md"
    posting = read_posting(path, data)
    findings = list(_finder((posting,))(posting))
    for finding in findings:
        _inside(posting, finding)
    render(findings, {path: posting.source}, 1).encode()
    sarif(findings, (), {path: posting.source}).encode()
    mended, laid = fixed(path, data), fmt(path, data)
    assert mended == data or fixed(path, mended) == mended, "fix is not idempotent"
    assert laid == data or fmt(path, laid) == laid, "fmt is not idempotent"
    _unchanged(posting, data, laid)
    if not any(finding.edits for finding in findings):
        assert mended == data, "fix changed what no finding names"
    elif not _speaks_of_text(findings):
        assert _bare(mended) == _bare(data), "fix changed the words"


def _inside(posting: Posting, finding: Finding) -> None:
    lines, span = posting.source.lines, finding.span
    assert 1 <= span.line <= span.end_line <= len(lines), finding
    assert 1 <= span.column <= len(lines[span.line - 1]) + 1, finding
    assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1, finding
    assert (span.line, span.column) <= (span.end_line, span.end_column), finding


def _unchanged(posting: Posting, data: bytes, laid: bytes) -> None:
    """Laying out changes neither what renders nor what is read."""
    if laid == data:
        return
    after = read_posting(posting.path, laid)
    assert _html(laid).strip("\n") == _html(data).strip("\n"), "fmt changed what renders"
    assert (after.front and after.front.raw) == (posting.front and posting.front.raw), "fields"
    assert read_process(after, Settings()).stages == read_process(posting, Settings()).stages, (
        "stages"
    )


def _speaks_of_text(findings: list[Finding]) -> bool:
    """Whether a mend is about characters or words of the text itself."""
    return any(
        finding.edits and (finding.code in WORDS or "control character" in finding.message)
        for finding in findings
    )
