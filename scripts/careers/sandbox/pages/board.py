"""What the pages show: labels as chips, issues in columns by stage, an issue's story."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from careers.sandbox.pages import markdown
from careers.sandbox.world import Comment, Issue, Label, Repository

STAGE = "stage:"
HIDDEN = (STAGE, "who:")
"""What no filter is shown for: columns are the one, the other says nothing to people."""

_LABELED = {"labeled": "added", "unlabeled": "removed"}


@dataclass(frozen=True)
class Chip:
    """A label as it is shown; `dark` says that its colour wants light text."""

    name: str
    color: str
    dark: bool
    description: str


@dataclass(frozen=True)
class Card:
    """An issue on the board; `chips` without the stage that its column names."""

    issue: Issue
    chips: list[Chip]


@dataclass(frozen=True)
class Column:
    """A stage and the issues in it."""

    title: str
    chip: Chip | None
    cards: list[Card]


@dataclass(frozen=True)
class Line:
    """One entry of an issue's story: something said (`html`) or that happened (`what`)."""

    login: str
    at: str
    what: str = ""
    chip: Chip | None = None
    html: Markup | None = None
    said: Comment | None = None


def chip(name: str, color: str, description: str | None = None) -> Chip:
    """A label's chip; the contrast follows the colour's brightness (ITU-R BT.601)."""
    red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
    return Chip(name, color, (299 * red + 587 * green + 114 * blue) / 1000 < 140, description or "")  # noqa: PLR2004


def chips(labels: list[Label]) -> list[Chip]:
    """Chips of labels, in their order."""
    return [chip(label.name, label.color, label.description) for label in labels]


def columns(repository: Repository, wanted: list[str]) -> list[Column]:
    """The issues with all `wanted` labels: a column a stage, in order, those without one last."""
    cards: dict[str, list[Card]] = {}
    for issue in reversed(repository.live):
        held = repository.labels_of(issue)
        if not {name.casefold() for name in wanted} <= {label.name.casefold() for label in held}:
            continue
        stage = next((label.name for label in held if label.name.startswith(STAGE)), "")
        rest = [label for label in held if label.name != stage]
        cards.setdefault(stage, []).append(Card(issue, chips(rest)))
    stages = [label for label in repository.labels.values() if label.name.startswith(STAGE)]
    shown = [
        Column(
            label.name.removeprefix(STAGE), chip(label.name, label.color), cards.get(label.name, [])
        )
        for label in stages
    ]
    return shown + ([Column("no stage", None, cards[""])] if "" in cards else [])


def _happened(event: str, detail: dict[str, str]) -> tuple[str, Chip | None]:
    match event:
        case "labeled" | "unlabeled":
            return _LABELED[event], chip(detail["name"], detail["color"])
        case "renamed":
            return f"changed the title from “{detail['from']}”", None
        case "closed":
            return (
                f"closed this as {detail.get('state_reason', 'completed').replace('_', ' ')}",
                None,
            )
        case "assigned" | "unassigned":
            return f"{event} {detail['assignee']}", None
        case _:
            return event, None


def story(issue: Issue, known: dict[str, Any]) -> list[Line]:
    """What happened to an issue and what was said; ``known`` is what ``references`` needs."""
    lines = [
        (each.id, Line(each.login, each.created_at, *_happened(each.event, each.detail)))
        for each in issue.history
    ]
    for said in issue.comments:
        html = markdown.render(said.body, known, f"tick-{said.id}")
        lines.append((said.id, Line(said.login, said.created_at, html=html, said=said)))
    return [line for _, line in sorted(lines, key=lambda pair: pair[0])]
