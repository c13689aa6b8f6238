"""Small sites for the tests of pages, with settings and files of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from careers.build.inputs import load_templates
from careers.files.images import measure
from careers.posting.posting import Posting
from careers.settings import Settings
from careers.site.outputs import build
from careers.site.selection import site_of
from feeds import TODAY, URL

PROCESS = """# {title}

## About the role

You make tools.

## Interview process

1. You [apply here](https://example.com/apply).
2. **Phone screen:** We call you for 30 minutes.
3. We give you a small case study. It takes about two hours.
4. **Interviews:** Half a day with us:
   - You meet the team.
   - You meet a founder.
5. **Offer:** We call you.
"""


def settings(**tables: Any) -> Settings:
    """Settings of a company at the tests' address."""
    site = {"url": URL, **tables.pop("site", {})}
    return Settings.model_validate({"company": {"name": "Example Tools"}, "site": site, **tables})


def built(
    *postings: Posting,
    files: Mapping[str, bytes] | None = None,
    templates: Mapping[str, str] | None = None,
    **tables: Any,
) -> dict[str, str]:
    """Every file of a site as text; ``files`` are those beside the postings, by their name."""
    known = files or {}

    def read(_posting: str, target: str) -> bytes | None:
        return known.get(target.removeprefix("./"))

    made = site_of(
        postings, settings(**tables), TODAY, {**load_templates(), **(templates or {})}, read
    )
    site = replace(made, document=read, picture=measure)
    return {path: data.decode("utf-8", "replace") for path, data in build(site)}
