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


def test_how_we_hire_tells_each_process_by_itself() -> None:
    """Jobs whose steps are the same stand together, most jobs first; steps are never mixed."""
    other = PROCESS.replace("small case study", "pair programming session")
    files = built(
        posting("one", PROCESS, team="Tools"),
        posting("two", PROCESS, team="Tools"),
        posting("three", other, team="Kitchen"),
    )
    page = files["how-we-hire/index.html"]
    parts = page.split('<section class="process"')[1:]
    assert [re.findall(r"<h2[^>]*>([^<]+)<", part) for part in parts] == [["Tools"], ["Kitchen"]]
    steps = [re.findall(r"<h3>([^<]+)</h3>", part) for part in parts]
    assert steps[0] == ["Apply", "Phone screen", "Case study", "Interviews", "Offer"]
    assert steps[1] == ["Apply", "Phone screen", "Pair programming", "Interviews", "Offer"]
    assert '<a href="../teams/tools/">2 open jobs</a>' in parts[0]
    assert all('class="track steps-5"' in part for part in parts)
    assert "apply here</a>" not in page


def test_how_we_hire_of_one_process_has_no_list_of_teams() -> None:
    """All open jobs have it: it is ours."""
    page = built(posting("one", PROCESS, team="Tools"), posting("two", PROCESS, team="Kitchen"))
    assert ">Our process</h2>" in page["how-we-hire/index.html"]


def test_a_process_of_more_than_seven_steps_stands_upright() -> None:
    """Its steps would be too narrow to read beside each other."""
    steps = "\n".join(f"{n}. **Round {n}:** We talk." for n in range(1, 10))
    page = built(posting("one", f"# One\n\n## Interview process\n\n{steps}\n"))
    assert '<ol class="track">' in page["how-we-hire/index.html"]


def test_how_we_hire_without_a_job() -> None:
    """It says that there is nothing to tell yet."""
    assert "with our next open job" in built()["how-we-hire/index.html"]


def test_a_step_takes_its_own_time() -> None:
    """What is nested below it takes a time of its own; the author's "entire day" is one, too."""
    text = (
        "# J\n\n## Interview process\n\n1. **Onsite:** an entire day with us.\n"
        "   - Pairing (1 hour)\n2. **Talks:** Two of them.\n   1. One of 30 minutes\n"
    )
    page = built(posting("one", text))["one/index.html"]
    assert stages(page) == [("Onsite", "an entire day"), ("Talks", "")]


@pytest.mark.parametrize(
    "step", ["Phone screen", "**Phone screen**", "Phone screen (30 minutes)", "**Phone screen:**"]
)
@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_a_step_that_is_only_its_name_is_printed_once(step: str, apart: str) -> None:
    """The name stands above, and nothing below says it again."""
    text = f"# J\n\n## Interview process\n\n1. {step}{apart}2. We make you an offer.\n"
    page = built(posting("one", text))["one/index.html"]
    shown = page.partition('<ol class="stages">')[2].partition("</ol>")[0]
    assert shown.count("Phone screen") == 1
    assert "<p></p>" not in shown
    assert "We make you an offer." in shown


@pytest.mark.parametrize(
    ("step", "name", "takes"),
    [
        ("**Phone screen (30 minutes):** We talk.", "Phone screen", "30 minutes"),
        ("**30-minute chat:** With Ann.", "30-minute chat", ""),
        ("**Team interview, 1 hour:** With us.", "Team interview, 1 hour", ""),
        ("**Case study** (about 2 hours): yours to keep.", "Case study", "about 2 hours"),
        ("Technical interview (one hour)", "Technical interview", "one hour"),
        ("**Case study** (2 hours, by mail) - yours to keep.", "Case study", "2 hours"),
        ("**Panel (an hour, by video):** With us.", "Panel (an hour, by video)", ""),
    ],
)
def test_a_time_is_said_once(step: str, name: str, takes: str) -> None:
    """In the author's name for the step, or beside it: never in both."""
    text = f"# J\n\n## Interview process\n\n1. {step}\n2. We make you an offer.\n"
    page = built(posting("one", text))["one/index.html"]
    assert stages(page)[0] == (name, takes)
    if takes:
        assert page.partition('<ol class="stages">')[2].partition("</ol>")[0].count(takes) == 1


@pytest.mark.parametrize(
    ("language", "step", "name"),
    [
        ("nl", "Kennismakingsgesprek van 30 minuten", "Kennismakingsgesprek van 30 minuten"),
        ("fr", "rencontre avec notre équipe", "Rencontre avec notre équipe"),
        ("it", "Esame del curriculum", "Esame del curriculum"),
        ("en", "Coffee & a chat", "Coffee &amp; a chat"),
        ("en", "We schedule an interview with all of us.", "Interview"),
    ],
)
def test_a_step_of_a_few_words_is_its_own_name(language: str, step: str, name: str) -> None:
    """Readers of every language know it by these words; a sentence gets the stage's name."""
    text = f"# J\n\n## Interview process\n\n1. {step}\n2. Offer\n"
    page = built(posting("one", text, language=language))["one/index.html"]
    assert stages(page)[0][0] == name


def test_what_a_name_links_to_stays() -> None:
    """A name that leads somewhere is more than a name."""
    text = "# J\n\n## Interview process\n\n1. [Phone screen](https://example.com/a)\n2. An offer.\n"
    page = built(posting("one", text))["one/index.html"]
    assert 'href="https://example.com/a"' in page.partition('<ol class="stages">')[2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Onsite:** an entire day", "an entire day"),
        ("Onsite (half day)", "half day"),
        ("Échange (20 minutes)", "20 minutes"),
        ("Un appel d'une heure", "une heure"),
        ("Exercice à la maison (deux heures)", "deux heures"),
        ("Llamada de 15 minutos", "15 minutos"),
        ("Colloquio di 45 minuti", "45 minuti"),
        ("Gesprek van 1,5 uur", "1,5 uur"),
        ("Entrevista de 2 horas", "2 horas"),
        ("Réponse sous 48 heures", ""),
        ("Resposta em até 48 horas", ""),
        ("Risposta entro 24 ore", ""),
    ],
)
def test_times_of_other_languages(text: str, expected: str) -> None:
    """A step's time is known in the languages whose processes are."""
    assert duration(text) == expected


@pytest.mark.parametrize(
    ("step", "name", "words"),
    [
        ("Take-home \u2192 we pay you for it", "Take-home", "we pay you for it"),
        ("Onsite: walkthrough and interviews", "Onsite", "walkthrough and interviews"),
        ("Phone screen - with Ann", "Phone screen", "with Ann"),
        ("**Case study** (2 hours, by mail) - yours", "Case study", "(by mail) yours"),
        ("A recruiter calls you: be at home", "Phone screen", "A recruiter calls you: be at home"),
    ],
)
def test_a_name_is_said_once(step: str, name: str, words: str) -> None:
    """A step that begins with its own name is called so, and the rest is what happens."""
    text = f"# J\n\n## Interview process\n\n1. {step}\n2. We make you an offer.\n"
    page = built(posting("one", text))["one/index.html"]
    assert stages(page)[0][0] == name
    assert f"{words}</li>" in page
