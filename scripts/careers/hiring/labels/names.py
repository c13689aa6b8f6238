"""How labels are named: ``stage:phone-screen``, ``job:product-manager``, ``source:email``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

from careers.process import PREFIX as STAGE
from careers.process import TERMINAL, current_name

JOB, SOURCE, BUCKET = "job:", "source:", "who:"
PREFIXES = (STAGE, JOB, SOURCE)
ATTENTION, REPLY = "needs:attention", "needs:reply"
OVERDUE, WAITING = "overdue", "waiting"
BOARD, REPORT, DOING = "job-board", "report", "doing"
FLAG, HOLD = "flag", "hold"
LEGAL_HOLD = "legal-hold"
SCORECARD = "scorecard"
NAME_MAX = 50
"""Characters of a label's name (API replies quoted in github/docs#32156)."""


def label_name(prefix: str, name: str) -> str:
    """The label's name; a long one is cut and ends in a hash, so that no two become one."""
    whole = prefix + name
    if len(whole) <= NAME_MAX:
        return whole
    tail = sha256(name.encode()).hexdigest()[:7]
    return f"{whole[: NAME_MAX - len(tail) - 1].rstrip('-_.')}-{tail}"


def bucket_label(person: str) -> str:
    """The label by which a person's issues are listed: two digits of the hash, shared by many."""
    return BUCKET + person[:2]


def stage_label(stage: str) -> str:
    """The label of a stage."""
    return label_name(STAGE, stage)


def normalize_stage(text: str) -> str:
    """A name as people type it, in kebab case: ``Phone screen`` and ``stage:phone_screen``."""
    text = text.strip().strip("`'\"").casefold()
    return re.sub(r"[^a-z0-9]+", "-", text.removeprefix(STAGE)).strip("-")


def is_stage_label(name: str) -> bool:
    """Whether a label is one of stages, however it is spelt."""
    return name.casefold().startswith(STAGE)


def has_label(labels: Iterable[str], name: str) -> bool:
    """Whether a label is among these; to GitHub, capitals make no difference."""
    return name.casefold() in {label.casefold() for label in labels}


def with_stage(labels: Iterable[str], stage: str, *more: str) -> tuple[str, ...]:
    """An issue's labels with this stage alone, and with those of ``more`` that are missing."""
    wanted = stage_label(stage)
    kept = [x for x in labels if not is_stage_label(x) or x.casefold() == wanted.casefold()]
    kept += [x for x in (wanted, *more) if not has_label(kept, x)]
    return tuple(kept)


def find_stage(stages: tuple[str, ...], text: str, renamed: Mapping[str, str]) -> str | None:
    """The stage of a process that a label or a typed name means; None where it has none."""
    names = {normalize_stage(name): name for name in (*stages, *TERMINAL)}
    return names.get(normalize_stage(current_name(normalize_stage(text), renamed)))
