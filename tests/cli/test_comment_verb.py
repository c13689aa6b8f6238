"""``review`` and ``comment``: from a pull request to the one comment on it, over HTTP."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from careers.build.pictures.browser import find_chrome
from careers.sandbox import Pull, Sandbox
from gitrepo import CAREERS, FORK, POSTING, SCRIPTS, Done, Repo

HERE = Path(__file__).parent
SITE = SCRIPTS.parent / "templates" / "site"
BOT, TOKEN = "github-actions[bot]", "t-actions"
RUN = "https://github.com/example-tools/careers/actions/runs/{}"
COOK = "postings/cook.md"


class Case:
    """A pull request by otto, from a fork, and the two workflows that run for it."""

    def __init__(self, github: Sandbox, folder: Path) -> None:
        self.github = github
        github.add_user(BOT, token=TOKEN, type="Bot")
        github.grant(BOT, CAREERS, "write")
        self.repo = Repo(folder / "careers")
        self.repo.git("switch", "--quiet", "--create", "change")
        self.artifact = folder / "artifact"
        self.head = self.repo.base
        self.number = 0

    def push(self) -> None:
        """Commit, and open the pull request or give it the new head."""
        self.head = self.repo.commit()
        if self.number:
            self.github.act("otto").push(CAREERS, self.number, self.head)
            return
        pull = Pull(self.repo.base, self.head, "change", FORK)
        self.github.add_repository(FORK)
        self.number = self.github.act("otto").open_pull(CAREERS, "A change", pull)

    def review(self) -> Done:
        """What ``validate.yml`` hands over."""
        shutil.rmtree(self.artifact, ignore_errors=True)
        event = self.repo.pull_request(self.number, self.head, FORK)
        return self.repo.run("review", "--out", str(self.artifact), **event)

    def comment(self, *arguments: str, run: int = 7, private: bool = False, **changed: Any) -> Done:
        """What ``comment.yml`` runs; ``changed`` are fields of the run in its event."""
        told = {
            "html_url": RUN.format(run),
            "head_sha": self.head,
            "event": "pull_request",
            "conclusion": "failure",
            "head_repository": {"full_name": FORK},
            **changed,
        }
        home = {"full_name": CAREERS, "private": private}
        event = self.repo.event("workflow_run", {"workflow_run": told, "repository": home})
        access = {"GITHUB_API_URL": self.github.url, "GITHUB_TOKEN": TOKEN}
        return self.repo.run(
            "comment", "--artifact", str(self.artifact), *arguments, **event, **access
        )

    @property
    def comments(self) -> list[tuple[str, str]]:
        """Who wrote what on the pull request."""
        said = self.github.comments(CAREERS, self.number)
        return [(each["user"]["login"], each["body"]) for each in said]

    @property
    def writes(self) -> list[str]:
        """The methods of the writing requests so far."""
        return [r.method for r in self.github.requests if r.method != "GET"]


@pytest.fixture
def case(github: Sandbox, tmp_path: Path) -> Case:
    """A pull request that renames a stage and leaves a placeholder."""
    made = Case(github, tmp_path)
    made.repo.edit(COOK, "**Case study:** We send you one.", "**Take-home:** TODO @otto #1")
    made.repo.edit(COOK, "max: 70000", "max: 76000")
    made.push()
    return made


def test_the_comment(case: Case, expected: Callable[[Path, str], None]) -> None:
    """It shows what is wrong, what merging does, and where the preview is."""
    done = case.review()
    assert done.status == 1, done.err
    assert sorted(path.name for path in case.artifact.iterdir()) == [
        "findings.json", "plan.json", "preview", "pull-request.json",
    ]  # fmt: skip
    done = case.comment()
    assert (done.status, done.err) == (0, "")
    assert done.out == f"Pull request #{case.number}: the comment was written.\n"
    ((author, body),) = case.comments
    assert author == BOT
    marker = body.split("<!-- careers:pull-request ")[1].split(" ")[0]
    expected(HERE / "comment.md", body.replace(marker, "HASH").replace(case.head, "HEAD"))


def test_a_clean_pull_request_has_few_lines(
    case: Case, expected: Callable[[Path, str], None]
) -> None:
    """The verdict, what changes, who is under way, where the rest is."""
    case.repo.edit(COOK, "**Take-home:** TODO @otto #1", "**Case study:** We send you one.")
    case.push()
    case.review()
    case.comment()
    ((_, body),) = case.comments
    assert len(body.strip().split("\n")) <= 6
    marker = body.split("<!-- careers:pull-request ")[1].split(" ")[0]
    expected(HERE / "comment-clean.md", body.replace(marker, "HASH").replace(case.head, "HEAD"))


def test_nothing_is_written_where_nothing_changed(case: Case) -> None:
    """Another run with the same outcome is silent; another outcome edits the same comment."""
    case.review()
    case.comment()
    done = case.comment(run=8)
    assert "nothing changed" in done.out
    assert case.writes == ["POST"]
    case.repo.edit(COOK, "TODO @otto #1", "You cook for us.")
    case.push()
    case.review()
    done = case.comment(run=9)
    assert "edited" in done.out
    assert case.writes == ["POST", "PATCH"]
    assert len(case.comments) == 1


def test_other_comments_are_left_alone(case: Case) -> None:
    """A marker in somebody else's comment makes it none of ours."""
    fake = "Mine! <!-- careers:pull-request 0 -->"
    case.github.act("otto").comment(CAREERS, case.number, fake)
    case.review()
    case.comment()
    assert [author for author, _ in case.comments] == ["otto", BOT]
    assert case.comments[0][1] == fake


def test_a_token_of_somebody_else(case: Case) -> None:
    """Who writes is learnt from the answer: there is one comment all the same."""
    case.github.add_user("careers-bot[bot]", token=TOKEN, type="Bot")
    case.github.add_user(BOT, token="another", type="Bot")
    case.review()
    case.comment()
    case.repo.edit(COOK, "TODO @otto #1", "You cook for us.")
    case.push()
    case.review()
    case.comment()
    ((author, body),) = case.comments
    assert author == "careers-bot[bot]"
    assert "TODO" not in body


@pytest.mark.parametrize(
    ("at", "how"), [(1, "error"), (1, "cut"), (2, "cut"), (3, "cut"), (3, "cut-after")]
)
def test_every_request_may_fail(case: Case, at: int, how: Any) -> None:
    """Where an answer is lost, it looks again: one comment, whichever request it was."""
    case.review()
    case.github.fail(at, how)
    assert case.comment().status == 0
    assert len(case.comments) == 1


def test_a_pull_request_that_has_moved_on(case: Case) -> None:
    """Neither a head that is another by now nor a closed one gets a comment."""
    case.review()
    case.github.act("otto").push(CAREERS, case.number, "f" * 40)
    assert "has moved on" in case.comment().out
    case.github.act("rita").close(CAREERS, case.number)
    assert "is closed" in case.comment().out
    assert case.writes == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"event": "push"}, "nothing to do"),
        ({"conclusion": "cancelled"}, "nothing to do"),
        ({"head_sha": "f" * 40}, "another commit than the run"),
        ({"head_repository": {"full_name": "other/careers"}}, "from another repository"),
        ({"head_repository": None}, "from another repository"),
        ({"html_url": "javascript:alert(1)"}, "html_url"),
    ],
)
def test_runs_that_are_not_this_pull_requests(case: Case, changed: Any, said: str) -> None:
    """Nothing is written for a run that another pull request, or none, has caused."""
    case.review()
    done = case.comment(**changed)
    assert said in done.out + done.err
    assert case.writes == []


def test_review_says_what_validate_says(case: Case) -> None:
    """The same annotations and exit status; the summary has the plan below the findings."""
    summary = case.artifact.parent / "summary.md"
    event = case.repo.pull_request(case.number, case.head, FORK)
    event["GITHUB_STEP_SUMMARY"] = str(summary)
    done = case.repo.run("validate", "--format", "github", **event)
    table = summary.read_text("utf-8")
    summary.unlink()
    review = case.repo.run("review", "--out", str(case.artifact), **event)
    assert (review.status, review.err) == (done.status, done.err) == (1, "")
    assert done.out.rpartition("1 file checked")[0] in review.out
    both = summary.read_text("utf-8")
    found, _, last = table.rstrip().rpartition("\n")
    assert both.startswith(found)
    assert both.removeprefix(found).lstrip().startswith("## What merging does\n\nMerging changes")
    assert both.rstrip().endswith(last)


def test_the_wrong_event(case: Case) -> None:
    """Each verb says for which event it is."""
    case.review()
    done = case.repo.run("comment", "--artifact", str(case.artifact))
    assert (done.status, "workflow_run" in done.err) == (2, True)
    done = case.repo.run("review", "--out", str(case.artifact))
    assert (done.status, "pull requests alone" in done.err) == (2, True)


def test_review_of_what_cannot_be_published(case: Case) -> None:
    """The preview shows the rest, and the folder must be empty."""
    case.repo.write(COOK, "---\ntitle: [\n---\n# Cook\n")
    case.push()
    done = case.review()
    assert done.status == 1
    assert "::error file=postings/cook.md" in done.out
    assert not (case.artifact / "preview" / "cook").exists()
    assert (case.artifact / "preview" / "index.html").exists()
    case.comment()
    assert "Cannot be published: Cook" in case.comments[0][1]
    event = case.repo.pull_request(case.number, case.head, FORK)
    again = case.repo.run("review", "--out", str(case.artifact), **event)
    assert (again.status, "is not empty" in again.err) == (2, True)


def test_a_comment_that_would_be_too_long(case: Case) -> None:
    """Twenty findings are shown of hundreds, and as many pages as have room."""
    for number in range(12):
        text = POSTING.format(title=f"Tester {number}").replace("Patience.", "TODO Grüße " * 30)
        case.repo.write(f"postings/{'long-' * 30}{number}.md", text)
    case.push()
    case.review()
    assert case.comment().status == 0
    body = case.comments[0][1]
    assert len(body.encode()) <= 65_536
    assert sum(line.startswith("- ❌") for line in body.split("\n")) <= 20
    assert re.search(r"- \d+ more in \[the summary\]", body)


def write_all(folder: Path, **files: Any) -> None:
    """Replace files of the artifact: text and bytes as they are, the rest as JSON."""
    for name, content in files.items():
        path = folder / f"{name.replace('_', '-')}.json"
        data = content if isinstance(content, (str, bytes)) else json.dumps(content)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())


def about(number: Any = 1, head: Any = "a" * 40, **more: Any) -> dict[str, Any]:
    """A pull-request.json."""
    return {"number": number, "head": head, "preview": "", **more}


FOUND = {
    "path": "postings/cook.md", "line": 1, "column": 1, "end_line": 1, "end_column": 2,
    "code": "title", "severity": "error", "message": "m", "help": "h",
}  # fmt: skip


def swap(path: Path, make: Callable[[Path], object]) -> None:
    """Put something else in a file's or a folder's place."""
    if path.is_dir():
        path.rmdir()
    else:
        path.unlink()
    make(path)


def relink(folder: Path) -> None:
    """Move a folder aside, and leave a link to it."""
    folder.symlink_to(folder.rename(folder.with_name("elsewhere")))


HOSTILE: dict[str, Callable[[Path], object]] = {
    "missing file": lambda a: (a / "plan.json").unlink(),
    "another file": lambda a: (a / "run.sh").write_text("echo"),
    "another folder": lambda a: (a / "folder").mkdir(),
    "a link for a file": lambda a: swap(a / "plan.json", lambda p: p.symlink_to("/etc/passwd")),
    "a link for the preview": lambda a: swap(a / "preview", lambda p: p.symlink_to("/etc")),
    "a link for the pictures": lambda a: (a / "pictures").symlink_to("/etc"),
    "a link for the index": lambda a: (a / "index.html").symlink_to("/etc/passwd"),
    "a folder for the index": lambda a: (a / "index.html").mkdir(),
    "a file for the pictures": lambda a: (a / "pictures").write_text("x"),
    "a link for all": relink,
    "a folder for a file": lambda a: swap(a / "plan.json", lambda p: p.mkdir()),
    "a pipe for a file": lambda a: swap(a / "plan.json", os.mkfifo),
    "too large": lambda a: write_all(a, plan=b" " * (1 << 20) + b"{}"),
    "too large together": lambda a: write_all(a, plan=b" " * (1 << 20), findings=b" " * (1 << 21)),
    "sparse and huge": lambda a: os.truncate(a / "plan.json", 1 << 40),
    "not UTF-8": lambda a: write_all(a, plan=b"\xff\xfe{}"),
    "not JSON": lambda a: write_all(a, plan="{"),
    "empty": lambda a: write_all(a, plan=""),
    "nested deeply": lambda a: write_all(a, plan='{"pages":' + "[" * 90_000),
    "a list": lambda a: write_all(a, plan=[]),
    "a field twice": lambda a: write_all(a, pull_request='{"number":1,"number":2}'),
    "NaN": lambda a: write_all(a, pull_request='{"number": NaN}'),
    "a number as text": lambda a: write_all(a, pull_request=about("1")),
    "a number as a path": lambda a: write_all(a, pull_request=about("1/../../../user")),
    "a number with a part": lambda a: write_all(a, pull_request=about(1.5)),
    "a negative number": lambda a: write_all(a, pull_request=about(-1)),
    "a truth for a number": lambda a: write_all(a, pull_request=about(True)),  # noqa: FBT003 - data
    "a huge number": lambda a: write_all(a, pull_request='{"number": ' + "9" * 5000 + "}"),
    "a short head": lambda a: write_all(a, pull_request=about(head="abc")),
    "another head": lambda a: write_all(a, pull_request=about(head="b" * 40)),
    "an unknown field": lambda a: write_all(a, pull_request=about(repository="x/y")),
    "a preview of words": lambda a: write_all(a, pull_request=about(preview="--> @otto")),
    "a severity of words": lambda a: write_all(
        a, findings={"findings": [FOUND | {"severity": "| x |"}], "checked": 1}
    ),
    "a code of words": lambda a: write_all(
        a, findings={"findings": [FOUND | {"code": "@otto"}], "checked": 1}
    ),
    "too many findings": lambda a: write_all(a, findings={"findings": [FOUND] * 301, "checked": 1}),
    "a long message": lambda a: write_all(
        a, findings={"findings": [FOUND | {"message": "x" * 2000}], "checked": 1}
    ),
    "half a character": lambda a: write_all(
        a, plan='{"pages":[{"path":"\\ud800","title":"x","deed":"closed"}]}'
    ),
    "an unknown deed": lambda a: write_all(
        a, plan={"pages": [{"path": "p", "title": "t", "deed": "hacked"}]}
    ),
    "another version": lambda a: write_all(a, plan={"version": 2}),
}


def hand_over(folder: Path) -> None:
    """An artifact of the right form, about commit aaaa."""
    (folder / "preview").mkdir(parents=True)
    findings = {"findings": [FOUND], "checked": 1}
    write_all(folder, findings=findings, plan={}, pull_request=about())


def comment_dry(folder: Path) -> Done:
    """``comment --dry-run`` for a run of commit aaaa, without any server."""
    run = {
        "html_url": RUN.format(7),
        "head_sha": "a" * 40,
        "event": "pull_request",
        "conclusion": "success",
    }
    event = folder.with_name("event.json")
    told = {"workflow_run": run, "repository": {"full_name": CAREERS}}
    event.write_text(json.dumps(told), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(SCRIPTS / "comment.py"), "--artifact", str(folder), "--dry-run"],
        env=os.environ | {"GITHUB_EVENT_NAME": "workflow_run", "GITHUB_EVENT_PATH": str(event)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def test_the_artifact_that_others_are_made_from(tmp_path: Path) -> None:
    """It is accepted as it stands, so that each hostile one is refused for its own sake."""
    hand_over(tmp_path / "artifact")
    done = comment_dry(tmp_path / "artifact")
    assert (done.status, done.err) == (0, "")


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_artifacts(tmp_path: Path, name: str) -> None:
    """Each is refused with a cure and without a word of it, before anything is asked of GitHub."""
    hand_over(tmp_path / "artifact")
    HOSTILE[name](tmp_path / "artifact")
    done = comment_dry(tmp_path / "artifact")
    assert (done.status, done.out) == (2, "")
    assert "help: nothing was written" in done.err
    assert "Traceback" not in done.err
    assert "otto" not in done.err


def test_hostile_words(case: Case) -> None:
    """An artifact of the right form may say anything: nobody is notified, nothing linked."""
    case.review()
    words = "@otto closes #1 <img src=http://x/y.png> [a](http://b) | <!-- careers:pull-request"
    found = FOUND | {"message": words, "help": words, "path": words}
    page = {"path": words, "title": words, "deed": "changed", "address": words, "was": words}
    change = {"where": words, "pieces": [{"kind": "new", "text": words}]}
    labels = {"created": [words], "renamed": [{"old": words, "new": words}], "retired": [words]}
    plan = {"pages": [page | {"changes": [change]}], "labels": labels, "feeds": [words]}
    write_all(case.artifact, findings={"findings": [found], "checked": 1}, plan=plan)
    assert case.comment().status == 0
    body = case.comments[0][1]
    ours = "](https://github.com/example-tools/careers/"
    for bad in ("@otto", "#1 ", "<img", "://x", "://b"):
        assert bad not in body
    assert not re.search(r"(?<!\\)\]\(", body.replace(ours, ""))
    assert body.count("<!--") == 1


@pytest.mark.skipif(find_chrome() is None, reason="no Chrome on this machine")
def test_pictures_of_what_changes(case: Case) -> None:
    """The page and the list of jobs, before and after, and a page of ours that shows them."""
    case.repo.write("careers.toml", '[site]\nurl = "https://example.org/jobs/"\n')
    case.repo.write("postings/baker.md", POSTING.format(title="Baker <b>x</b>"))
    case.push()
    case.repo.environment["CHROME_PATH"] = find_chrome() or ""
    done = case.review()
    assert "no more pictures" not in done.out
    names = sorted(path.name for path in (case.artifact / "pictures").iterdir())
    assert names == [
        "01-baker-desktop-after.webp", "01-baker-phone-after.webp",
        "02-cook-desktop-after.webp", "02-cook-desktop-before.webp",
        "02-cook-phone-after.webp", "02-cook-phone-before.webp",
        "03-index-desktop-after.webp", "03-index-desktop-before.webp",
        "03-index-phone-after.webp", "03-index-phone-before.webp",
    ]  # fmt: skip
    index = (case.artifact / "index.html").read_text("utf-8")
    assert all(f'src="pictures/{name}"' in index for name in names)
    assert "Baker &lt;b&gt;x&lt;/b&gt;" in index
    assert case.comment().status == 0
    assert "[Pictures of 3 pages, and the preview]" in case.comments[0][1]


def test_without_chrome_nothing_is_missing(case: Case) -> None:
    """There is the preview, and no word of pictures."""
    done = case.review()
    assert "pictures" not in done.out
    assert not (case.artifact / "index.html").exists()


def test_who_is_under_way_in_one_private_repository(case: Case) -> None:
    """They are counted where only the team reads it, whatever the artifact says, and not named."""
    case.repo.write("careers.toml", f'[candidates]\nrepository = "{CAREERS}"\n')
    case.push()
    case.review()
    plan = json.loads((case.artifact / "plan.json").read_text("utf-8"))
    plan["waiting"] = [{"path": COOK, "stage": "case-study", "candidates": 77}]
    write_all(case.artifact, plan=plan)
    for number in range(3):
        labels = ["job:cook", "stage:case-study"][: 2 - number // 2]
        case.github.act("rita").open_issue(CAREERS, f"Somebody {number}", "x", *labels)
    case.comment(private=True)
    assert "How many" in case.comments[0][1]
    case.github.add_repository(CAREERS, private=True)
    case.comment(private=True)
    ((_, body),) = case.comments
    assert "**2 people stand in it.**" in body
    assert "Somebody" not in body


WHOLE = {
    "settings": ("careers.toml", "[compnay]\n", "unknown table", "line 1"),
    "no settings": ("careers.toml", "x = [", "this is not TOML", "line 1"),
    "template": (
        "templates/site/index.html.j2",
        "\n{% if %}",
        "the site cannot be built",
        "line 2",
    ),
}


@pytest.mark.parametrize("name", WHOLE)
def test_what_keeps_the_site_from_being_built_is_a_finding(case: Case, name: str) -> None:
    """In settings and templates too: the check fails, and the comment says what to mend."""
    path, text, said, line = WHOLE[name]
    case.repo.edit(COOK, "TODO @otto #1", "You cook for us.")
    case.repo.write(path, text)
    case.push()
    done = case.review()
    assert (done.status, done.err) == (1, "")
    assert f"::error file={path}" in done.out
    assert case.comment().status == 0
    ((_, body),) = case.comments
    assert body.startswith("### ❌ 1 must be mended")
    assert said in body
    assert line in body
    assert "no preview: the site cannot be built" in body


LOOKS: dict[str, tuple[str, Callable[[Case], None]]] = {
    "nothing": (
        "### ✅ Nothing that candidates see changes",
        lambda case: case.repo.write("README.md", "Hello"),
    ),
    "a line wrapped": (
        "### ✅ Nothing that candidates see changes",
        lambda case: case.repo.edit(COOK, "make, every", "make,\nevery"),
    ),
    "words in bold": (
        "**The site** · `cook/` looks different, with the same postings",
        lambda case: case.repo.edit(COOK, "every day", "**every** day"),
    ),
    "the company's name": (
        "pages look different, with the same postings",
        lambda case: case.repo.write("careers.toml", '[company]\nname = "Other"\n'),
    ),
    "a template": (
        "pages look different, with the same postings",
        lambda case: case.repo.write(
            "templates/site/base.html.j2",
            (SITE / "base.html.j2").read_text("utf-8").replace("</body>", "<p>We hire.</p></body>"),
        ),
    ),
}


@pytest.mark.parametrize("name", LOOKS)
def test_what_changes_though_no_posting_says_anything_else(case: Case, name: str) -> None:
    """Settings, templates and formatting: how many pages look different, or that none does."""
    said, change = LOOKS[name]
    case.repo.git("checkout", "--quiet", "main", "--", "postings")
    change(case)
    case.push()
    assert case.review().status == 0
    case.comment()
    ((_, body),) = case.comments
    assert said in body
    assert len(body.strip().split("\n")) <= 6


def test_a_renamed_posting_without_its_earlier_address(case: Case) -> None:
    """It is said that the old address dies, what to write, and not that nobody is affected."""
    case.repo.git("checkout", "--quiet", "main", "--", "postings")
    case.push()
    case.repo.git("mv", COOK, "postings/chef.md")
    case.push()
    case.review()
    case.comment()
    ((_, body),) = case.comments
    assert "none affected" not in body
    assert "aliases" in body
    case.repo.edit("postings/chef.md", "team:", "aliases: [cook]\nteam:")
    case.push()
    case.review()
    case.comment()
    ((_, body),) = case.comments
    assert "which the old one leads to" in body
    assert "none affected" in body
