"""What an interviewer is given: minutes, questions, and what the posting says of the stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from careers.hiring.outbox.steps import step_words
from careers.hiring.settings import StageRules
from careers.posting.posting import Posting
from careers.settings import Settings

_MARKS = str.maketrans("", "", "*_`")


@dataclass(frozen=True)
class Kit:
    """``questions`` are Markdown, ``told`` is what candidates read of the stage.

    ``quotes`` are the posting's words from which a criterion comes.
    """

    minutes: int = 60
    questions: str = ""
    told: str = ""
    quotes: Mapping[str, str] = field(default_factory=dict)


def kit_of(
    stage: str, rules: StageRules, questions: str, posting: Posting | None, settings: Settings
) -> Kit:
    """For a posting as it stands now; a quotation that it does not hold is left out."""
    if posting is None:
        return Kit(rules.minutes, questions)
    step = step_words(posting, settings).get(stage)
    text = _plain("\n".join(posting.source.lines))
    quotes = {name: said for name, said in rules.from_posting.items() if _plain(said) in text}
    return Kit(rules.minutes, questions, step.text if step else "", quotes)


def _plain(text: str) -> str:
    """Without line breaks, capitals and marks of Markdown."""
    return " ".join(text.casefold().translate(_MARKS).split())
