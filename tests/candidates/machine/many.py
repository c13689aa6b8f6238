"""What people do to many at once in the machine's company: on a job's issue."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from candidates.company import REPOSITORY
from candidates.machine.company import OTTO, RITA
from candidates.machine.people import People

WHO = st.sampled_from((RITA, OTTO))
COMMENTS = ("/reject-all applied filled", "/reject-all not-reviewed skills", "/assign @rita")
BOXES = ("plan overdue", "plan close")


class Many(People):
    """Acts on jobs' issues: a plan by a comment or a box, and the box that carries it out."""

    def boards(self) -> list[int]:
        """The jobs' issues that are open."""
        end = ": all candidates"
        found = (i for i in self.github.issues(REPOSITORY) if i["title"].endswith(end))
        return [issue["number"] for issue in found if issue["state"] == "open"]

    @precondition(lambda self: self.boards())
    @rule(
        which=st.integers(0, 1), text=st.sampled_from(COMMENTS), who=st.sampled_from((RITA, OTTO))
    )
    def ask_for_many(self, which: int, text: str, who: str) -> None:
        """A comment asks for a plan."""
        known = self.boards()
        self.github.act(who).comment(REPOSITORY, known[which % len(known)], text)
        self.after()

    @precondition(lambda self: self.boards())
    @rule(which=st.integers(0, 1), act=st.sampled_from(BOXES))
    def tick_for_many(self, which: int, act: str) -> None:
        """A box of the issue does, where it is offered."""
        known = self.boards()
        number = known[which % len(known)]
        body = self.body(number).replace(f"[ ] <!-- do:{act}", f"[x] <!-- do:{act}")
        self.github.act(RITA).edit(REPOSITORY, number, body=body)
        self.after()

    @precondition(lambda self: self.boards())
    @rule(which=st.integers(0, 1))
    def confirm_many(self, which: int) -> None:
        """The newest plan's box is ticked, whatever became of it."""
        known = self.boards()
        said = self.github.comments(REPOSITORY, known[which % len(known)])
        plans = [c for c in said if "[ ] <!-- do:confirm" in c["body"]]
        if plans:
            text = plans[-1]["body"].replace("- [ ]", "- [x]")
            self.github.act(RITA).edit_comment(REPOSITORY, plans[-1]["id"], text)
            self.wish.clear()
            self.after()
