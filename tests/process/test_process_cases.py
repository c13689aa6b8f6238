"""Processes as people write them: one file a list, its steps and findings beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from careers.language import detector
from careers.language.vocabulary import TAGS
from careers.posting.posting import Posting
from careers.posting.reading import read_posting
from careers.process import Process, read_process
from careers.process.languages import languages_of
from careers.process.section import announced
from careers.settings import Settings

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
HOUSES = SHARED / "corpus-houses"
LISTS = sorted((HERE / "lists").glob("*.md"))
UNNAMED = "(unnamed)"


def rows(path: Path) -> list[list[str]]:
    """The cells of a table."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [line.split("\t") for line in lines if not line.startswith("#")]


def process(text: str, settings: Settings | None = None) -> Process:
    """The process of a posting's text."""
    return read_process(read_posting("job.md", text.encode()), settings or Settings())


def told(found: Process) -> Iterator[str]:
    """Its steps and what is wrong with them, a line each."""
    for step in found.steps:
        yield f"{step.span.line}: {step.stage or UNNAMED} ({step.named}) {step.text}"
    for problem in (*found.problems, *found.naming):
        fixed = ", with a fix" if problem.edits else ""
        yield f"{problem.span.line}: ! {problem.message}{fixed}"


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_the_list_that_tells_the_steps(path: Path, expected: Callable[[Path, str], None]) -> None:
    """The list of steps is taken, whatever stands around it: not facts, links and questions."""
    found = process(path.read_text(encoding="utf-8"))
    expected(path.with_suffix(".txt"), "".join(f"{line}\n" for line in told(found)))


@pytest.mark.parametrize(("language", "names", "text"), rows(HERE / "steps_by_language.tsv"))
def test_steps_in_seven_languages(language: str, names: str, text: str) -> None:
    """A step names its stage in its language, and none where it is denied or only mentioned."""
    found = process(f"---\nlanguage: {language}\n---\n## Interview process\n\n1. {text}\n")
    assert next(step.stage or UNNAMED for step in found.steps) in names.split("|")


def test_there_are_cases_in_each_language() -> None:
    """No language is forgotten."""
    counts = Counter(row[0] for row in rows(HERE / "steps_by_language.tsv"))
    assert set(counts) == {*TAGS} - {"en", "ja"}
    assert min(counts.values()) >= 20


@pytest.mark.parametrize(("expected_kind", "heading"), rows(HERE / "headings.tsv"))
def test_headings(expected_kind: str, heading: str) -> None:
    """A heading speaks of the process, may stand above it, or is of something else."""
    found = announced(heading)
    kind = ("sure" if found.sure else "maybe") if found else "no"
    assert kind == expected_kind


@pytest.mark.parametrize(
    "heading", [row[1] for row in rows(HERE / "headings.tsv") if row[0] != "no"]
)
def test_a_list_of_steps_is_found_below_each(heading: str) -> None:
    """Whatever the heading says of the process, and not where no list of steps follows."""
    found = process(f"# Baker\n\n## {heading}\n\n1. Phone screen\n2. Case study\n3. Offer\n")
    assert found.stages == ("applied", "phone-screen", "case-study", "offer")
    other = process(f"# Baker\n\n## {heading}\n\n- Bread\n- Rolls\n- Cakes\n")
    assert not other.steps


def test_headings_of_the_company_s_own() -> None:
    """`[sections]` names the section about the process; its words count as the heading."""
    text = "# Baker\n\n## The dance\n\n1. Phone screen\n2. Offer\n"
    assert not process(text).steps
    settings = Settings(sections={"Interview process": ("the dance",)})
    assert process(text, settings).stages == ("applied", "phone-screen", "offer")


def real(folder: Path) -> list[Posting]:
    """The postings of a shared folder."""
    if not folder.is_dir():
        pytest.skip(f"needs ../shared/{folder.name}")
    return [read_posting(path.name, path.read_bytes()) for path in sorted(folder.glob("*.md"))]


def test_lists_of_other_houses() -> None:
    """No wrong name, and at least eight in ten of the lists are found."""
    found = {p.path: read_process(p, Settings()) for p in real(HOUSES)}
    wanted, seen, wrong = set(), set(), []
    for path, _, names, text in rows(HOUSES / "stages.tsv"):
        start = " ".join(text.split())[:60]
        step = next((s for s in found[path].steps if s.text.startswith(start)), None)
        if names != "-":
            wanted.add(path)
        if step and step.stage:
            seen |= {path} if names != "-" else set()
            wrong += [(path, text, step.stage)] if step.stage not in names.split("|") else []
    assert not wrong
    assert len(seen) >= 0.8 * len(wanted)


@pytest.mark.parametrize("folder", ["corpus", "corpus-houses"])
def test_no_detector_is_asked(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The stages are the same where no detector of languages is installed."""
    postings = real(SHARED / folder)
    there = [read_process(posting, Settings()) for posting in postings]
    monkeypatch.setattr(detector, "_detector", lambda: None)
    detector.detect.cache_clear()
    assert [read_process(posting, Settings()) for posting in postings] == there


POSTINGS = HERE.parent / "language" / "postings"


@pytest.mark.parametrize("tag", ["cs", "da", "pl", "sv"])
def test_a_language_without_words_names_nothing(tag: str) -> None:
    """What is denied there nobody knows here: its author's names alone count."""
    text = (POSTINGS / f"{tag}.md").read_text(encoding="utf-8")
    steps = "1. Offer\n2. Oferta\n3. **Case:** test\n"
    found = process(f"{text}\n\n## Interview process\n\n{steps}")
    assert [step.named for step in found.steps if step.stage] == ["author"] * len(found.stages[1:])


@pytest.mark.parametrize("folder", ["corpus", "corpus-houses"])
def test_the_site_reads_what_the_check_reads(folder: str) -> None:
    """A posting that a site keeps, without what was made of its text, has the same process."""
    for posting in real(SHARED / folder):
        there = read_process(posting, Settings())
        assert read_process(posting.compact(), Settings()).stages == there.stages


@pytest.mark.parametrize("field", ["language", "lang"])
def test_the_language_that_is_written(field: str) -> None:
    """The front matter says the language, in this house's word and in that of others."""
    text = (
        f"---\n{field}: de\n---\n## Interview process\n\n1. Technisches Interview\n2. Online-Test\n"
    )
    posting = read_posting("job.md", text.encode())
    for kept in (posting, posting.compact()):
        stages = read_process(kept, Settings()).stages
        assert stages == ("applied", "technical-interview", "skills-test")


def test_the_languages_of_the_corpora() -> None:
    """The small words tell each posting's language, as it was set by hand."""
    for posting in (*real(SHARED / "corpus"), *real(HOUSES)):
        lines = posting.source.lines[posting.body_line - 1 :]
        known = {"betagouv": "fr", "website-2__de": "de", "website-2__nl": "nl"}
        right = next((tag for part, tag in known.items() if part in posting.path), "en")
        found = languages_of(None, (), "", "\n".join(lines))
        assert found[0].tag == right, posting.path
