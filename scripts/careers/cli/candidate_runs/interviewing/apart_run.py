"""Takes what interviewers did in a repository of their own, where nothing is started by it.

Nobody's secret stands there: whoever may write could read it. So ``tend`` looks, once an hour, and
who ticked *Done* is told by the edit history.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from careers.cli.candidate_runs.apart import apart
from careers.cli.candidate_runs.interviewing.card_desk import CardDesk
from careers.cli.candidate_runs.interviewing.scorecards_run import ScorecardsRun
from careers.cli.support.candidates import now, timestamp
from careers.github.repository import Repository
from careers.hiring.issues import Issue
from careers.hiring.labels.names import SCORECARD, has_label
from careers.hiring.record.interviewing import Place
from careers.hiring.scorecards.answering import ScorecardEvent
from careers.hiring.scorecards.scorecard import Scorecard
from careers.hiring.scorecards.sending import is_changed, tells, who_sent

_LOOKED_BACK = timedelta(days=3)
"""How far cards are looked at again that are closed: a later change counts too."""


class ApartRun:
    """One run; ``listed`` are the cards that it has seen, as they were before it."""

    def __init__(self, desk: CardDesk, scorecards: ScorecardsRun) -> None:
        self._desk = desk
        self._scorecards = scorecards
        self.listed: dict[Place, Issue] = {}

    def once(self, names: Iterable[str]) -> int:
        """Look at all that is open or was changed lately; in how many something was taken.

        ``names`` are the repositories in which cards were asked for, whatever the settings say now.
        """
        taken = 0
        for name in sorted({*names, self._desk.apart} - {""}):
            with self._desk.without_them():
                if there := self._desk.at(name):
                    taken += self._over(name, there)
        return taken

    def _over(self, name: str, there: Repository) -> int:
        since = timestamp(now() - _LOOKED_BACK)
        found = {x.number: x for x in there.issues(since) if has_label(x.labels, SCORECARD)}
        found |= {x.number: x for x in there.open_labelled(SCORECARD)}
        self.listed |= {(name, number): issue for number, issue in found.items()}
        taken = 0
        for issue in found.values():
            with apart(there, issue.number):
                taken += self._look_at(name, there, issue)
        return taken

    def _look_at(self, name: str, there: Repository, issue: Issue) -> bool:
        card = self._desk.read(issue, name)
        if card is None:
            return False
        taken = is_changed(issue.body, card) and self._edited(there, issue, card)
        return (bool(issue.comments) and self._commented(there, card)) or taken

    def _edited(self, there: Repository, issue: Issue, card: Scorecard) -> bool:
        """What the text says now, as its last writer left it."""
        revisions = there.revisions(issue.number)
        sent = who_sent(revisions, card)
        said = ScorecardEvent(sent.who, timestamp(now()), sent.before, sent.after)
        if not sent.who:
            said = replace(said, lost=True)
        issue = replace(issue, body=sent.after or issue.body)
        outcome = self._scorecards.on_card(issue, card, said)
        return not outcome.endswith("nothing to do")

    def _commented(self, there: Repository, card: Scorecard) -> bool:
        """What the interviewer wrote below, and nobody has answered yet."""
        taken, number = False, card.issue
        for comment in there.comments(number) if not self._desk.dry_run else ():
            if comment.edited or not tells(comment.who, comment.text, card):
                continue
            found = self._desk.find(card.place)
            if found is None or there.answered(comment, number):
                continue
            said = ScorecardEvent(
                comment.who, timestamp(now()), comment=comment.id, text=comment.text
            )
            outcome = self._scorecards.on_card(*found, said)
            taken = taken or not outcome.endswith("nothing to do")
        return taken
