"""The function of examples/receiver/: what it takes, what it answers, how it hands over."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html  # type: ignore[import-untyped]

from receiver.local_runtime import CV, KEY, SITE, TYPED, Worker

PAIR = re.compile(r'^msgid ((?:"[^\n]*"\n)+)msgstr ((?:"[^\n]*"\n?)+)', re.MULTILINE)
ROOT = Path(__file__).parents[2]
PDF = ("My CV.pdf", CV)


def test_an_application_waits_whole(worker: Worker) -> None:
    """With its file, under a number that nobody guesses; the browser is led to the thanks."""
    answer = worker.send(PDF, ("Zeugnis ä.pdf", CV + b"2"))
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{SITE}thanks/")
    (submission,) = worker.waiting()
    assert submission["fields"] == {name: text for name, text in TYPED.items() if text}
    assert [file["name"] for file in submission["files"]] == ["My CV.pdf", "Zeugnis ä.pdf"]
    assert re.fullmatch(r"[0-9a-f]{64}", submission["id"])
    assert worker.ask(f"/{submission['id']}").json() == submission
    path = submission["files"][1]["url"].removeprefix(f"{worker.url}/submissions")
    got = worker.ask(path)
    assert got.content == CV + b"2"
    assert got.headers["Content-Type"] == "application/octet-stream"
    assert worker.ask(f"/{submission['id']}", "DELETE").ok
    assert worker.waiting() == []
    assert worker.ask(path).status_code == 404


@pytest.mark.parametrize(
    ("changes", "file", "said", "places"),
    [
        ({"name": ""}, PDF, "Write your name", "name"),
        ({"email": "", "phone": ""}, PDF, "Give an e-mail address or a phone number", "email"),
        ({"email": "ada at home"}, PDF, "like name@example.com", "email"),
        ({"consent": ""}, PDF, "Agree that we may keep", "consent"),
        ({}, ("cv.exe", b"MZ"), "Attach your CV as PDF", "cv"),
        ({}, ("cv.pdf", b"MZ no pdf"), "Attach your CV as PDF", "cv"),
        ({}, ("cv.docm", b"PK\3\4"), "attach a PDF", "cv"),
        ({}, ("cv.pdf", b""), "attach a PDF", "cv"),
        ({"message": "x" * 200_001}, PDF, "Write less", "message"),
        ({"language": "de", "name": ""}, PDF, "Schreiben Sie Ihren Namen", "name"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    worker: Worker, changes: dict[str, str], file: tuple[str, bytes], said: str, places: str
) -> None:
    """On a page that needs no script, and which can be sent as it is once it is mended."""
    answer = worker.send(file, **changes)
    assert answer.status_code == 422
    page = html.fromstring(answer.content)
    assert said in page.xpath("string(//*[@role='alert'])")
    assert not page.xpath("//script")
    kept = {field.name: field.value or "" for field in page.forms[0].inputs if field.name}
    typed = TYPED | changes
    for name in typed:
        if name != "consent":
            assert kept[name].lstrip("\n") == typed[name], name
    assert kept["_gotcha"] == ""
    ids = [element.get("id") for element in page.xpath("//*[@id]")]
    assert len(ids) == len(set(ids))
    (link,) = page.xpath("//*[@role='alert']//a/@href")
    assert page.xpath(f"//*[@id='{link[1:]}']/@name") == [places]
    assert worker.waiting() == []


def test_its_words_are_those_of_the_site() -> None:
    """Of the site's catalogues, in every language that they are in; what is its own is in all."""
    text = (ROOT / "examples/receiver/worker.js").read_text("utf-8").partition("const WORDS = ")[2]
    found = re.findall(r"^  (\w\w): \{\n(.*?)^  \},", text, re.MULTILINE | re.DOTALL)
    words = {
        code: dict(re.findall(r'^    (\w+): "(.*)",$', block, re.MULTILINE))
        for code, block in found
    }
    catalogues = {
        path.stem: path.read_text("utf-8") for path in (ROOT / "templates/site").glob("*.po")
    }
    assert words.keys() == {"en", *catalogues}
    for code, catalogue in catalogues.items():
        assert words[code].keys() == words["en"].keys()
        pairs = re.findall(
            r'^msgid ((?:"[^\n]*"\n)+)msgstr ((?:"[^\n]*"\n?)+)', catalogue, re.MULTILINE
        )
        known = {tuple("".join(re.findall(r'"(.*)"', part)) for part in pair) for pair in pairs}
        own = {n for n, t in words["en"].items() if (t, words[code][n]) not in known}
        assert own == {"unfit", "large", "person", "script"}


def test_a_machine_is_thanked_and_forgotten(worker: Worker) -> None:
    """What fills the hidden field in learns nothing, and nothing is kept."""
    answer = worker.send(PDF, _gotcha="cheap pills")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{SITE}thanks/")
    assert worker.waiting() == []


def test_what_is_sent_twice_waits_once(worker: Worker) -> None:
    """A second click, at once or later, is no second application; another word or file is."""
    with ThreadPoolExecutor(4) as pool:
        answers = pool.map(lambda _: worker.send(PDF), range(8))
        assert {answer.status_code for answer in answers} == {303}
    (submission,) = worker.waiting()
    path = submission["files"][0]["url"].removeprefix(f"{worker.url}/submissions")
    assert worker.ask(path).content == CV
    assert worker.send(PDF, message="More").status_code == 303
    assert worker.send(("My CV.pdf", CV[::-1] + b"%PDF-")).status_code == 303
    assert len(worker.waiting()) == 3


def test_files_stand_before_the_head(worker: Worker) -> None:
    """What is cut off at any write is never handed over; the person is told."""
    for writes in range(3):
        answer = worker.send(PDF, PDF, headers={"X-Cut": str(writes)})
        assert answer.status_code == 500
        assert "was not sent" in answer.text
        assert worker.waiting() == []
    assert worker.send(PDF, PDF, headers={"X-Cut": "3"}).status_code == 303
    assert len(worker.waiting()) == 1


def test_what_is_deleted_leaves_nothing_that_nobody_knows_of(worker: Worker) -> None:
    """The head goes last: what is cut off is asked for again."""
    assert worker.send(PDF, PDF).status_code == 303
    (submission,) = worker.waiting()
    paths = [f"/{submission['id']}/files/{number}" for number in range(2)]
    for cut, files in ((0, 200), (1, 404)):
        assert worker.ask(f"/{submission['id']}", "DELETE", cut=cut).status_code == 500
        assert worker.waiting() == [submission]
        assert [worker.ask(path).status_code for path in paths] == [files, files]
    assert worker.ask(f"/{submission['id']}", "DELETE").ok
    assert worker.waiting() == []


def test_what_waits_comes_in_pages_each_once(worker: Worker) -> None:
    """However many there are."""
    with ThreadPoolExecutor(4) as pool:
        answers = pool.map(lambda n: worker.send(name=f"Person {n}"), range(90))
        assert {answer.status_code for answer in answers} == {303}
    found = worker.waiting()
    assert {each["fields"]["name"] for each in found} == {f"Person {n}" for n in range(90)}
    assert len(found) == 90
    assert len(worker.ask().json()["submissions"]) == 40


def test_nobody_without_the_key_is_told_anything(worker: Worker) -> None:
    """Not what waits, nor whether something is there; nor is anything deleted."""
    worker.send(PDF)
    (submission,) = worker.waiting()
    paths = [
        "",
        "/",
        f"/{submission['id']}",
        f"/{submission['id']}/files/0",
        "/no",
        "/../submissions",
    ]
    for key in ("", "wrong", KEY[:-1], KEY + "x", "undefined", KEY.upper()):
        for path in paths:
            for verb in ("GET", "DELETE"):
                answer = worker.ask(path, verb, key)
                assert (answer.status_code, answer.json()) == (401, {"error": "no"})
    assert worker.waiting() == [submission]


@pytest.mark.parametrize("env", [{"KEY": ""}, {"KEY": "short"}, {"SITE": ""}, {"SITE": "careers"}])
def test_without_a_key_it_takes_nothing(worker: Worker, env: dict[str, str]) -> None:
    """One that can be guessed is none, and without its site it leads nowhere."""
    bare = replace(worker, env=env)
    assert bare.send(PDF).status_code == 503
    assert [bare.ask(key=key).status_code for key in ("undefined", *env.values())] == [503, 503]


def test_a_site_is_one_with_or_without_its_last_slash(worker: Worker) -> None:
    """Its pages lie below it."""
    answer = replace(worker, env={"SITE": SITE.rstrip("/")}).send(PDF)
    assert answer.headers["Location"] == f"{SITE}thanks/"


def test_github_is_told_that_there_is_something_and_no_word_of_it(worker: Worker) -> None:
    """A run is started, at most every ten minutes, by a token that may do nothing else."""
    env = {"GITHUB_TOKEN": "t", "REPOSITORY": "example-tools/candidates", "LANGUAGES": "de fr"}
    telling = replace(worker, env=env)
    assert telling.send(language="de-AT").headers["Location"] == f"{SITE}de/thanks/"
    assert worker.asked_of("api.github.com")
    assert telling.send(language="it").headers["Location"] == f"{SITE}thanks/"
    assert len(worker.waiting()) == 2
    (asked,) = worker.asked_of("api.github.com")
    assert asked["url"].endswith("/example-tools/candidates/actions/workflows/fetch.yml/dispatches")
    assert asked["body"] == '{"ref":"main"}'
    assert asked["headers"]["authorization"] == "Bearer t"


def test_turnstile_stands_between_and_holds_back(worker: Worker) -> None:
    """With it, what was sent is handed over once its sender has shown to be a person, and once."""
    asking = replace(worker, env={"TURNSTILE_SECRET": "s", "TURNSTILE_SITE_KEY": "0x"})
    answer = asking.send(PDF)
    assert "cf-turnstile" in answer.text
    assert "https://challenges.cloudflare.com" in answer.headers["Content-Security-Policy"]
    assert worker.waiting() == []
    fields = dict(html.fromstring(answer.content).forms[0].fields)
    for token in ("", "bad", "x" * 3000):
        again = asking.send(**fields, **{"cf-turnstile-response": token})
        assert "cf-turnstile" in again.text
        assert worker.waiting() == []
    good = {"cf-turnstile-response": "good"}
    assert asking.send(**fields, **good).headers["Location"] == f"{SITE}thanks/"
    (submission,) = worker.waiting()
    assert [file["name"] for file in submission["files"]] == ["My CV.pdf"]
    assert asking.send(**fields, **good).headers["Location"] == f"{SITE}thanks/"
    assert asking.send(held="0" * 64, **good).status_code == 400
    assert asking.send(held="../heads/x", **good).status_code == 400
    assert worker.send(held=submission["id"], **good).status_code == 400
    assert len(worker.waiting()) == 1
    asked = worker.asked_of("challenges.cloudflare.com")
    assert len(asked) == 2
    assert "Ada" not in str(asked)
