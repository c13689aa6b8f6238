"""What the tests of letters share: a company that sends them, and its clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest

from careers.sandbox import Sandbox
from mail_server import USER, MailOffice

POSTING = """---
title: Engineer
status: open
salary:
  min: 72000
  max: 90000
  currency: EUR
---

# Engineer

## Interview process

1. **Apply:** Send us a letter.
1. **Phone screen:** We call you for 30 minutes.
1. **Case study:** You work on a small task.
1. **Offer:** We make one.
"""
ALL = (
    "received", "invited", "interview", "not-a-match", "close-call", "job-filled",
    "still-deciding", "pay", "offer", "withdrawn", "erased", "reply",
)  # fmt: skip


def switch_on(company: Path, office: MailOffice, *, more: str = "", security: str = "") -> None:
    """The settings of a company that sends all letters."""
    (company / "postings/engineer.md").write_text(POSTING, "utf-8")
    with (company / "careers.toml").open("a", encoding="utf-8") as file:
        file.write('[company]\nname = "Example Tools"\ntimezone = "Europe/Berlin"\n')
    names = ", ".join(f'"{name}"' for name in ALL)
    (company / "candidates.toml").write_text(
        f'[letters]\nsend = [{names}]\nsender = "Rita Example"\nrole = "recruiting"\n'
        f'address = "{USER}"\nserver = "localhost"\nport = {office.port}\n'
        f'security = "{security or "starttls"}"\n{more}',
        "utf-8",
    )


class Clock:
    """Puts the clocks of the scripts and of GitHub on, until ``patch`` is undone."""

    def __init__(self, patch: pytest.MonkeyPatch, github: Sandbox) -> None:
        self._ahead, self._github = timedelta(0), github
        for place in ("candidates", "clock"):
            patch.setattr(f"careers.cli.support.{place}.datetime", self)

    def now(self, zone: tzinfo = UTC) -> datetime:
        """The time."""
        return datetime.now(zone) + self._ahead

    def forward(self, by: timedelta) -> None:
        """Let time pass."""
        self._ahead += by
        self._github.wait(int(by.total_seconds()))
