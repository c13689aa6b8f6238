"""Cut GitHub's description of its REST API down to the calls that this project makes.

`python tests/cut_openapi.py FULL.json` writes `github-openapi.json` beside this file: the paths in
PATHS and all they refer to, without prose and examples. FULL is the description that GitHub
publishes (MIT; github/rest-api-description, or npm @octokit/openapi).
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

CUT = Path(__file__).with_name("github-openapi.json")

_REPOSITORY = re.escape("/repos/{owner}/{repo}")
_ISSUE = re.escape("/issues/{issue_number}")
PATHS = re.compile(
    r"/rate_limit|/user|/users/\{username\}|"
    rf"{_REPOSITORY}(?:|/(?:labels|collaborators|assignees|issues/comments|issues/events)(?:/.*)?|"
    rf"/issues|{_ISSUE}(?:|/comments|/events|/timeline|/assignees|/labels|/labels/.*|"
    r"/issue-field-values(?:/.*)?|/sub_issues?|/parent)|"
    r"/dispatches|/actions/workflows/.*|/actions/runs/\{run_id\}(?:|/rerun|/jobs)|"
    r"/pulls(?:|/\{pull_number\})|"
    r"/releases(?:|/tags/\{tag\}|/assets/\{asset_id\}|/\{release_id\}(?:|/assets))|"
    r"/pages|/branches|/rulesets(?:|/\{ruleset_id\})|"
    r"/contents/\{path\}|/git/(?:ref/\{ref\}|refs|refs/\{ref\}|trees|trees/\{tree_sha\}|commits|blobs/\{file_sha\})|"
    r"/actions/(?:secrets|variables|workflows|"
    r"permissions(?:|/selected-actions|/artifact-and-log-retention))|"
    r"/actions/secrets/(?:public-key|\{secret_name\})|/environments|"
    r"/environments/\{environment_name\}(?:|/deployment-branch-policies|/secrets(?:|/.*)))|"
    r"/user/repos|/orgs/\{org\}/(?:repos|issue-fields|issue-types)|"
    r"/orgs/\{org\}/teams/\{team_slug\}/memberships/\{username\}",
)

_ERROR = "#/components/schemas/basic-error"
# What tells people more and a validator nothing
_PROSE = {"description", "example", "examples", "externalDocs", "summary", "tags", "title"}


def _bare(node: Any, *, named: bool = False) -> Any:
    """Drop prose; where `named`, the keys are names of fields and all stay."""
    if isinstance(node, list):
        return [_bare(each) for each in node]
    if not isinstance(node, dict):
        return node
    bare = {
        key: _bare(value, named=key == "properties")
        for key, value in node.items()
        if named or not (key in _PROSE or key.startswith("x-"))
    }
    if bare.get("nullable") is True and "enum" in bare and None not in bare["enum"]:
        bare["enum"] = [*bare["enum"], None]  # GitHub answers null, and only validators doubt it
    if any(each.get("$ref") == _ERROR for each in bare.get("oneOf", ()) if isinstance(each, dict)):
        bare["anyOf"] = bare.pop("oneOf")  # every error that says more is a basic one besides
    return bare


def _references(node: Any) -> set[str]:
    if isinstance(node, list):
        return set().union(*map(_references, node))
    if not isinstance(node, dict):
        return set()
    own = {node["$ref"]} if isinstance(node.get("$ref"), str) else set()
    return own.union(*map(_references, node.values()))


def cut(full: dict[str, Any]) -> dict[str, Any]:
    """The description of PATHS alone, complete in itself."""
    chosen = {path: item for path, item in full["paths"].items() if PATHS.fullmatch(path)}
    paths = {path: _bare(item) for path, item in sorted(chosen.items())}
    components: dict[str, dict[str, Any]] = {}
    waiting = _references(paths)
    while waiting:
        _, _, kind, name = (reference := waiting.pop()).split("/")
        if name not in components.setdefault(kind, {}):
            components[kind][name] = _bare(full["components"][kind][name])
            waiting |= _references(components[kind][name]) - {reference}
    return {
        "openapi": full["openapi"],
        "info": {
            "title": full["info"]["title"],
            "version": full["info"]["version"],
            "license": full["info"]["license"],
            "x-source": "a cut of github.com/github/rest-api-description, made by cut_openapi.py",
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            kind: dict(sorted(each.items())) for kind, each in sorted(components.items())
        },
    }


def write(description: dict[str, Any]) -> str:
    """JSON with one path, schema or parameter a line, so that changes can be read."""

    def lines(node: dict[str, Any], depth: int) -> str:
        inner = (
            f"{json.dumps(key)}:"
            + (lines(value, depth - 1) if depth else json.dumps(value, separators=(",", ":")))
            for key, value in node.items()
        )
        return "{\n" + ",\n".join(inner) + "\n}"

    head = {key: description[key] for key in ("openapi", "info", "servers")}
    whole = json.dumps(head, separators=(",", ":"))[:-1]
    paths, components = lines(description["paths"], 0), lines(description["components"], 1)
    return f'{whole},\n"paths":{paths},\n"components":{components}}}\n'


if __name__ == "__main__":
    CUT.write_text(write(cut(json.loads(Path(sys.argv[1]).read_text("utf-8")))), "utf-8")
