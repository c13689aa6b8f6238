"""The workflows that `careers init` lays down, and ours, unchanged, by act against the sandbox.

Stand-ins take the place of the actions that they call: checking out copies a folder, artifacts are
folders, and this program's own action runs the verb with this Python, without installing. Of keys
that act's schema does not know, `queue` alone is taken out before.
"""

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

from candidates.company import ADA, KEY, REPOSITORY, candidates_of, labels_of
from careers import cli
from careers.sandbox import Pull, Sandbox
from clients import ask

pytestmark = pytest.mark.workflows
ROOT = Path(__file__).parents[2]
ACT = str(Path(sys.executable).with_name("act"))
SOURCE = f"example-tools/code@{'a' * 40}"
POSTINGS = "example-tools/careers"
WORKFLOWS = ROOT / ".github" / "workflows"
_USES = re.compile(r"uses: ([\w.-]+/[\w.-]+)@([0-9a-f]{40})")
_UNKNOWN = re.compile(r"\n +(?:queue: max|deployment: false.*)")
_RUN = """name: {name}
inputs:
{inputs}
outputs:
  again: {{value: "${{{{ steps.run.outputs.again }}}}"}}
  page_url: {{value: https://example-tools.github.io/careers/}}
runs:
  using: composite
  steps:
    - id: run
      shell: bash
      run: |
        {run}
      env:
{env}
"""
# What each stand-in does; its inputs come by the environment.
STAND_INS = {
    "actions/checkout": (
        ("repository", "path", "ref", "persist-credentials", "sparse-checkout", "fetch-depth",
         "sparse-checkout-cone-mode"),
        ('mkdir -p "./$PATH_"; cp -r "$STAND/$([ "$PATH_" ] && echo candidates || echo postings)/."'
        ' "./$PATH_"'),
    ),
    "actions/upload-artifact": (
        ("name", "path", "if-no-files-found", "retention-days", "overwrite"),
        'rm -rf "$STAND/artifact"; cp -r "$PATH_" "$STAND/artifact"',
    ),
    "actions/download-artifact": (
        ("name", "path", "run-id", "github-token"),
        'mkdir -p "$PATH_"; cp -r "$STAND/artifact/." "$PATH_"',
    ),
    "actions/upload-pages-artifact": (("path",), 'cp -r "$PATH_" "$STAND/site"'),
    "actions/deploy-pages": ((), 'touch "$STAND/deployed"'),
    "actions/cache": (("path", "key", "restore-keys"), "true"),
    "actions/setup-python": (("python-version",), "true"),
    "actions/create-github-app-token": (
        ("client-id", "private-key", "owner", "repositories", "permission-issues",
         "permission-members", "permission-contents", "permission-pull-requests"), "true",
    ),
    "example-tools/code": (
        ("verb", "use", "arguments"),
        ("mapfile -t arguments < <(printf '%s' \"$ARGUMENTS\");"
        ' "$PYTHON" "$ROOT/scripts/$VERB.py" "${arguments[@]}"'),
    ),
}  # fmt: skip


class Runner:
    """A repository of the company's as a folder, in which act runs its workflows."""

    def __init__(
        self, folder: Path, part: str, name: str, github: Sandbox, *, ours: bool = False
    ) -> None:
        self.stand, self.github = folder, github
        self.here = folder / "own" / part
        if ours:
            # They call `./`: what was checked out is this program.
            for path in self.here.rglob("workflows/*.yml"):
                shutil.copy(WORKFLOWS / path.name, path)
            for place in (self.here, folder / "postings"):
                shutil.copy(folder / "actions/example-tools/code/action.yml", place)
        for path in self.here.rglob("workflows/*.yml"):
            path.write_text(_UNKNOWN.sub("", path.read_text("utf-8")))
        origin = f"https://github.com/{name}.git"
        user = ("-c", "user.name=Mira", "-c", "user.email=mira@example.com")
        for command in (
            ("init", "-q", "-b", "main"),
            ("remote", "add", "origin", origin),
            ("add", "-A"),
            (*user, "commit", "-q", "-m", "x"),
        ):
            subprocess.run(["git", *command], cwd=self.here, check=True)  # noqa: S607 - the git that is there

    def run(self, workflow: str, event: str, payload: dict[str, Any]) -> tuple[int, str]:
        """Let a workflow hear an event; the exit status and the log."""
        file = self.stand / "event.json"
        file.write_text(json.dumps(payload), "utf-8")
        text = (self.here / ".github" / "workflows" / workflow).read_text("utf-8")
        stand_ins = [
            f"--local-repository={name}@{commit}={self.stand / 'actions' / name}"
            for name, commit in sorted(set(_USES.findall(text)))
        ]
        settings = {
            "GITHUB_API_URL": self.github.url,
            "STAND": str(self.stand),
            "ROOT": str(ROOT),
            "PYTHON": sys.executable,
        }
        command = (
            ACT, event, "-P", "ubuntu-slim=-self-hosted", "-P", "ubuntu-latest=-self-hosted",
            "--action-cache-path", str(self.stand / "cache"), "-e", str(file),
            "-W", f".github/workflows/{workflow}", "-s", "GITHUB_TOKEN=t-bot",
            "-s", f"CAREERS_KEY={KEY}", "--var", f"CAREERS_REPOSITORY={POSTINGS}", *stand_ins,
            *(part for name, value in settings.items() for part in ("--env", f"{name}={value}")),
        )  # fmt: skip
        kept = {name: value for name, value in os.environ.items() if name[:7] not in _OURS}
        done = subprocess.run(
            command, cwd=self.here, env=kept, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr


_OURS = {"GITHUB_", "CAREERS"}
Start = Callable[[str, str], Runner]


@pytest.fixture(params=["thin", "ours"])
def start(
    request: pytest.FixtureRequest,
    company: Path,
    github: Sandbox,
    tmp_path_factory: pytest.TempPathFactory,
) -> Start:
    """Makes the runner of one of the repositories that `careers init` lays down.

    Its workflows are those that it lays down, or those of this repository, of which they are made.
    """
    folder = tmp_path_factory.mktemp("runner")
    given = ["--company", "Tools", "--owner", "example-tools", "--source", SOURCE]
    assert cli.run("init", [str(folder / "own"), *given]) == 0
    for name, (inputs, run) in STAND_INS.items():
        place = folder / "actions" / name
        place.mkdir(parents=True)
        names = {n: "PATH_" if n == "path" else n.replace("-", "_").upper() for n in inputs}
        declared = "\n".join(f'  {n}: {{default: ""}}' for n in names) or "  none: {default: ''}"
        env = "\n".join(f"        {v}: ${{{{ inputs.{n} }}}}" for n, v in names.items())
        text = _RUN.format(name=name, inputs=declared, run=run, env=env or "        NONE: none")
        (place / "action.yml").write_text(text, "utf-8")
    shutil.copytree(company, folder / "postings", ignore=shutil.ignore_patterns("own"))
    shutil.copytree(folder / "own" / "candidates", folder / "candidates")
    ours = request.param == "ours"
    return lambda part, name: Runner(folder, part, name, github, ours=ours)


def event_of(github: Sandbox, name: str) -> dict[str, Any]:
    """The newest event of that name."""
    return next(e.payload for e in reversed(github.take_events()) if e.name == name)


def test_a_candidates_day(start: Start, github: Sandbox) -> None:
    """Labels, an application, a command, a label by hand, what is due, the report, the doctor."""
    runner = start("candidates", REPOSITORY)
    status, log = runner.run("labels.yml", "schedule", {})
    assert status == 0, log
    assert "stage:phone-screen" in {label["name"] for label in github.labels(REPOSITORY)}
    sent = {"event_type": "application", "client_payload": {"application": ADA}}
    ask(github, "POST", f"/repos/{REPOSITORY}/dispatches", sent)
    status, log = runner.run(
        "intake.yml", "repository_dispatch", event_of(github, "repository_dispatch")
    )
    assert status == 0, log
    assert len(candidates_of(github)) == 1
    assert "Ada" not in log
    github.take_events()
    github.act("rita").comment(REPOSITORY, 1, "/advance")
    status, log = runner.run("move.yml", "issue_comment", event_of(github, "issue_comment"))
    assert status == 0, log
    assert "stage:phone-screen" in labels_of(github, 1)
    github.act("rita").add_label(REPOSITORY, 1, "stage:offer")
    status, log = runner.run("move.yml", "issues", event_of(github, "issues"))
    assert status == 0, log
    assert "stage:offer" in labels_of(github, 1)
    assert "stage:phone-screen" not in labels_of(github, 1)
    for workflow in ("tend.yml", "report.yml"):
        known = len(github.issues(REPOSITORY))
        status, log = runner.run(workflow, "schedule", {})
        assert status == 0, log
    assert len(github.issues(REPOSITORY)) == known + 1


def test_what_fails_and_is_run_again(start: Start, github: Sandbox) -> None:
    """A red run opens nobody; the same run again opens one."""
    runner = start("candidates", REPOSITORY)
    payload = {"repository": {"private": True}, "client_payload": {"application": ADA}}
    github.fail(1, status=503, times=3)
    status, log = runner.run("intake.yml", "repository_dispatch", payload)
    assert status != 0, log
    assert not candidates_of(github)
    for _ in range(2):
        status, log = runner.run("intake.yml", "repository_dispatch", payload)
        assert status == 0, log
    assert len(candidates_of(github)) == 1


def test_by_hand(start: Start, github: Sandbox) -> None:
    """An application that somebody types into the form of *Run workflow*."""
    runner = start("candidates", REPOSITORY)
    payload = {"repository": {"private": True}, "inputs": {"application": json.dumps(ADA)}}
    status, log = runner.run("intake.yml", "workflow_dispatch", payload)
    assert status == 0, log
    assert len(candidates_of(github)) == 1


def test_the_tripwire(start: Start, github: Sandbox) -> None:
    """`public` fails where the repository is public, and is green where that was taken back."""
    runner = start("candidates", REPOSITORY)
    github.add_repository(REPOSITORY, private=False)
    status, log = runner.run("public.yml", "public", {})
    assert status != 0
    assert "is public: everybody reads what candidates wrote" in log


def test_the_site_is_published(start: Start) -> None:
    """What is pushed to the default branch is built, and deployed."""
    runner = start("careers", POSTINGS)
    shutil.copytree(
        runner.stand / "postings" / "postings", runner.here / "postings", dirs_exist_ok=True
    )
    settings = '[company]\nname = "Tools"\n[site]\nurl = "https://tools.test/"\n'
    (runner.here / "careers.toml").write_text(settings, "utf-8")
    status, log = runner.run("publish.yml", "push", {"ref": "refs/heads/main"})
    assert status == 0, log
    assert (runner.stand / "site" / "index.html").is_file()
    assert (runner.stand / "deployed").exists()


FORK = "otto/careers"
BAD = "---\ntitle: Cook\nstatus: opened\n---\n\n# Cook\n"


@pytest.mark.parametrize("head", [FORK, POSTINGS])
def test_a_pull_request(start: Start, github: Sandbox, head: str) -> None:
    """Of a fork or of a branch: checked, handed over, and told in one comment."""
    runner = start("careers", POSTINGS)
    git = ("git", "-C", str(runner.here), "-c", "user.name=Otto", "-c", "user.email=o@example.com")
    base = subprocess.check_output([*git, "rev-parse", "HEAD"], text=True).strip()
    (runner.here / "postings" / "cook.md").write_text(BAD, "utf-8")
    subprocess.run([*git, "add", "-A"], check=True)
    subprocess.run([*git, "commit", "-qm", "A cook"], check=True)
    sha = subprocess.check_output([*git, "rev-parse", "HEAD"], text=True).strip()
    github.add_repository(head)
    github.grant("careers-bot[bot]", POSTINGS, "write")
    number = github.act("otto").open_pull(POSTINGS, "A cook", Pull(base, sha, "cook", head))
    asked = {
        "number": number,
        "pull_request": {
            "number": number,
            "head": {"sha": sha, "ref": "cook", "repo": {"full_name": head}},
            "base": {"sha": base, "ref": "main", "repo": {"full_name": POSTINGS}},
        },
    }
    status, log = runner.run("validate.yml", "pull_request", asked)
    assert status != 0, log
    assert "opened" in log
    ended = {
        "workflow_run": {
            "id": 7,
            "html_url": f"https://github.com/{POSTINGS}/actions/runs/7",
            "head_sha": sha,
            "head_branch": "cook",
            "event": "pull_request",
            "conclusion": "failure",
            "head_repository": {"full_name": head},
        },
        "repository": {"full_name": POSTINGS, "default_branch": "main", "private": False},
    }
    status, log = runner.run("comment.yml", "workflow_run", ended)
    assert status == 0, log
    (comment,) = github.comments(POSTINGS, number)
    assert "postings/cook.md" in comment["body"]


QUIET = {
    "candidates": {"doctor.yml": "schedule", "fetch.yml": "workflow_dispatch"},
    "careers": {"links.yml": "schedule"},
}


@pytest.mark.parametrize("part", QUIET)
def test_what_looks_and_finds_little(start: Start, github: Sandbox, part: str) -> None:
    """On a schedule, or started by `tend`, green: what is to be said stands in an issue."""
    runner = start(part, REPOSITORY if part == "candidates" else POSTINGS)
    for workflow, event in QUIET[part].items():
        status, log = runner.run(workflow, event, {})
        assert status == 0, log
    if part == "candidates":
        assert "careers:doctor" in github.issues(REPOSITORY)[0]["body"]


MAKEFILE = """%:
\t@mkdir -p dist
\t@echo $@ >> $(STAND)/made
"""


@pytest.mark.parametrize(
    ("workflow", "made"),
    [("ci.yml", {"lint", "demo", "test", "audit"}), ("release.yml", {"dist", "index", "release"})],
)
def test_the_program_s_own(workflow: str, made: set[str], start: Start) -> None:
    """Checking and releasing: each task is begun, by a stand-in of make's."""
    runner = start("careers", POSTINGS)
    shutil.copy(WORKFLOWS / workflow, runner.here / ".github" / "workflows")
    for place in (runner.here, runner.stand / "postings"):
        (place / "Makefile").write_text(MAKEFILE, "utf-8")
        shutil.copytree(ROOT / ".ci", place / ".ci")
    status, log = runner.run(workflow, "push", {"ref": "refs/tags/v0.1.0"})
    assert status == 0, log
    assert made <= set((runner.stand / "made").read_text("utf-8").split())


def test_each_workflow_is_run() -> None:
    """What `init` lays down, and what is ours, is all named above."""
    text = Path(__file__).read_text("utf-8")
    laid = WORKFLOWS.glob("*.yml")
    assert not [path.name for path in laid if f'"{path.name}"' not in text]
