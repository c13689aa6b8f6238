"""Makes the condition under which ``move.yml`` starts a job, from the commands that there are."""

from __future__ import annotations

from collections.abc import Sequence

from careers.hiring.labels.names import HOLD, LEGAL_HOLD, stage_label

SCORECARD = "contains(github.event.issue.labels.*.name, 'scorecard')"


def labels() -> tuple[str, ...]:
    """How the labels begin that say where a candidate stands."""
    return (stage_label(""), HOLD, LEGAL_HOLD)


def condition(verbs: Sequence[str], labels: Sequence[str]) -> str:
    """An expression of GitHub's: what may move somebody, and was not done by a bot.

    ``labels`` are beginnings of labels' names. Capitals make no difference to any of its functions
    ("Evaluate expressions in workflows and actions").
    """
    name, body = "github.event.label.name", "github.event.comment.body"
    labelled = [f"startsWith({name}, '{label}')" for label in labels]
    told = [
        f"startsWith({body}, '/')",
        f"contains({body}, fromJSON('\"\\n/\"'))",
        *(f"contains({body}, '/{verb}')" for verb in verbs),
        "github.event.comment.reactions.confused > 0",
        f"contains({body}, '[x] <!-- do:')",
        f"contains({body}, '/user-attachments/')",
        SCORECARD,
    ]
    moved = [
        *(f"github.event.action == '{act}'" for act in ("closed", "reopened")),
        all_of(
            any_of(
                *(
                    f"github.event.action == '{act}'"
                    for act in ("assigned", "unassigned", "field_added", "field_removed")
                )
            ),
            "contains(github.event.issue.body, '<!-- careers:record')",
        ),
        all_of(
            "contains(github.event.changes.body.from, '<!-- careers:')",
            # A scorecard is taken when it is sent: a run a tick would cost a minute each.
            any_of(f"!{SCORECARD}", "contains(github.event.issue.body, '[x] <!-- do:submit')"),
        ),
        *labelled,
    ]
    return all_of(
        "github.event.repository.private",
        any_of(
            "github.event_name == 'workflow_dispatch'",
            all_of(
                "github.event.sender.type != 'Bot'",
                "!github.event.issue.pull_request",
                any_of(
                    all_of("github.event_name == 'issues'", any_of(*moved)),
                    all_of("github.event_name == 'issue_comment'", any_of(*told)),
                ),
            ),
        ),
    )


def all_of(*parts: str) -> str:
    """What holds where each part does."""
    return " &&\n".join(parts)


def any_of(*parts: str) -> str:
    """What holds where one part does, in brackets."""
    return "(" + " ||\n".join(parts) + ")"
