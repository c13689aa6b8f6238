"""Finds the steps of the interview process in a posting's Markdown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from careers.process.broken import broken
from careers.process.english import CALL
from careers.process.items import RawStep
from careers.process.label import bold_label, is_fact
from careers.process.languages import languages_of
from careers.process.lists import Shape, Steps, lists_of
from careers.process.model import APPLIED
from careers.process.naming import author_name, recognise
from careers.process.section import ProcessSection, process_sections
from careers.text.diagnostics import Problem, Span

if TYPE_CHECKING:
    from careers.language.vocabulary import Vocabulary
    from careers.markdown.document import Markdown

_ADD_SECTION = (
    "add a heading `## Interview process` and a numbered list of its steps; where they stand below "
    "another, name them in the front matter: `stages: [phone-screen, offer]`"
)
_ADD_LIST = (
    "write the steps as a numbered list: `1. **Phone screen:** We call you …`; where they stand "
    "elsewhere, name them in the front matter: `stages: [phone-screen, offer]`"
)
_LINK = re.compile(r"\W*\[[^\[\]]*\]\([^()\s]*\)\W*(?:\([^()]*\))?\W*")
_FIRM = frozenset(
    {APPLIED, "application-review", "background-check", "contract", "interviews", "offer", "onsite",
     "reference-check", "take-home", "trial-day", "trial-week", "work-trial"}
)  # fmt: skip
_KEY = 40  # characters of a step in which "Duration:" stands
_READ = 100  # steps of a list that are looked at to tell what it is


@dataclass
class FoundSteps:
    """What was found: the section's heading, its steps, what is wrong with the list.

    ``languages`` are the vocabularies in which the steps are read.
    """

    section: Span | None = None
    steps: list[RawStep] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    languages: tuple[Vocabulary, ...] = ()


class _Candidate(NamedTuple):
    """A list that tells steps, and how many of them name a stage."""

    section: ProcessSection
    steps: Steps
    told: int
    languages: tuple[Vocabulary, ...]

    @property
    def worth(self) -> tuple[bool, int, int, int, int]:
        """Which list to take: the surer section, more steps told, the clearer shape."""
        place = -self.steps.blocks[0].start
        return self.section.sure, self.told, -self.steps.shape.value, place, self.section.start


def find_list(
    body: Markdown, title: str = "", own: Collection[str] = (), written: str | None = None
) -> FoundSteps:
    """The steps: those of the list that tells most of them, below a heading about the process.

    A ``title`` that is such a heading stands for the whole text. ``own`` are headings of the
    company's, ``written`` is the language that the author says.
    """
    sections = list(process_sections(body, title, own))
    whole = "\n".join(body.source.lines[body.first_line - 1 :]) if sections else ""
    best = max(
        (found for section in sections for found in _lists(body, section, whole, written)),
        key=lambda found: found.worth,
        default=None,
    )
    if best:
        section, steps = best.section, best.steps
        return FoundSteps(section.span, steps.steps, [*broken(body, steps)], best.languages)
    sure = next((section.span for section in sections if section.sure), None)
    if sure is None:
        place = body.source.line_span(1)
        problem = Problem(place, "no section tells of the interview process", _ADD_SECTION)
    else:
        problem = Problem(sure, "the interview process has no list of steps", _ADD_LIST)
    return FoundSteps(sure, problems=[problem])


def _lists(
    body: Markdown, section: ProcessSection, whole: str, written: str | None
) -> Iterator[_Candidate]:
    """The lists of a section that tell steps; ``whole`` is the text that it is a part of."""
    for found in lists_of(body, section.start, section.end):
        text = " ".join(step.text for step in found.steps[:_READ])
        languages = languages_of(written, section.languages, text, whole)
        steps = _without_facts(found)
        named = [_names(step, languages) for step in steps.steps[:_READ]]
        if found.shape is Shape.HEADINGS:
            steps, named = _trimmed(steps, named)
        if steps.steps and _tells(steps, named, sure=section.sure):
            yield _Candidate(section, steps, sum(map(bool, named)), languages)


def _without_facts(steps: Steps) -> Steps:
    """Bullets without those that tell a fact: "Closing date: 12 January"; numbers are all steps."""
    if steps.shape is not Shape.BULLETS:
        return steps
    kept = [step for step in steps.steps if not is_fact(_before_colon(step))]
    return Steps(steps.shape, kept or steps.steps, steps.blocks)


def _before_colon(step: RawStep) -> str:
    return step.plain[:_KEY].partition(":")[0].strip() if ":" in step.plain[:_KEY] else ""


def _names(step: RawStep, languages: tuple[Vocabulary, ...]) -> str | None:
    """The stage that a step names by known words, its label among them."""
    if step.inline is None or _is_no_step(step):
        return None
    label = step.plain if step.heading else bold_label(step.inline)
    if is_fact(label or step.plain[:_KEY].partition(":")[0]):
        return None
    return (
        (label and recognise(label, languages))
        or recognise(step.plain, languages)
        or author_name(step.plain, languages)
        or None
    )


def _is_no_step(step: RawStep) -> bool:
    """Whether it is a question, or nothing but a link."""
    return step.plain.rstrip().endswith(("?", "\uff1f")) or bool(_LINK.fullmatch(step.text))


def _trimmed(steps: Steps, named: list[str | None]) -> tuple[Steps, list[str | None]]:
    """Headings from the first that names a stage to the last, without questions."""
    told = [number for number, name in enumerate(named) if name]
    if not told:
        return Steps(steps.shape, []), []
    kept = [
        number for number in range(told[0], told[-1] + 1) if not _is_no_step(steps.steps[number])
    ]
    steps = Steps(steps.shape, [steps.steps[n] for n in kept], steps.blocks)
    return steps, [named[n] for n in kept]


def _tells(steps: Steps, named: list[str | None], *, sure: bool) -> bool:
    """Whether a list tells steps, and no facts, links or questions.

    Somebody who numbers a list below "Interview process" means steps, whatever they are called.
    Others must name stages, one besides applying. Below a heading that says less they must be half
    of it, and one must be of hiring alone: "what to expect" are tests and free coffee, too.
    """
    told = [name for name in named if name]
    more = any(name not in (APPLIED, CALL) for name in told)
    if not sure:
        firm = any(map(_is_firm, told))
        return firm and more and len(told) > 1 and len(told) * 2 >= len(named)
    if steps.shape is Shape.NUMBERED:
        others = sum(map(_is_no_step, steps.steps))
        return bool(told) or others <= 1 or others * 2 < len(steps.steps)
    enough = min(2, len(named))
    return (more or CALL in told) and len(told) >= enough and len(told) * 3 >= len(named)


def _is_firm(stage: str) -> bool:
    """Whether a stage is one of hiring alone, whatever list it stands in."""
    return stage in _FIRM or stage.endswith(("-interview", "-screen"))
