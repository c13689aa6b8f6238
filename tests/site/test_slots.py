"""Benefits and colleagues of a text, drawn where they are written as such."""

from __future__ import annotations

import pytest
from lxml import html  # type: ignore[import-untyped]

from careers.markdown.includes import SharedText
from careers.posting.reading import read_posting
from careers.text.source import decode
from feeds import posting
from pagesite import built

BENEFITS = "- **30 days** of holiday\n- **A desk:** yours\n"
PEOPLE = "- **Mira Cardoso** leads Product\n- **Jo** runs [the lab](https://example.com)\n"


def page(heading: str, text: str) -> str:
    """A posting's page with a section."""
    return built(posting("one", f"# One\n\n## {heading}\n\n{text}\n"))["one/index.html"]


@pytest.mark.parametrize("heading", ["Benefits", "Perks", "What we offer", "Wir bieten"])
def test_benefits_are_cards(heading: str) -> None:
    """Each with its bold words above the rest."""
    found = page(heading, BENEFITS)
    assert '<ul class="perks">\n<li><strong>30 days</strong> of holiday</li>' in found
    assert "<li><strong>A desk</strong> yours</li>" in found


def test_people_have_a_face_or_their_initials() -> None:
    """A picture before the name is the face."""
    found = page("Who you will work with", PEOPLE)
    assert '<span class="face"><span aria-hidden="true">MC</span></span>' in found
    assert '<span aria-hidden="true">J</span>' in found
    assert '<strong>Jo</strong> runs <a href="https://example.com"' in found
    text = "- ![](https://example.com/m.png) **Mira** leads\n- **Jo** runs\n"
    pictured = page("Meet the team", text)
    assert '<span class="face"><img' in pictured


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("About us", BENEFITS),
        ("Benefits", "- **30 days** of holiday\n- a desk\n"),
        ("Benefits", "- **30 days**\n  - and a reminder\n"),
        ("Benefits", "We have **many**.\n"),
        ("Benefits", '<ul class="perks"><li>mine</li></ul>\n'),
    ],
)
def test_what_is_written_as_text_stays_text(heading: str, text: str) -> None:
    """Another heading, an item that does not begin in bold, a list in a list."""
    found = page(heading, text)
    assert 'class="perks"' not in found
    assert 'class="people"' not in found


def test_the_feeds_have_the_list_as_it_was_written() -> None:
    """Only the page draws it."""
    files = built(posting("one", f"# One\n\n## Benefits\n\n{BENEFITS}"))
    assert "perks" not in files["feed.json"]
    assert "30 days" in files["feed.json"]


def test_a_scorecard_is_shown_nowhere() -> None:
    """With what stands below it, up to the next section; in no page, no feed and no index."""
    text = "# One\n\n## Role\n\nYou test.\n\n## Scorecard\n\nSecretly 4\n\n### More\n\nSecretly 3\n"
    files = built(posting("one", text + "\n## Interview process\n\n1. **Call:** We call.\n"))
    assert not [path for path, data in files.items() if "Secretly" in data]
    assert "We call." in files["one/index.html"]
    last = built(posting("one", text))
    assert not [path for path, data in last.items() if "Secretly" in data]


SCORECARDS = {
    # what is hidden, and what stands below it and is not
    "bold": "**Scorecard:**\n\n- Secretly 4\n\n**Benefits:**\n\nShown",
    "bold-before-heading": "**Scorecard**\n\nSecretly 4\n\n### Team\n\nShown",
    "german": "## Bewertungsbogen\n\nSecretly 4\n\n## Wir\n\nShown",
    "french": "## Grille d\N{RIGHT SINGLE QUOTATION MARK}évaluation\n\nSecretly\n\n# N\n\nShown",
    "spanish": "## Hoja de evaluación\n\nSecretly 4\n\n## Sobre\n\nShown",
    "japanese": "## 評価シート\n\nSecretly 4\n\n## 会社\n\nShown",
    "emoji": "## 📋 Scorecard (internal)\n\nSecretly 4\n\n## Team\n\nShown",
    "underlined": "Scorecard\n---------\n\nSecretly 4\n\nTeam\n----\n\nShown",
    "marked-up": "## *Interviewer* `scorecard`\n\nSecretly 4\n\n## Team\n\nShown",
    "quoted": "> ## Scorecard\n>\n> Secretly 4\n\nShown",
    "in-a-list": "- ## Scorecard\n\n  Secretly 4\n- Shown",
    "in-a-box": "<details>\n<summary>Scorecard</summary>\n\nSecretly 4\n\n</details>\n\nShown",
    "deeper": "## Scorecard\n\n> ### In\n>\n> Secretly\n\n### Below\n\nSecretly\n\n## X\n\nShown",
    "raw": "<h2>Scorecard</h2>\n<p>Secretly 4</p>\n<h2>Team</h2>\n\nShown",
    "table": "## Scorecard\n\n| a | b |\n|---|---|\n| Secretly 4 | 1 |\n\n## Team\n\nShown",
    "two": "## Scorecard\n\nSecretly 4\n\n## Scoring rubric\n\nSecretly 3\n\n## Team\n\nShown",
}


@pytest.mark.parametrize("text", SCORECARDS.values(), ids=SCORECARDS)
def test_a_scorecard_is_hidden_however_it_is_written(text: str) -> None:
    """Other languages, lines in bold, quotes, boxes and HTML; what stands around it is shown."""
    front = f"# One\n\n## Role\n\nYou test.\n\n{text}\n\n## End\n\nThe end.\n"
    files = built(posting("one", front))
    assert not [path for path, data in files.items() if "Secretly" in data]
    page = html.fromstring(files["one/index.html"].encode())
    (shown,) = page.xpath("//div[@class='text']")
    assert "Shown" in shown.text_content()
    assert "The end." in shown.text_content()


def test_a_scorecard_of_a_shared_text_or_a_translation_is_hidden() -> None:
    """Wherever it comes from."""
    path = "postings/_shared/cards.md"
    shared = SharedText("cards", path, decode(b"## Scorecard\n\nSecretly 4\n"))
    german = posting("one.de", "# Eins\n\n## Bewertungsbogen\n\nSecretly 4\n", language="de")
    text = b'# One\n\nShown\n\n{{ shared("cards") }}\n'
    one = read_posting("postings/one.md", text, {"cards": shared})
    files = built(one, german)
    assert not [path for path, data in files.items() if "Secretly" in data]
