"""What somebody sent with an application is kept, once, and opened from their issue."""

from __future__ import annotations

import importlib
import json
import os
import re
import zlib
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from candidates.company import ADA, REPOSITORY, Run, record_of
from candidates.test_kill import furnish
from careers import cli
from careers.forms import secret, services
from careers.sandbox import Sandbox
from form_services import CV, WHO, serving

FORM = """
[[intake.form]]
service = "{service}"
form = "F"
host = "{host}"
posting = "engineer"
"""
FACTS = {"name": "CV of Ada.pdf", "content": b64encode(CV).decode()}


def files_row(github: Sandbox, number: int = 1) -> str:
    """The files as the issue's facts show them."""
    lines = str(github.issue(REPOSITORY, number)["body"]).splitlines()
    return next((line for line in lines if line.startswith("| **Files**")), "")


def assets(github: Sandbox) -> list[str]:
    """The names of all that is kept, by releases."""
    return [
        f"{release['tag_name']}/{asset['name']}"
        for release in github.releases(REPOSITORY)
        for asset in release["assets"]
    ]


def fetch(company: Path, server: Any, monkeypatch: pytest.MonkeyPatch, *options: str) -> int:
    """Fetch from a service's stand-in."""
    text = FORM.format(service=server.name, host=server.host)
    if server.name == "receiver":
        text = text.replace('form = "F"\n', "")
    (company / "candidates.toml").write_text(text, "utf-8")
    monkeypatch.setenv(secret(server.name), "secret-token")
    return cli.run("fetch", ["--days", "3650", *options])


def test_a_file_is_linked_from_its_issue(github: Sandbox, apply: Run) -> None:
    """Kept under its candidate's number, whole, and told in the record."""
    assert apply(files=[FACTS]) == 0
    assert assets(github) == ["files-1/1-cv-of-ada.pdf"]
    assert github.content(REPOSITORY, "1-cv-of-ada.pdf") == CV
    (kept,) = record_of(github).files
    assert (kept.name, kept.kind, kept.size) == ("CV of Ada.pdf", "pdf", len(CV))
    url = f"{github.url}/ui/{REPOSITORY}/releases/download/files-1/1-cv-of-ada.pdf"
    assert files_row(github) == f"| **Files** | [CV of Ada.pdf]({url}) |"
    before = len(github.requests)
    assert apply(files=[FACTS]) == 0
    assert {r.method for r in github.requests[before:]} == {"GET"}


def test_a_later_letter_brings_more(github: Sandbox, apply: Run) -> None:
    """Its files stand behind the first ones; the same bytes are kept once."""
    other = {"name": "case.pdf", "content": b64encode(CV + b"2").decode()}
    assert apply(files=[FACTS]) == 0
    assert apply(message="More", files=[FACTS, other]) == 0
    assert assets(github) == ["files-1/1-cv-of-ada.pdf", "files-1/1-case.pdf"]
    assert files_row(github).count("](") == 2


def test_a_mail_brings_its_attachments(github: Sandbox, company: Path) -> None:
    """An inline picture of its text is none of them."""
    mail = company / "letter.eml"
    mail.write_bytes(
        b"From: Ada <ada@example.com>\r\nTo: jobs+engineer@example.com\r\nSubject: Hello\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/plain\r\n\r\nHi\r\n"
        b"--b\r\nContent-Type: image/png\r\nContent-ID: <a>\r\n\r\npicture\r\n"
        b"--b\r\nContent-Type: application/pdf; name=cv.pdf\r\n"
        b"Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + b64encode(CV)
        + b"\r\n--b--\r\n"
    )
    assert cli.run("intake", ["--application", str(mail)]) == 0
    assert assets(github) == ["files-1/1-cv.pdf"]
    assert github.content(REPOSITORY, "1-cv.pdf") == CV
    assert "**Files**" in files_row(github)


@pytest.mark.parametrize("name", services())
def test_a_form_s_file_is_fetched(
    name: str,
    company: Path,
    github: Sandbox,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With the token, from each service; its address reaches no issue, no log, no output."""
    with serving(name) as server:
        server.has_files = True
        assert fetch(company, server, monkeypatch) == 0
        got = [headers for path, _, headers in server.asked if path.startswith("/kept/")]
        before = len(got)
        assert fetch(company, server, monkeypatch) == 0
        after = [path for path, _, _ in server.asked if path.startswith("/kept/")]
    assert len(after) == before == len(WHO)
    assert assets(github) == [f"files-1/{n}-my-cv.pdf" for n in range(1, 6)]
    assert "[My CV.pdf](" in files_row(github)
    told = capsys.readouterr()
    everything = json.dumps(github.issues(REPOSITORY)) + told.out + told.err
    everything += "".join(p.read_text("utf-8") for p in company.iterdir() if p.is_file())
    assert "canary" not in everything
    assert "/kept/" not in everything
    token = {value for headers in got for value in headers.values() if "secret" in value}
    assert token or name == "formspree"


@pytest.mark.parametrize(
    ("fault", "said", "again"),
    [
        (404, "has it no longer", False),
        (500, "the next run tries again", True),
        (401, "the next run tries again", True),
        (302, "the next run tries again", True),
    ],
)
def test_what_cannot_be_fetched_is_said(  # noqa: PLR0913, PLR0917 - fixtures
    fault: int,
    said: str,
    again: int,
    company: Path,
    github: Sandbox,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The candidate stands without it; the next run gets what waits, and what is gone stays so."""
    with serving("tally") as server:
        server.has_files, server.file_faults = True, [fault]
        assert fetch(company, server, monkeypatch) == 0
        assert said in files_row(github, 1)
        assert "](" in files_row(github, 2)
        if again:
            assert fetch(company, server, monkeypatch, "--opens-only") == 0
            assert said in files_row(github, 1)
        assert fetch(company, server, monkeypatch) == 0
    assert ("](" in files_row(github, 1)) is bool(again)
    assert len(assets(github)) == len(WHO) - (not again)


def test_a_login_page_is_no_file(
    company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And one that is too large is not read to its end."""
    with serving("tally") as server:
        server.has_files, server.file_type, server.file = True, "text/html", b"<p>Log in"
        assert fetch(company, server, monkeypatch) == 0
        assert "the next run tries again" in files_row(github)
        server.file_type, server.file = "application/pdf", b"%PDF-" + bytes(25 * 1024 * 1024)
        assert fetch(company, server, monkeypatch) == 0
    assert "larger than 25 MB" in files_row(github)
    assert assets(github) == []


def test_github_s_refusal_waits(
    github: Sandbox, apply: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """The issue stands; the run fails, so that `tend` starts it again with what was sent."""
    github.fail(1, status=403, times=9, method="POST", path="/releases")
    assert apply(files=[FACTS]) == 2
    assert "Contents: read and write" in capsys.readouterr().err
    assert "not here yet" in files_row(github)
    github.fail(1, status=404, times=0)
    assert apply(files=[FACTS]) in {0, 2}


def test_files_keep_the_pace(apply: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each takes a request more, so a burst of applications with files is slower."""
    slept: list[float] = []
    monkeypatch.setattr("careers.cli.intake.time.sleep", slept.append)
    assert apply("--pace=24", files=[FACTS, {**FACTS, "content": "QQ=="}]) == 0
    (seconds,) = [pause for pause in slept if pause > 5]
    assert 30 < seconds <= 42


def test_nothing_is_kept_in_public(github: Sandbox, apply: Run) -> None:
    """A repository that is not private gets no file."""
    github.add_repository(REPOSITORY, private=False)
    assert apply(files=[FACTS]) == 2
    assert github.releases(REPOSITORY) == []


def test_somebody_s_files_are_ada_s(github: Sandbox, apply: Run) -> None:
    """Two people's files of one name stand apart."""
    assert apply(files=[FACTS]) == 0
    other = {"email": "bo@example.com", "name": "Bo Example", "message": "Me"}
    assert apply(**{**ADA, **other}, files=[FACTS]) == 0
    assert assets(github) == ["files-1/1-cv-of-ada.pdf", "files-1/2-cv-of-ada.pdf"]


HUGE = 1_200_000


def test_one_that_cannot_be_read_stops_no_other(
    company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is kept for a person, once, with what can be said; the loop goes on."""
    with serving("formspree") as server, monkeypatch.context() as patched:
        real = importlib.import_module("form_services").plain
        patched.setattr(
            "form_services.plain",
            lambda n: {**real(n), **({"message": "x" * HUGE} if n == 1 else {})},
        )
        assert fetch(company, server, monkeypatch) == 0
        assert fetch(company, server, monkeypatch) == 0
    titles = [issue["title"] for issue in github.issues(REPOSITORY)]
    assert len(titles) == len(WHO)
    assert titles[1] == "Application that needs attention"
    body = github.issue(REPOSITORY, 2)["body"]
    assert "larger than 1 MiB" in body
    assert WHO[1] in body
    assert "1,200,000 characters" in body


def test_what_needs_attention_tells_no_address(
    company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A submission for a job that is not known, with a file."""
    with serving("tally") as server:
        server.has_files = True
        text = FORM.format(service="tally", host=server.host).replace("engineer", "nobody")
        (company / "candidates.toml").write_text(text, "utf-8")
        monkeypatch.setenv("CAREERS_TALLY_TOKEN", "secret-token")
        assert cli.run("fetch", ["--days", "3650"]) == 0
    told = json.dumps(github.issues(REPOSITORY))
    assert "needs:attention" in told
    assert "My CV.pdf" in told
    assert "canary" not in told


def test_what_stands_is_deleted_at_its_service(
    company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the form says so, by the run after the one that took it, and only with its files."""
    with serving("tally") as server:
        server.has_files, server.file_faults = True, [500]
        text = FORM.format(service="tally", host=server.host) + "delete = true\n"
        (company / "candidates.toml").write_text(text, "utf-8")
        monkeypatch.setenv("CAREERS_TALLY_TOKEN", "secret-token")
        assert cli.run("fetch", ["--days", "3650"]) == 0
        assert server.deleted == []
        assert cli.run("fetch", ["--days", "3650"]) == 0
        assert server.deleted == [f"/forms/F/submissions/t{n}" for n in range(1, 5)]
        assert cli.run("fetch", ["--days", "3650"]) == 0
    assert server.deleted[4] == "/forms/F/submissions/t0"
    assert len(assets(github)) == len(WHO)


def test_a_service_that_deletes_nothing_stops_nobody(
    company: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is said once, and what is new is taken in."""
    with serving("tally") as server:
        text = FORM.format(service="tally", host=server.host) + "delete = true\n"
        (company / "candidates.toml").write_text(text, "utf-8")
        monkeypatch.setenv("CAREERS_TALLY_TOKEN", "secret-token")
        server.delete_fault = 403
        assert cli.run("fetch", ["--days", "3650"]) == 0
        assert cli.run("fetch", ["--days", "3650"]) == 0
        assert server.deleted == ["/forms/F/submissions/t0"]
    told = capsys.readouterr()
    assert told.err.count("nothing is deleted there") == 1
    assert "5 stood already" in told.out


def test_one_issue_that_is_full_stops_nobody(
    company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    """GitHub finds one invalid: the others stand, and the log says it."""
    with serving("tally") as server:
        github.fail(2, status=422, times=1, method="PATCH", path="/issues/")
        assert fetch(company, server, monkeypatch) == 0
        assert "1 in want of a person" in capsys.readouterr().out
        assert fetch(company, server, monkeypatch) == 0
    assert len(github.issues(REPOSITORY)) == len(WHO)


def test_what_needs_attention_keeps_its_files(github: Sandbox, apply: Run) -> None:
    """Linked from the issue that a person settles; what GitHub did not take is tried again."""
    other = {"name": "other.pdf", "content": b64encode(CV + b"2").decode()}
    github.fail(2, status=403, method="POST", path="uploads")
    assert apply(posting="nobody", files=[FACTS, other]) == 2
    body = github.issue(REPOSITORY, 1)["body"]
    assert "[CV of Ada.pdf](" in body
    assert "other.pdf (not here yet" in body
    assert apply(posting="nobody", files=[FACTS, other]) == 0
    body = github.issue(REPOSITORY, 1)["body"]
    assert "[CV of Ada.pdf](" in body
    assert "[other.pdf](" in body
    assert assets(github) == ["files-1/1-cv-of-ada.pdf", "files-1/1-other.pdf"]
    before = len(github.requests)
    assert apply(posting="nobody", files=[FACTS, other]) == 0
    assert {r.method for r in github.requests[before:]} == {"GET"}
    assert len(github.issues(REPOSITORY)) == 1


HOSTILE = [
    "../../etc/passwd.pdf",
    "cv\u202efdp.exe",
    "[click](https://evil.example.com) @rita #1.pdf",
    "</td><img src=x onerror=alert(1)>.svg",
    "cv | col | umn.pdf",
    "closes #1 -->.pdf",
    "x" * 250 + ".pdf",
    "🚀\u0000\r\n履歴書.pdf",
]


def test_a_hostile_name_is_text(github: Sandbox, apply: Run) -> None:
    """It stands in one row, links nowhere but to its file, notifies nobody, ends no comment."""
    files = [
        {"name": name, "content": b64encode(CV + bytes([n])).decode()}
        for n, name in enumerate(HOSTILE)
    ]
    assert apply(files=files) == 0
    row = files_row(github)
    targets = re.findall(r"(?<!\\)\]\(([^)]*)\)", row)
    assert len(targets) == len(HOSTILE)
    assert all(t.startswith(f"{github.url}/ui/{REPOSITORY}/releases/download/") for t in targets)
    assert not re.search(r"@rita|(?<!\\)<|closes #1|(?<!\|) \| col", row)
    assert len(record_of(github).files) == len(HOSTILE)
    assert [
        name for name in assets(github) if not re.fullmatch(r"files-1/1-[a-z0-9.-]+", name)
    ] == []


def test_more_than_are_kept_are_named(github: Sandbox, apply: Run) -> None:
    """Ten are kept; macros and what is empty are said."""
    files = [
        {"name": f"{n}.txt", "content": b64encode(bytes([65 + n])).decode()} for n in range(12)
    ]
    files[0] = {"name": "cv.docm", "content": b64encode(b"PK").decode()}
    files[1] = {"name": "empty.pdf", "content": ""}
    assert apply(files=files) == 0
    row = files_row(github)
    assert "cv.docm (not kept: it holds macros; ask for a PDF)" in row
    assert "empty.pdf (not kept: it is empty)" in row
    assert row.count("more than 10 files") == 2
    assert len(assets(github)) == 8
    before = len(github.requests)
    assert apply(files=files) == 0
    assert {r.method for r in github.requests[before:]} == {"GET"}


def test_two_issues_that_become_one_keep_their_files(
    github: Sandbox, apply: Run, events: Run
) -> None:
    """Those of both, in one row."""
    assert cli.run("labels", []) == 0
    assert apply(files=[FACTS]) == 0
    other = {"name": "other.pdf", "content": b64encode(CV + b"2").decode()}
    assert apply(name="Somebody Else", files=[other]) == 0
    github.take_events()
    github.act("rita").comment(REPOSITORY, 1, "/merge #2")
    assert events() == 0
    assert [file.name for file in record_of(github).files] == ["CV of Ada.pdf", "other.pdf"]
    assert files_row(github).count("](") == 2


@pytest.mark.parametrize("how", ["error", "cut", "cut-after"])
def test_a_fetch_that_is_cut_off_is_made_up_for(
    company: Path, monkeypatch: pytest.MonkeyPatch, how: Any
) -> None:
    """At any request of GitHub's: all five stand with their file, each once."""
    monkeypatch.setattr("careers.cli.support.candidates.ATTEMPTS", 1)
    every = 1 if os.environ.get("CAREERS_KILL") else 17
    for at in range(1 + zlib.crc32(how.encode()) % every, 200, every):
        with Sandbox() as github, serving("tally") as server, monkeypatch.context() as patched:
            furnish(github)
            patched.setenv("GITHUB_API_URL", github.url)
            server.has_files = True
            github.fail(at=at, how=how)
            assert fetch(company, server, monkeypatch) in {0, 2}
            if len(github.requests) < at:
                return
            assert fetch(company, server, monkeypatch) == 0
            issues = github.issues(REPOSITORY)
            assert len(issues) == len(WHO), f"request {at}"
            numbers = [issue["number"] for issue in issues]
            assert sorted(assets(github)) == [f"files-1/{n}-my-cv.pdf" for n in numbers]
            assert all("](" in files_row(github, n) for n in numbers), f"request {at}"
