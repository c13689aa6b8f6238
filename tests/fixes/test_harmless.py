"""``fix`` over real postings and over twelve languages: only what a finding names changes."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path

import pytest

from careers.checks import Context, RepositoryFiles, check_posting
from careers.fixes.fix import Find, fix_all
from careers.posting.frontmatter import FrontMatter
from careers.posting.posting import Posting
from careers.posting.reading import read_posting
from careers.settings import Settings
from careers.text.diagnostics import Finding
from fuzz.properties import TODAY, text_of

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
OWN = sorted((HERE.parent / "language" / "postings").glob("*.md"))
CORPORA = ["corpus", "corpus-houses"]
WORDS = re.compile(r"[^\W_]+")


def mended(path: str, data: bytes) -> tuple[bytes, tuple[Finding, ...]]:
    """A file as ``fix`` leaves it, and the findings that it carried out."""

    def finder(postings: tuple[Posting, ...]) -> Find:
        context = Context(Settings(), TODAY, postings, RepositoryFiles(lambda _: False))
        return partial(check_posting, context=context)

    fixed = fix_all({path: data}, finder)[path]
    return fixed.data, fixed.mended


def words(data: bytes) -> list[str]:
    """The words that a reader sees, without any mark; an address is none."""
    return WORDS.findall(" ".join(word for word in text_of(data) if "://" not in word))


def changes(before: list[str], after: list[str]) -> list[tuple[str, str]]:
    """The words that became others, in order."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        (" ".join(before[a:b]), " ".join(after[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    ]


def hold(path: Path) -> None:
    """Assert that no word and no field changes but what a finding names."""
    data = path.read_bytes()
    made, findings = mended(f"postings/{path.name}", data)
    if made == data:
        return
    said = " ".join(finding.message for finding in findings if finding.code == "spelling")
    for old, new in changes(words(data), words(made)):
        assert old, f"{new} was put in"
        assert f"`{old}`" in said, f"{old} became {new}"
    before, after = (read_posting(path.name, each) for each in (data, made))
    old_fields = before.front.raw if before.front else {}
    for name, value in (after.front.raw if after.front else {}).items():
        if name not in old_fields:
            FrontMatter.model_validate({name: value})


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_twelve_languages(path: Path) -> None:
    """A posting in any language keeps its words, also where every word of it stands in a line."""
    hold(path)


@pytest.mark.parametrize("corpus", CORPORA)
def test_real_postings(corpus: str) -> None:
    """No posting of real houses loses or gains a word, or a field that does not fit."""
    files = sorted((SHARED / corpus).glob("*.md"))
    if not files:
        pytest.skip(f"../shared/{corpus} is not there")
    for path in files:
        hold(path)


@pytest.mark.parametrize("corpus", CORPORA)
def test_nothing_foreign_is_spelt_in_english(corpus: str) -> None:
    """In postings that are not English no word is ever called misspelt."""
    files = sorted((SHARED / corpus).glob("*.md"))
    if not files:
        pytest.skip(f"../shared/{corpus} is not there")
    context = Context(Settings(), TODAY)
    for path in files:
        posting = read_posting(path.name, path.read_bytes())
        if posting.language.tag != "en":
            codes = {finding.code for finding in check_posting(posting, context)}
            assert not codes & {"spelling", "jargon", "gendered", "reading-ease", "gender-coded"}


SPOILT = [
    "Parmi celles-ci, une responsable vous aide dans cet espace, avec le moteur du projet.",
    "Als Teil des Teams gestaltest du Deine Aufgaben vor und unter anderem für unsere Kunden.",
    "Je werkt samen met een team dat wil leren, en je helpt de klanten met hun projecten.",
]


@pytest.mark.parametrize("text", SPOILT)
@pytest.mark.parametrize("title", ["Responsable de projet", "Projektleiter", "Baker"])
@pytest.mark.parametrize("front", ["", "language: en\n"])
def test_what_was_spoilt_stays(text: str, title: str, front: str) -> None:
    """French, German and Dutch words stay, in titles too, also where `language: en` was left."""
    data = f"---\ntitle: {title}\n{front}---\n\n# {title}\n\n{text}\n\n- {text}\n".encode()
    assert mended("postings/a.md", data)[0] == data


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("keep\x0bthe\x0cmachines", "keep the machines"),
        ("a\x0c\nb", "a\nb"),
        ("\x0ca", "a"),
        ("ma\x07chines", "machines"),
        ("a \x0b b", "a  b"),
    ],
)
def test_what_parts_words_becomes_a_blank(text: str, expected: str) -> None:
    """A vertical tab or a form feed between words is a blank; other control characters go."""
    made = mended("postings/a.md", f"# A\n\n{text} run\n".encode())[0]
    assert made.decode() == f"# A\n\n{expected} run\n"
