"""What could not be taken in by itself: an issue for a person to settle, so that nobody is lost."""

from __future__ import annotations

import hmac
import json
import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from careers.application.files import Unkept
from careers.hiring.actions import CreateIssue, EditIssue, Plan
from careers.hiring.applying.redacting import told, without_places
from careers.hiring.filing.saying import NOT_KEPT
from careers.hiring.issue.fitting import BODY_MAX, pieces
from careers.hiring.issue.quoting import quote
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.labels.names import ATTENTION, has_label
from careers.hiring.record.files import KeptFile
from careers.hiring.record.stub import Stub, read_stub

_TITLE = "Application that needs attention"
_MARK = "<!-- careers:attention {} -->"
_WAITS = "<!-- careers:attention waits {} -->"
_MARKED = re.compile(_MARK.replace("{}", "([0-9a-f]{32})"))
_ROOM = BODY_MAX - 4_000


def digest_of(payload: Mapping[str, Any], writer: IssueWriter) -> str:
    """What stands for a payload, so that it is kept once."""
    # Where a file lies may be told anew each time, with another signature.
    text = json.dumps(without_places(payload), sort_keys=True)
    key = writer.keys.current.hashing
    return hmac.new(key, text.encode("utf-8", "surrogatepass"), sha256).hexdigest()[:32]


def plan_keeping(digest: str, nonce: str, issues: Sequence[Issue], writer: IssueWriter) -> Plan:
    """Open an issue without a word of what was sent, unless there is one for it."""
    if _kept(digest, issues):
        return Plan(notes=("it was kept already",))
    if unfilled(digest, issues, writer):
        return Plan()
    stub = Stub(nonce, digest, digest).block(writer.keys.current)
    body = writer.render("attention_stub", stub=stub)
    return Plan((CreateIssue(_TITLE, body, (ATTENTION,), (ATTENTION,)),))


def unfilled(digest: str, issues: Sequence[Issue], writer: IssueWriter) -> Issue | None:
    """The issue that was opened for it and not filled, or whose files are not all there."""
    if _kept(digest, issues):
        return None
    waiting = (issue for issue in issues if _WAITS.format(digest) in issue.body)
    if found := next(waiting, None):
        return found
    stubs = ((issue, read_stub(issue.body, writer.keys)) for issue in issues)
    return next((issue for issue, stub in stubs if stub and stub.application == digest), None)


def plan_filled(  # noqa: PLR0913, PLR0917 - all that stands in it
    issue: Issue,
    digest: str,
    payload: Mapping[str, Any],
    why: str,
    writer: IssueWriter,
    files: Sequence[KeptFile] = (),
) -> EditIssue:
    """The request that writes what was sent, as text, and why it was not taken."""
    text, *rest = pieces(quote(told(payload, _ROOM)), _ROOM // 2, _ROOM)
    waits = any(file.why == Unkept.WAITING for file in files)
    mark = (_WAITS if waits else _MARK).format(digest)
    told_files = {"files": files, "said": NOT_KEPT}
    body = writer.render("attention", why=why, text=text, cut=bool(rest), mark=mark, **told_files)
    return EditIssue(issue.number, "keep what was sent", body=body)


def is_attention(issue: Issue) -> bool:
    """Whether an issue keeps what was sent and could not be taken in."""
    return has_label(issue.labels, ATTENTION) and _MARK.partition("{")[0] in issue.body


def kept_in(issue: Issue) -> tuple[str, ...]:
    """The digests of what an issue keeps, with all its files."""
    return tuple(_MARKED.findall(issue.body))


def _kept(digest: str, issues: Sequence[Issue]) -> bool:
    return any(_MARK.format(digest) in issue.body for issue in issues)
