"""A recruiter attaches a file by their own token; `tend` tells of it in the issue."""

from __future__ import annotations

from pathlib import Path

import pytest

from candidates.company import REPOSITORY, Run, asked, record_of
from candidates.test_files import assets, files_row
from careers import cli
from careers.hiring.filing.offers import next_offer
from careers.sandbox import Sandbox

CV = b"%PDF-1.7 of Ada"


@pytest.fixture(autouse=True)
def candidate(apply: Run, github: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ada has applied; rita has a token of her own, and no key."""
    assert apply() == 0
    github.take_events()
    monkeypatch.setenv("GITHUB_TOKEN", "t-rita")


def attach(name: str, data: bytes, *options: str) -> int:
    """Attach a file to Ada."""
    Path(name).write_bytes(data)
    return cli.run("attach", ["1", name, *options])


def tend(monkeypatch: pytest.MonkeyPatch, *options: str) -> int:
    """As the workflow does it."""
    with monkeypatch.context() as patched:
        patched.setenv("GITHUB_TOKEN", "t-bot")
        return cli.run("tend", [*options])


@pytest.mark.parametrize("options", [[], ["--issue", "1"]])
def test_a_file_is_kept_and_told(
    github: Sandbox, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    """Under the candidate's number, once, though it is attached twice; `tend` is started."""
    with monkeypatch.context() as patched:
        patched.delenv("CAREERS_KEY")
        assert attach("Case Study.pdf", CV) == 0
        assert attach("Case Study.pdf", CV, "--as", "case-study") == 0
    assert assets(github) == ["files-1/1-case-study.pdf"]
    started = [e for e in github.take_events() if e.name == "workflow_dispatch"]
    assert started[0].payload["inputs"] == {"issue": "1"}
    assert files_row(github) == ""
    assert tend(monkeypatch, *options) == 0
    assert "[case-study.pdf](" in files_row(github)
    (kept,) = record_of(github).files
    assert (kept.kind, kept.size) == ("pdf", len(CV))
    before = len(github.requests)
    assert tend(monkeypatch, *options) == 0
    assert not [r for r in asked(github, before) if r.startswith("PATCH /issues/1")]


def test_what_somebody_sent_is_told_once(
    github: Sandbox, apply: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes with a letter and was attached before is one file."""
    assert attach("cv.pdf", CV) == 0
    assert tend(monkeypatch) == 0
    monkeypatch.setenv("GITHUB_TOKEN", "t-bot")
    file = {"name": "cv.pdf", "content": "JVBERi0xLjcgb2YgQWRh"}
    assert apply(message="More", files=[file]) == 0
    assert assets(github) == ["files-1/1-cv.pdf"]
    assert len(record_of(github).files) == 1


@pytest.mark.parametrize("named", ["offer.pdf", "Offer.pdf"])
def test_an_offer_is_for_those_who_write(github: Sandbox, named: str) -> None:
    """In a draft, by its version; a better one takes its place until it is made."""
    assert attach(named, CV) == 0
    assert attach("x.pdf", CV + b"2", "--as", "offer") == 0
    assert assets(github) == ["offers/1-offer-1.pdf"]
    assert github.content(REPOSITORY, "1-offer-1.pdf") == CV + b"2"
    (release,) = github.releases(REPOSITORY)
    assert release["draft"]


def test_the_next_offer_has_the_next_number() -> None:
    """By what the record in the text tells."""
    made = '{"version":2,"issue":1,"history":[{"when":"x"}],"offer":{"state":"void","version":3}}'
    assert next_offer(f"<!-- careers:record\n{made}\n-->") == 4
    assert next_offer("no record") == 1
    assert next_offer('{"version":2,"issue":1}\n{"offer":{"version":7}}') == 1


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("cv.docm", b"PK\3\4", "holds macros"),
        ("cv.pdf", b"", "is empty"),
        ("offer.pdf", b"<html>", "an offer is a PDF"),
    ],
)
def test_what_cannot_be_kept_is_said(
    github: Sandbox, capsys: pytest.CaptureFixture[str], name: str, data: bytes, said: str
) -> None:
    """By the rules of applications; nothing is written."""
    assert attach(name, data) == 1
    assert said in capsys.readouterr().err
    assert assets(github) == []


def test_nobody_is_attached_to(capsys: pytest.CaptureFixture[str], github: Sandbox) -> None:
    """A number that is nobody's, a file that is not there."""
    Path("cv.pdf").write_bytes(CV)
    assert cli.run("attach", ["7", "cv.pdf"]) == 1
    assert "no issue #7" in capsys.readouterr().err
    assert cli.run("attach", ["1", "none.pdf"]) == 2
    assert assets(github) == []
