"""What the tests of candidates share: an example company, and issues made comparable."""

from __future__ import annotations

import json
import re
import shutil
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from careers.hiring.keys import read_keys
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record
from careers.sandbox import Sandbox

REPOSITORY = "example-tools/candidates"
ROOT = Path(__file__).parents[2]
POSTING = """---
title: {title}
status: {status}
---

# {title}

## Interview process

1. **Apply:** Send us a letter.
1. **Phone screen:** We call.
1. **Case study:** You work on a small task.
1. **Offer:** We make one.
"""
ADA = {"posting": "engineer", "name": "Ada Example", "email": "ada@example.com", "message": "Hi"}

KEY = "a key that is long enough"
KEYS = read_keys(KEY)
Run = Callable[..., int]


def state(github: Sandbox) -> list[dict[str, Any]]:
    """All issues and comments, without times and ids: what two runs must agree on."""
    made = []
    for issue in candidates_of(github):
        number = issue["number"]
        is_list = issue["title"].startswith("Erasing: ")  # opened when all else is
        comments = [c["body"] for c in github.comments(REPOSITORY, number)]
        made.append(
            {
                "number": "last" if is_list else number,
                "title": issue["title"],
                "body": plain(issue["body"]).replace(f'"issue":{number},' * is_list, ""),
                "labels": sorted(map(_name, issue["labels"])),
                "assignees": [person["login"] for person in issue["assignees"]],
                "state": (issue["state"], issue["state_reason"]),
                "comments": [plain(re.sub(r"note \w+", "note", text)) for text in comments],
            }
        )
    return sorted(made, key=lambda issue: str(issue["number"]))


def candidates_of(github: Sandbox) -> list[dict[str, Any]]:
    """All issues but the bot's own and those of the jobs."""
    issues = github.issues(REPOSITORY)
    issues = [issue for issue in issues if not issue["title"].startswith("State: ")]
    return [issue for issue in issues if "job-board" not in map(_name, issue["labels"])]


def _name(label: dict[str, Any]) -> str:
    return str(label["name"])


def plain(text: str) -> str:
    """Without the times, the ids of comments and assets, and the sandbox's port."""
    text = re.sub(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?", "TIME", text)
    text = re.sub(r'"signature":"\w+"', '"signature":""', text)
    text = re.sub(r'"(seen|ref|sequence|asset)":\d+,?', "", text)
    text = re.sub(r"http://127\.0\.0\.1:\d+", "http://sandbox", text)
    return re.sub(r'"spent":\[[\d,]*\]', '"spent":[]', text)


def record_of(github: Sandbox, number: int = 1) -> Record:
    """The signed record of an issue; there must be one."""
    found = read_record(github.issue(REPOSITORY, number)["body"], number, KEYS)
    assert found is not None
    return found


def asked(github: Sandbox, before: int) -> list[str]:
    """The requests since there were so many: method and what stands behind the repository."""
    made = github.requests[before:]
    return [f"{r.method} {r.path.removeprefix(f'/repos/{REPOSITORY}')}" for r in made]


def labels_of(github: Sandbox, number: int) -> list[str]:
    """The labels of one issue, sorted."""
    return sorted(map(_name, github.issue(REPOSITORY, number)["labels"]))


def copy_examples(company: Path) -> list[Path]:
    """The example postings in the company's folder; the example applications, in order."""
    shutil.copytree(ROOT / "examples/company/postings", company / "postings", dirs_exist_ok=True)
    return sorted((ROOT / "examples/applications").glob("*.json"))


def edit(github: Sandbox, number: int, body: str) -> None:
    """Write a body as a person does in the browser."""
    url = f"{github.url}/repos/{REPOSITORY}/issues/{number}"
    request = urllib.request.Request(  # noqa: S310 - the sandbox
        url,
        json.dumps({"body": body}).encode(),
        {"Authorization": "token t-rita", "Content-Type": "application/json"},
        method="PATCH",
    )
    with urllib.request.urlopen(request, timeout=10):  # noqa: S310 - the sandbox
        pass
