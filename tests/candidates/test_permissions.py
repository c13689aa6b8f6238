"""What each run asks of GitHub, recorded: no more is granted than it needs, no less."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from candidates.company import REPOSITORY, Run
from candidates.test_app import POSTINGS, TEAMS
from candidates.test_bulk import tick_issue
from careers import cli
from careers.reports.dead_links import MARKER
from careers.sandbox import Sandbox

ROOT = Path(__file__).parents[2]
WORKFLOWS = ROOT / ".github" / "workflows"
PAGE = ROOT / "docs" / "permissions.md"

# What a fine-grained token or GITHUB_TOKEN needs for a call, as GitHub's REST reference says under
# "Fine-grained access tokens" of each; the first that fits. Reading a public repository needs none.
CALLS = (
    (r"GET /repos/R", "metadata: read"),
    (r"GET /repos/R/collaborators.*", "metadata: read"),
    (r"GET /repos/R/(?:labels|issues|assignees)\b.*", "issues: read"),
    (r"(?:POST|PATCH|PUT|DELETE) /repos/R/(?:labels|issues)\b.*", "issues: write"),
    (r"GET /repos/R/actions/(?:runs|workflows)\b.*", "actions: read"),
    (r"(?:POST|PUT|DELETE) /repos/R/actions/(?:runs|workflows)\b.*", "actions: write"),
    (r"GET /repos/R/actions/permissions\b.*", "administration: read"),
    (r"GET /orgs/\{name\}/issue-(?:fields|types)", "organisation's issue fields and types: read"),
    (r"GET /repos/R/environments", "actions: read"),
    (r"GET /repos/R/environments/\{name\}/deployment-branch-policies", "actions: read"),
    (r"GET /repos/R/rulesets\b.*", "metadata: read"),
    (r"GET /repos/R/(?:git|branches|contents)\b.*", "contents: read"),
    (r"POST /repos/R/git/refs|PUT /repos/R/contents/.*", "contents: write"),
    (r"GET /repos/R/pulls", "pull requests: read"),
    (r"POST /repos/R/pulls", "pull requests: write"),
    (r"GET /orgs/\{name\}/teams/\{name\}/memberships/\{name\}", "organisation's members: read"),
    (r"GET /repos/R/releases\b.*", "contents: read"),
    (r"(?:POST|PATCH|DELETE) /repos/R/releases\b.*", "contents: write"),
    (r"(?:POST|PATCH) /repos/R/git/.*", "contents: write and workflows: write"),
    (r"GET /repos/R/pages", "pages: read"),
    (r"GET /repos/R/actions/secrets.*", "secrets: read"),
    (r"PUT /repos/R/actions/secrets/.*", "secrets: write"),
    (r"GET /repos/R/actions/variables", "variables: read"),
    (r"GET /repos/R/environments/\{name\}/secrets.*", "environments: read"),
    (r"PUT /repos/R/environments/\{name\}/secrets/.*", "environments: write"),
    (r"(?:POST|PUT) /repos/R/(?:pages|rulesets|environments|actions/permissions)\b.*",
     "administration: write"),
    (r"POST /(?:user|orgs/\{name\})/repos", "administration: write"),
    (r"GET /user", "none"),
    (r"POST /graphql", "issues: read"),
    (r"GET /rate_limit", "none"),
)  # fmt: skip
# What no token of a workflow has: the run goes on without it, and says what it could not ask.
ADMINISTRATORS = {
    "secrets: read",
    "variables: read",
    "environments: read",
    "pages: read",
    "administration: read",
}
# What checking out takes, and what every token has.
# A letter starts `tend`; offers' files stand in a draft release, and the files of who is forgotten
# go: other tests have these.
RARELY = {"move": {"actions: write", "contents: write"}, "tend": {"contents: write"}}
APP, BY_APP, PEOPLE = "app[bot]", ", by an App", "organisation's "
BESIDE = {"contents: read", "metadata: read", "none"}


def template(method: str, path: str) -> str:
    """A call without what it is about."""
    path = path.removeprefix("/api/uploads")  # of the sandbox; GitHub has a host of its own
    path = re.sub(r"^/repos/[^/]+/[^/]+", "/repos/R", path)
    path = re.sub(r"^/orgs/[^/]+", "/orgs/{name}", path)
    path = re.sub(r"(?<=/labels/).+|(?<=/collaborators/)[^/]+", "{name}", path)
    path = re.sub(r"(?<=/environments/)[^/]+|(?<=/secrets/)(?!public)[^/]+", "{name}", path)
    path = re.sub(r"(?<=/workflows/)[^/]+", "{name}", path)
    path = re.sub(r"(?<=/releases/tags/).+", "{name}", path)
    path = re.sub(r"(?<=/git/)(ref|refs|trees|blobs)/.+", r"\1/{name}", path)
    path = re.sub(r"(?<=/contents/).+|(?<=/teams/)[^/]+|(?<=/memberships/).+", "{name}", path)
    return f"{method} {re.sub(r'/[0-9]+', '/{number}', path)}"


def needed(call: str) -> str:
    """The permission of a call; a call that nobody thought of fails."""
    found = next((grant for pattern, grant in CALLS if re.fullmatch(pattern, call)), None)
    assert found, f"{call}: which permission does it need?"
    return found


def granted(verb: str) -> set[str]:
    """What the jobs that run a verb are granted."""
    found: set[str] = set()
    for path in WORKFLOWS.glob("*.yml"):
        for job in yaml.safe_load(path.read_text("utf-8"))["jobs"].values():
            if any(step.get("with", {}).get("verb") == verb for step in job["steps"]):
                found |= {f"{name}: {level}" for name, level in job["permissions"].items()}
    return found


@pytest.fixture
def recorded(
    company: Path, github: Sandbox, apply: Run, events: Run, monkeypatch: pytest.MonkeyPatch
) -> dict[str, set[str]]:
    """The calls of each verb, over a candidate's days."""
    calls: dict[str, set[str]] = {}

    def note(verb: str, status: int) -> None:
        assert status in (0, 1), verb
        for asked in github.requests:
            run = f"{verb}{BY_APP}" if asked.user == APP else verb
            calls.setdefault(run, set()).add(template(asked.method, asked.path))
        github.requests.clear()

    note("labels", cli.run("labels", []))
    note("intake", apply())
    note("intake", apply(message="Hi again", files=[{"name": "CV.txt", "content": "SGk="}]))
    note("tend", cli.run("tend", []))
    github.take_events()
    for act in ("/advance", "/next tomorrow", "/reject skills", "/undo"):
        github.act("rita").comment(REPOSITORY, 1, act)
        note("move", events())
    github.add_run(REPOSITORY, "intake.yml", "repository_dispatch", "failure")
    note("tend", cli.run("tend", []))
    note("report", cli.run("report", ["--weekly"]))
    with_an_app(github, company, monkeypatch)
    note("tend", cli.run("tend", []))
    github.take_events()
    github.act("otto").comment(REPOSITORY, 1, "/advance")
    note("move", events())
    titles = {issue["title"]: issue["number"] for issue in github.issues(REPOSITORY)}
    tick_issue(github, titles["Engineer: all candidates"], "plan close")
    note("move", events())
    monkeypatch.setenv("GITHUB_REPOSITORY", "example-tools/careers")
    # An issue that is closed again, for no link is dead.
    github.act("rita").open_issue("example-tools/careers", "Links", MARKER)
    note("links", cli.run("links", ["--author", "rita"]))
    note("doctor", cli.run("doctor", ["--issue"]))
    github.add_user("example-bakery", type="Organization")
    github.add_user("ada", token="t-ada")
    monkeypatch.setenv("GITHUB_TOKEN", "t-ada")
    source = f"example-bakery/code@{'a' * 40}"
    setup = ["own", "--company", "B", "--owner", "example-bakery", "--source", source, "--github"]
    note("init --github", cli.run("init", setup))
    assert company.is_dir()
    return calls


def with_an_app(github: Sandbox, company: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A team manages a posting, and a job is closed by pull request."""
    (company / "candidates.toml").write_text(TEAMS, "utf-8")
    with (company / "careers.toml").open("a", encoding="utf-8") as settings:
        settings.write(f'[site]\nrepository = "{POSTINGS}"\nbranch = "main"\n')
    text = (company / "postings/engineer.md").read_text("utf-8")
    github.add_repository(POSTINGS)
    github.premises(POSTINGS).write({"postings/engineer.md": text})
    github.add_user(APP, token="t-app", type="Bot")
    github.grant(APP, POSTINGS, "write")
    github.let_see_members(APP, "example-tools")
    github.add_team("example-tools", "leads", otto="active")
    for name in ("CAREERS_TEAMS_TOKEN", "CAREERS_POSTINGS_TOKEN"):
        monkeypatch.setenv(name, "t-app")


def test_an_apps_token_may_no_more_than_is_needed(recorded: dict[str, set[str]]) -> None:
    """What each step asks for is what the calls by it need; issues are the scorecards'."""
    jobs = yaml.safe_load((WORKFLOWS / "move.yml").read_text("utf-8"))["jobs"]
    given = [step.get("with", {}) for step in jobs["move"]["steps"]]
    asked = {f"{n}: {each[n]}" for each in given for n in each if n.startswith("permission-")}
    needs = {needed(call) for call in recorded[f"move{BY_APP}"]} - BESIDE
    named = {f"permission-{n.removeprefix(PEOPLE).replace('pull r', 'pull-r')}" for n in needs}
    reads = {name.replace(": write", ": read") for name in named if name.endswith("write")}
    assert asked - {"permission-issues: write"} == named - reads


def test_no_more_is_granted_than_is_needed(
    recorded: dict[str, set[str]], expected: Callable[[Path, str], None]
) -> None:
    """Each job has what its calls need and nothing else; the page lists them."""
    for verb, calls in recorded.items():
        grants = granted(verb)
        if not grants:
            continue
        needs = {needed(call) for call in calls} - ADMINISTRATORS - BESIDE
        needs |= RARELY.get(verb, set())
        writes = {need.replace(": write", ": read") for need in needs if need.endswith("write")}
        assert grants - {"contents: read"} == needs - writes, verb
    expected(PAGE, page(recorded))


def secrets() -> dict[str, list[str]]:
    """The workflows that get each secret; who is told only whether it is set gets none."""
    found: dict[str, list[str]] = {}
    for path in sorted(WORKFLOWS.glob("*.yml")):
        for name in sorted(set(re.findall(r"secrets\.(\w+) \}", path.read_text("utf-8")))):
            found.setdefault(name, []).append(path.stem)
    return found


def page(calls: dict[str, set[str]]) -> str:
    """The tables, as docs/permissions.md has them."""
    rows = [
        f"| {run_name(verb)} | {need} | {'<br>'.join(f'`{c}`' for c in sorted(calls_))} |"
        for verb, found in calls.items()
        for need, calls_ in sorted(by_need(found).items())
    ]
    named = [f"| `{n}` | {', '.join(f'`{w}`' for w in ws)} |" for n, ws in secrets().items()]
    return HEAD.format("\n".join(named), "\n".join(rows))


def run_name(run: str) -> str:
    """A run's name, the verb as code."""
    verb, comma, rest = run.partition(", ")
    return f"`{verb}`{comma}{rest}"


def by_need(calls: set[str]) -> dict[str, set[str]]:
    """The calls, by the permission that they need."""
    found: dict[str, set[str]] = {}
    for call in calls:
        found.setdefault(needed(call), set()).add(call)
    return found


HEAD = """<!-- Recorded by tests/candidates/test_permissions.py: `pytest --bless` writes it. -->
# Secrets and permissions

Who may read a secret, and what each run asks of GitHub, as the tests recorded it on the sandbox.
`R` is the candidates' repository, for `links` and `init` also that of the postings. A job is
granted what its calls need and no more; `init --github` runs with an administrator's own token,
which is stored nowhere. What `doctor` may not ask, it says. What goes by
[an App](app.md) has a token for that alone; `R` is the careers repository then.

## Secrets

All stand in the environment `candidates` of the candidates' repository, for its default branch.

| secret | workflows that get it |
|---|---|
{}

## Calls

| run | permission | calls |
|---|---|---|
{}
"""
