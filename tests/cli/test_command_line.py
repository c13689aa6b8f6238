"""The manners of ``careers`` itself: what it has, for whom, and what was meant."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import careers
from careers.cli import main
from careers.cli.support.overview import overview
from careers.cli.support.parser import Parser
from careers.cli.support.verbs import AUDIENCES, described, verbs

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("line", "message", "cure"), [
    ("publsh", "careers: no verb `publsh`; did you mean `publish`?", "`careers help`"),
    ("xyzzy", "careers: no verb `xyzzy`", "`careers help`"),
    ("nosuch", "careers: no verb `nosuch`", "`careers help`"),
    ("help publsh", "careers: no verb `publsh`; did you mean `publish`?", "`careers help`"),
    ("--versoin", "careers: no option `--versoin`; did you mean `--version`?", "`careers help`"),
    ("validate --formt=json", "careers validate: no option `--formt`; did you mean `--format`?",
     "`careers help validate`"),
    # The slip is named, not what is missing for it.
    ("review --uot x", "careers review: no option `--uot`; did you mean `--out`?",
     "`careers help review`"),
    ("validate -x", "careers validate: no option `-x`", "`careers help validate`"),
    ("validate --format jsn", "careers validate: --format takes no `jsn`; did you mean `json`?",
     "it takes text, json, github or sarif"),
    ("publish --today soon", "careers publish: --today takes no `soon`", "it takes YYYY-MM-DD: "),
    ("explain title links", "careers explain: `links` is one argument too many",
     "`careers help explain`"),
    ("preview --out", "careers preview: --out: expected one argument", "`careers help preview`"),
])  # fmt: skip
def test_a_slip_is_named(
    line: str, message: str, cure: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is wrong, the nearest that there is, one line of help; exit status 2."""
    try:
        status: object = main(line.split())
    except SystemExit as end:
        status = end.code
    assert status == 2
    said = capsys.readouterr()
    assert said.out == ""
    first, second = said.err.splitlines()
    assert first == message
    assert second.startswith(f"  help: {cure}")


def test_what_follows_two_hyphens_is_no_option(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``--`` ends the options: a file may be named like one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "--formt.md").write_text("# A\n")
    main(["validate", "--", "--formt.md"])
    assert "1 file checked" in capsys.readouterr().out


@pytest.mark.parametrize("line", ["help fix", "fix --help", "--help fix", "help fix --help"])
def test_help_of_a_verb(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    """``careers help VERB`` is ``careers VERB --help``."""
    with pytest.raises(SystemExit) as end:
        main(line.split())
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith("usage: careers fix ")


@pytest.mark.parametrize("line", ["", "help", "--help", "-h"])
def test_the_overview(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every verb stands below whom it is for."""
    assert main(line.split()) == 0
    assert capsys.readouterr().out == overview(100)


def test_every_verb_is_described_as_it_is() -> None:
    """What is read of a verb's file is what its module holds."""
    assert [verb.name for verb in described()] == verbs()
    for verb in described():
        module = importlib.import_module(f"careers.cli.{verb.name}")
        assert verb.summary == (module.__doc__ or "").splitlines()[0]
        assert verb.audience == module.AUDIENCE
        assert verb.audience in AUDIENCES


def test_the_overview_fits() -> None:
    """In 80 columns no line is longer, and each verb begins one."""
    lines = overview(80).splitlines()
    assert max(map(len, lines)) <= 80
    begun = [line.split()[0] for line in lines if re.match(r"  \S", line)]
    assert sorted(begun) == verbs()


def test_the_version(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``python -m careers --version`` tells it; in a clone, the commit as well."""
    assert main(["-V"]) == 0
    known = capsys.readouterr().out
    assert re.fullmatch(rf"careers {re.escape(careers.__version__)}( \([0-9a-f]{{7,}}\))?\n", known)
    done = subprocess.run(
        (sys.executable, "-m", "careers", "--version"),
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT / "scripts")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == known


@pytest.mark.parametrize(("line", "completions"), [
    ("careers pub", {"publish "}),
    ("careers validate --form", {"--format "}),
    ("careers validate --format ", {"text", "json", "github", "sarif"}),
    ("careers help expl", {"explain "}),
])  # fmt: skip
def test_completion(line: str, completions: set[str], tmp_path: Path) -> None:
    """A shell that asks as argcomplete's functions do is told how the line may go on."""
    answer = tmp_path / "answer"
    asked = {
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
        "PYTHONPATH": str(ROOT / "scripts"),
    }
    subprocess.run((sys.executable, "-m", "careers"), env=os.environ | asked, check=True)
    assert set(answer.read_text().split("\v")) == completions


@pytest.mark.parametrize("verb", verbs())
def test_every_argument_is_told_of(verb: str) -> None:
    """Each says in a line what it does, and stands in the reference of the command line."""
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    section = page.partition(f"\n## careers {verb}\n")[2].partition("\n## ")[0]
    parser = Parser.of(verb, importlib.import_module(f"careers.cli.{verb}"))
    for action in parser.arguments:
        assert action.help, action
        for name in action.option_strings or [str(action.metavar or action.dest.upper())]:
            assert re.search(rf"`{name}[ `]", section), name


def test_a_library_that_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A verb whose extra is missing says what to install, in place of a traceback."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    (tmp_path / "postings").mkdir()
    assert main(["serve"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("error: `careers serve` needs watchfiles, which is not installed\n")
    assert "pip install 'careers-in-git[" in said
