"""Words that are no findings, and slips that are, each with its own check."""

from __future__ import annotations

from datetime import date

import pytest

from careers.checks import Context, check_posting
from careers.fixes.fix import apply
from careers.posting.reading import read_posting
from careers.settings import Settings

TODAY = date(2026, 6, 1)
REST = "You bake bread in a small team, early in the morning, and sell it in our shop.\n"
FRONT = "---\ntitle: {title}\nlanguage: en\n---\n\n## About the role\n\n"


def findings(text: str) -> list[tuple[str, str]]:
    """Code and message of all that is found in a file."""
    posting = read_posting("postings/a.md", text.encode())
    found = check_posting(posting, Context(Settings(), TODAY))
    return [(finding.code, finding.message) for finding in found]


def fixed(text: str, code: str) -> str:
    """A text with the mends of one check."""
    posting = read_posting("postings/a.md", text.encode())
    every = check_posting(posting, Context(Settings(), TODAY))
    return apply(text, [finding for finding in every if finding.code == code])[0]


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Artist", "Rockstar Games makes games that people remember."),
        ("Artist", "You work with the people of Rockstar Games every day."),
        ("Artist", "Our builds run on Ninja and CMake."),
        ("Analyst", "You solve the travelling salesman problem for our vans."),
        ("Analyst", "You know heuristics for the traveling salesman problem."),
        ("Marketer", "We generate leads. You follow leads that others left, and lead nobody."),
        ("Support Engineer", "We look for a support engineer who supports customers. " * 12),
        ("Lead Engineer", "As a lead engineer you lead leads. " * 12),
    ],
)
def test_names_terms_and_the_title_are_no_findings(title: str, sentence: str) -> None:
    """Proper names, terms of a trade and the job's own title are left alone."""
    found = findings(f"{FRONT.format(title=title)}{sentence}\n\n{REST}")
    assert not {code for code, _ in found} & {"jargon", "gendered", "gender-coded", "ableist"}


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("Aged between 25 and 35.", "ageist", "Aged between 25 and 35"),
        ("Candidates should be aged 25-35.", "ageist", "aged 25-35"),
        ("You are not older than 40.", "ageist", "not older than 40"),
        ("We pay a salary of 50-60k.", "pay-range", "50-60k"),
        ("Salary: 50k \u2013 60k", "pay-range", "50k \u2013 60k"),
        ("You know Github.", "spelling", "Github"),
        ("You write Javascript and CSS every day.", "spelling", "Javascript"),
        ("HTML/CSS/Javascript", "spelling", "Javascript"),
        ("**Location:* Paris", "broken-markdown", "**Location:*"),
        ("*Location:** Paris", "broken-markdown", "*Location:**"),
        ("Health insurance\nPension\nA bicycle", "broken-markdown", "one paragraph"),
        ("We offer:\n• bread\n• rolls", "broken-markdown", "one paragraph"),
        ("-bread\n-rolls", "broken-markdown", "one paragraph"),
        ("\u2013 bread\n\u2013 rolls", "broken-markdown", "one paragraph"),
        ("*bread\n*rolls", "broken-markdown", "one paragraph"),
        ("**Place:** Bern\n**Hours:** 40\n**Pay:** 60k CHF", "broken-markdown", "one paragraph"),
        ("#What we offer", "broken-markdown", "without a blank"),
        ("The sum is $a^2 + b_1$ here.", "unsupported-markup", "$a^2 + b_1$"),
    ],
)
def test_slips_are_found(line: str, code: str, said: str) -> None:
    """Each slip is found by the check whose kind it is."""
    found = findings(f"{FRONT.format(title='Baker')}{REST}\n{line}\n")
    assert any(which == code and said in message for which, message in found), found


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("You teach children aged between 5 and 10, and pupils aged 11 to 15.", "ageist"),
        ("You are at least 18 years old.", "ageist"),
        ("Our salary is public. We serve 50-60k requests a minute.", "jargon"),
        ("A salary of €50-60k.", "pay-range"),
        ("A salary of 50-60k EUR.", "pay-range"),
        ("You serve 50-60k users.", "pay-range"),
        ("See github.com/Javascript and `Github`.", "spelling"),
        ("[GitHub](https://example.com/Github)", "spelling"),
        ("**Location:** Paris", "broken-markdown"),
        ("**a *b* c** and *d **e** f* and 2**3 * 4", "broken-markdown"),
        (
            "You bake for the people of our street, who like\nit when bread is\nwarm.",
            "broken-markdown",
        ),
        ("Berlin  \nParis  \nRome", "broken-markdown"),
        ("#hiring", "broken-markdown"),
        ("Between $5_000 and $6_000, or US$7_000.", "unsupported-markup"),
    ],
)
def test_neighbours_are_no_findings(line: str, code: str) -> None:
    """What only looks like one of them is left alone."""
    found = findings(f"{FRONT.format(title='Baker')}{REST}\n{line}\n")
    assert not [message for which, message in found if which == code]


def test_the_words_of_a_file_without_front_matter() -> None:
    """A file that only says where to apply is a posting, and its words are read."""
    text = (
        "# Baker\n\nThe baker brings her/his own knife and bakes for a house full of people.\n\n"
        "**To apply**, please send a letter to [jobs@example.com](mailto:jobs@example.com).\n"
    )
    assert ("gendered", "`her/his` names a gender") in findings(text)


BOLD = """# Baker

We are a bakery in a small town, and look for somebody who likes to get up early.

**Responsibilities:**

- bake bread

**Requirements**

- Two years in a bakery

**How to apply:**

Write to [jobs@example.com](mailto:jobs@example.com).
"""


def test_lines_in_bold_are_headings() -> None:
    """An advert with lines in bold for headings is checked as what it is, and they are mended."""
    codes = [code for code, _ in findings(BOLD)]
    assert codes.count("headings") == 1
    assert not {"not-a-posting", "sections", "apply-link"} & {*codes}
    assert {"front-matter", "process"} <= {*codes}
    made = fixed(BOLD, "headings")
    assert made == (
        BOLD.replace("**Responsibilities:**", "## Responsibilities")
        .replace("**Requirements**", "## Requirements")
        .replace("**How to apply:**", "## How to apply")
    )
    assert "headings" not in [code for code, _ in findings(made)]


GERMAN = """# Bäcker

Wir sind eine Bäckerei in einer kleinen Stadt und suchen jemanden, der gern früh aufsteht.

**Deine Aufgaben:**

- Brot backen

**Dein Profil:**

- zwei Jahre in einer Bäckerei

Schick deine Bewerbung an [jobs@example.com](mailto:jobs@example.com).
"""


def test_lines_in_bold_of_another_language() -> None:
    """What they announce is known in the posting's own language."""
    codes = [code for code, _ in findings(GERMAN)]
    assert codes.count("headings") == 1
    assert not {"not-a-posting", "sections", "apply-link", "spelling"} & {*codes}


@pytest.mark.parametrize("made", ["**Location:* Paris", "*Location:** Paris"])
def test_a_missing_star_is_put_in(made: str) -> None:
    """The star that is missing is put where it belongs."""
    text = f"{FRONT.format(title='Baker')}{REST}\n{made}\n"
    assert fixed(text, "broken-markdown").endswith("\n**Location:** Paris\n")


@pytest.mark.parametrize(
    ("line", "code", "mended"),
    [
        ("#What we offer", "broken-markdown", "## What we offer"),
        (
            "We ask for:\n\u2022 bread\n\u2022 rolls",
            "broken-markdown",
            "We ask for:\n- bread\n- rolls",
        ),
    ],
)
def test_a_slip_is_mended(line: str, code: str, mended: str) -> None:
    """What lost its blank is a section, and what was bulleted is a list."""
    text = f"{FRONT.format(title='Baker')}{REST}\n{line}\n"
    assert fixed(text, code) == text.replace(line, mended)


INTRO = (
    "Como padeiro preparas o p\u00e3o com a nossa equipa todas as manh\u00e3s, bem cedo, em Lisboa."
)


@pytest.mark.parametrize(
    ("path", "front", "body", "said"),
    [
        ("baker.de.md", "Konditorin\nlanguage: de", "Brot.", "file is named"),
        (
            "padeiro.md",
            "Padeiro\nlanguage: pt",
            f"{INTRO}\n\nRequisitos:\n\u2022 p\u00e3o\n\u2022 bolo",
            "Qualifications",
        ),
        ("bakker.md", "Bakker\nlanguage: nl", "## Dit vragen wij\n\n- Geduld", "Qualifications"),
        ("ux.md", "UX\nlanguage: it", "**RAL:** 30.000\u201338.000 \u20ac", "no heading"),
        (
            "dev.md",
            "D\u00e9veloppeuse\nlanguage: fr",
            "**Processus**\n\n- Appel t\u00e9l\u00e9phonique\n- Entretien technique",
            "no section tells",
        ),
    ],
)
def test_houses_of_other_languages(path: str, front: str, body: str, said: str) -> None:
    """A translation has its original's name; broken bullets and bold lines open what they open."""
    text = f"---\ntitle: {front}\nstatus: open\n---\n\n{body}\n"
    posting = read_posting(f"postings/{path}", text.encode())
    found = [f.message for f in check_posting(posting, Context(Settings(), TODAY))]
    assert not [message for message in found if said in message]


def test_the_cure_of_a_missing_process_is_in_the_language() -> None:
    """A heading to add is proposed as a reader of the posting would write it."""
    text = (
        "---\ntitle: B\u00e4cker\nlanguage: de\nstatus: open\n---\n\n## Deine Aufgaben\n\nBrot.\n"
    )
    posting = read_posting("postings/baecker.md", text.encode())
    (found,) = (
        f for f in check_posting(posting, Context(Settings(), TODAY)) if f.code == "process"
    )
    assert "`## So l\u00e4uft die Bewerbung ab`" in found.help
