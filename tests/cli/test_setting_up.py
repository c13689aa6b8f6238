"""Both repositories set up on GitHub, by `careers init --github`."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from nacl.public import PrivateKey, SealedBox

from careers import cli
from careers.github.errors import refused
from careers.hiring.settings import read_candidates_settings
from careers.sandbox import Sandbox

OWNER = "example-bakery"
CAREERS, CANDIDATES = f"{OWNER}/careers", f"{OWNER}/candidates"
SOURCE = "example-tools/code@0123456789abcdef0123456789abcdef01234567"
GIVEN = ["--company", "Example Bakery", "--owner", OWNER, "--source", SOURCE, "--github"]


@pytest.fixture
def admin(github: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """The organisation, and Ada, whose token administers what she makes."""
    github.add_user(OWNER, type="Organization")
    github.add_user("ada", token="t-ada")
    monkeypatch.setenv("GITHUB_API_URL", github.url)
    monkeypatch.setenv("GITHUB_TOKEN", "t-ada")
    return github


def init(folder: Path, *arguments: str) -> int:
    """The exit status of `careers init --github`."""
    return cli.run("init", [str(folder), *GIVEN, *arguments])


def test_both_are_set_up(
    admin: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Made, filled, with Pages, rules, the environment and its secret, and labels on their way."""
    assert init(tmp_path) == 0
    careers, candidates = admin.premises(CAREERS), admin.premises(CANDIDATES)
    assert {"careers.toml", "postings/first-job.md"} <= careers.files.keys()
    assert careers.pages == "workflow"
    assert {rule["type"] for rule in careers.rulesets[0]["rules"]} > {"pull_request"}
    (alone,) = careers.rulesets[0]["bypass_actors"]
    assert (alone["actor_type"], alone["bypass_mode"]) == ("RepositoryRole", "pull_request")
    assert "candidates.toml" in candidates.files
    environment = candidates.environments["candidates"]
    assert environment.branches == ["main"]
    sent = environment.secrets["CAREERS_KEY"]
    key = SealedBox(PrivateKey(bytes([1]) * 32)).decrypt(base64.b64decode(sent)).decode()
    kept = tmp_path / "CAREERS_KEY.txt"
    assert key == kept.read_text().strip()
    assert len(key) == 64
    assert kept.stat().st_mode & 0o77 == 0
    assert candidates.retention == 30
    started = [e for e in admin.take_events() if e.name == "workflow_dispatch"]
    assert [e.payload["workflow"] for e in started] == [".github/workflows/labels.yml"]
    said = capsys.readouterr().out
    assert "make the private repository" in said
    assert f"https://github.com/{CANDIDATES}/settings/access" in said
    assert key not in said


def test_a_second_run_changes_nothing(
    admin: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a person changed stays and is shown; the key is not set anew."""
    assert init(tmp_path) == 0
    careers, candidates = admin.premises(CAREERS), admin.premises(CANDIDATES)
    files = dict(careers.files) | {"careers.toml": "# ours\n"}
    careers.write(files)
    sent = dict(candidates.environments["candidates"].secrets)
    writes = len([r for r in admin.requests if r.method != "GET"])
    capsys.readouterr()
    assert init(tmp_path) == 0
    said = capsys.readouterr().out
    assert "careers.toml is yours and stays" in said
    assert "    -# ours" in said
    assert said.count("nothing to do") == 2
    assert candidates.environments["candidates"].secrets == sent
    assert len([r for r in admin.requests if r.method != "GET"]) == writes
    files.pop("postings/first-job.md")
    careers.write(files)
    assert init(tmp_path) == 0
    assert careers.files["careers.toml"] == "# ours\n"
    assert "postings/first-job.md" in careers.files


def test_a_board_where_the_organisation_has_fields(
    admin: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The fields and the type are made, and the settings name them; a second run has all of it."""
    known = admin.offer_fields(OWNER)
    admin.add_field(f"{OWNER}/any", "Due", "date")
    assert init(tmp_path) == 0
    assert [field.name for field in known.fields or ()] == ["Due", "Stage", "Since", "Reason"]
    assert known.types == ["Candidate"]
    people = read_candidates_settings(admin.premises(CANDIDATES).files["candidates.toml"])
    ids = {field.name.lower(): field.id for field in known.fields or ()}
    assert people.fields.model_dump() == ids
    assert people.candidates.type == "Candidate"
    capsys.readouterr()
    assert init(tmp_path) == 0
    assert capsys.readouterr().out.count("nothing to do") == 2


def test_a_dry_run_writes_nothing(
    admin: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The plan is printed, neither GitHub nor the disk is changed."""
    assert init(tmp_path, "--dry-run") == 0
    assert "Would do in example-bakery/careers:" in capsys.readouterr().out
    assert {request.method for request in admin.requests} == {"GET"}
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("at", range(4, 30, 4))
def test_a_run_that_was_cut_off_goes_on(admin: Sandbox, tmp_path: Path, at: int) -> None:
    """At whichever request it breaks, the next run ends where one run would have."""
    admin.fail(at, status=500, times=9)
    first = init(tmp_path)
    for _ in range(9 if first else 0):
        if init(tmp_path) == 0:
            break
    careers, candidates = admin.premises(CAREERS), admin.premises(CANDIDATES)
    assert "careers.toml" in careers.files
    assert careers.pages == "workflow"
    assert careers.rulesets
    assert "candidates.toml" in candidates.files
    assert "CAREERS_KEY" in candidates.environments["candidates"].secrets


def test_a_plan_without_environments(
    admin: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The secret is the repository's, and who could read it is said."""
    admin.add_repository(CANDIDATES, private=True)
    admin.grant("ada", CANDIDATES, "admin")
    admin.premises(CANDIDATES).write({"README.md": "# candidates\n"})
    admin.lack(CANDIDATES, "environments")
    assert init(tmp_path) == 0
    assert "CAREERS_KEY" in admin.premises(CANDIDATES).secrets
    assert "whoever may push there can read its secrets" in capsys.readouterr().out


def test_a_public_candidates_repository_gets_nothing(
    admin: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is said, and neither a secret nor a file is sent there."""
    admin.add_repository(CANDIDATES)
    admin.grant("ada", CANDIDATES, "admin")
    assert init(tmp_path) == 0
    assert "is not private: nothing is done there" in capsys.readouterr().out
    assert not admin.premises(CANDIDATES).files


def test_without_a_token(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The cure says where one comes from."""
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    assert init(tmp_path) == 2
    assert "gh auth token" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("header", "cure"),
    [
        ("pages=write,administration=write", "it needs pages: write and administration: write"),
        ("contents=write; contents=write,workflows=write", "it needs contents: write or contents"),
        ("", "it needs Issues: read and write"),
        ("\x1b[31m=write", "it needs Issues: read and write"),
    ],
)
def test_a_refusal_names_the_permission_that_github_names(header: str, cure: str) -> None:
    """What else stands in a header is not shown."""
    headers = {"x-accepted-github-permissions": header}
    assert cure in refused(403, {"message": "no"}, CAREERS, "switch Pages on", headers).help
