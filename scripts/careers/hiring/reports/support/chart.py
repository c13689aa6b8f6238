"""One chart of how far candidates come, in Mermaid, which GitHub draws."""

from __future__ import annotations

from careers.hiring.overview.figures import ended_as, stage_figures
from careers.hiring.reports.support.facts import Facts
from careers.process import HIRED, spoken

_MOST = 12


def chart(facts: Facts) -> str:
    """Bars, a stage each, over all jobs; nothing where nobody applied."""
    figures = [f for f in stage_figures(facts.rows, facts.days) if f.reached]
    if not figures:
        return ""
    bars = [(spoken(f.stage), f.reached) for f in figures[:_MOST]]
    bars.append((HIRED, ended_as(facts.rows, HIRED)))
    names = ", ".join(f'"{name}"' for name, _ in bars)
    most = max(count for _, count in bars)
    return "\n".join(
        [
            "```mermaid",
            "xychart-beta",
            '    title "How far candidates come, all jobs"',
            f"    x-axis [{names}]",
            f'    y-axis "people" 0 --> {most}',
            f"    bar [{', '.join(str(count) for _, count in bars)}]",
            "```",
        ]
    )
