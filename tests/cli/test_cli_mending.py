"""``fix``, ``fmt``, ``explain`` and ``new``, as somebody at a terminal meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from careers.cli import main
from careers.cli.demo_company.checkout import Checkout

WRONG = b"---\ntema: Product\nstatus: draft\n---\n\n# A\n\n* b\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one posting that fix and fmt have something to do in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "postings").mkdir()
    (tmp_path / "postings" / "a.md").write_bytes(WRONG)
    return tmp_path / "postings"


def test_fix_writes_and_shows(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file is mended in place and keeps its mode; what changed is shown, and what is left."""
    (folder / "a.md").chmod(0o640)
    assert main(["fix"]) == 0
    assert (folder / "a.md").read_bytes() == WRONG.replace(b"tema", b"team")
    assert (folder / "a.md").stat().st_mode & 0o777 == 0o640
    shown = capsys.readouterr().out
    assert "-tema: Product\n+team: Product\n" in shown
    assert shown.endswith(
        "1 of 1 file changed (front-matter 1)\n"
        "Left for you: 1 (process 1); `careers validate` tells how\n"
        "  postings/a.md:1: warning[process]: no section tells of the interview process\n"
    )
    assert [path.name for path in folder.iterdir()] == ["a.md"]


@pytest.mark.parametrize(("verb", "option", "status"), [
    ("fix", "--check", 1), ("fix", "--diff", 0), ("fmt", "--check", 1), ("fmt", "--diff", 0),
])  # fmt: skip
def test_looking_only(folder: Path, verb: str, option: str, status: int) -> None:
    """With --check and --diff nothing is written; --check tells by its exit status."""
    assert main([verb, option]) == status
    assert (folder / "a.md").read_bytes() == WRONG
    main(["fix"])
    main(["fmt"])
    assert main([verb, option]) == 0


def test_fmt_writes(folder: Path) -> None:
    """The file is laid out in place."""
    assert main(["fmt", "postings/a.md"]) == 0
    assert (folder / "a.md").read_bytes() == (
        b"---\nstatus: draft\ntema: Product\n---\n\n# A\n\n- b\n"
    )


def test_a_link_is_not_written_through(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A symbolic link is refused: what it leads to may be no posting."""
    (tmp_path / "elsewhere.md").write_bytes(WRONG)
    (folder / "a.md").unlink()
    (folder / "a.md").symlink_to(tmp_path / "elsewhere.md")
    assert main(["fix"]) == 0
    assert main(["fix", "postings/a.md"]) == 2
    assert (tmp_path / "elsewhere.md").read_bytes() == WRONG
    assert "symbolic link" in capsys.readouterr().err


def test_the_difference_is_harmless(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Escape sequences of a posting do not reach the terminal."""
    (folder / "a.md").write_bytes(b"# A\x1b]0;x\x07\r\n")
    assert main(["fix", "--diff"]) == 0
    shown = capsys.readouterr().out
    assert "-# A^[]0;x^G^M\n" in shown
    assert shown.replace("\n", "").isprintable()


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    """A code, however it was copied, gives its page; none gives the list."""
    assert main(["explain", "error[Front_Matter]"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("front-matter (by default error)\n\nThe front matter says")
    assert main(["explain", "allow"]) == 0
    assert main(["explain"]) == 0
    assert "\nfront-matter " in capsys.readouterr().out
    assert main(["explain", "titel"]) == 1
    assert "did you mean `title`?" in capsys.readouterr().err


def test_new_passes_but_for_its_placeholders(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new posting is a draft with warnings of placeholders and nothing else."""
    title = "Developer: C# & _tools_ [core]"
    options = ["--team", "a: b", "--location", "Berlin, DE", "--location", "K\u00f6ln, DE"]
    assert main(["new", title, "--employment", "full-time", *options]) == 0
    path = folder / "developer-c-and-tools-core.md"
    assert "# Developer: C# & \\_tools\\_ \\[core\\]\n" in path.read_text("utf-8")
    capsys.readouterr()
    assert main(["validate", "--format", "json", "postings/developer-c-and-tools-core.md"]) == 0
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert {(f["code"], f["severity"]) for f in findings} == {("placeholder", "warning")}
    assert main(["fmt", "--check", str(path)]) == 0


def test_new_with_all_options(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every option is a field; the first step links to the address."""
    options = (
        "--status=open --closes=2031-01-31 --workplace=remote --remote-from=DE --id=J-1"
        " --apply=jobs@example.com --hiring-manager=octocat --interviewer=hubot --language=de"
    )
    assert main(["new", "Analyst", "--path", "postings/x.md", *options.split()]) == 0
    text = (folder / "x.md").read_text("utf-8")
    assert "remote_from: DE\n" in text
    assert "[apply here](mailto:jobs@example.com)" in text
    assert "is written" in capsys.readouterr().out


def test_new_with_the_form_on_its_page(folder: Path) -> None:
    """The first step leads to it."""
    assert main(["new", "Baker", "--apply", "form"]) == 0
    assert "[apply here](#apply)" in (folder / "baker.md").read_text("utf-8")
    assert main(["validate", "postings/baker.md"]) == 0


def test_new_writes_nothing_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is there stays, and a wrong value names its option."""
    assert main(["new", "A"]) == 1
    assert (folder / "a.md").read_bytes() == WRONG
    assert main(["new", "B", "--posted", "soon"]) == 1
    assert "--posted: must be a date" in capsys.readouterr().err
    assert main(["new", "\u6771\u4eac"]) == 1
    assert not (folder / "b.md").exists()


def test_new_asks(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At a terminal what is missing is asked for, until it is understood; Enter leaves it out."""
    answers = iter(["Product", "sometimes", "Full time", "remote", ""])
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert main(["new", "B"]) == 0
    text = (folder / "b.md").read_text("utf-8")
    assert "team: Product\nemployment: full-time\nworkplace: remote\n---" in text


def test_fix_writes_the_name_that_a_file_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Git knows that a posting was renamed: twice, the last time since the last commit."""
    text = "---\ntitle: Baker\nstatus: open\n---\n\n# Baker\n\nYou bake bread, all of it.\n"
    monkeypatch.chdir(tmp_path)
    (tmp_path / "postings").mkdir()
    (tmp_path / "postings" / "baker.md").write_text(text)
    repository = Checkout(tmp_path)
    repository.git("init", "--quiet")
    repository.commit("Add")
    repository.git("mv", "postings/baker.md", "postings/head-baker.md")
    repository.commit("Rename")
    repository.git("mv", "postings/head-baker.md", "postings/bread.md")
    assert main(["fix"]) == 0
    assert "renamed 1" in capsys.readouterr().out
    mended = (tmp_path / "postings" / "bread.md").read_text()
    assert mended == text.replace("---\n\n", "aliases: [head-baker, baker]\n---\n\n", 1)
    assert main(["fix", "--check"]) == 0
