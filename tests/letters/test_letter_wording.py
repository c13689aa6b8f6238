"""The letters in words: every one in both languages, and what is left out or stops them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from careers.files.mail_templates import load_letters
from careers.letters import all_kinds
from careers.letters.support.broken import BrokenFileError
from careers.letters.support.placeholders import DAYS, OPTIONAL, PLACEHOLDERS
from careers.letters.support.wording import Letters, Unfilled, Wording
from careers.letters.support.words import read_words
from careers.posting.salary import Salary

GOLDEN = Path(__file__).parent / "golden"
LANGUAGES = ("en", "de")
VALUES = {
    "en": {
        "job": "Developer Product Manager",
        "steps": "Phone screen, Case study, Interviews",
        "step": "Phone screen",
        "step_text": "A call about your work and about this job",
        "reason_text": "the job needs more experience in what comes first in it",
        "filled_or_closed": "filled",
        "read_or_unread": "nobody has read it yet",
        "why_text": "the team meets on Thursday",
        "first_line": "It was moved: the new time is below.",
        "mailbox": "jobs@example.com",
        "hash_text": ", and a keyed hash of your address, by which we know that it was deleted",
        "text": "Hello Amara,\n\nthe call is by video. See https://meet.example.com/41\n\nRita",
        "role": "recruiting",
        "people": "Mira Example and Jonas Example",
    },
    "de": {
        "job": "Produktmanagerin (w/m/d)",
        "steps": "Telefongespräch, Fallstudie, Gespräche",
        "step": "Telefongespräch",
        "step_text": "Ein Gespräch über Ihre Arbeit und über diese Stelle",
        "reason_text": "die Stelle braucht mehr Erfahrung in dem, worauf es zuerst ankommt",
        "filled_or_closed": "besetzt",
        "read_or_unread": "sie wurde noch nicht gelesen",
        "why_text": "das Team trifft sich am Donnerstag",
        "first_line": "Es wurde verschoben: die neue Zeit steht unten.",
        "mailbox": "jobs@example.com",
        "hash_text": ", und ein Prüfwert Ihrer Adresse, an dem wir sehen, dass sie gelöscht ist",
        "text": "Guten Tag,\n\nes ist ein Videogespräch: https://meet.example.com/41\n\nRita",
        "role": "Personal",
        "people": "Mira Example und Jonas Example",
    },
}
BOTH = {
    "name": "Amara Okafor",
    "company": "Example Tools",
    "sender": "Rita Example",
    "manager": "Adaeze Example",
    "answer_by": "2026-12-02",
    "promised": "2026-11-27",
    "day": "2026-12-01",
    "start": "2027-02-01",
    "kept_until": "2027-06-01",
    "booking_url": "https://cal.example.com/rita",
    "privacy_url": "https://jobs.example.com/privacy/",
    "jobs_url": "https://jobs.example.com/",
    "minutes": "30",
    "pay": "€72,000 a year",
    "backup_days": "30",
    "privacy_contact": "privacy@example.com",
    "authority": "the data protection authority of Berlin",
}


@pytest.fixture(scope="module")
def letters() -> Letters:
    """Those that are shipped."""
    return load_letters(Path("nowhere"))


def filled(letters: Letters, kind: str, language: str, **changes: str) -> Wording:
    """A letter; none of what it needs is missing."""
    made = letters.fill(kind, language, {**BOTH, **VALUES[language], **changes})
    assert isinstance(made, Wording), made
    return made


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", all_kinds())
def test_every_letter_as_it_reads(
    letters: Letters, kind: str, language: str, expected: Callable[[Path, str], None]
) -> None:
    """With all that it can say, and with the least; the HTML has the words of the text."""
    made = filled(letters, kind, language)
    least = filled(letters, kind, language, **dict.fromkeys(OPTIONAL, ""))
    parts = f"{made.subject}\n\n{made.text}\n---- the least\n\n{least.text}"
    expected(GOLDEN / f"{kind}.{language}.txt", parts)
    expected(GOLDEN / f"{kind}.{language}.html", made.html)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", all_kinds())
def test_a_letter_is_filled_with_what_its_module_says(
    letters: Letters, kind: str, language: str
) -> None:
    """In each language; each placeholder has a row in the docs."""
    named = set(all_kinds()[kind].placeholders)
    assert letters.placeholders(kind, language) == named
    assert named <= set(PLACEHOLDERS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", all_kinds())
def test_nothing_goes_with_a_hole_in_it(letters: Letters, kind: str, language: str) -> None:
    """Each placeholder in turn: what may be missing leaves no trace, what may not stops it."""
    for name in sorted(letters.placeholders(kind, language)):
        made = letters.fill(kind, language, {**BOTH, **VALUES[language], name: ""})
        if name in OPTIONAL:
            assert isinstance(made, Wording)
            assert not {"\x00", "\x01"} & set(made.text + made.html + made.subject)
            assert "  " not in made.text
        else:
            assert made == Unfilled((name,))


def test_what_a_value_says_is_no_end_of_a_sentence(letters: Letters) -> None:
    """``Dr. Example`` begins no other one."""
    made = filled(letters, "invited", "en", people="Dr. Mira Example", minutes="")
    assert "You will meet Dr. Mira Example." in made.text


def test_what_a_value_says_is_text(letters: Letters) -> None:
    """In HTML, in a subject; and a template's own marks are none in a value."""
    job = "<b>R&D</b> {{ name }}"
    made = filled(letters, "received", "en", job=job, name="Ada \x00\x01Example")
    assert "&lt;b&gt;R&amp;D&lt;/b&gt; {{ name }}" in made.html
    assert made.subject == f"We have your application: {job}"
    assert "Dear Ada Example," in made.text


@pytest.mark.parametrize(
    "evil", ["\n\nBcc: x@example.com", "\r\nBcc: x", "\u2028Bcc: x", "\x0bBcc"]
)
@pytest.mark.parametrize("kind", all_kinds())
def test_a_line_break_in_a_value_ends_no_subject(letters: Letters, kind: str, evil: str) -> None:
    """A title or a name of several lines is one line; only the team's own words have more."""
    own = {name: text for name, text in VALUES["en"].items() if name != "text"}
    made = filled(letters, kind, "en", **{n: f"{t}{evil}" for n, t in own.items() if n not in DAYS})
    assert len(made.subject.splitlines()) == 1
    assert not any(line.startswith("Bcc") for line in made.text.splitlines())


def test_a_company_has_its_own_words(tmp_path: Path) -> None:
    """Its files take the place of ours; another language falls back to English."""
    folder = tmp_path / "templates/mail"
    folder.mkdir(parents=True)
    (folder / "received.en.txt.j2").write_text("Subject: Hi\n\nHi {{ name }}.\n", "utf-8")
    letters = load_letters(tmp_path)
    assert filled(letters, "received", "en").text == "Hi Amara Okafor.\n"
    assert letters.language("de-AT", "received") == "de"
    assert letters.language("fr", "received") == "en"
    (folder / "received.en.txt.j2").write_text("Hi {{ name }}.\n", "utf-8")
    with pytest.raises(BrokenFileError, match="begins with no `Subject:` line"):
        load_letters(tmp_path).fill("received", "en", BOTH)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("received.en.txt.j2", b"Hi", "begins with no `Subject:` line"),
        ("received.en.txt.j2", b"Subject: x\n\n\xff", "cannot be read"),
        ("received.en.txt.j2", b"Subject: x\n\nHi.\n{{ name. }}", ", line 4, is broken: expected"),
        ("received.en.txt.j2", b"Subject: x\n\n{{ name.\n", ", line 3, is broken: a tag is not"),
        ("received.en.txt.j2", b"Subject: x\n\n{% if name %}", ", line 3, is broken: Unexpected"),
        ("received.en.txt.j2", b"Subject: x\n\n\n{{ name.x() }}", ", line 4, is broken: 'str"),
        ("received.en.txt.j2", b"Subject: x\n\n{{ name / 0 }}", ", line 3, is broken: TypeError"),
        ("received.en.txt.j2", b"Subject: x\n\n{{ 1 / 0 }}", ", line 3, is broken: ZeroDivision"),
        (
            "received.en.txt.j2",
            b"Subject: x\n\n{{ name | nope }}",
            ", line 3, is broken: No filter",
        ),
        (
            "received.en.txt.j2",
            b"Subject: x\n\n{% include 'y' %}",
            ", line 3, is broken: TemplateN",
        ),
        ("words.en.toml", b"weekdays = [", "is no TOML: "),
        ("words.en.toml", b"", "has no `weekdays` as it is needed"),
        ("words.en.toml", b"\xff", "cannot be read"),
    ],
)
def test_a_broken_file_ails_the_letters_that_need_it(
    tmp_path: Path, name: str, text: bytes, told: str
) -> None:
    """Its path, its line where it has one, and the cure; all others are filled in as before."""
    folder = tmp_path / "templates/mail"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(text)
    letters = load_letters(tmp_path)
    with pytest.raises(BrokenFileError) as caught:
        letters.fill("received", "en", {**BOTH, "name": "Ada"})
    assert str(caught.value).startswith(f"templates/mail/{name}")
    assert told in str(caught.value)
    assert caught.value.help
    assert [str(x) for x in letters.broken(["received"])] == [str(caught.value)]
    assert filled(letters, "received", "de").text
    assert name.startswith("words") or (
        letters.broken(["invited"]) == [] and filled(letters, "invited", "en").text
    )


@pytest.mark.parametrize(
    ("was", "now", "named"),
    [
        ('"Monday", ', "", "weekdays"),
        ("months", "monts", "months"),
        ("{weekday}", "{wekday}", "day"),
        ('read = "', "read = 3 # ", "read"),
        ("{amount}", "{amont}", "pay"),
        ("hour = ", "hours = ", "pay"),
    ],
)
def test_words_that_would_fail_later_are_told_at_once(was: str, now: str, named: str) -> None:
    """By the name of what is wrong with them."""
    text = Path("templates/mail/words.en.toml").read_text("utf-8")
    assert was in text
    with pytest.raises(BrokenFileError, match=f"has no `{named}` as it is needed"):
        read_words("en", text.replace(was, now), "words.en.toml")


def test_what_is_shipped_is_whole(letters: Letters) -> None:
    """So that `doctor` says nothing of it."""
    assert letters.broken(all_kinds()) == []


@pytest.mark.parametrize(
    ("least", "most", "currency", "per", "english", "german"),
    [
        ("72000", "90000", "EUR", "year", "€72,000 {} 90,000 a year", "72.000 {} 90.000 € im Jahr"),
        ("18.5", None, "USD", "hour", "$18.50 an hour", "18,50 $ in der Stunde"),
        ("5000", "5000", "CHF", "month", "CHF\xa05,000 a month", "5.000 CHF im Monat"),
    ],
)
def test_pay_in_words(  # noqa: PLR0913, PLR0917 - a table
    letters: Letters,
    least: str,
    most: str | None,
    currency: str,
    per: str,
    english: str,
    german: str,
) -> None:
    """As each language writes sums."""
    given = {"min": least, "currency": currency, "per": per, **({"max": most} if most else {})}
    salary = Salary.model_validate(given)
    dash = "\N{EN DASH}"
    assert letters.words("en").pay(salary) == english.format(dash)
    assert letters.words("de").pay(salary) == german.format(dash)
