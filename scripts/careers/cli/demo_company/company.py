"""The demo's company: its two repositories, its people, and the runs that Actions would start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from careers.cli.demo_company.checkout import Checkout
from careers.files.package_data import shipped
from careers.hiring.keys import read_keys
from careers.sandbox import Event, Sandbox
from careers.text.diagnostics import CareersError

EXAMPLES = shipped("site").parents[1] / "examples"
"""They come with careers as the templates do, and lie beside them (see setup.py)."""

CAREERS = "example-tools/careers"
CANDIDATES = "example-tools/candidates"
RECRUITER, READER, BOT = "rita", "otto", "careers-bot[bot]"

_TOKEN = "sandbox-token"  # noqa: S105 - of the sandbox
_KEY = "the-demo-needs-no-secret-key"
KEYS = read_keys(_KEY)
_SENT = frozenset({"PATH", "HOME", "LANG", "SYSTEMROOT", "TMPDIR", "VIRTUAL_ENV"})
_PROGRAM = "import sys; from careers.cli import main; sys.exit(main())"
# Where the package lies that plays the demo: its verbs run with no other.
_PACKAGES = str(Path(__file__).resolve().parents[3])
# The events that .github/workflows/move.yml listens to.
_MOVING = {
    "issues": {"labeled", "unlabeled", "closed", "reopened", "edited", "assigned", "unassigned"}
    | {"field_added", "field_removed"},
    "issue_comment": {"created", "edited"},
}


_BY_HAND = {"tend": ("tend",), "report": ("report", "--weekly")}
_LOOKS = 0.2
"""Seconds between two looks at what people did."""


def _moves(event: Event) -> bool:
    return (
        event.repository == CANDIDATES
        and event.payload.get("action") in _MOVING.get(event.name, ())
        and event.payload["sender"]["login"] != BOT
    )


class Company:
    """A public careers repository, a private candidates' one, a recruiter, a reader and a bot.

    ``careers`` is the public one, checked out in a new folder below ``folder``. ``secrets`` are
    those that the candidates' repository has beside its key.
    """

    def __init__(self, sandbox: Sandbox, folder: Path) -> None:
        self.sandbox = sandbox
        self.secrets: dict[str, str] = {}
        origin = f"https://github.com/{CAREERS}.git"
        self.careers = Checkout.create(folder / "careers", EXAMPLES / "company", origin)
        sandbox.add_user(BOT, token=_TOKEN, type="Bot")
        sandbox.add_repository(CAREERS)
        sandbox.add_repository(CANDIDATES, private=True)
        for login, role in ((BOT, "write"), (RECRUITER, "write"), (READER, "read")):
            sandbox.add_user(login)
            sandbox.grant(login, CANDIDATES, role)

    def run(
        self, verb: str, *arguments: str, event: Event | None = None, folder: Path | None = None
    ) -> str:
        """Run a verb as a workflow's step does, in ``careers`` or another folder; what it printed.

        Raises CareersError where it could not run. A refusal (exit status 1) is part of what it
        printed.
        """
        with tempfile.TemporaryDirectory() as beside:
            environment = self._environment(Path(beside), event)
            done = subprocess.run(  # noqa: S603 - this project's own verb
                [sys.executable, "-c", _PROGRAM, verb, *arguments],
                cwd=folder or self.careers.folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
        if done.returncode not in (0, 1):
            message = f"careers {verb} ended with status {done.returncode}:\n{done.stderr}"
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
            "PYTHONPATH": _PACKAGES,
            "PYTHONUTF8": "1",
            "CHROME_PATH": "",
            **self.secrets,
        }
        if event:
            path = folder / "event.json"
            path.write_text(json.dumps(event.payload), encoding="utf-8")
            environment |= {"GITHUB_EVENT_NAME": event.name, "GITHUB_EVENT_PATH": str(path)}
        return environment

    def apply(self, application: dict[str, Any]) -> str:
        """Somebody applies: the application reaches ``intake`` as a ``repository_dispatch``."""
        payload = {"action": "application", "client_payload": {"application": application}}
        return self.run("intake", event=Event("repository_dispatch", payload, CANDIDATES))

    def follow_events(self) -> list[str]:
        """Run ``move`` for every event that people have caused; what each run printed."""
        events = [event for event in self.sandbox.take_events() if _moves(event)]
        return [self.run("move", event=event) for event in events]

    def serve(self) -> None:
        """Run the workflows that people start on the pages, until Ctrl-C."""
        while True:
            self.sandbox.follows("busy")
            for event in self.sandbox.take_events():
                started = Path(str(event.payload.get("workflow"))).stem
                if event.name == "workflow_dispatch" and started in _BY_HAND:
                    self._served(*_BY_HAND[started])
                elif _moves(event):
                    self._served("move", event=event)
            self.sandbox.follows("idle")
            time.sleep(_LOOKS)

    def _served(self, *arguments: str, event: Event | None = None) -> None:
        """Run a verb; where it cannot, say so and go on."""
        try:
            self.run(arguments[0], *arguments[1:], event=event)
        except CareersError as error:
            sys.stderr.write(f"{error}\n")
