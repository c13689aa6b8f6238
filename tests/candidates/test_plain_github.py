"""The scripts against a GitHub that is not the sandbox, and knows no more than its description."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from candidates.company import ADA, KEY, KEYS, POSTING
from candidates.plain_github import FORMER, NAME, Json, PlainGitHub, serving
from careers import cli
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record

BUCKET = "who:05"


class Company:
    """A folder with a posting, and its scripts run against the server."""

    def __init__(self, folder: Path, github: PlainGitHub) -> None:
        self.folder, self.github = folder, github

    def run(self, verb: str, *arguments: str) -> int:
        """The requests that a run takes, which must succeed."""
        before = len(self.github.asked)
        assert cli.run(verb, [*arguments]) == 0
        return len(self.github.asked) - before

    def apply(self, **changes: Any) -> int:
        """Ada's application, with changes."""
        file = self.folder / "application.json"
        file.write_text(json.dumps({**ADA, **changes}), "utf-8")
        return self.run("intake", "--application", str(file))

    def move(self, event: Json) -> int:
        """Follow an event."""
        file = self.folder / "event.json"
        file.write_text(json.dumps(event), "utf-8")
        name = "issue_comment" if "comment" in event else "issues"
        return self.run("move", "--event", str(file), "--event-name", name)

    def record(self, number: int = 1) -> Record:
        """The record of an issue."""
        found = read_record(self.github.issues[number - 1]["body"], number, KEYS)
        assert found is not None
        return found

    def labels(self, number: int = 1) -> list[str]:
        """An issue's labels, sorted."""
        return sorted(label["name"] for label in self.github.issues[number - 1]["labels"])

    def told(self) -> list[str]:
        """All comments of the bot."""
        texts = (c["body"] for c in self.github.comments if c["user"]["id"] == 1)
        return [text.partition("\n")[2] for text in texts]


@pytest.fixture(params=["Bot", "User"])
def company(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Company]:
    """Whoever holds the token: Actions' own, or an account that somebody made for it."""
    (tmp_path / "postings").mkdir()
    for slug in ("engineer", "designer"):
        text = POSTING.format(title=slug.capitalize(), status="open")
        (tmp_path / "postings" / f"{slug}.md").write_text(text, "utf-8")
    for name in ("GITHUB_REPOSITORY", "GITHUB_EVENT_NAME", "GITHUB_EVENT_PATH", "GITHUB_OUTPUT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("CAREERS_KEY_OLD", raising=False)
    monkeypatch.setenv("GITHUB_TOKEN", "t-bot")
    monkeypatch.setenv("CAREERS_KEY", KEY)
    monkeypatch.setenv("CAREERS_CANDIDATES", NAME)
    monkeypatch.chdir(tmp_path)
    with serving(request.param) as github:
        monkeypatch.setenv("GITHUB_API_URL", github.url)
        yield Company(tmp_path, github)


@pytest.mark.parametrize("others", [0, 250])
def test_what_it_costs(company: Company, others: int) -> None:
    """Open at most 4, the same again 3, label 5, command 7, nothing to do 2, a chat 0."""
    github = company.github
    company.run("labels")
    for number in range(others):
        github.open(f"Candidate {number}", "Somebody", "stage:applied", f"who:{number % 256:02x}")
    number = others + 1
    assert company.apply() <= 4
    assert company.apply() <= 3
    assert company.move(github.label(number, "stage:offer")) <= 5
    assert company.record(number).stage == "offer"
    assert company.move(github.say(number, "/reject skills")) <= 7
    assert company.record(number).stage == "rejected"
    assert github.issues[number - 1]["state"] == "closed"
    assert github.comments[-1]["reactions"]["+1"] == 1
    assert company.move(github.label(number, "urgent")) <= 2
    assert company.move(github.say(number, "What do you think?")) == 0
    assert company.move(github.say(number, "A path: /etc/hosts")) == 0


def test_a_label_before_a_hundred_and_more_events(company: Company) -> None:
    """One request more, since GitHub lists the oldest first."""
    company.run("labels")
    company.apply()
    for number in range(120):
        company.github.label(1, f"x{number}")
    assert company.move(company.github.label(1, "stage:offer")) <= 6
    assert company.record().stage == "offer"


@pytest.mark.parametrize("status", [301, 307])
def test_a_repository_that_was_renamed(
    company: Company,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    status: int,
) -> None:
    """Reads are followed, it is said before the first write, and nobody is lost."""
    company.github.redirects = status
    monkeypatch.setenv("CAREERS_CANDIDATES", FORMER)
    company.apply()
    assert company.apply() <= 4
    assert len(company.github.issues) == 1
    told = capsys.readouterr().err
    assert told.count("warning: example-tools/people is called example-tools/candidates now") == 1


@pytest.mark.parametrize("change", ["label", "edit"])
def test_a_read_that_lags_behind_its_event(company: Company, change: str) -> None:
    """The issue is read once more, so that nobody waits for an hour."""
    github = company.github
    company.apply()
    before = json.loads(json.dumps(github.issues[0]))
    damaged = before["body"].replace('"stage":"applied"', '"stage":"hired"')
    event = github.label(1, "stage:offer") if change == "label" else github.write(1, damaged)
    event = {**event, "issue": {"number": 1}}
    stale = [before]
    github.refuse = lambda verb, path, _: (
        (200, stale.pop(), {}) if verb == "GET" and path == "/issues/1" and stale else None
    )
    company.move(event)
    assert company.record().stage == ("offer" if change == "label" else "applied")
    assert not stale


def test_tend_does_what_events_missed(company: Company) -> None:
    """Without Actions and without GraphQL; a second run writes nothing."""
    github = company.github
    company.apply()
    github.label(1, "stage:case-study")
    assert company.run("tend") > 0
    assert company.record().stage == "case-study"
    github.say(1, "/advance")
    company.run("tend")
    assert company.record().stage == "offer"
    before = len(github.asked)
    company.run("tend")
    assert not [asked for asked in github.asked[before:] if not asked.startswith("GET")]


def damaged(body: str, how: str) -> str:
    """A candidate's text after somebody was at it."""
    start = body.index("<!-- careers:record")
    block = body[start:]
    return {
        "blanked": "",
        "stage changed": body.replace('"stage":"offer"', '"stage":"hired"'),
        "block cut off": body[:start],
        "in a code fence": f"{body[:start]}```\n{block}\n```\n",
        "twice": f"{body}\n{block}",
        "twice, one forged": f"{block.replace('offer', 'hired')}\n{body}",
    }[how]


HARMLESS = {"twice", "twice, one forged", "in a code fence"}


@pytest.mark.parametrize(
    "how",
    ["blanked", "stage changed", "block cut off", "in a code fence", "twice", "twice, one forged"],
)
@pytest.mark.parametrize("told", [True, False], ids=["its event", "tend"])
def test_a_record_that_was_edited(company: Company, how: str, *, told: bool) -> None:
    """Its event brings the text before; without it and without history a person is asked, once."""
    company.apply()
    company.move(company.github.say(1, "/stage offer"))
    whole = company.record()
    event = company.github.write(1, damaged(company.github.issues[0]["body"], how))
    for _ in range(2):
        if told:
            company.move(event)
        else:
            company.run("tend")
    body = company.github.issues[0]["body"]
    if told or how in HARMLESS:
        assert company.record() == whole
        assert body.count("<!-- careers:record") == 1
        assert "```" not in body
        assert len([text for text in company.told() if "put back" in text]) <= 1
    else:
        assert "needs:attention" in company.labels()
        assert len([text for text in company.told() if "is gone" in text]) == 1


def test_an_older_record_that_is_put_back(company: Company) -> None:
    """Noticed by what the bot labelled since, and a person is asked: there is no history here."""
    company.apply()
    first = company.github.issues[0]["body"]
    company.move(company.github.say(1, "/stage offer"))
    whole = company.record()
    company.move(company.github.write(1, first))
    assert company.record() == whole
    assert company.labels() == sorted(["job:engineer", "source:site", "stage:offer", BUCKET])


def test_records_that_are_not_the_issues_own(company: Company) -> None:
    """Forged, copied into another candidate's, opened by a reader: nobody moves, nobody is lost."""
    github = company.github
    company.apply()
    company.apply(email="bo@example.com", name="Bo")
    ada, bo = github.issues[0]["body"], company.record(2)
    number = github.open("Candidate", ada, "stage:offer", BUCKET)
    company.move(github.label(number, "stage:hired"))
    assert company.labels(number) == sorted(["stage:hired", "stage:offer", BUCKET])
    company.move(github.write(2, ada))
    assert company.record(2) == bo
    company.apply(message="More")
    assert "> More" in github.issues[0]["body"]
    assert len(github.issues) == 3


def test_a_refused_label_empties_nobody(company: Company) -> None:
    """GitHub finds each label invalid: the issue opens, and the letter of the second is kept."""
    company.github.refuse = lambda verb, _, body: (
        (422, {"message": "Validation Failed"}, {})
        if verb in {"POST", "PATCH"} and "source:event" in str((body or {}).get("labels"))
        else None
    )
    company.apply(source="event")
    company.apply(source="event", message="More")
    body = company.github.issues[0]["body"]
    assert "> Hi" in body
    assert "> More" in body
    assert "stage:applied" in company.labels()


def test_two_names_and_the_last_label(company: Company) -> None:
    """An issue each, linked; of two labels the one set last."""
    github = company.github
    company.apply()
    company.apply(name="Somebody Else")
    assert company.record(2).other_names == (1,)
    github.label(1, "stage:rejected")
    company.move(github.label(1, "stage:case-study"))
    assert company.record().stage == "case-study"
    assert github.issues[0]["state"] == "open"


@pytest.mark.parametrize(
    "text", ["/advnce", "- /advance", "/advance.", "Great call! /advance", "/stage: offer"]
)
def test_a_near_miss_is_answered(company: Company, text: str) -> None:
    """And moves nobody, or is understood."""
    company.apply()
    company.move(company.github.say(1, text))
    reactions = company.github.comments[0]["reactions"]
    assert reactions["confused"] + reactions["+1"] == 1


@pytest.mark.parametrize(
    ("trifle", "shown"),
    [
        ({"message": "a\x0cletter"}, "> a\n> letter"),
        ({"name": "Ada\tExample"}, "| Candidate | Ada Example |"),
        ({"email": "Ada <ada@example.com>"}, "[ada@example.com](mailto:ada@example.com)"),
        ({"source": "LinkedIn"}, "linkedin, "),
        ({"phone": ""}, "> Hi"),
        ({"answers": {"hours": 40, "remote": True, "days": ["Mon", "Tue"]}}, "Mon, Tue"),
        ({"links": "https://ada.example"}, "https://ada.example"),
        ({"message": "x" * 31_000 + "END"}, "END"),
        ({"submitted": "9999-12-31"}, "9999-12-31"),
    ],
    ids=lambda trifle: next(iter(trifle)) if isinstance(trifle, dict) else "",
)
def test_nobody_is_turned_away_for_a_trifle(company: Company, trifle: Json, shown: str) -> None:
    """It is taken as it can be, and stands where people read it."""
    company.apply(**trifle)
    assert company.record().stage == "applied"
    issue = company.github.issues[0]
    assert shown in "\n".join([issue["body"], *company.told()])


def test_what_was_transferred_is_no_issue_of_ours(company: Company) -> None:
    """GitHub leads to where it is now: nothing is read there, and nothing written to its number."""
    github = company.github
    for name in ("Ada", "Bo"):
        company.apply(name=name, email=f"{name}@example.com")
    event = github.say(1, "/advance")
    moved = {**github.issues[0], "number": 2}
    github.refuse = lambda verb, path, _: (
        (301, {}, {"Location": f"{github.url}/repositories/7/issues/2"})
        if (verb, path) == ("GET", "/issues/1")
        else (200, moved, {})
        if path.endswith("/repositories/7/issues/2")
        else None
    )
    before = json.dumps(github.issues)
    company.move(event)
    assert json.dumps(github.issues) == before
    assert company.told() == []
