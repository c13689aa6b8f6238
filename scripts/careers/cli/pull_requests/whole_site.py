"""What keeps the whole site from being built, as findings: settings and templates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careers.files.load import SETTINGS
from careers.settings.errors import SettingsError
from careers.text.diagnostics import CareersError, Finding, Severity, Span

if TYPE_CHECKING:
    from careers.cli.pull_requests.merge_sites import Sites

_PLACED = re.compile(r"(?P<path>[\w./-]{1,200}):(?P<line>\d{1,6}): (?P<what>.+)", re.DOTALL)


def of_settings(error: CareersError) -> list[Finding]:
    """The findings of settings that cannot be used. Raises the error where it is about no slip."""
    if not isinstance(error, SettingsError):
        raise error
    return [
        Finding(error.path, Span.at(line or 1), "settings", Severity.ERROR, message, cure)
        for line, message, cure in error.slips
    ]


def of_site(sites: Sites) -> list[Finding]:
    """Why the site cannot be built after merging, where it can be before."""
    if sites.before is None or not sites.error:
        return []
    found = _PLACED.fullmatch(sites.error)
    path, line = (found["path"], int(found["line"])) if found else (SETTINGS, 1)
    message = f"the site cannot be built: {found['what'] if found else sites.error}"
    return [Finding(path, Span.at(max(1, line)), "publish", Severity.ERROR, message)]
