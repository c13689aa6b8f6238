"""What people do in the machine's company: apply, label, comment, tick, move cards, edit."""

from __future__ import annotations

import json
import re

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from candidates.company import ADA, REPOSITORY
from candidates.machine.company import OTTO, RITA, STAGES, TINA, Company
from careers.hiring.labels.names import stage_label
from careers.process import TERMINAL

NAMES = ("Ada Example", "Bo Example", "ADA ÉXAMPLE")
MAILS = ("ada@example.com", "bo@example.com")
PHONES = ("", "", "+49 30 123456")
COMMANDS = (
    "/advance",
    "/stage applied",
    "/stage case-study",
    "/stage offer",
    "/reject skills",
    "/withdraw",
    "/hired",
    "/offer send +5d start +40d",
    "/offer accepted\n/hired",
    "/hire anyway they wait",
    "/interview Wed 14:00 UTC @rita",
    "/interview off",
    "/offer declined",
    "/undo",
    "/take",
    "/assign @otto",
    "/assign @mira",
    "/next tomorrow read it",
    "/hold +3d",
    "/hold off",
    "/job designer",
    "/job engineer",
    "/pool +90d they agreed by mail",
    "/pool off",
    "/help",
    "/reply\nHello,\n\nwe are still here.",
    "/reply still-deciding",
    "/split",
    "**/advance**",
    "/advance /hire",
    "/letter now",
    "/letter off",
    "/advance\n/next Wed call\n/take",
    "/advance\n/next soon",
    "/advnce",
    "Nice! /hire",
    "talk",
)
MINE, THEIRS = "NOTE-OF-THE-TEAM", "urgent"
WHICH = st.integers(0, 9)


class People(Company):
    """Acts on candidates, each of which may take a wish away or make one."""

    @initialize(posting=st.sampled_from(("engineer", "designer")))
    def begin(self, posting: str) -> None:
        """Two have applied."""
        self.apply(MAILS[0], NAMES[0], 0, "", "engineer")
        self.apply(MAILS[1], NAMES[1], 0, "", posting)

    @rule(
        mail=st.sampled_from(MAILS),
        name=st.sampled_from(NAMES),
        letter=st.integers(0, 2),
        phone=st.sampled_from(PHONES),
        posting=st.sampled_from(("engineer", "engineer", "designer")),
    )
    def apply(self, mail: str, name: str, letter: int, phone: str, posting: str) -> None:
        """Somebody applies, perhaps again."""
        message = f"letter-{letter}-of-{NAMES.index(name)}-{MAILS.index(mail)}-{posting}"
        file = self.there / "application.json"
        sent = {**ADA, "posting": posting, "email": mail, "name": name, "message": message}
        file.write_text(json.dumps({**sent, "phone": phone}), "utf-8")
        self.run("intake", "--application", str(file))
        self.sent.add(message)
        self.after()

    @precondition(lambda self: self.candidates())
    @rule(
        which=WHICH,
        stage=st.sampled_from((*STAGES, *TERMINAL, "party")),
        who=st.sampled_from((RITA, TINA)),
    )
    def label(self, which: int, stage: str, who: str) -> None:
        """A stage label is set."""
        number = self.pick(which)
        if stage_label(stage) in self.labels_of(number):
            return
        known = [label["name"] for label in self.github.labels(REPOSITORY)]
        if stage_label(stage) not in known:
            who = RITA  # whoever may triage makes no new labels
        self.github.act(who).add_label(REPOSITORY, number, stage_label(stage))
        if stage not in {"party", "hired"}:
            self.wish[number] = stage
        self.after()

    @precondition(lambda self: self.candidates())
    @rule(which=WHICH, stage=st.sampled_from((*STAGES, *TERMINAL)))
    def card(self, which: int, stage: str) -> None:
        """A card is moved on the board: its event alone tells of it."""
        number = self.pick(which)
        self.github.act(RITA).set_field(REPOSITORY, number, self.fields["stage"], stage)
        self.wish.pop(number, None)
        self.after()

    @precondition(lambda self: self.candidates())
    @rule(which=WHICH)
    def unlabel(self, which: int) -> None:
        """All stage labels are taken off."""
        number = self.pick(which)
        for name in self.labels_of(number):
            if name.startswith("stage:"):
                self.github.act(RITA).remove_label(REPOSITORY, number, name)
        self.wish.pop(number, None)
        self.after()

    @precondition(lambda self: self.candidates())
    @rule(which=WHICH, text=st.sampled_from(COMMANDS), who=st.sampled_from((RITA, RITA, OTTO)))
    def comment(self, which: int, text: str, who: str) -> None:
        """Somebody comments."""
        number = self.pick(which)
        self.github.act(who).comment(REPOSITORY, number, text)
        if who == RITA:
            self.wish.pop(number, None)
        self.after()

    @precondition(lambda self: len(self.candidates()) > 1)
    @rule(which=WHICH, other=WHICH)
    def merge(self, which: int, other: int) -> None:
        """Two issues are said to be of one person."""
        number, joined = self.pick(which), self.pick(other)
        self.github.act(RITA).comment(REPOSITORY, number, f"/merge #{joined}")
        for each in (number, joined):
            self.wish.pop(each, None)
        self.after()

    @precondition(lambda self: self.candidates())
    @rule(which=WHICH, text=st.sampled_from(COMMANDS))
    def mend(self, which: int, text: str) -> None:
        """Somebody mends what they wrote, once it was answered."""
        number = self.pick(which)
        said = self.github.act(RITA).comment(REPOSITORY, number, "/stge offer")
        self.settle()
        if number not in self.candidates():
            return
        self.github.act(RITA).edit_comment(REPOSITORY, said, text)
        self.mended[said] = number
        self.wish.pop(number, None)
        self.after()

    @precondition(lambda self: self.candidates())
    @rule(which=WHICH, boxes=st.lists(st.integers(0, 9), min_size=1, max_size=3))
    def tick(self, which: int, boxes: list[int]) -> None:
        """Boxes of the text are ticked in one edit."""
        number = self.pick(which)
        body = self.body(number)
        offered = re.findall(r"^- \[ \] <!-- do:.*? -->", body, re.MULTILINE)
        for box in {offered[n % len(offered)] for n in boxes} if offered else ():
            body = body.replace(box, box.replace("[ ]", "[x]"), 1)
        self.github.act(RITA).edit(REPOSITORY, number, body=body)
        self.wish.pop(number, None)
        self.after()

    @precondition(lambda self: self.candidates())
    @rule(which=WHICH, on=st.booleans())
    def hold(self, which: int, *, on: bool) -> None:
        """The label ``hold`` is set or taken off by hand."""
        self.flip(self.pick(which), "hold", RITA, on=on)

    def flip(self, number: int, label: str, who: str, *, on: bool) -> None:
        """A label is set or taken off."""
        there = label in self.labels_of(number)
        if on and not there:
            self.github.act(who).add_label(REPOSITORY, number, label)
        elif there and not on:
            self.github.act(who).remove_label(REPOSITORY, number, label)
        self.after()

    @precondition(lambda self: self.candidates())
    @rule(which=WHICH, close=st.booleans())
    def close(self, which: int, *, close: bool) -> None:
        """The issue is closed or reopened by hand."""
        number, rita = self.pick(which), self.github.act(RITA)
        (rita.close if close else rita.reopen)(REPOSITORY, number)
        self.after()

    @precondition(lambda self: self.candidates())
    @rule(which=WHICH, how=st.sampled_from(("notes", "damage", "older", "copied", "gone", "crlf")))
    def edit(self, which: int, how: str) -> None:
        """The text is edited: notes, the record damaged, the first text or another's put there."""
        number = self.pick(which)
        body = self.body(number)
        if how == "notes" and MINE not in body:
            body = body.replace("### Notes", f"### Notes\n\n{MINE}", 1)
            self.marked.add(number)
        elif how == "damage":
            body = re.sub(r'"stage":"[\w-]+"', '"stage":"hired"', body, count=1)
        elif how == "gone":
            body = re.sub(r"<!-- careers:record.*?-->", "", body, flags=re.DOTALL)
        elif how == "crlf":
            body = body.replace("\n", "\r\n")
        elif how == "older":
            start = body.find("<!-- careers:record")
            first = self.first.get(number, "")
            body = body[:start] + first[first.find("<!-- careers:record") :] if first else body
        elif how == "copied":
            body += self.body(self.pick(which + 1))
        self.github.act(RITA).edit(REPOSITORY, number, body=body)
        self.after()

    @precondition(lambda self: self.candidates())
    @rule(which=WHICH)
    def others(self, which: int) -> None:
        """A label of the team's own, and an assignment."""
        number = self.pick(which)
        self.github.act(RITA).add_label(REPOSITORY, number, THEIRS)
        self.github.act(RITA).assign(REPOSITORY, number, RITA)
        self.marked.add(-number)
        self.after()

    @rule(which=WHICH, who=st.sampled_from((OTTO, RITA)))
    def forge(self, which: int, who: str) -> None:
        """An issue with a copied record is opened by hand."""
        body = self.body(self.pick(which)) if self.candidates() else "<!-- careers:record"
        labels = ("stage:offer",) if who == RITA else ()
        self.github.act(who).open_issue(REPOSITORY, "A question", body, *labels)
        self.after()
