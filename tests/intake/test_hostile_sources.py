"""162 hostile texts through every source into the issue: nothing acts, everything is readable."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from careers.hiring.issue.quoting import JOINER
from careers.hiring.issue.writer import issue_title
from careers.hiring.record.block import read_record
from careers.hiring.settings import IntakeSettings
from careers.intake import all_sources, read
from hiring.people import KEYS, WRITER, record
from hiring.people import issue as issue_of
from hiring.test_quoting import tokens
from mail_shapes import mail, raw

ACTS = (
    "@rita", "@example-tools/hiring", "#1", "owner/repo#12", "GH-7", "closes #1", "Fixes: GH-3",
    "https://github.com/o/r/issues/1", "https://example.com/x", "www.example.com", "mailto:a@b.example",
    "3d3c42e5aac5ba805825da76410c181273ba90b1", "<!-- careers:record {} -->", "<!-- do:hire -->",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</details></td></table>",
    "<a href='javascript:alert(1)'>x</a>", "<b>bold</b>", "![a](https://e.example/p.png)",
    "[x](javascript:alert(1))", "[a]: https://e.example", "[^1]", "```", "~~~~", "`code`", "# heading",
    "===", "---", "- [x] tick", "- [ ] <!-- do:reject skills -->", "* item", "1. one", "> quoted",
    "| cell | cell |", "|-|-|", "$x^2$", "&#64;rita", "&lt;script&gt;", "\\@rita", "**bold**", "__u__",
    "~~gone~~", "a\u202eb", "a\u200bb", "a\u2066b", "/hire", "/erase", "/reject skills", "%0A@rita",
    "{{ 7 * 7 }}", "${{ secrets.X }}", "::set-output name=a::b", "=HYPERLINK(1)",
)  # fmt: skip
CASES = [case for act in ACTS for case in (f"{act} one", f"two {act} three", f"four\n{act}\nfive")]
ADA = {"name": "Ada Example", "email": "ada@example.com", "posting": "baker"}
Made = Callable[[list[str]], Any]


def _answers(cases: list[str]) -> dict[str, str]:
    return {f"Question {n}": case for n, case in enumerate(cases)}


def _tally(cases: list[str]) -> Any:
    asked = {**ADA, **_answers(cases)}
    fields = [{"key": k, "label": k, "type": "TEXTAREA", "value": v} for k, v in asked.items()]
    return {"eventType": "FORM_RESPONSE", "data": {"submissionId": "s", "fields": fields}}


def _typeform(cases: list[str]) -> Any:
    asked = {**ADA, **_answers(cases)}
    titles = [{"id": str(n), "title": k} for n, k in enumerate(asked)]
    given = [
        {"type": "text", "text": v, "field": {"id": str(n)}} for n, v in enumerate(asked.values())
    ]
    return {"form_response": {"token": "t", "answers": given, "definition": {"fields": titles}}}


def _jotform(cases: list[str]) -> Any:
    asked = {**ADA, **_answers(cases)}
    given = {
        str(n): {"name": k, "text": k, "type": "control_textarea", "answer": v}
        for n, (k, v) in enumerate(asked.items())
    }
    return {"id": "1", "form_id": "2", "answers": given}


def _fillout(cases: list[str]) -> Any:
    asked = {**ADA, **_answers(cases)}
    given = [{"id": k, "name": k, "type": "LongAnswer", "value": v} for k, v in asked.items()]
    return {"submissionId": "s", "questions": given}


def _google(cases: list[str]) -> Any:
    asked = {**ADA, **_answers(cases)}
    given = {k: {"textAnswers": {"answers": [{"value": v}]}} for k, v in asked.items()}
    return {"responseId": "r", "answers": given}


def _mail(cases: list[str]) -> bytes:
    subject = " ".join(cases[0].split())
    headers = ("From: Ada Example <ada@example.com>", "To: jobs+baker@example.org")
    body = "\n\n".join(cases).encode()
    return mail(*headers, raw(f"Subject: {subject}".encode()), body=body)


def _workflow(cases: list[str]) -> Any:
    return {
        "inputs": {**ADA, "message": "\n\n".join(cases), "answers": json.dumps(_answers(cases))}
    }


WAYS: dict[str, Made] = {
    "fields": lambda cases: {**ADA, "message": "\n\n".join(cases), "answers": _answers(cases)},
    "workflow-form": _workflow,
    "mail": _mail,
    "tally": _tally,
    "typeform": _typeform,
    "jotform": _jotform,
    "fillout": _fillout,
    "google-forms": _google,
    "netlify": lambda cases: {"form_name": "f", "id": "n", "data": {**ADA, **_answers(cases)}},
    "formspree": lambda cases: {
        "_date": "2026-11-01", "submission": {"_date": "2026-11-01", "job": "baker", **_person(cases)}
    },
    "basin": lambda cases: {"id": 7, "payload_params": {**ADA, **_answers(cases)}},
    "plain-form": lambda cases: {"job": "baker", **_person(cases)},
    "receiver": lambda cases: {
        "receiver": 1, "id": "r", "fields": {**ADA, **_answers(cases)}, "files": []
    },
}  # fmt: skip


def _person(cases: list[str]) -> dict[str, str]:
    named = {name: value for name, value in ADA.items() if name != "posting"}
    return {**named, **_answers(cases)}


def written(data: Any) -> tuple[str, str]:
    """The title and the text of the issue that is made of it."""
    given = data if isinstance(data, bytes) else json.dumps(data).encode()
    application = read(given, IntakeSettings())
    kept = record(41, "applied 2026-11-02")
    made = WRITER.new_body(kept, application, "2026-11-02T12:00:00Z")
    assert not made.more
    return issue_title(application.name, "Baker"), made.body


def html_in(body: str) -> set[str]:
    """The HTML that acts, without what differs from record to record."""
    found = {token.content.strip() for token in tokens(body) if token.type.startswith("html_")}
    return {re.sub(r"<!-- careers:record .*-->", "record", each) for each in found}


def seen(text: str) -> str:
    """What a reader sees of it: no blanks, nothing that only steers."""
    return "".join(
        c for c in text if not c.isspace() and unicodedata.category(c) not in {"Cc", "Cf"}
    )


def chunks() -> Iterator[list[str]]:
    """As many texts as an application has answers."""
    yield from (CASES[n : n + 18] for n in range(0, len(CASES), 18))


def test_every_source_is_there() -> None:
    """A new one is tried too."""
    assert set(WAYS) == {source.name for source in all_sources()}
    assert len(CASES) >= 150


@pytest.mark.parametrize("way", WAYS)
def test_nothing_acts_and_everything_is_readable(way: str) -> None:
    """No mention, reference, link, image, box, HTML or record of theirs; each word is there."""
    _, plain = written(WAYS[way](["Plain words"] * 18))
    kinds = {token.type for token in tokens(plain)} | {"code_inline", "softbreak", "text_special"}
    for cases in chunks():
        title, body = written(WAYS[way](cases))
        made = tokens(body)
        assert {token.type for token in made} <= kinds, way
        assert html_in(body) <= html_in(plain)
        links = {str(t.attrs["href"]) for t in made if t.type == "link_open"}
        assert links <= {"mailto:ada@example.com"}
        assert body.count("[ ]") == plain.count("[ ]")
        assert title == "Ada Example · Baker"
        kept = read_record(body, 41, KEYS)
        assert kept == read_record(issue_of(kept).body, 41, KEYS) if kept else False
        text = "\n".join(t.content for t in made if t.type in {"text", "text_special"})
        acts = r"@\w|#\w|(?i:\bgh-\d)|(?i:\b(?:https?://|www\.)\w)|\b[0-9a-f]{40}\b"
        assert not re.search(acts, text.replace("ada@example.com", ""))
        shown = seen("".join(t.content for t in made if not t.type.startswith("html_")))
        for case in cases:
            for word in case.split():
                assert seen(word) in shown.replace(JOINER, ""), word
