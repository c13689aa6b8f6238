"""`careers doctor`: each thing that can be set up wrong is found, with its cure."""

from __future__ import annotations

import json
import socket
import socketserver
import subprocess
import threading
from dataclasses import replace
from pathlib import Path
from typing import Literal

import dns.message
import dns.rcode
import dns.resolver
import dns.rrset
import pytest

from careers import cli
from careers.doctor import Facts, diagnose, examinations
from careers.doctor.letters import PASSWORD
from careers.doctor.mailbox import SECRETS
from careers.hiring.settings import read_candidates_settings
from careers.hosting.state import Hosted
from careers.mail.mailbox import secrets_of
from careers.sandbox import Sandbox
from careers.settings import Settings
from careers.settings.site import PrivacySettings
from careers.web.dns import texts

OWNER = "example-bakery"
CAREERS, CANDIDATES = f"{OWNER}/careers", f"{OWNER}/candidates"
SOURCE = "example-bakery/code@0123456789abcdef0123456789abcdef01234567"
GIVEN = ["--company", "Bakery", "--owner", OWNER, "--source", SOURCE, "--github"]


@pytest.fixture
def company(github: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """Both repositories as `init --github` makes them, and the public one cloned: all is well."""
    github.add_user(OWNER, type="Organization")
    github.add_user("ada", token="t-ada")
    monkeypatch.setenv("GITHUB_API_URL", github.url)
    monkeypatch.setenv("GITHUB_TOKEN", "t-ada")
    for name in ("CAREERS_KEY", "CAREERS_CANDIDATES", "GITHUB_REPOSITORY"):
        monkeypatch.delenv(name, raising=False)
    assert cli.run("init", [str(tmp_path / "key"), *GIVEN]) == 0
    clone = tmp_path / "clone"
    for path, text in github.premises(CAREERS).files.items():
        (clone / path).parent.mkdir(parents=True, exist_ok=True)
        (clone / path).write_text(text, "utf-8")
    origin = f"https://github.com/{CAREERS}.git"
    for command in (("init", "-q"), ("remote", "add", "origin", origin)):
        subprocess.run(["git", *command], cwd=clone, check=True)  # noqa: S607 - the git that is there
    monkeypatch.chdir(clone)
    return github


def doctor(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, set[str]]]:
    """The exit status, and the messages by level."""
    capsys.readouterr()
    status = cli.run("doctor", ["--format", "json", *arguments])
    told = json.loads(capsys.readouterr().out.partition("\n}\n")[0] + "\n}")["diagnoses"]
    found: dict[str, set[str]] = {"ok": set(), "warning": set(), "error": set()}
    for each in told:
        found[each["level"]].add(f"{each['check']}: {each['message']} ({each['cure']})")
    return status, found


def said(found: set[str], *parts: str) -> bool:
    """Whether one of them holds all parts."""
    return any(all(part in each for part in parts) for each in found)


def test_what_init_sets_up_is_well(company: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    """No error, no warning but for the version that nobody knows; every part is looked at."""
    status, found = doctor(capsys)
    assert status == 0, found["error"]
    assert not found["error"]
    assert {each.partition(":")[0] for each in found["ok"]} >= {
        "settings", "repositories", "privacy", "secrets", "site", "branch-rules", "workflows",
        "permissions",
    }  # fmt: skip
    assert all(each.startswith("versions") for each in found["warning"]), found["warning"]
    assert {request.method for request in company.requests[-5:]} == {"GET"}


def test_without_a_remote(company: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    """The settings say which repository it is; those about people that lie here go first."""
    subprocess.run(["git", "remote", "remove", "origin"], check=True)  # noqa: S607 - as above
    assert said(doctor(capsys)[1]["ok"], f"{CAREERS}: Pages are built by the workflow")
    files = {**company.premises(CANDIDATES).files, "candidates.toml": "no TOML"}
    company.premises(CANDIDATES).write(files)
    assert said(doctor(capsys)[1]["error"], f"{CANDIDATES}/candidates.toml is not TOML")
    Path("candidates.toml").write_text("", "utf-8")
    assert not said(doctor(capsys)[1]["error"], "is not TOML")


def test_faults_of_the_site(company: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    """One after the other, with where to mend it."""
    careers = company.premises(CAREERS)
    careers.pages = "legacy"
    careers.actions = ["other/*"]
    careers.rulesets.clear()
    Path("careers.toml").write_text('[company]\nname = "Example Tools"\n', "utf-8")
    status, found = doctor(capsys)
    assert status == 1
    assert said(found["error"], "careers.toml still holds example values: [company] name")
    assert said(found["error"], "code may not run there, so no workflow does", "/settings/actions")
    assert said(found["error"], "Pages are built from a branch", "/settings/pages")
    assert said(found["warning"], "takes changes without a review and the check `validate`")


def test_faults_of_the_candidates(
    company: Sandbox,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Who could read secrets, what sleeps, what is missing, whose token is not there."""
    candidates = company.premises(CANDIDATES)
    candidates.states["tend.yml"] = "disabled_inactivity"
    candidates.environments["candidates"].branches = None
    candidates.secrets["CAREERS_TALLY_TOKEN"] = "x"
    files = dict(candidates.files)
    files.pop(".github/workflows/move.yml")
    path = ".github/workflows/labels.yml"
    files[path] = (
        files[path].replace("@0123456789", "@9876543210").replace("issues: write", "issues: read")
    )
    files["candidates.toml"] = (
        '[[intake.form]]\nservice = "typeform"\nform = "abc"\n'
        '[[intake.form]]\nservice = "receiver"\nhost = "https://apply.example.com"\n'
    )
    candidates.write(files)
    status, found = doctor(capsys)
    assert status == 1
    assert said(found["error"], "tend.yml sleeps", "/actions/workflows/tend.yml")
    assert said(found["error"], "move.yml is missing", "careers init")
    assert said(found["error"], "every branch gets the secrets")
    assert said(found["error"], "CAREERS_TYPEFORM_TOKEN is not set")
    assert said(found["error"], "CAREERS_RECEIVER_TOKEN is not set")
    assert said(found["warning"], "goes to nowhere, and fetched is https://apply.example.com")
    assert said(found["error"], "CAREERS_FORMS is not `true`: no form is asked", "/variables/")
    assert said(found["warning"], "CAREERS_TALLY_TOKEN", "whoever may push there can read them")
    assert said(found["warning"], "workflows call different versions", "careers upgrade")
    assert said(found["error"], "labels.yml: its jobs are not granted issues: write (to create and")


def test_a_public_repository_of_candidates(
    company: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is an error, as the workflow `public` says at once; no issue is written there."""
    company.add_repository(CANDIDATES, private=False)
    status, found = doctor(capsys)
    assert status == 1
    assert said(found["error"], "privacy", "is public", "docs/runbook.md")
    assert cli.run("doctor", ["--issue"]) == 2
    assert not company.issues(CANDIDATES)


def test_what_the_token_may_not_ask_is_said(
    company: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A workflow's token sees no secrets: that is a warning, and no issue is opened for it."""
    company.add_user("github-actions[bot]", token="t-actions", type="Bot")
    company.grant("github-actions[bot]", CANDIDATES, "write")
    monkeypatch.setenv("GITHUB_TOKEN", "t-actions")
    status, found = doctor(capsys)
    assert status == 0
    assert said(found["warning"], "its secrets could not be asked: GitHub answers 403")
    assert said(found["warning"], "whether CAREERS_KEY is set could not be asked")
    monkeypatch.setenv("CAREERS_KEY", "k" * 32)
    assert said(doctor(capsys)[1]["ok"], "CAREERS_KEY is set")
    # As the workflow tells it, which may not ask for secrets but knows whether it was given one.
    monkeypatch.setenv("CAREERS_KEY", "false")
    assert said(doctor(capsys)[1]["error"], "CAREERS_KEY is not set")


def test_one_issue_is_kept(
    company: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Opened where something is wrong, as it is by then, and closed when nothing is."""
    company.add_user("github-actions[bot]", token="t-actions", type="Bot")
    company.grant("github-actions[bot]", CANDIDATES, "write")
    monkeypatch.setenv("GITHUB_TOKEN", "t-actions")
    monkeypatch.setenv("CAREERS_KEY", "k" * 32)
    for path in Path(".github/workflows").glob("*.yml"):
        path.unlink()
    states = company.premises(CANDIDATES).states
    states["tend.yml"] = "disabled_inactivity"
    doctor(capsys, "--issue")
    (issue,) = company.issues(CANDIDATES)
    assert "tend.yml sleeps" in issue["body"]
    doctor(capsys, "--issue")
    assert len(company.issues(CANDIDATES)) == 1
    states.clear()
    monkeypatch.setattr("careers.cli.administration.installation.source", lambda: SOURCE)
    doctor(capsys, "--issue")
    assert company.issues(CANDIDATES)[0]["state"] == "closed"


def test_without_github(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is on disk is looked at, and that GitHub was not asked is said."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    monkeypatch.setenv("CAREERS_CANDIDATES", CANDIDATES)
    Path("careers.toml").write_text("[compnay]\n", "utf-8")
    status, found = doctor(capsys)
    assert status == 1
    assert said(found["error"], "compnay")
    assert said(found["warning"], "GitHub was not asked: GITHUB_TOKEN is not set")


def test_every_examination_says_what_it_is_about() -> None:
    """Its docstring is what the documentation shows."""
    for name, module in examinations().items():
        assert module.__doc__, name
        assert callable(module.examine)


LETTERS = """[letters]
send = ["received"]
sender = "Rita Example"
role = "recruiting"
address = "jobs@example.com"
server = "127.0.0.1"
port = {port}
"""


@pytest.mark.parametrize(
    ("records", "level", "words"),
    [
        ({"example.com": ("v=spf1 -all",)}, "ok", "example.com has SPF"),
        ({"example.com": ("google-site=1",)}, "warning", "example.com has no SPF"),
        ({"example.com": ("v=spf1 -all", "v=spf1 mx")}, "warning", "2 records of SPF"),
        ({"s1._domainkey.example.com": ("v=DKIM1; k=rsa; p=MIG", "fMA0")}, "ok", "under s1"),
        ({"s1._domainkey.example.com": ("v=DKIM1; p=",)}, "warning", "none of"),
        ({"_dmarc.example.com": ("v=DMARC1; p=none",)}, "ok", "example.com has DMARC"),
        ({}, "warning", "nobody answers for _dmarc.example.com"),
        (None, "warning", "were not asked"),
    ],
)
def test_the_domain_of_letters(
    records: dict[str, tuple[str, ...]] | None, level: str, words: str
) -> None:
    """SPF and DMARC are there once; where nobody can be asked, that is said."""
    people = read_candidates_settings(LETTERS.format(port=25))
    found = diagnose(Facts(people=people, dns=records, given=frozenset({PASSWORD})))
    assert [told for told in found if told.level == level and words in told.message]
    assert any("DKIM" in told.message or records is None for told in found)


def test_what_the_last_letter_must_say() -> None:
    """Whom it is for is gone by then: a person is told before."""
    text = LETTERS.format(port=25).replace('"received"', '"received", "erased"')
    facts = Facts(people=read_candidates_settings(text))
    lacks = "[privacy] of careers.toml has no contact, authority, backup_days"
    assert said_of(facts, "error", lacks)
    told = PrivacySettings(contact="privacy@example.com", authority="that of Berlin", backup_days=9)
    facts = replace(facts, settings=Settings(privacy=told))
    assert not said_of(facts, "error", "the letter erased")


KEEPING = "[retention.place.DE]\nmost = 183\n"


@pytest.mark.parametrize(
    ("keep", "people", "level", "words"),
    [
        ({"DE": 183}, KEEPING, "ok", "as long as they are told"),
        ({"DE": 90}, KEEPING, "error", "DE: 90 days in `[privacy.keep]`, 183 days"),
        ({}, KEEPING, "error", "DE: nothing in `[privacy.keep]`"),
        ({"DE": 183, "elsewhere": 30}, KEEPING, "error", "elsewhere: 30 days"),
        ({"US": 30}, "[retention.place.US]\nleast = 30\n", "error", "US: 30 days"),
        ({}, LETTERS.format(port=25), "warning", "not told of the mail's host"),
    ],
)
def test_what_is_told_of_keeping_is_what_is_done(
    keep: dict[str, int], people: str, level: str, words: str
) -> None:
    """Else nobody is erased; who else holds the data is named."""
    facts = Facts(
        settings=Settings(privacy=PrivacySettings(keep=keep)),
        people=read_candidates_settings(people),
    )
    assert said_of(facts, level, words)
    named = PrivacySettings(keep=keep, processors=("Fastmail, for e-mail",))
    facts = replace(facts, settings=Settings(privacy=named))
    assert not said_of(facts, "warning", "not told of")


def said_of(facts: Facts, level: str, words: str) -> bool:
    """Whether it is among what is told."""
    return any(told.level == level and words in told.message for told in diagnose(facts))


def test_the_domain_name_system_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records are read, a name without any has none, one that nobody answers is missing."""

    class Asked(socketserver.BaseRequestHandler):
        """A name server that knows one name, and never answers for another."""

        def handle(self) -> None:
            question = dns.message.from_wire(self.request[0])
            name = question.question[0].name
            if name.labels[0] == b"silent":
                return
            answer = dns.message.make_response(question)
            if name.labels[0] == b"example":
                text = '"v=spf1 include:a" " -all"'
                answer.answer.append(dns.rrset.from_text(name, 60, "IN", "TXT", text))
            else:
                answer.set_rcode(dns.rcode.NXDOMAIN)
            self.request[1].sendto(answer.to_wire(), self.client_address)

    with socketserver.ThreadingUDPServer(("127.0.0.1", 0), Asked) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        asking = dns.resolver.Resolver(configure=False)
        asking.nameservers, asking.port = ["127.0.0.1"], server.server_address[1]
        monkeypatch.setattr(dns.resolver, "default_resolver", asking)
        monkeypatch.setattr("careers.web.dns.TIMEOUT", 0.4)
        found = texts("example.com", "_dmarc.example.com", "silent.example.com")
        server.shutdown()
    assert found == {"example.com": ("v=spf1 include:a -all",), "_dmarc.example.com": ()}


def test_a_mail_server_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is asked where the password is at hand, and said where it cannot be used."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    monkeypatch.setattr("careers.web.dns.texts", lambda *_: {})
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        Path("candidates.toml").write_text(LETTERS.format(port=free.getsockname()[1]), "utf-8")
        assert said(doctor(capsys)[1]["warning"], "127.0.0.1 was not asked")
        monkeypatch.setenv(PASSWORD, "right horse")
        assert said(doctor(capsys)[1]["error"], "letters", "127.0.0.1")


def test_a_broken_file_of_letters_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where letters go that need it, with its line."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    monkeypatch.setattr("careers.web.dns.texts", lambda *_: {})
    Path("candidates.toml").write_text(LETTERS.format(port=25), "utf-8")
    Path("templates/mail").mkdir(parents=True)
    for kind in ("received", "invited"):
        Path(f"templates/mail/{kind}.en.txt.j2").write_text("Subject: x\n\n{{ name. }}", "utf-8")
    found = doctor(capsys)[1]["error"]
    assert said(found, "letters that need it cannot go", "received.en.txt.j2, line 3")
    assert not said(found, "invited.en.txt.j2")


@pytest.mark.parametrize("login", ["password", "google", "microsoft"])
def test_a_mailbox_has_what_its_login_takes(
    login: Literal["password", "google", "microsoft"],
) -> None:
    """Each secret is named where it is missing, and as the mailbox asks for it."""
    mail = f'[intake.mail]\nhost = "imap.example.com"\nuser = "a"\nlogin = "{login}"\n'
    people = read_candidates_settings(mail)
    assert SECRETS[login] == secrets_of(people.intake.mail)
    there = Hosted("a/b", secrets=(), environments={})
    missing = diagnose(Facts(people=people, candidates=there))
    found = diagnose(Facts(people=people, candidates=there, given=frozenset(SECRETS[login])))
    for name in SECRETS[login]:
        assert [t for t in missing if t.level == "error" and f"{name} is not set" in t.message]
        assert [t for t in found if t.level == "ok" and name in t.message]


@pytest.mark.parametrize(
    ("text", "said_"),
    [
        ("[stage.nope]\npatience = 2\n", "take it out"),
        ("[stage.phone-scren]\npatience = 2\n", "did you mean `[stage.phone-screen]`?"),
        ("[stage.phone-screen]\npatience = 2\n", ""),
    ],
)
def test_a_stage_of_no_posting_is_told(text: str, said_: str) -> None:
    """Its rules would never be asked; without postings nobody can tell."""
    people = read_candidates_settings(text)
    found = diagnose(Facts(people=people, stages=frozenset({"applied", "phone-screen"})))
    told = [each for each in found if each.check == "stages"]
    assert [said_ in each.cure for each in told] == ([True] if said_ else [])
    assert not [each for each in diagnose(Facts(people=people)) if each.check == "stages"]


ROLES = '[roles.hiring_managers]\nengineer = ["mia", "@A/leads"]\n'
APP = ("CAREERS_APP", "CAREERS_APP_KEY", "CAREERS_TEAMS")


def told_of_app(text: str, *given: str, unknown: bool = False) -> list[tuple[str, str]]:
    """What is said of the App, with its level; ``unknown`` where nothing could be asked."""
    there = Hosted("a/b", secrets=(), environments={}, variables={})
    there = replace(there, secrets=None, variables=None) if unknown else there
    facts = Facts(people=read_candidates_settings(text), candidates=there, given=frozenset(given))
    return [(each.level, each.message) for each in diagnose(facts) if each.check == "app"]


def test_a_team_that_nobody_can_ask_for_is_told() -> None:
    """Whatever is missing is named; logins alone need no App."""
    assert told_of_app('[roles.hiring_managers]\nengineer = ["mia"]\n') == []
    for missing in APP:
        ((level, message),) = told_of_app(ROLES, *(name for name in APP if name != missing))
        assert (level, f"(`{missing}` not set)" in message) == ("error", True)
    assert told_of_app(ROLES, *APP) == [("ok", "an App tells who is in `A/leads`")]
    ((level, message),) = told_of_app(ROLES, unknown=True)
    assert (level, "could not be asked" in message) == ("warning", True)


def test_a_team_of_another_organisation_is_told() -> None:
    """An App's token asks in its own alone."""
    found = told_of_app(ROLES.replace("@A/", "@other/"), *APP)
    assert [level for level, _ in found] == ["error", "ok"]
    assert "`other/leads` is no team of a: its people may do nothing" in found[0][1]


def test_an_app_that_is_to_close_postings() -> None:
    """Its variable alone opens no pull request."""
    ((level, message),) = told_of_app("", "CAREERS_POSTINGS")
    assert (level, "`CAREERS_APP`, `CAREERS_APP_KEY` not set" in message) == ("warning", True)
    assert [level for level, _ in told_of_app("", "CAREERS_POSTINGS", *APP)] == ["ok"]


def test_scorecards_apart_that_nothing_may_write() -> None:
    """An App or a token lets the runs in; with neither nobody is asked, and that is said."""
    apart = '[scorecards]\nrepository = "a/cards"\n'
    ((level, message),) = told_of_app(apart, "CAREERS_APP", "CAREERS_APP_KEY")
    assert level == "error"
    assert "names a/cards, and nothing may write there (`CAREERS_SCORECARDS` not set)" in message
    found = told_of_app(apart, "CAREERS_APP", "CAREERS_APP_KEY", "CAREERS_SCORECARDS")
    assert found == [("ok", "an App writes scorecards in a/cards")]
    assert told_of_app(apart, "CAREERS_SCORECARDS_TOKEN") == []
