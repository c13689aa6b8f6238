"""Reads the process of a posting: finds the list, takes its steps, names them."""

from __future__ import annotations

from collections.abc import Mapping

from careers.posting.posting import Posting
from careers.process.model import APPLIED, Process
from careers.process.stepnames import listed_steps, named_steps
from careers.process.steps import find_list


def read_process(posting: Posting, vocabulary: Mapping[str, tuple[str, ...]]) -> Process:
    """Read the process of a posting; ``vocabulary`` is ``[stages]`` of the settings.

    It never raises: a text without a process has the one stage ``applied`` and a problem.
    """
    found = find_list(posting.body)
    listed, disagree = listed_steps(posting, found.steps, vocabulary)
    steps, naming = named_steps(listed)
    stages = [step.stage for step in steps if step.stage and step.stage != APPLIED]
    problems = [*found.problems] if found.steps or not steps else []
    return Process(
        tuple(steps),
        (APPLIED, *stages),
        found.section,
        (*problems, *disagree),
        tuple(naming),
    )
