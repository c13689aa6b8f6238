"""What else happens: talks are rated, offers attached, many told no, people forgotten."""

from __future__ import annotations

import re
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from candidates.company import REPOSITORY
from candidates.machine.company import BOT, INES, MIRA, RITA
from candidates.machine.many import Many
from candidates.machine.people import WHICH
from careers import cli
from mail_server import HOWS, Fault

_STEPS = ("ehlo", "mail", "rcpt", "data", "dot")
_CUTS = st.sampled_from(("cut", "cut-after", "error"))


class Keepers(Many):
    """Acts of interviewers and admins, of time, of the mail server; and on many at once."""

    @rule(which=WHICH, rating=st.sampled_from(("yes", "no", "")), done=st.booleans())
    def rate(self, which: int, rating: str, *, done: bool) -> None:
        """An interviewer ticks a scorecard, and perhaps *Done*."""
        cards = [i for i in self.github.issues(REPOSITORY) if i["title"].startswith("Scorecard ")]
        if not cards:
            return
        card = cards[which % len(cards)]
        body = card["body"]
        if rating:
            body = re.sub(rf"- \[ \] (.*\b{rating}\n)", r"- [x] \1", body)
        if done:
            body = body.replace("[ ] <!-- do:submit -->", "[x] <!-- do:submit -->")
        self.github.act(MIRA).edit(REPOSITORY, card["number"], body=body)
        self.after()

    @precondition(lambda self: self.candidates())
    @rule(which=WHICH)
    def attach(self, which: int) -> None:
        """The next offer's file is attached, as ``careers attach`` does it."""
        file = self.there / "offer.pdf"
        file.write_bytes(b"%PDF-1.7 an offer")
        self.patch.setenv("GITHUB_TOKEN", f"t-{RITA}")
        assert cli.run("attach", [str(self.pick(which)), str(file)]) in {0, 1}
        self.patch.setenv("GITHUB_TOKEN", f"t-{BOT}")
        self.after()

    @rule(ask=st.booleans(), stage=st.sampled_from(("applied", "offer")))
    def many(self, *, ask: bool, stage: str) -> None:
        """On a job's issue a no for many is asked for, or the box of the newest plan is ticked."""
        boards = [i for i in self.github.issues(REPOSITORY) if i["title"].endswith("candidates")]
        for board in boards[:1]:
            number = board["number"]
            plans = [
                c for c in self.github.comments(REPOSITORY, number) if "do:confirm" in c["body"]
            ]
            if ask or not plans:
                text = f"/reject-all {stage} filled"
                self.github.act(RITA).comment(REPOSITORY, number, text)
            else:
                text = plans[-1]["body"].replace("- [ ]", "- [x]")
                self.github.act(RITA).edit_comment(REPOSITORY, plans[-1]["id"], text)
                self.wish.clear()
        self.after()

    @precondition(lambda self: self.candidates())
    @rule(which=WHICH, who=st.sampled_from((RITA, INES, INES)), on=st.booleans())
    def legal_hold(self, which: int, who: str, *, on: bool) -> None:
        """The label ``legal-hold`` is set or taken off."""
        self.flip(self.pick(which), "legal-hold", who, on=on)

    @precondition(lambda self: self.candidates())
    @rule(which=WHICH, how=st.sampled_from(("ask", "confirm", "confirm", "off")))
    def erase(self, which: int, how: str) -> None:
        """An admin asks for an erasing, says yes to the question, or takes it back."""
        number, ines = self.pick(which), self.github.act(INES)
        asked = [
            c for c in self.github.comments(REPOSITORY, number) if "careers:erase" in c["body"]
        ]
        if how == "confirm" and asked:
            text = asked[-1]["body"].replace("- [ ]", "- [x]")
            ines.edit_comment(REPOSITORY, asked[-1]["id"], text)
        else:
            ines.comment(REPOSITORY, number, "/erase off" if how == "off" else "/erase")
        self.wish.pop(number, None)
        self.after()

    @precondition(lambda self: self.candidates())
    @rule(which=WHICH, said=WHICH)
    def delete_comment(self, which: int, said: int) -> None:
        """A comment is deleted, the bot's own too."""
        number = self.pick(which)
        comments = self.github.comments(REPOSITORY, number)
        if comments:
            gone = comments[said % len(comments)]["id"]
            self.github.act(RITA).delete_comment(REPOSITORY, gone)
            self.mended.pop(gone, None)
        self.after()

    @precondition(lambda self: len(self.candidates()) > 2)
    @rule(which=WHICH)
    def delete_issue(self, which: int) -> None:
        """An admin deletes a candidate's issue in the browser."""
        number = self.pick(which)
        record, text = self.standing()[number][1], self.text_of(number)
        self.github.act(INES).delete_issue(REPOSITORY, number)
        self.deleted.add(number)
        self.let_go(number, text)
        self.erased[number] = record
        self.after()

    @precondition(lambda self: self.candidates())
    @rule(which=WHICH, on=st.booleans())
    def lock(self, which: int, *, on: bool) -> None:
        """A conversation is locked: the bot can say nothing there until it is unlocked."""
        number = self.pick(which)
        self.github.act(RITA).lock(REPOSITORY, number, on=on)
        self.silent.add(number)

    @rule(step=st.sampled_from(_STEPS), how=st.sampled_from(HOWS))
    def mail_breaks(self, step: str, how: str) -> None:
        """The mail server fails at the next such step."""
        self.post.faults.append(Fault(step, how))

    @rule(days=st.sampled_from((1, 2, 4, 15)))
    def days_pass(self, days: int) -> None:
        """Letters that wait go, promises come due, people are warned of and forgotten."""
        self.clock.forward(timedelta(days=days))
        self.sound = False

    @rule(at=st.integers(1, 25), how=_CUTS)
    def tend_is_cut(self, at: int, how: str) -> None:
        """The hourly run loses a request, and is run again."""
        self.github.fail(at=at, how=how)  # type: ignore[arg-type]
        self.tend()
        self.collect()
        self.sound = False
