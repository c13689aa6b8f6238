"""Which language a text is in, by what is written, by the text, by the settings."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from careers.checks.support.words import prose
from careers.language.language import Known, Language, language_of, primary
from careers.posting.reading import read_posting

HERE = Path(__file__).parent
POSTINGS = sorted((HERE / "postings").glob("*.md"))
MIXED = tomllib.loads((HERE / "mixed.toml").read_text(encoding="utf-8"))["text"]
SHARED = HERE.parents[2] / "shared"
GERMAN = "Wir suchen jemanden, der gern früh aufsteht und Brot backt, das unsere Kunden mögen."


def words(path: Path) -> str:
    """The running text of a posting."""
    return prose(read_posting(path.name, path.read_bytes())).text


@pytest.mark.parametrize("path", POSTINGS, ids=lambda path: path.stem)
def test_a_posting_is_in_its_language(path: Path) -> None:
    """A posting of a hundred words is told in each of twelve languages, and told surely."""
    found = language_of(words(path))
    assert (found.tag, found.known) == (path.stem, Known.DETECTED)
    assert found.confidence >= 0.6


@pytest.mark.parametrize("path", POSTINGS, ids=lambda path: path.stem)
@pytest.mark.parametrize("count", [1, 5, 10, 20, 40])
def test_the_beginning_of_a_posting_is_in_its_language_or_in_none(path: Path, count: int) -> None:
    """However short a text is, it is never taken for another language."""
    text = " ".join(words(path).split()[:count])
    assert language_of(text).tag in (path.stem, None)


@pytest.mark.parametrize("case", MIXED, ids=lambda case: case["what"])
def test_a_mixed_text_is_in_the_language_of_most_of_it(case: dict[str, str]) -> None:
    """Names, terms and a paragraph of law do not change a text's language; half of it does."""
    assert (language_of(case["text"]).tag or "") == case["language"]


@pytest.mark.parametrize(
    ("text", "written", "default", "expected"),
    [
        (GERMAN, "fr", "en", ("fr", Known.WRITTEN)),
        (GERMAN, "pt-BR", None, ("pt", Known.WRITTEN)),
        (GERMAN, "DE_ch", None, ("de", Known.WRITTEN)),
        (GERMAN, None, "en", ("de", Known.DETECTED)),
        (GERMAN, "", "en", ("de", Known.DETECTED)),
        (GERMAN, "the one we speak", "en", ("de", Known.DETECTED)),
        ("Bäcker", None, "de-AT", ("de", Known.DEFAULT)),
        ("Bäcker", None, None, (None, Known.UNSURE)),
        ("Bäcker", None, "?", (None, Known.UNSURE)),
    ],
)
def test_what_is_written_comes_first(
    text: str, written: str | None, default: str | None, expected: tuple[str | None, Known]
) -> None:
    """The author's word wins over the text, the text over the settings."""
    found = language_of(text, written, default)
    assert (found.tag, found.known) == expected


@pytest.mark.parametrize(
    ("written", "tag"),
    [("en", "en"), ("en-GB", "en"), (" DE ", "de"), ("gsw", "gsw"), ("english", None),
     ("e", None), ("../de", None), ("", None), (None, None)],
)  # fmt: skip
def test_a_tag_is_read_by_its_first_part(written: str | None, tag: str | None) -> None:
    """`en-GB` is English; what is no tag of a language says nothing."""
    assert primary(written) == tag


@pytest.mark.parametrize(
    "text",
    ["\0" * 9, "\ud800 " * 99, "x" * 100_000, "\N{PARTY POPPER}" * 999, "\n\n" * 9999,
     "e\u0301" * 999],
    ids=["nul", "surrogates", "one word", "emoji", "empty lines", "combining"],
)  # fmt: skip
def test_any_text_is_answered(text: str) -> None:
    """No text of a stranger raises, and none of these is in a language that has rules."""
    assert isinstance(language_of(text), Language)
    assert language_of(text).tag not in {"en", "de", "fr", "es", "nl", "pt", "it"}


def test_without_the_detector_nothing_is_detected() -> None:
    """Where no detector is installed, what is written and the settings are all that is known."""
    program = (
        "import sys; sys.modules['gcld3'] = None\n"
        "from careers.language.language import language_of\n"
        f"print(language_of({GERMAN!r}).known, language_of({GERMAN!r}, default='de').known)"
    )
    environment = {"PYTHONPATH": str(HERE.parents[1] / "scripts")}
    run = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["unsure", "default"]


def truth(path: Path) -> str:
    """The language of a posting of the corpora, by hand."""
    if path.name.startswith("betagouv"):
        return "fr"
    return next((tag for tag in ("de", "nl") if f"__{tag}-" in path.name), "en")


@pytest.mark.parametrize("corpus", ["corpus", "corpus-houses"])
def test_real_postings_are_in_their_language(corpus: str) -> None:
    """Of all real postings none is taken for another language, and few are left open."""
    files = sorted((SHARED / corpus).glob("*.md"))
    if not files:
        pytest.skip(f"../shared/{corpus} is not there")
    found = {path.name: (language_of(words(path)).tag, truth(path)) for path in files}
    assert not {name: tags for name, tags in found.items() if tags[0] not in (tags[1], None)}
    unsure = [name for name, (tag, _) in found.items() if tag is None]
    assert len(unsure) * 20 <= len(files), unsure
