"""Reads the process of a posting: finds the list, takes its steps, names them."""

from __future__ import annotations

from careers.posting.posting import Posting
from careers.process.model import APPLIED, Process
from careers.process.section import is_process
from careers.process.stepnames import listed_steps, named_steps
from careers.process.steps import find_list
from careers.settings import Settings


def read_process(posting: Posting, settings: Settings) -> Process:
    """Read the process of a posting, with the company's own phrases and headings.

    It never raises: a text without a process has the one stage ``applied`` and a problem, or the
    stages that the settings name as the default.
    """
    title, written = posting.meta.title or "", posting.written_language
    found = find_list(posting.body, title, _headings(settings), written)
    listed, disagree = listed_steps(posting, found, settings.stages)
    steps, naming = named_steps(listed)
    stages = [step.stage for step in steps if step.stage and step.stage != APPLIED]
    problems = [*found.problems] if found.steps or not steps else []
    if settings.process.default and not steps:
        names = dict.fromkeys((APPLIED, *settings.process.default))
        return Process((), tuple(names), found.section, tuple(disagree), tuple(naming))
    return Process(
        tuple(steps),
        (APPLIED, *stages),
        found.section,
        (*problems, *disagree),
        tuple(naming),
    )


def _headings(settings: Settings) -> tuple[str, ...]:
    """What the settings call the section about the process."""
    wanted = settings.sections.items()
    return tuple(word for name, words in wanted if is_process(name) for word in (name, *words))
