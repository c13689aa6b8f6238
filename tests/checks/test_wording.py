"""What the checks on language and law share: the text that they read, the words and the laws."""

from __future__ import annotations

import time
from datetime import date

import pytest

from careers.checks import Context, all_checks
from careers.checks.gender_coded import coding
from careers.checks.reading_ease import flesch, syllables
from careers.checks.spelling import corrections
from careers.checks.support.phrases import AdvisedPhrases
from careers.checks.support.word_lists import word_list
from careers.checks.support.words import prose
from careers.places.model import Place
from careers.places.pay_laws import rules, rules_at, table
from careers.places.reading import place
from careers.posting.posting import Posting
from careers.posting.reading import read_posting
from careers.settings import Settings

SECONDS = 6.0  # what is not linear takes minutes
ASKED = "# Engineer\n\n## About the role\n\n"

HOSTILE = {
    "one word": "a" * 200_000,
    "marks": "!" * 200_000,
    "dots": "a." * 100_000,
    "sentences": "a. " * 60_000,
    "hyphens": "a-" * 100_000,
    "apostrophes": "a'" * 100_000,
    "digits": "1" * 200_000,
    "pluses": "+1 (2" * 40_000,
    "numbers": "202-555-" * 20_000,
    "years": "10 years of a b " * 12_000,
    "at signs": "a@" * 100_000,
    "mail": "a@b.cc " * 30_000,
    "dotted mail": "a@" + "b." * 90_000,
    "misspelt": "recieve teh " * 15_000,
    "ninjas": "work hard and " * 15_000,
    "not": "not " * 50_000,
    "people of": "people of all " * 15_000,
    "he": "the candidate he " * 12_000,
    "remote": "fully remote role " * 12_000,
    "small capitals": "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}" * 100_000,
    "link labels": "[a](b " * 30_000,
}


def posting(text: str) -> Posting:
    """A posting of this text."""
    return read_posting("postings/a.md", text.encode())


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(name: str) -> None:
    """No text makes one of these checks slow."""
    settings = Settings.model_validate({"company": {"url": "https://example.com"}})
    front = '---\ntitle: A\nworkplace: on-site\nlocations: ["Denver, CO, US"]\n---\n'
    read = posting(front + ASKED + HOSTILE[name])
    context = Context(settings, date(2026, 6, 1), (read,))
    assert prose(read).words
    for check in all_checks():
        begin = time.process_time()
        lines = read.source.lines
        for problem in check.run(read, context):
            assert problem.message.isprintable()
            assert problem.span.end_column <= len(lines[problem.span.end_line - 1]) + 1
        assert time.process_time() - begin < SECONDS, check.code


def test_prose_keeps_its_place() -> None:
    """What nobody reads is blanked, and every character keeps its offset."""
    text = prose(
        posting(
            "# A `b`\n\n- İ [c d](e.md) <b>f</b> ![g](h.png) `i`\n  https://j.example k@l.example"
            "\n\n| m\\|n | o |\n|-|-|\n| p | q |\n"
        )
    )
    assert [passage.kind for passage in text.passages] == [
        "heading", "item", "cell", "cell", "cell", "cell",
    ]  # fmt: skip
    assert len(text.lower) == len(text.text)
    assert text.text.split() == ["A", "İ", "[c", "d", "f", "m|n", "o", "p", "q"]
    at = text.text.index("q")
    assert text.span(at, at + 1).column == len("| p | q")


def test_sentences() -> None:
    """Abbreviations end no sentence; closing quotes and brackets belong to theirs."""
    read = posting('One, e.g. two. "Three!" Four (five.) Six\nseven? Eight')
    text = prose(read)
    assert [text.text[s.start : s.end] for s in text.sentences] == [
        "One, e.g. two.", '"Three!"', "Four (five.)", "Six\nseven?", "Eight",
    ]  # fmt: skip
    assert [s.words for s in text.sentences] == [3, 1, 2, 2, 1]


@pytest.mark.parametrize("code", ["jargon", "ageist", "ableist", "gendered"])
def test_every_phrase_is_found(code: str) -> None:
    """Each form of each list matches itself, in lower case and at the start of a sentence."""
    words = word_list(code)
    phrases = AdvisedPhrases(words)
    for forms in words:
        for form in forms.split(", "):
            assert form == form.lower()
            assert "-" not in form
            for shown in (f"a {form} here", f"{form.capitalize()} it is.", form.replace(" ", "-")):
                found = list(phrases.find(prose(posting(shown))))
                assert [hit.text.lower().replace("-", " ") for hit in found] == [form], shown


def test_stems() -> None:
    """The stems match at the start of a word, and a few words are excepted."""
    assert (coding("competitive"), coding("supportive"), coding("table")) == (-1, 1, 0)
    assert (coding("shared"), coding("sharepoint"), coding("leads"), coding("lead")) == (
        1,
        0,
        0,
        -1,
    )
    stems = word_list("gender-coded")
    assert len(stems["feminine"].split()) > 45
    assert len(stems["masculine"].split()) > 45
    assert stems["except"]


@pytest.mark.parametrize(
    ("word", "count"),
    {
        "the": 1, "engineer": 3, "people": 2, "role": 1, "experience": 4, "wanted": 2,
        "worked": 1, "table": 2, "responsibilities": 6, "communication": 5, "rhythm": 1, "hmm": 1,
    }.items(),
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    """Syllables are counted as they are spoken."""
    assert syllables(word) == count


def test_flesch() -> None:
    """The published formula: one-syllable words in sentences of ten are very easy."""
    assert flesch(1, 10, 10) == pytest.approx(112.085)


def test_corrections() -> None:
    """The list of codespell is installed; an entry with a reason against it is left out."""
    assert corrections("recieve") == ("receive",)
    assert corrections("ource") == ("source", "ounce")
    assert not corrections("receive")
    assert not corrections("clas")


def laws(text: str, day: date) -> list[str]:
    """The laws at a place as somebody writes it."""
    found = place(text)
    return [rule.place for rule in rules_at(found, day)] if isinstance(found, Place) else []


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Lisbon, PT", date(2026, 6, 6), []),
        ("Lisbon, PT", date(2026, 6, 7), ["European Union"]),
        ("Milano", date(2026, 6, 6), []),
        ("Mailand, Italien", date(2026, 6, 7), ["Italy", "European Union"]),
        ("Vilnius, LT", date(2019, 7, 26), []),
        ("Vilnius, LT", date(2019, 7, 27), ["Lithuania"]),
        ("Kraków, Poland", date(2025, 12, 23), []),
        ("Kraków, Poland", date(2025, 12, 24), ["Poland"]),
        ("Malta", date(2025, 8, 26), []),
        ("Malta", date(2025, 8, 27), ["Malta"]),
        ("Bratislava, SK", date(2026, 11, 28), ["Slovakia", "European Union"]),
        ("Toronto, ON", date(2025, 12, 31), []),
        ("Toronto, ON", date(2026, 1, 1), ["Ontario"]),
    ],
)
def test_a_rule_begins_on_its_day(text: str, day: date, expected: list[str]) -> None:
    """A rule holds from its date on, and not a day before."""
    assert laws(text, day) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *[("Denver, CO", ["Colorado"]), ("Denver, US", ["Colorado"]), ("Colorado", ["Colorado"])],
        ("Bogotá, CO", []),
        *[("San Francisco, CA", ["California"]), ("Toronto, CA", ["Ontario"])],
        *[("New York, US", ["New York"]), ("NYC", ["New York"])],
        *[("Vancouver, WA", ["Washington"]), ("Vancouver, CA", ["British Columbia"])],
        *[("Cleveland, Ohio", ["Cleveland"]), ("Cleveland, Mississippi, US", [])],
        ("Jersey City, NJ", ["New Jersey", "Jersey City"]),
        *[("Austin, TX", []), ("Ontario, CA", []), ("US", []), ("London, UK", []), ("", [])],
    ],
)
def test_places(text: str, expected: list[str]) -> None:
    """A law holds where its state or city is, and never by two letters alone."""
    assert laws(text, date(2026, 6, 1)) == expected


def test_rules_have_sources() -> None:
    """Each rule cites an address and stands in the table."""
    for rule in rules():
        assert rule.source.startswith("https://")
        assert f"]({rule.source})" in table()
