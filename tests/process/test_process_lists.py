"""Which steps a posting's process has, whatever shape its list takes."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careers.posting.posting import Posting
from careers.posting.reading import read_posting
from careers.process import APPLIED, Process, read_process
from careers.process.section import is_process
from careers.settings import Settings

APPLY, CALL, CASE, OFFER = "You apply.", "Phone screen", "Case study", "We make you an offer."
ALL = ["applied", "phone-screen", "case-study", "offer"]


def process(body: str, front: str = "") -> Process:
    """The process of a posting."""
    text = f"---\n{front}\n---\n{body}" if front else body
    return read_process(read_posting("job.md", text.encode()), Settings())


def stages(text: str) -> list[str | None]:
    """The stage of each step below a heading about the process."""
    return [step.stage for step in process(f"# Job\n\n## Interview process\n\n{text}\n").steps]


SHAPES = {
    "all ones": (f"1. {APPLY}\n1. {CALL}\n1. {CASE}\n1. {OFFER}"),
    "sequential": (f"1. {APPLY}\n2. {CALL}\n3. {CASE}\n4. {OFFER}"),
    "mixed": (f"1) {APPLY}\n2) {CALL}\n3. {CASE}\n9. {OFFER}"),
    "from zero": (f"0. {APPLY}\n1. {CALL}\n2. {CASE}\n3. {OFFER}"),
    "loose": (f"1. {APPLY}\n\n1. {CALL}\n\n1. {CASE}\n\n1. {OFFER}"),
    "nested": (f"1. {APPLY}\n2. {CALL}\n   - Offer\n   - CEO\n3. {CASE}\n4. {OFFER}"),
    "broken": (f"1. {APPLY}\n1. {CALL}\n1. {CASE}\n- CEO\n- Offer\n4. {OFFER}"),
    "broken at one space": (f"1. {APPLY}\n1. {CALL}\n - CEO\n4. {CASE}\n5. {OFFER}"),
    "counts on": (f"1. {APPLY}\n\nSoon.\n\n2. {CALL}\n\nMore.\n\n3. {CASE}\n4. {OFFER}"),
    "ones go on": (f"1. {APPLY}\n\nSoon.\n\n1. {CALL}\n1. {CASE}\n\nHm.\n\n1. {OFFER}"),
    "grouped": (f"### Here\n1. {APPLY}\n2. {CALL}\n### There\n3. {CASE}\n4. {OFFER}"),
    "another list": (f"1. {APPLY}\n2. {CALL}\n3. {CASE}\n4. {OFFER}\n\nBring:\n\n1. Paper"),
    "below": (f"1. {APPLY}\n2. {CALL}\n3. {CASE}\n4. {OFFER}\n\n### Tips\n1. Offer us tea"),
    "bullets": (f"- {APPLY}\n- {CALL}\n- {CASE}\n- {OFFER}"),
    "bullets below text": (f"Text.\n\n* {APPLY}\n* {CALL}\n  * Offer\n* {CASE}\n* {OFFER}"),
    "headings": (f"### 1. {APPLY}\nSo.\n### 2. {CALL}\n1. a\n### 3. {CASE}\n### 4. {OFFER}"),
    "steps": (
        f"#### Step 1: {APPLY}\n#### Step 2: {CALL}\n- a\n#### Step 3: {CASE}\n#### Step 4: {OFFER}"
    ),
    "plain headings": (f"### {APPLY}\n### {CALL}\n- a\n- b\n### {CASE}\n### {OFFER}"),
    "bold": (f"**1. {APPLY}**\n\n**2. {CALL}**\n\nText.\n\n**3. {CASE}**\n\n**4. {OFFER}**"),
    "paragraphs": (
        f"1. {APPLY}\n1. {CALL}\n\n   Second paragraph.\n\n   ![x](y.png)\n1. {CASE}\n1. {OFFER}"
    ),
}


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
def test_shapes(text: str) -> None:
    """All these lists are the same process."""
    assert stages(text) == ALL


@pytest.mark.parametrize(
    "sub",
    [
        "  - You meet Ann.\n  - You meet Bob.",
        "  1. You meet Ann.\n  2. You meet Bob.",
        " 1. You meet Ann.\n 2. You meet Bob.",
        "  1. You meet Ann.\n 2. You meet Bob.",
        "  1. You meet Ann.\n   1. You meet Bob.",
        "\n  1. You meet Ann.\n\n  2. You meet Bob.\n",
    ],
)
def test_what_is_indented_too_little_is_said_once(sub: str) -> None:
    """One warning for all of it, and none of it is a step that lacks a name."""
    found = process(
        f"# J\n\n## Interview process\n\n1. {CALL}\n2. Interviews:\n{sub}\n3. {OFFER}\n"
    )
    assert [step.stage for step in found.steps] == ["phone-screen", "interviews", "offer"]
    assert len(found.problems) == 1
    assert not found.naming


@pytest.mark.parametrize(
    "heading",
    [
        "## Interview process",
        "# INTERVIEW PROCESS",
        "###### Our hiring process:",
        "## The interview process",
        "## 5. Interviewing process 🎉",
        "## Application Process",
        "## Recruiting process",
        "## How we hire",
        "Interview process\n---",
        "**Interview process**",
        "**Hiring process:**",
        "__Hiring process__:",
        "## Recruitment process at Acme",
        "## Interview *process*",
        "## The hiring and interview process",
        "## So läuft der Bewerbungsprozess ab",
        "> ## Interview process",
    ],
)
def test_sections(heading: str) -> None:
    """The process is found below any of its names."""
    quote = "> " if heading.startswith(">") else ""
    found = process(
        f"# Job\n\n1. Not this\n\n{heading}\n{quote}\n{quote}1. {APPLY}\n{quote}2. {CALL}\n"
    )
    assert [step.stage for step in found.steps] == ["applied", "phone-screen"]
    assert found.section


@pytest.mark.parametrize(
    "heading", ["About the process", "Interviews", "Process engineer", "x" * 900]
)
def test_other_sections(heading: str) -> None:
    """A heading about something else is not it."""
    assert not is_process(heading)


def test_the_first_section_with_a_list() -> None:
    """Of several sections the first counts that has steps."""
    found = process(f"## Hiring process\n\nText.\n\n## Interview process\n\n1. {CALL}\n")
    assert found.stages == (APPLIED, "phone-screen")
    assert found.section
    assert found.section.line == 5
    assert not found.problems


def test_applying_outside_the_list() -> None:
    """Applied comes first, once, whether the list has it or not."""
    outside = process(f"## Interview process\nYou apply [here](x).\n1. {CALL}\n2. {OFFER}\n")
    assert outside.stages == (APPLIED, "phone-screen", "offer")
    assert [step.stage for step in outside.steps] == ["phone-screen", "offer"]
    inside = process(f"## Interview process\n1. {APPLY}\n2. Send us your CV\n3. {CALL}\n")
    assert inside.stages == (APPLIED, "phone-screen")
    assert [step.stage for step in inside.steps] == ["applied", None, "phone-screen"]


def test_a_list_broken_by_bullets() -> None:
    """The steps go on over bullets at the margin; the break is told at the bullet."""
    found = process(f"## Interview process\n1. {CALL}\n- **Team:** talk\n2. {OFFER}\n")
    assert [step.stage for step in found.steps] == ["phone-screen", "offer"]
    assert [problem.span.line for problem in found.problems] == [3]


@pytest.mark.parametrize(
    "text", ["# Job", "", "# Interview process", "# Interview process\nWe talk."]
)
def test_no_list(text: str) -> None:
    """Without steps a process has one stage, and a problem that says what to write."""
    found = process(text)
    assert (found.steps, found.stages) == ((), (APPLIED,))
    assert [bool(problem.help) for problem in found.problems] == [True]


@pytest.mark.parametrize("names", ["[hello, goodbye]", "[applied, hello, goodbye]"])
def test_stages_in_the_front_matter(names: str) -> None:
    """They name the steps, in order, with or without applying."""
    found = process(f"# Hiring process\n1. {APPLY}\n2. {CALL}\n3. {OFFER}\n", f"stages: {names}")
    assert [(s.stage, s.named) for s in found.steps[1:]] == [
        ("hello", "author"),
        ("goodbye", "author"),
    ]
    assert found.stages == (APPLIED, "hello", "goodbye")
    assert not found.problems


def test_stages_without_a_list() -> None:
    """They are the process themselves, each at its place."""
    found = process("# Job\n", "stages: [hello, goodbye]")
    assert found.stages == (APPLIED, "hello", "goodbye")
    assert [(step.span.line, step.span.column) for step in found.steps] == [(2, 10), (2, 17)]
    assert not found.problems


def test_stages_that_disagree() -> None:
    """Another number of names is a problem at the field; the list names itself."""
    found = process(f"# Hiring process\n1. {CALL}\n2. {OFFER}\n", "stages: [hello]")
    assert found.stages == (APPLIED, "phone-screen", "offer")
    assert [(p.span.line, p.span.column) for p in found.problems] == [(2, 9)]


def test_no_two_steps_share_a_stage() -> None:
    """No number tells two apart: the second is told, and an author's name comes before others."""
    twice = "1. We do interviews.\n2. We do more interviews.\n3. **Second interview:** Hello."
    assert stages(twice) == ["interviews", None, "second-interview"]
    assert stages("1. We do interviews.\n2. **Interviews:** more") == [None, "interviews"]
    found = process("# Hiring process\n1. **Talk:** a\n2. **Talk:** b\n3. **Hired:** c\n")
    assert found.stages == (APPLIED, "talk")
    assert [problem.span.line for problem in found.naming] == [3, 4]


def test_text_and_place_of_a_step() -> None:
    """A step's text is its own Markdown in one line; its place is where that begins."""
    found = process(
        "# Hiring process\n\n 1. We *check*\n    your [refs](x).\n    - Nested\n\n    And so on.\n"
    )
    (step,) = found.steps
    assert step.text == "We *check* your [refs](x). And so on."
    assert (step.span.line, step.span.column, step.span.end_line) == (3, 5, 4)


HOSTILE = [
    "1. We make an offer.\n" * 10_000,
    "1. " + "word, to meet (the " * 3_000,
    "1. **" + "a " * 25_000 + ":** b",
    "1. " + "[" * 25_000,
    "1. " + "~1 - " * 10_000,
    "1.\n2.\n3. ![x](y)\n4. `` ` ``\n5. <b>x</b>\n",
    "1. x\n" + "".join("   " * n + "- y\n" for n in range(1, 200)),
    "1. a\n- b\n" * 3_000,
    "# Interview process\n" * 3_000,
    "**Interview process**\n\n" * 3_000,
    "### 1. a\n" * 3_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_lists(text: str) -> None:
    """However long or odd a list is, reading it takes no longer than parsing it some times."""
    posting = read_posting("job.md", f"# Interview process\n{text}".encode())
    start = time.process_time()
    _ = posting.body.sections, posting.body.inlines
    parsed = time.process_time() - start
    start = time.process_time()
    sound(posting, read_process(posting, Settings()))
    assert time.process_time() - start < 5 * parsed + 1


def sound(posting: Posting, found: Process) -> None:
    """What holds for every process."""
    names = [step.stage for step in found.steps if step.stage]
    assert found.stages[0] == APPLIED
    assert len(set(found.stages)) == len(found.stages)
    assert len(set(names)) == len(names)
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", name) for name in found.stages)
    assert max(map(len, found.stages)) <= 44
    lines = posting.source.lines
    spans = [part.span for part in (*found.problems, *found.naming)]
    for span in (*(step.span for step in found.steps), *spans):
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1


PIECES = st.sampled_from(
    ["1. ", "2. ", "- ", "   ", "\n", "\n\n", "# ", "**", ":", "_", "Interview process", "\t", "> ",
     "We call you", "an offer", "Hired", "apply", "TODO", "![](x)", "[a](b)", "Ünïcode", "`",
     "---\n", "stages: [a, b]", "30m ", "\r\n", "<b>", "&amp;", "\\"]
)  # fmt: skip


@given(text=st.one_of(st.text(), st.lists(PIECES).map("".join)), below=st.booleans())
@example(text="1. \u2028x\n2. \x85\n", below=True)
def test_any_text(text: str, below: bool) -> None:  # noqa: FBT001 - drawn
    """Whatever stands in a posting, its process is sound."""
    whole = "# Interview process\n" * below + text
    posting = read_posting("job.md", whole.encode("utf-8", "replace"))
    sound(posting, read_process(posting, Settings(stages={"call": ("call you",)})))
