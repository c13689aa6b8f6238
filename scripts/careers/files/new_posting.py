"""Fills the template of a new posting."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from careers.files.package_data import shipped
from careers.posting.field_types import FORM
from careers.process.section import is_process
from careers.text.diagnostics import CareersError

_COMPANY = Path("templates", "repository")
_TEMPLATE = "posting.md.j2"
_PROCESS = "Interview process"


def render(
    fields: Mapping[str, Any], sections: Sequence[str], *, apply: str = "", schema: str = ""
) -> str:
    """A posting's text; a company's own ``templates/repository/posting.md.j2`` comes first.

    ``apply`` is the posting's way to apply, to which the first step links, ``schema`` the address
    of the JSON Schema for editors; both may be empty. Where no section is about the process, one
    is added.
    """
    # Markdown is no HTML: escaping would be shown. What a field holds is quoted for YAML.
    environment = Environment(  # noqa: S701 - as said
        loader=FileSystemLoader([_COMPANY, shipped("repository")]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"yaml": _scalar, "heading": _heading}
    try:
        return environment.get_template(_TEMPLATE).render(
            title=fields["title"],
            fields=fields,
            sections=_marked(sections),
            schema=schema,
            apply=_target(apply),
        )
    except TemplateError as error:
        message = f"the template of a posting, {_TEMPLATE}: {error}"
        raise CareersError(message, f"look at {_COMPANY / _TEMPLATE}") from None


def _marked(sections: Sequence[str]) -> list[tuple[str, bool]]:
    """The headings, each with whether it is that of the interview process."""
    marked = [(name, is_process(name)) for name in sections]
    return marked if any(process for _, process in marked) else [*marked, (_PROCESS, True)]


def _scalar(text: str) -> str:
    """A text as YAML takes it in one line; dates stay bare, as people write them."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return text
    dumped: str = yaml.safe_dump(text, allow_unicode=True, width=math.inf)
    return dumped.partition("\n")[0]


def _heading(text: str) -> str:
    """A text that Markdown shows as it stands."""
    return re.sub(r"[\\`*_\[\]<]|&(?=#?\w+;)|#(?=#*$)", r"\\\g<0>", text)


def _target(address: str) -> str:
    """An address as the target of a link, in angle brackets where it needs them.

    The form stands on the posting's own page.
    """
    if address == FORM:
        return "#apply"
    safe = address.replace("<", "%3C").replace(">", "%3E")
    return f"<{safe}>" if re.search(r"[()\\]", safe) else safe
