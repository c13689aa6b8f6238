"""How far the templates of a job's page see: an own one may show any job of the site."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Where a job's pages begin; what these extend, include and import belongs to them.
_ROOTS = ("posting.html.j2", "closed.html.j2", "_job.html.j2")
_EXPRESSION = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
_ASKED = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b\s*(?:[\"']([^\"']+)[\"']\s*)?")
_FAR = re.compile(
    r"(?:\.\s*|\[\s*[\"']|attr\(\s*[\"']|attribute\s*=\s*[\"'])"
    r"(?:jobs|closed|drafts|filters|paths|by_path|unpublished|shared)\b"
    r"|\b(?:site|edition)\s*(?:\[|\|(?!\s*site_name\b))"
)


def sees_all(templates: Mapping[str, str]) -> bool:
    """Whether a job's page may show more of other jobs than those like it.

    True where that cannot be told: a template is named by an expression, or is not there.
    """
    waiting, seen = list(_ROOTS), set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        text = templates.get(name)
        if text is None or any(_FAR.search(part) for part in _EXPRESSION.findall(text)):
            return True
        for asked in _ASKED.finditer(text):
            if not asked[1]:
                return True
            waiting.append(asked[1])
    return False
