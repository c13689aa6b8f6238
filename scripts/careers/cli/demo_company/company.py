"""The demo's company: its two repositories, its people, and the scripts that Actions would run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from careers.sandbox import Event, Sandbox
from careers.text.diagnostics import CareersError

ROOT = Path(__file__).parents[4]
CAREERS = "example-tools/careers"
CANDIDATES = "example-tools/candidates"
RECRUITER, READER = "rita", "otto"

_BOT, _TOKEN = "careers-bot[bot]", "sandbox-token"
_KEY = "the-demo-needs-no-secret-key"
_SENT = frozenset({"PATH", "HOME", "LANG", "SYSTEMROOT", "TMPDIR", "VIRTUAL_ENV"})
# The events that .github/workflows/move.yml listens to.
_MOVING = {
    "issues": {"labeled", "unlabeled", "closed", "reopened"},
    "issue_comment": {"created"},
}


class Company:
    """A public careers repository, a private candidates' one, a recruiter, a reader and a bot."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        sandbox.add_user(_BOT, token=_TOKEN, type="Bot")
        sandbox.add_repository(CAREERS)
        sandbox.add_repository(CANDIDATES, private=True)
        for login, role in ((_BOT, "write"), (RECRUITER, "write"), (READER, "read")):
            sandbox.add_user(login)
            sandbox.grant(login, CANDIDATES, role)

    def script(
        self, verb: str, *arguments: str, event: Event | None = None, folder: Path = ROOT
    ) -> str:
        """Run ``scripts/VERB.py`` in a folder as a workflow would; what it printed.

        Raises CareersError where the script could not run. A refusal (exit status 1) is part of
        what it printed.
        """
        with tempfile.TemporaryDirectory() as beside:
            environment = self._environment(Path(beside), event)
            done = subprocess.run(  # noqa: S603 - this project's own script
                [sys.executable, str(ROOT / "scripts" / f"{verb}.py"), *arguments],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
        if done.returncode not in (0, 1):
            message = f"scripts/{verb}.py ended with status {done.returncode}:\n{done.stderr}"
            raise CareersError(message)
        return done.stdout + done.stderr

    def _environment(self, folder: Path, event: Event | None) -> dict[str, str]:
        environment = {name: os.environ[name] for name in _SENT & set(os.environ)}
        environment |= {
            "GITHUB_API_URL": self.sandbox.url,
            "GITHUB_TOKEN": _TOKEN,
            "GITHUB_REPOSITORY": CANDIDATES,
            "CAREERS_CANDIDATES": CANDIDATES,
            "CAREERS_KEY": _KEY,
            "PYTHONUTF8": "1",
        }
        if event:
            path = folder / "event.json"
            path.write_text(json.dumps(event.payload), encoding="utf-8")
            environment |= {"GITHUB_EVENT_NAME": event.name, "GITHUB_EVENT_PATH": str(path)}
        return environment

    def apply(self, application: dict[str, Any]) -> str:
        """Somebody applies: the application reaches ``intake`` as a ``repository_dispatch``."""
        payload = {"action": "application", "client_payload": {"application": application}}
        return self.script("intake", event=Event("repository_dispatch", payload, CANDIDATES))

    def follow_events(self) -> list[str]:
        """Run ``move`` for every event that people have caused; what each run printed."""
        events = [
            event
            for event in self.sandbox.take_events()
            if event.payload.get("action") in _MOVING.get(event.name, ())
            and event.payload["sender"]["login"] != _BOT
        ]
        return [self.script("move", event=event) for event in events]
