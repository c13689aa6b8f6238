"""Gives each step of a list its stage: no two the same, the author's words before all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from careers.process.english import CALL
from careers.process.label import LONGEST, bold_label, label_name, shorten, slug
from careers.process.model import APPLIED, TERMINAL, NamedBy, Step
from careers.process.naming import author_name, recognise
from careers.text.counted import counted
from careers.text.diagnostics import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from careers.language.vocabulary import Vocabulary
    from careers.posting.posting import Posting
    from careers.process.items import RawStep
    from careers.process.steps import FoundSteps
    from careers.text.diagnostics import Span

_NAME_IT = "begin it with a short name in bold: `**Phone screen:** …`"
_SAY_WHAT = "name in bold what happens: `**Phone screen:** …`"
_NAME_APART = "give each step a name of its own: `**{} interview:** …`"
_BOLD = re.compile(r"[\W_]*?(?:\*\*|__)(.{1,80}?)(?:\*\*|__)")
# Stages in which nobody has talked with the candidate yet.
_BEFORE_TALKING = frozenset(
    {APPLIED, "application-review", "resume-screen", "cv-screen", "questionnaire"}
)


def listed_steps(
    posting: Posting, found: FoundSteps, vocabulary: Mapping[str, tuple[str, ...]]
) -> tuple[list[Step], list[Problem]]:
    """The steps with the names they ask for, and where ``stages:`` disagrees with the list."""
    steps: list[Step] = []
    phrases = _company_phrases(tuple(vocabulary.items())) if vocabulary else ()
    for step in found.steps:
        stage, named = _stage_of(step, phrases, found.languages)
        if stage == CALL and named == "vocabulary":
            talked = any(s.stage not in _BEFORE_TALKING for s in steps)
            stage, named = (None, None) if talked else ("phone-screen", named)
        steps.append(Step(step.span, step.text, stage, named))
    return _with_front(posting, steps) if posting.meta.stages else (steps, [])


def _with_front(posting: Posting, steps: list[Step]) -> tuple[list[Step], list[Problem]]:
    """The steps named by ``stages:``, which may leave out applying."""
    names = list(posting.meta.stages)
    places = [posting.place("stages", number) for number in range(len(names))]
    if not steps:
        return [Step(*entry, "author") for entry in zip(places, names, names, strict=True)], []
    first = 1 if steps[0].stage == APPLIED else 0
    if names[0] == APPLIED:
        names, places = names[1:], places[1:]
    if len(names) != len(steps) - first:
        message = (
            f"`stages` names {counted(len(names), 'step')} and the list has"
            f" {len(steps) - first}, applying left out"
        )
        return steps, [Problem(posting.place("stages"), message, "name each step once, in order")]
    named = [s._replace(stage=n, named="author") for s, n in zip(steps[first:], names, strict=True)]
    return [*steps[:first], *named], []


def _stage_of(
    step: RawStep, phrases: tuple[_Phrases, ...], languages: tuple[Vocabulary, ...]
) -> tuple[str | None, NamedBy | None]:
    if step.inline is None:
        return None, None
    label = step.inline.plain if step.heading else bold_label(step.inline)
    alone = bool(label) and not step.inline.plain.replace(label, "", 1).strip(" .:!")
    if label and (name := label_name(label, alone=alone and not step.heading)):
        return (APPLIED if recognise(label, languages) == APPLIED else name), "author"
    plain = step.inline.plain
    for phrase in phrases:
        if phrase.pattern.search(plain):
            return phrase.stage, "vocabulary"
    if name := author_name(plain, languages):
        return name, "author"
    stage = recognise(plain, languages)
    return stage, "vocabulary" if stage else None


@dataclass(frozen=True, slots=True)
class _Phrases:
    stage: str
    pattern: re.Pattern[str]


@lru_cache(maxsize=16)
def _company_phrases(vocabulary: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[_Phrases, ...]:
    """The settings' phrases, the longest first: it says the most."""
    pairs = [(phrase.strip(), stage) for stage, phrases in vocabulary for phrase in phrases]
    pairs = [(phrase, stage) for phrase, stage in pairs if phrase and stage not in TERMINAL]
    return tuple(
        _Phrases(stage, re.compile(rf"(?<!\w){_spaced(phrase)}(?!\w)", re.IGNORECASE))
        for phrase, stage in sorted(pairs, key=lambda pair: -len(pair[0]))
    )


def _spaced(phrase: str) -> str:
    return r"\s+".join(map(re.escape, phrase.split()))


def named_steps(steps: list[Step]) -> tuple[list[Step], list[Problem]]:
    """The steps with stages that are theirs alone, and what is wrong with their names."""
    problems: list[Problem] = []
    taken = {APPLIED}
    final: list[Step] = [_checked(step, taken, problems) for step in _applied_once(steps, problems)]
    for number, step in enumerate(final):
        if step.stage and step.named == "vocabulary" and step.stage != APPLIED:
            if step.stage in taken:
                final[number] = _apart(step, problems)
            else:
                taken.add(step.stage)
    problems += _unnamed(final, {problem.span for problem in problems})
    return final, sorted(problems, key=lambda problem: problem.span)


def _applied_once(steps: list[Step], problems: list[Problem]) -> Iterator[Step]:
    """Applying names one step: the first, unless somebody has been talked with before."""
    applied_or_talked = False
    for step in steps:
        if step.stage != APPLIED:
            applied_or_talked = applied_or_talked or (
                step.stage is not None and step.stage not in _BEFORE_TALKING
            )
            yield step
        elif applied_or_talked:
            message = "a step of applying, where the candidate has applied"
            cure = f"make it one step with the first, or {_NAME_IT}"
            problems.append(Problem(step.span, message, cure))
            yield step._replace(stage=None, named=None)
        else:
            applied_or_talked = True
            yield step


def _checked(step: Step, taken: set[str], problems: list[Problem]) -> Step:
    """A step with the author's name for it, where it can be had."""
    if step.named != "author" or not step.stage or step.stage == APPLIED:
        return step
    name = shorten(step.stage)
    if name in TERMINAL:
        message = f"`{name}` is how a process ends, not a step of it"
        problems.append(Problem(step.span, message, "name what happens: `**Offer:** …`"))
    elif name in taken:
        return _apart(step._replace(stage=name), problems)
    else:
        taken.add(name)
        if name != step.stage:
            message = f"`{step.stage}` is longer than {LONGEST} characters; the stage is `{name}`"
            problems.append(Problem(step.span, message, _NAME_IT, Severity.WARNING))
            return step._replace(stage=name)
        return step
    return step._replace(stage=None, named=None)


def _apart(step: Step, problems: list[Problem]) -> Step:
    """A step without the name that another has: which is which would be guessed."""
    cure = _NAME_APART.format("Third" if step.stage == "second-interview" else "Second")
    problems.append(Problem(step.span, f"a second step is named `{step.stage}`", cure))
    return step._replace(stage=None, named=None)


def _unnamed(steps: list[Step], reported: set[Span]) -> Iterator[Problem]:
    for step in steps:
        if step.stage is None and step.span not in reported:
            quoted = step.text if len(step.text) <= 60 else f"{step.text[:59]}…"  # noqa: PLR2004
            what = f"the step “{quoted}” names no stage" if quoted else "an empty step"
            cure = _SAY_WHAT if _BOLD.match(step.text) else _NAME_IT
            cure = cure if quoted else "write the step, or delete it"
            if _is_in_another_script(step.text):
                what = f"the name of the step “{quoted}” has too few Latin letters for a label"
                cure = "name each step in the front matter: `stages: [phone-screen, offer]`"
            yield Problem(step.span, what, cure)


def _is_in_another_script(text: str) -> bool:
    """Whether a step begins with a name in bold that no label can hold."""
    bold = _BOLD.match(text)
    return bold is not None and any(map(str.isalpha, bold[1])) and not slug(bold[1])
