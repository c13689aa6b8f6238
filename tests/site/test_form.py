"""The application form on a posting's page: where it is, what it asks, where it may be sent."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]

from careers.posting.posting import Posting
from careers.posting.reading import read_posting
from feeds import posting
from pagesite import built

FORM = {"form": "https://apply.example.com/{slug}"}
ASKED: list[Any] = [
    "What would you mend first?",
    {"question": "Your worst mistake?", "type": "long-text", "hint": "A few sentences"},
    {"question": "Which desk?", "type": "choice", "options": ["Door", "Window"]},
    {"question": "Which tools?", "type": "several", "options": ["Saw", "File"], "required": False},
    {"question": "How many?", "type": "number", "required": False},
    {"question": "May you?", "type": "yes-no"},
    {"question": "When?", "type": "date", "required": False},
    {"question": "A sample?", "type": "file", "required": False},
]


def page(ways: dict[str, Any], **front: Any) -> Any:
    """The page of a posting, read by lxml."""
    return html.fromstring(built(posting("one", **front), apply=ways)["one/index.html"].encode())


@pytest.mark.parametrize(
    ("front", "apply", "action"),
    [
        ({"apply": "form"}, FORM, "https://apply.example.com/one"),
        ({}, FORM, "https://apply.example.com/one"),
        (
            {"apply": "form"},
            {**FORM, "url": "https://example.com/a"},
            "https://apply.example.com/one",
        ),
        ({}, {**FORM, "url": "https://example.com/a"}, None),
        ({}, {**FORM, "url": "form"}, "https://apply.example.com/one"),
        ({"apply": "https://example.com/a"}, FORM, None),
        ({"apply": "form"}, {}, None),
        ({"apply": "form", "status": "closed"}, FORM, None),
    ],
)
def test_where_a_form_is(front: dict[str, str], apply: dict[str, str], action: str | None) -> None:
    """Where the posting asks for it, or nothing else is said; never on a closed one."""
    found = page(apply, **front).xpath("//form/@action")
    assert found == ([action] if action else [])


def test_a_page_allows_its_form_alone_to_be_sent() -> None:
    """To its receiver and what that leads through, and back; other pages allow nothing."""
    apply = {**FORM, "form_hosts": ["https://forms.example.net"]}
    files = built(posting("one"), posting("two", apply="https://example.com/a"), apply=apply)
    said = {
        path: re.findall(r"form-action ([^\"]*)\"", text)
        for path, text in files.items()
        if path.endswith(".html")
    }
    here = ["'self' https://apply.example.com https://forms.example.net"]
    assert said.pop("one/index.html") == here
    assert all(value == ["'none'"] for value in said.values())


def test_every_field_has_its_label_and_needs_no_script() -> None:
    """By `for` or around it; each group a legend; the names are those that the docs tell.

    One field nobody sees: it is for machines.
    """
    found = page(FORM, questions=ASKED)
    shown = "[not(@type='hidden')][not(ancestor::*[@hidden])]"
    fields = found.xpath(f"//form//*[self::input or self::textarea]{shown}")
    assert found.xpath("//form//*[@hidden]//input/@name") == ["_gotcha"]
    for field in fields:
        assert field.xpath("ancestor::label") or found.xpath(f"//label[@for='{field.get('id')}']")
    assert all(group.xpath("legend") for group in found.xpath("//form//fieldset"))
    names = {field.get("name") for field in fields}
    usual = {"name", "email", "phone", "cv", "files", "links", "message", "consent"}
    assert names == usual | {q if isinstance(q, str) else str(q["question"]) for q in ASKED}
    hidden = found.xpath("//form//input[@type='hidden']")
    values = {field.get("name"): field.get("value") for field in hidden}
    assert values.keys() == {"posting", "language", "privacy", "source"}
    assert (values["posting"], values["language"], values["source"]) == ("one", "en", "")
    (form,) = found.xpath("//form")
    assert (form.get("method"), form.get("enctype")) == ("post", "multipart/form-data")


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("What would you mend first?", "input[@type='text'][@required]"),
        ("Your worst mistake?", "textarea[@required][@aria-describedby]"),
        ("Which desk?", "input[@type='radio'][@value='Window'][@required]"),
        ("Which tools?", "input[@type='checkbox'][@value='Saw'][not(@required)]"),
        ("How many?", "input[@type='number'][not(@required)]"),
        ("May you?", "input[@type='radio'][@value='No']"),
        ("When?", "input[@type='date']"),
        ("A sample?", "input[@type='file']"),
    ],
)
def test_a_question_has_the_field_of_its_type(question: str, path: str) -> None:
    """Required ones are, and the others say that they are optional."""
    (field,) = page(FORM, questions=ASKED).xpath(f'//form//{path}[@name="{question}"]')
    group = field.xpath("ancestor::*[contains(@class, 'field')][1]")[0]
    optional = "optional" in "".join(group.xpath("label//text() | legend//text()"))
    assert optional == (question in ("Which tools?", "How many?", "When?", "A sample?"))


def test_a_question_is_text_whatever_it_says() -> None:
    """It reaches no tag."""
    hostile = '"><script>alert(1)</script>'
    found = page(
        FORM, questions=[hostile, {"question": "?", "type": "choice", "options": [hostile, "b"]}]
    )
    assert not found.xpath("//script[contains(., 'alert')]")
    assert found.xpath(f"//form//input[@name='{hostile}']")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("questions: [{question: A?, type: choice}]", "needs two different options"),
        ("questions: [{question: A?, type: choice, options: [x, x]}]", "two different options"),
        ("questions: [{question: A?, options: [x, y]}]", "only the types choice and several"),
        ("questions: [Email]", "asked of everybody"),
        ("questions: [A?, a?]", "asks the same twice"),
        ("questions: [{question: A?, type: essay}]", "must be text, long-text"),
        ("questions: [{question: A?, requird: false}]", "unknown field `questions.requird`"),
    ],
)
def test_a_wrong_question_is_named_at_its_line(line: str, said: str) -> None:
    """As every field of the front matter is."""
    found: Posting = read_posting("postings/a.md", f"---\ntitle: A\n{line}\n---\n# A\n".encode())
    assert found.front is not None
    (problem,) = found.front.problems
    assert said in problem.message
    assert problem.span.line == 3


def test_the_version_of_the_privacy_page_goes_with_the_form_and_stands_on_it() -> None:
    """It changes with what the page says."""
    files = built(posting("one"), apply=FORM)
    (version,) = re.findall(r'name="privacy" value="(\w{8})"', files["one/index.html"])
    assert f"Version of this text: {version}" in files["privacy/index.html"]
    other = built(posting("one"), apply=FORM, privacy={"contact": "a@example.com"})
    assert version not in other["one/index.html"]


def test_thanks_and_what_was_not_sent_have_pages_where_there_is_a_form() -> None:
    """In every language of the site; a posting of that name stands beside them."""
    files = built(posting("thanks"), posting("b.de", language="de"), apply=FORM)
    for path in ("thanks/", "not-sent/", "de/thanks/", "de/not-sent/"):
        assert 'name="robots" content="noindex"' in files[f"{path}index.html"]
    assert "job-thanks/index.html" in files
    assert "thanks/index.html" not in built(posting("one"))


def test_search_engines_and_feeds_are_told_of_the_form() -> None:
    """One applies on the page itself; elsewhere that is not so."""
    files = built(posting("one"), posting("two", apply="https://example.com/a"), apply=FORM)
    assert '"directApply":true' in files["one/index.html"]
    assert '"directApply":false' in files["two/index.html"]
    assert '"apply_url":"https://jobs.example.com/careers/one/#apply"' in files["jobs.json"]
