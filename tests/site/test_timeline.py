"""The interview process of a posting, drawn as its stages."""

from __future__ import annotations

import re

import pytest

from careers.site.content.durations import duration
from feeds import posting
from pagesite import PROCESS, built


def stages(page: str) -> list[tuple[str, str]]:
    """The names of the stages on a page, and how long they take."""
    found = re.findall(
        r'class="stage"><strong>([^<]+)</strong>(?: <span class="takes">([^<]+))?', page
    )
    return [(name, takes) for name, takes in found]


def test_each_step_has_its_name_and_how_long_it_takes() -> None:
    """The author's label, else the stage's; the time in the author's words."""
    page = built(posting("one", PROCESS))["one/index.html"]
    assert stages(page) == [
        ("Apply", ""),
        ("Phone screen", "30 minutes"),
        ("Case study", "about two hours"),
        ("Interviews", "half a day"),
        ("Offer", ""),
    ]
    assert '<ol class="stages">' in page
    assert page.count("Phone screen") == page.count("Phone screen</strong>") + 1  # the JSON-LD


def test_nested_bullets_stay_with_their_step() -> None:
    """They follow the step's own words, inside of its item."""
    page = built(posting("one", PROCESS))["one/index.html"]
    item = page.partition("<strong>Interviews</strong>")[2].partition("<strong>Offer")[0]
    assert item.count("<li>") == 3  # two bullets, and the next step
    assert "You meet a founder." in item


@pytest.mark.parametrize(
    "text",
    [
        "# J\n\n## Interview process\n\nWe talk.\n",
        "# J\n\n## Interview process\n\n### Step 1: Phone screen\n\nWe call.\n\n### Step 2: offer",
        "# J\n\nNo process at all.\n\n1. One\n2. Two\n",
        "# J\n\n## Interview process\n\n1. <i>&#2;0&#3;</i> We call you.\n2. An offer.\n",
        "# J\n\n## Interview process\n\n1. We call you. &#2;7&#3;\n2. An offer.\n",
        "# J\n\n## Interview process\n\n1. We call <b>you. \n\n<p>&#2;7&#3;\n\n2. An offer.\n",
        "# J\n\n## Interview process\n\n1. <li>We call</li></ol> you.\n2. <ol><li>An offer.\n",
        "# J\n\n## Interview process\n\n1. - **Call:** nested first\n2.\n3. Offer\n",
    ],
)
def test_other_texts_keep_their_words(text: str) -> None:
    """Whatever the shape, nothing is lost, nothing of ours is left over, no tag is left open."""
    page = built(posting("one", text))["one/index.html"]
    shown = page.partition('<div class="text"')[2].partition('<section class="end"')[0]
    assert "\2" not in shown
    assert shown.count("<li>") == shown.count("</li>")
    for word in re.findall(r"call|nested|talk|Two|offer", text):
        assert word in shown


def test_stages_in_the_feeds_are_plain_lists() -> None:
    """What other systems read holds the posting's text as it is, without our drawing."""
    files = built(posting("one", PROCESS, posted="2026-11-02"))
    for path in ("feed.json", "feed.xml", "jobs.json"):
        assert "Phone screen" in files[path]
        assert "class=" not in files[path]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We call you for 30 minutes.", "30 minutes"),
        ("A 45-minute call", "45 minutes"),
        ("a one-hour talk", "one hour"),
        ("Two talks of an hour each", "an hour each"),
        ("It takes about <b>two hours</b>.", "about two hours"),
        ("2h of your time", "2h"),
        ("A 2-h test", "2-h"),
        ("You meet Anh.", ""),
        ("Please spend no more than three hours", "no more than three hours"),
        ("60-90 min with the team", "60-90 minutes"),
        ("1\N{EN DASH}2 hours", "1\N{EN DASH}2 hours"),
        ("Half a day in our office", "half a day"),
        ("Das dauert etwa zwei Stunden.", "etwa zwei Stunden"),
        ("ein Gespräch von 30 Minuten", "30 Minuten"),
        ("Zwei Gespräche, je eine Stunde", "je eine Stunde"),
        ("You hear from us within 24 hours.", ""),
        ("within five working days", ""),
        ("24/7 support, 40 people", ""),
        ("we have 3 hours' worth", "3 hours"),
        ("", ""),
    ],
)
def test_durations(text: str, expected: str) -> None:
    """The first time that a step takes; not the time until an answer comes."""
    assert duration(text) == expected


def test_how_we_hire_tells_the_stages_of_all_postings() -> None:
    """In the order in which candidates meet them, with how many jobs have each."""
    other = PROCESS.replace("small case study", "pair programming session")
    files = built(posting("one", PROCESS), posting("two", PROCESS), posting("three", other))
    page = files["how-we-hire/index.html"]
    names = [name for name, _ in stages(page)]
    assert names[0] == "Apply"
    assert names[-1] == "Offer"
    assert {"Case study", "Pair programming"} <= set(names)
    assert "In 2 open jobs" in page
    assert "apply here</a>" not in page


def test_how_we_hire_without_a_job() -> None:
    """It says that there is nothing to tell yet."""
    assert "with our next open job" in built()["how-we-hire/index.html"]
