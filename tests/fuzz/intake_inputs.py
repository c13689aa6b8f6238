"""Applications of every source with single things made wrong; the same seed makes the same."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mail_shapes import NONE, READ

_SOURCES = Path(__file__).parents[1] / "intake" / "sources"
_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**30, 1.5e300, "", " ", "x", "\ud800", "\x00\x1b[31m", "a" * 5_000,
    "\u202e\u200b", "=?utf-8?b?!!?=", "2026-02-30T99:00:00Z", [], [[]], [None], [-1], ["a", {}],
    {}, {"": ""}, {"id": []}, {"value": {"value": {}}}, {"a": [{"b": -1}]},
)  # fmt: skip
_HEADERS = (
    "From", "To", "Cc", "Sender", "Reply-To", "Subject", "Date", "Message-ID", "In-Reply-To",
    "References", "Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Content-ID",
    "Auto-Submitted", "Delivered-To", "Precedence", "X-Spam-Status", "Authentication-Results",
    "Return-Path", "X-Original-From", "X-MS-Exchange-Organization-SCL", "MIME-Version",
)  # fmt: skip
_SAID = (
    "", "<", "a@b, c", "((((", '"', "=?x?q?=E9?=", "=?utf-8?b?!!?=", "=?punycode?q?x-?=", "\udcff",
    "multipart/mixed; boundary=b", "multipart/alternative", "message/rfc822", "text/html",
    "text/plain; charset=\x00", "text/plain; charset*=a'b'%", "text/plain; charset=punycode",
    "text/plain; format=flowed; delsp=yes", "multipart/report; report-type*=x''delivery-status",
    "text/calendar; method*0=RE; method*1=QUEST", "message/delivery-status", "base64", "x-uuencode",
    "attachment; filename*=x'%", "attachment; filename*0*=utf-8''%ff; filename*2=x", "auto-replied",
    "Fwd: =?utf-8?q?=E9", "Re: [", "dmarc=fail", "Yes, score=99999999999999 required=.", "99999999",
    "a" * 3_000, ",".join(["a@b"] * 300), "Mon, 99 Foo 99999 99:99:99 +9999", "-1", "<>",
    "'Ada' via Jobs <jobs@example.org>", "ada@example.com <bob@example.org> x@y", "@", "a@[::1]",
)  # fmt: skip


def samples() -> dict[str, list[tuple[str, Any]]]:
    """By source, its cases: their names and what they hold."""
    found: dict[str, list[tuple[str, Any]]] = {}
    for path in sorted(_SOURCES.glob("*/*.json")):
        found.setdefault(path.parent.name, []).append((path.stem, json.loads(path.read_bytes())))
    return found


def payloads(source: str, count: int, seed: int) -> Iterator[bytes]:
    """A source's cases, in each one to three values replaced, taken out or wrapped."""
    rng = random.Random(f"{source} {seed}")  # noqa: S311 - it makes tests, no secrets
    cases = [value for _, value in samples()[source]]
    for _ in range(count):
        made = json.loads(json.dumps(rng.choice(cases)))
        for _ in range(rng.choice((1, 1, 1, 2, 3))):
            made = _changed(made, rng)
        yield json.dumps(made).encode()


def replaced(value: Any) -> Iterator[bytes]:
    """A case with each value in it, whole parts too, replaced by something of each kind."""
    for path in _paths(value):
        for other in _VALUES:
            yield json.dumps(_with(value, path, other)).encode()


def _changed(value: Any, rng: random.Random) -> Any:
    paths = [path for path in _paths(value) if path]
    if not paths:
        return rng.choice(_VALUES)
    path = rng.choice(paths)
    return _with(value, path, rng.choice(_VALUES))


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _paths(inner, (*path, key))
    if isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _paths(inner, (*path, number))


def _with(value: Any, path: tuple[Any, ...], other: Any) -> Any:
    if not path:
        return other
    made = {**value} if isinstance(value, dict) else [*value]
    made[path[0]] = _with(made[path[0]], path[1:], other)
    return made


def mails(count: int, seed: int) -> Iterator[bytes]:
    """Mails as they are sent, in each some headers, parts or bytes made wrong."""
    rng = random.Random(f"mail {seed}")  # noqa: S311 - it makes tests, no secrets
    shapes = [*(data for data, *_ in READ.values()), *(data for data, _ in NONE.values())]
    shapes = [shape for shape in shapes if len(shape) < 100_000]
    for _ in range(count):
        made = rng.choice(shapes)
        for _ in range(rng.choice((1, 1, 2, 3, 5))):
            made = rng.choice((_header, _header, _part, _bytes, _joined))(made, shapes, rng)
        yield made


def _header(mail: bytes, _: list[bytes], rng: random.Random) -> bytes:
    """One header changed, taken out, doubled or added, of any part."""
    line = f"{rng.choice(_HEADERS)}: {rng.choice(_SAID)}".encode("utf-8", "surrogateescape")
    lines = mail.split(b"\n")
    places = [n for n, text in enumerate(lines) if b":" in text[:40]] or [0]
    at = rng.choice(places)
    way = rng.randrange(4)
    if way == 0:
        lines[at] = line
    elif way == 1:
        lines[at] = lines[at].partition(b":")[0] + b": " + line.partition(b": ")[2]
    elif way == 2:
        lines.insert(at, line)
    else:
        del lines[at]
    return b"\n".join(lines)


def _part(mail: bytes, shapes: list[bytes], rng: random.Random) -> bytes:
    """A mail within a mail, or parts within each other."""
    other = rng.choice((mail, rng.choice(shapes)))[:20_000]
    kind = rng.choice((b"mixed", b"alternative", b"report", b"signed", b"digest", b"x"))
    inner = rng.choice((b"", b"Content-Type: message/rfc822\n\n", b"Content-Type: text/html\n\n"))
    head, _, body = mail.partition(b"\r\n\r\n")
    parts = b"--q\n" + inner + other + b"\n--q\n" + body + rng.choice((b"", b"\n--q--\n"))
    return head + b"\r\nContent-Type: multipart/" + kind + b"; boundary=q\r\n\r\n" + parts


def _bytes(mail: bytes, _: list[bytes], rng: random.Random) -> bytes:
    """A few bytes changed, or the end cut off."""
    made = bytearray(mail)
    for _count in range(rng.randrange(1, 12)):
        if made:
            made[rng.randrange(len(made))] = rng.choice(b'\x00\xff\n\r:;="<>@?-\xe9a ')
    return bytes(made[: rng.randrange(len(made) + 1)] if rng.random() < 0.2 else made)


def _joined(mail: bytes, shapes: list[bytes], rng: random.Random) -> bytes:
    """One mail's head and another's body."""
    other = rng.choice(shapes)
    return mail.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" + other.partition(b"\r\n\r\n")[2]
