"""The templates of candidates' issues with their filters, compiled once for all who write."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import DictLoader, Environment, StrictUndefined

from careers.hiring.issue import days, linking, quoting
from careers.process import spoken


@lru_cache(maxsize=4)
def environment(templates: tuple[tuple[str, str], ...]) -> Environment:
    """The templates by name: a test that runs a hundred verbs compiles each of them once."""
    # Autoescape knows HTML alone, where `@name` and `#12` are plain text; these are Markdown
    # files, and each place of a template says by a filter how a stranger's words stand there.
    made = Environment(  # noqa: S701 - Markdown, no HTML
        loader=DictLoader(dict(templates)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "inline": quoting.inline,
        "quote": quoting.quote,
        "code": quoting.code,
        "label": quoting.label,
        "web": linking.web,
        "mail": linking.mail,
        "day": days.full_day,
        "bare_day": days.bare_day,
        "short_day": days.short_day,
        "moment": days.moment,
        "length_of_time": days.length_of_time,
        "spelled": spoken,
        "time": lambda when: f"{when[:16].replace('T', ' ')} UTC",
    }
    return made
