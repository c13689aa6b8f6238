"""Which stage a step names: the author's words, the settings' phrases, the shipped vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from careers.posting.reading import read_posting
from careers.process import Step, read_process
from careers.process.english import Rule, rules
from careers.process.label import LONGEST, shorten, slug
from careers.settings import Settings

HERE = Path(__file__).parent
REAL = HERE.parents[1].parent / "shared" / "corpus" / "stages.tsv"
UNNAMED = "(unnamed)"


def table(path: Path) -> list[tuple[str, str]]:
    """The rows of a table: the names that are right, the step's text."""
    if not path.exists():
        return []
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line)
    return [(names, text) for names, text in rows]


def step(text: str, vocabulary: Mapping[str, tuple[str, ...]] | None = None) -> Step:
    """The only step of a posting."""
    posting = read_posting("job.md", f"## Interview process\n\n1. {text}\n".encode())
    (found,) = read_process(posting, Settings(stages=dict(vocabulary or {}))).steps
    return found


@pytest.mark.parametrize(("names", "text"), table(HERE / "steps.tsv"))
def test_steps_of_many_companies(names: str, text: str) -> None:
    """Each step names its stage; what tells nothing is unnamed."""
    assert (step(text).stage or UNNAMED) in names.split("|")


@pytest.mark.skipif(not REAL.exists(), reason="needs ../shared/corpus/stages.tsv")
def test_real_steps() -> None:
    """Every row of the shared table gets a name that is right there."""
    wrong = {
        text: found
        for names, text in table(REAL)
        if (found := step(text).stage or UNNAMED) not in names.split("|")
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("**Phone screen:** We call.", "phone-screen"),
        ("**Phone screen**: We call.", "phone-screen"),
        ("**Phone screen** - we call.", "phone-screen"),
        ("**Phone screen** \N{EN DASH} we call.", "phone-screen"),
        ("**Phone screen.** We call.", "phone-screen"),
        ("**Phone screen** (30 minutes) with us", "phone-screen"),
        ("**Phone screen**\n   We call.", "phone-screen"),
        ("__Phone screen:__ we call.", "phone-screen"),
        ("**[Phone screen](https://example.com):** We call.", "phone-screen"),
        ("[**Phone screen**](https://example.com): We call.", "phone-screen"),
        ("**1h Technical experience:** We ask.", "technical-experience"),
        ("1h **Technical experience:** We ask.", "technical-experience"),
        ("**30m CEO**", "ceo"),
        ("**CEO (30 min):** the vision", "ceo"),
        ("**Step 2: Team day.** You come.", "team-day"),
        ("📞 **Hello!** We call.", "hello"),
        ("### Paid audition", "paid-audition"),
        ("**Gespräch über Größe:** Wir reden.", "gespraech-ueber-groesse"),
        ("**Café & crêpes:** We eat.", "cafe-and-crepes"),
        ("**Founders\N{RIGHT SINGLE QUOTATION MARK} coffee:** We drink.", "founders-coffee"),
        ("**The coffee:** We drink.", "coffee"),
        ("Phone screen: we call you", "phone-screen"),
        ("Step 3: Bar raiser interview", "bar-raiser-interview"),
    ],
)
def test_the_author_names_a_step(text: str, name: str) -> None:
    """Bold words, a heading or a bare name at the beginning are the name, before all else."""
    found = step(text)
    assert (found.stage, found.named) == (name, "author")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("**We** check your references.", "reference-check"),
        ("**Remote** interviews over two days", "interviews"),
        ("**Optional:** a coding exercise", "coding-exercise"),
        ("**Note:** we check your references.", "reference-check"),
        ("We **check your references**.", "reference-check"),
        ("**30 minutes** with our recruiter, who gives you a call", "phone-screen"),
        ("**面接:** We make you an offer.", "offer"),
    ],
)
def test_bold_words_that_are_no_label(text: str, name: str) -> None:
    """Emphasis, remarks and durations name nothing; the vocabulary reads the step."""
    found = step(text)
    assert (found.stage, found.named) == (name, "vocabulary")


def test_settings_come_before_the_shipped_words() -> None:
    """A phrase of ``[stages]`` names a step, the longest first, at whole words."""
    vocabulary = {"chat": ("call",), "culture": ("we call you",), "hired": ("offer",)}
    assert step("We call you about values.", vocabulary).stage == "culture"
    assert step("A  CALL of half an hour", vocabulary).stage == "chat"
    assert step("We recall your references.", vocabulary).stage == "reference-check"
    assert step("We make you an offer.", vocabulary).stage == "offer"
    assert step("**Hello:** we call you", vocabulary).stage == "hello"


@pytest.mark.parametrize(
    "text",
    [
        "We follow up on your coding exercise and the interviews by mail.",
        "If the phone screen went well, we write to you.",
        "TODO: a case study or an interview",
        "A case study (details to be determined): TBD",
        "Based on your portfolio and references, we continue.",
    ],
)
def test_what_is_only_mentioned_names_nothing(text: str) -> None:
    """A stage that a step merely refers to is not its stage."""
    assert step(text).stage is None


def test_a_call_is_a_phone_screen_only_at_the_beginning() -> None:
    """A call that says nothing of itself opens a process; later on it names nothing."""
    text = "1. You apply.\n1. We schedule a video call.\n1. A case study.\n1. We have another call."
    posting = read_posting("job.md", f"# Hiring process\n\n{text}".encode())
    stages = [found.stage for found in read_process(posting, Settings()).steps]
    assert stages == ["applied", "phone-screen", "case-study", None]


def test_names_fit_a_label() -> None:
    """A name is cut at a word where there is one."""
    assert shorten("a" * 60) == "a" * LONGEST
    assert shorten("-".join(["word"] * 12)) == "-".join(["word"] * 9)
    assert shorten(f"{'a' * LONGEST}-b") == "a" * LONGEST
    assert slug("  --  ") == ""


@pytest.mark.parametrize(
    "rule",
    [*rules().stages, *rules().later],
    ids=lambda rule: rule.stage,
)
def test_rules_are_sound(rule: Rule) -> None:
    """A rule names a stage as labels are written, and compiles."""
    assert slug(rule.stage) == rule.stage
    assert not rule.found("")


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("**Welcome**", "welcome"),
        ("**Bonus.**", "bonus"),
        ("**Congratulations:** We make you an offer.", "offer"),
        ("**Note:** This can take a while.", None),
        ("**First**", None),
        ("**Location**", None),
    ],
)
def test_bold_words_alone_name_a_step(text: str, stage: str | None) -> None:
    """Where nothing follows them they open no remark; facts and order are no names."""
    assert step(text).stage == stage


@pytest.mark.parametrize(
    ("steps", "cure"),
    [
        ("1. **Offer:** a\n2. **Offer:** b", "`**Second interview:** …`"),
        ("1. **Second interview:** a\n2. **Second interview:** b", "`**Third interview:** …`"),
        ("1. **Note:** Soon.\n2. **Offer:** b", "name in bold what happens: `**Phone"),
        ("1. Hello.\n2. **Offer:** b", "begin it with a short name in bold"),
    ],
)
def test_a_cure_is_not_what_stands_there(steps: str, cure: str) -> None:
    """What is proposed differs from what was found."""
    posting = read_posting("job.md", f"## Interview process\n\n{steps}\n".encode())
    (problem,) = read_process(posting, Settings()).naming
    assert cure in problem.help
