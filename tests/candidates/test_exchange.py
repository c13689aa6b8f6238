"""What is exported and imported elsewhere is the same: stage, history, reasons, owner, letters."""

from __future__ import annotations

import json
import re
import zipfile
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from candidates.company import KEYS, REPOSITORY, Run, candidates_of
from candidates.test_files import FACTS, assets
from candidates.test_kill import furnish
from careers import cli
from careers.cli.support import candidates as _candidates
from careers.hiring.record.block import read_record, without_record
from careers.sandbox import Sandbox
from careers.text.cells import as_it_was, harmless
from form_services import CV

OTHER_FILE = {"name": "other.pdf", "content": b64encode(CV + b"2").decode()}
OTHER_KEY = "another key that is long enough"


@pytest.fixture
def played(apply: Run, events: Run, github: Sandbox) -> Sandbox:
    """Three people at three places, letters, commands, talk, a merge, a long letter."""
    assert cli.run("labels", []) == 0
    assert apply(message="a line of it\n" * 6_000, phone="+49 30 1", files=[FACTS]) == 0
    assert apply(message="I forgot this") == 0
    assert apply(name="Somebody Else", files=[OTHER_FILE]) == 0
    assert apply(name="Ben Example", email="ben@example.com", posting="designer") == 0
    assert apply(name="Cleo", email="cleo@example.com", answers={"Start?": "=May"}) == 0
    said = {
        1: ["Good.\n\n/advance", "/take", "/next +3d read it", "She wrote:\n/hire", "/merge #2"],
        3: ["/stage offer", "/hire"],
        4: ["/reject skills not enough", "/pool 2028-01-01 by mail"],
    }
    for number, texts in said.items():
        for text in texts:
            github.act("rita").comment(REPOSITORY, number, text)
            assert events() == 0
    return github


def shown(github: Sandbox) -> list[dict[str, Any]]:
    """All candidates as they are to be the same; without ids that a repository gives.

    A file that came with an issue that was merged has a copy under the number of the other.
    """
    made = []
    for issue in candidates_of(github):
        record = read_record(issue["body"], issue["number"], KEYS)
        if record is None:
            continue
        fields = record.model_dump(exclude={"seen", "spent", "sequence", "ticked"})
        for entry in fields["history"]:
            entry.pop("ref")
        for file in fields["files"]:
            assert file.pop("asset")
            assert file.pop("url")
        comments = [c["body"] for c in github.comments(REPOSITORY, issue["number"])]
        made.append(
            {
                "title": issue["title"],
                "record": fields,
                "body": re.sub(r"http://[^ ]+/\d-", "", without_record(issue["body"])),
                "labels": sorted(label["name"] for label in issue["labels"]),
                "state": (issue["state"], issue["state_reason"]),
                "assignees": [each["login"] for each in issue["assignees"]],
                "letters": [
                    text for text in comments if "careers:more" in text and "brought" not in text
                ],
            }
        )
    return made


def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """An empty repository."""
    other = Sandbox()
    furnish(other)
    monkeypatch.setenv("GITHUB_API_URL", other.url)
    return other


def test_an_export_rebuilds_the_same_state(
    played: Sandbox, company: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In an empty repository; a second import brings nobody, and nothing is left to tend."""
    assert cli.run("export", ["--to", str(company / "out")]) == 0
    before = shown(played)
    assert len(before) == 4
    with elsewhere(monkeypatch) as other:
        assert cli.run("labels", []) == 0
        file = str(company / "out/candidates.json")
        assert cli.run("import", [file]) == 0
        assert candidates_of(other) == []
        assert cli.run("import", [file, "--write", "--pace", "0"]) == 0
        assert shown(other) == before
        assert assets(other) == [f"files-1/{x}.pdf" for x in ("1-cv-of-ada", "1-other", "2-other")]
        assert other.content(REPOSITORY, "1-cv-of-ada.pdf") == CV
        written = len(other.requests)
        assert cli.run("import", [file, "--write", "--pace", "0"]) == 0
        assert all(r.method == "GET" for r in other.requests[written:])
        assert cli.run("tend", []) == 0
        assert shown(other) == before
        other.take_events()


GREENHOUSE = """\
First Name,Last Name,Company,Title,Notes,Email,Phone,Website,Source,Job,Milestone,Applied At,Status
Ada,Example,Ltd,"=A(1)",Call her back,ada@example.com,'+49 30 1,example.com,LinkedIn,engineer,\
Phone Screen,2026-03-02,active
Ben,Example,,,,ben@example.com,,,Indeed,Designer,Application Review,03/31/2026,rejected
Cleo,Example,,,,cleo@example.com,,,,plumber,Offer,2026-03-02,active
Dora,Example,,,,dora@example.com,,,,engineer,Onsite,2026-03-02,active
Emil,Example,,,,emil@example.com,,,,engineer,Offer,03/04/2026,active
,,,,,fritz@example.com,,,,engineer,Offer,2026-03-02,active
Ada,Example,,,,ADA@example.com,,,,engineer,Offer,2026-03-02,active
"""


def bring(company: Path, text: str | bytes, *options: str, name: str = "them.csv") -> int:
    """Import a file."""
    data = text if isinstance(text, bytes) else text.encode()
    (company / name).write_bytes(data)
    return cli.run("import", [str(company / name), "--pace", "0", *options])


def test_a_table_of_greenhouses_is_brought_in(
    company: Path, github: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """With stage, dates, end and notes; what is refused says why, is mended, and comes in too."""
    assert bring(company, GREENHOUSE) == 1
    told = capsys.readouterr().out
    assert github.issues(REPOSITORY) == []
    assert "2 to bring in, 0 there already, 5 refused" in told
    for line, words in (
        (4, "no job `plumber`"),
        (5, "no stage `Onsite`: write one of applied, phone-screen, case-study, offer"),
        (6, "no day is meant by `03/04/2026`: write it as 2026-12-02"),
        (7, "name: is missing"),
        (8, "the same person at the same job as line 2"),
    ):
        assert re.search(rf"them.csv:{line}: refused: .*{re.escape(words)}", told), words
    assert bring(company, GREENHOUSE, "--write") == 1
    ada, ben = candidates_of(github)
    record = read_record(ada["body"], ada["number"], KEYS)
    assert record is not None
    assert (record.stage, record.history[0].when) == ("phone-screen", "2026-03-02T00:00:00Z")
    assert (ada["title"], ada["state"]) == ("Ada Example · Engineer", "open")
    assert "source:linkedin" in [label["name"] for label in ada["labels"]]
    assert "+49 30 1" in ada["body"]
    assert "'+49" not in ada["body"]
    assert "> Call her back" in github.comments(REPOSITORY, ada["number"])[0]["body"]
    assert (ben["state"], ben["state_reason"]) == ("closed", "not_planned")
    refused = (company / "them.refused.csv").read_text("utf-8-sig")
    mended = refused.replace("plumber", "engineer").replace("Onsite", "Offer")
    mended = mended.replace("03/04/2026", "2026-04-03").replace("\n,,", "\nFritz,,")
    assert bring(company, mended, "--write", name="mended.csv") == 0
    assert len(candidates_of(github)) == 6
    assert "0 to bring in, 2 there already" in _told(company, GREENHOUSE, capsys)
    assert cli.run("tend", []) == 0
    assert [issue["title"] for issue in candidates_of(github)][:2] == [ada["title"], ben["title"]]


def _told(company: Path, text: str, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    bring(company, text)
    return capsys.readouterr().out


LEVER = "Candidate Name;Email;Posting;Stage;Archive reason;Archived at;Owner;Tags\n"


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_table_whatever_its_coding_and_delimiter(
    company: Path, github: Sandbox, coding: str
) -> None:
    """Columns that we know by name, others by a mapping; what has no field is an answer."""
    row = "Zoë Müller;zoe@example.com;designer;Archived;skills;2026-05-01 10:00:00;rita;fast\n"
    assert bring(company, (LEVER + row).encode(coding), "--write") == 0
    (issue,) = candidates_of(github)
    assert issue["title"] == "Zoë Müller · Designer"
    record = read_record(issue["body"], issue["number"], KEYS)
    assert record is not None
    assert (record.stage, record.reason, record.owner) == ("rejected", "skills", "rita")
    assert record.history[-1].when == "2026-05-01T10:00:00Z"
    assert "| Tags | fast |" in issue["body"]


def test_columns_are_mapped(company: Path, github: Sandbox) -> None:
    """Each as it is told; a slip is named."""
    text = "Wer\tWohin\tRef\nAda\tada@example.com\t7\n"
    options = ["--job", "engineer", "--map", "Wer=name", "--map", "Wohin=email", "--map", "Ref=-"]
    assert bring(company, text, "--map", "Wer=nmae") == 2
    assert bring(company, text, "--map", "Who=name") == 2
    assert bring(company, text, *options, "--write") == 0
    (issue,) = candidates_of(github)
    assert "Ref" not in issue["body"]


def test_a_json_resume_is_brought_in(company: Path, github: Sandbox) -> None:
    """With the job that the command names; twice is once."""
    resume = {
        "basics": {
            "name": "Ada Example",
            "email": "ada@example.com",
            "url": "https://example.com/ada",
            "summary": "I build looms.",
            "location": {"city": "London", "countryCode": "GB"},
            "profiles": [{"network": "x", "url": "https://example.org/ada"}],
        },
        "work": [{"position": "Weaver", "name": "Loom Ltd", "startDate": "1833"}],
    }
    text = json.dumps(resume)
    assert bring(company, text, name="ada.json") == 2
    for _ in range(2):
        assert bring(company, text, "--job", "engineer", "--write", name="ada.json") == 0
    (issue,) = candidates_of(github)
    assert "London, GB" in issue["body"]
    assert "Weaver, Loom Ltd, 1833" in issue["body"]
    assert "> I build looms." in issue["body"]


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[1]", '{"a": 1}', '{"format": "careers"}', "a,a\n1,2\n", "PK\x03\x04 a workbook",
        'Name,Email,Job\nAda,a@example.com,"engineer\nBen,b@example.com,engineer\n',
    ],
)  # fmt: skip
def test_what_is_none_of_these_is_said(company: Path, text: str) -> None:
    """With a cure, no traceback, and nobody swallowed by a quotation mark that never closes."""
    assert bring(company, text, "--write") == 2


@pytest.mark.parametrize(
    "text",
    [
        "Name,Email,Job\rAda,ada@example.com,engineer\r",
        "sep=;\r\nName;Email;Job\r\nAda;ada@example.com;engineer\r\n",
        "Name,Email,Job,Applied at\nAda,a@example.com,engineer,\nB,b@x.test,engineer,0001-01-01",
    ],
)
def test_what_spreadsheets_write_is_read(company: Path, github: Sandbox, text: str) -> None:
    """Old line ends, a line that names the delimiter; a day of no year is that row's fault."""
    assert bring(company, text, "--write") in {0, 1}
    assert [issue["title"] for issue in candidates_of(github)] == ["Ada · Engineer"]


CELLS = ["plain", "=1+1", "+49", "-x", "@me", "'=1", "''=1", "'", "'a", " =1", "\t1", "＝1", ""]  # noqa: RUF001 - meant


@pytest.mark.parametrize("cell", CELLS)
def test_a_formula_is_none_in_a_table_and_comes_back(cell: str) -> None:
    """No cell begins as a spreadsheet's formula does; reading takes the quote off again."""
    made = harmless(cell)
    assert not made.lstrip().startswith(("=", "+", "-", "@", "＝"))  # noqa: RUF001 - meant
    assert as_it_was(made) == cell


def test_a_table_of_ours_is_read_back(
    played: Sandbox, company: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """candidates.csv is a table as any other: people, jobs, stages, reasons, owners come back."""
    assert cli.run("export", ["--to", str(company / "out")]) == 0
    before = [each["record"] for each in shown(played) if not each["record"]["duplicate_of"]]
    with elsewhere(monkeypatch) as other:
        file = str(company / "out/candidates.csv")
        assert cli.run("import", [file, "--write", "--pace", "0"]) in {0, 1}
        after = [each["record"] for each in shown(other)]
        same = ("person", "name", "posting", "stage", "reason", "owner")
        assert [{k: x[k] for k in same} for x in after] == [{k: x[k] for k in same} for x in before]
        other.take_events()


@pytest.mark.usefixtures("played")
def test_one_person_gets_all_that_is_kept_of_them(
    company: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A zip of what stands in their issues, of nobody else's; nothing of it on the terminal."""
    target = company / "ada.zip"
    assert cli.run("export", ["--person", "Ada@Example.com", "--to", str(target)]) == 0
    with zipfile.ZipFile(target) as made:
        names = set(made.namelist())
        text = made.read("candidates.json").decode()
    papers = {"files/1-cv-of-ada.pdf", "files/2-other.pdf"}
    assert names == {"candidates.json", "1.md", "2.md", *papers}
    assert "I forgot this" in text
    assert "Ben Example" not in text
    assert "Ada" not in capsys.readouterr().out.replace(str(target), "")
    assert cli.run("export", ["--person", "ada@example.com", "--to", str(target)]) == 2
    assert cli.run("export", ["--person", "nobody@example.com"]) == 1


def test_a_folder_of_cvs_is_matched_by_name_and_address(
    company: Path, github: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each goes to whom it names; what is nobody's, or may be of two, is said and left."""
    folder = company / "cvs"
    folder.mkdir()
    for name in ("Example_Ada CV.pdf", "resume-ben@example.com.pdf", "Kim CV.pdf", "scan.pdf"):
        (folder / name).write_bytes(CV + name.encode())
    text = "name,email,job\nAda Example,ada@example.com,engineer\nBen,ben@example.com,engineer\n"
    text += "Kim,kim@example.com,engineer\nKim,kim2@example.com,designer\n"
    options = ["--files", str(folder), "--write"]
    assert bring(company, text, *options) == 0
    told = capsys.readouterr().out
    assert assets(github) == [
        "files-1/1-example-ada-cv.pdf",
        "files-1/2-resume-ben-example-com.pdf",
    ]
    assert "scan.pdf: nobody's, or of two" in told
    assert "Kim CV.pdf: nobody's, or of two" in told
    assert bring(company, text, *options) == 0
    assert len(assets(github)) == 2


@pytest.mark.parametrize("how", ["error", "cut", "cut-after"])
def test_an_import_that_is_cut_off_goes_on(
    played: Sandbox, company: Path, monkeypatch: pytest.MonkeyPatch, how: Any
) -> None:
    """At any request: run again, the state is what an untroubled run leaves."""
    assert cli.run("export", ["--to", str(company / "out")]) == 0
    before, file = shown(played), str(company / "out/candidates.json")
    monkeypatch.setattr(_candidates, "ATTEMPTS", 1)
    for at in range(2, 40, 7):
        with elsewhere(monkeypatch) as other:
            assert cli.run("labels", []) == 0
            other.fail(at=at, how=how, status=502)
            for _ in range(3):
                if cli.run("import", [file, "--write", "--pace", "0"]) == 0:
                    break
            assert shown(other) == before, at
            other.take_events()


def test_who_has_a_file_that_is_not_kept_yet_waits_for_it(
    company: Path, github: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others come in; the next run brings them whole."""
    folder = company / "cvs"
    folder.mkdir()
    for who in ("ada", "ben"):
        (folder / f"{who}@example.com.pdf").write_bytes(CV + who.encode())
    text = "name,email,job\nAda Example,ada@example.com,engineer\nBen,ben@example.com,engineer\n"
    options = ["--files", str(folder), "--write"]
    github.fail(at=1, times=3, method="POST", path=r"/assets")
    assert bring(company, text, *options) == 2
    assert "run it again" in capsys.readouterr().err
    assert assets(github) == ["files-1/2-ben-example-com.pdf"]
    assert bring(company, text, *options) == 0
    assert len(assets(github)) == 2
    assert [issue["title"] for issue in github.issues(REPOSITORY)] == [
        "Ada Example · Engineer",
        "Ben · Engineer",
    ]


@pytest.mark.usefixtures("played")
def test_another_key_makes_its_own_hashes(
    company: Path, monkeypatch: pytest.MonkeyPatch, apply: Run
) -> None:
    """Who applied before is known again where the export was brought in under another key."""
    assert cli.run("export", ["--to", str(company / "out")]) == 0
    with elsewhere(monkeypatch) as other:
        monkeypatch.setenv("CAREERS_KEY", OTHER_KEY)
        file = str(company / "out/candidates.json")
        assert cli.run("import", [file, "--write", "--pace", "0"]) == 0
        count = len(candidates_of(other))
        assert apply(name="Ben Example", email="ben@example.com", posting="designer") == 0
        assert len(candidates_of(other)) == count
        other.take_events()
