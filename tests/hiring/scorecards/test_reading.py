"""Cards as people leave them: a table of texts, and what is read of each."""

from __future__ import annotations

import pytest

from careers.hiring.scorecards.marking import with_done, with_ratings
from careers.hiring.scorecards.reading import read_card, read_comment
from careers.hiring.scorecards.words import IN_ALL, Rating, read_rating

CRITERIA = ("Finds the cause", "Explains plainly")
ALL = "### In all\n- [x] yes"
# A text of a card, what is read (f, e: the criteria; a: in all), and what stands in its way.
CARDS: list[tuple[str, str, str]] = [
    ("### Finds the cause\n- [x] yes", "f=yes", ""),
    ("### Finds the cause\n- [X] yes", "f=yes", ""),
    ("### Finds the cause\n- [✓] strong yes", "f=strong_yes", ""),
    ("### Finds the cause\n* [x] No", "f=no", ""),
    ("### Finds the cause\n+ [x] mixed", "f=mixed", ""),
    ("### Finds the cause\n1. [x] yes", "f=yes", ""),
    ("### Finds the cause\n[x] strong-no", "f=definitely_not", ""),
    ("### Finds the cause\n- [x]strong yes", "f=strong_yes", ""),
    ("### Finds the cause\n- [x] did not see it", "f=no_decision", ""),
    ("### Finds the cause\n- [x] **yes**", "f=yes", ""),
    ("### Finds the cause\n- [ ] yes\n- [ ] no", "", ""),
    ("### FINDS THE CAUSE\n- [x] yes", "f=yes", ""),
    ("## finds the cause:\n- [x] yes", "f=yes", ""),
    ("###### Finds *the* cause!\n- [x] yes", "f=yes", ""),
    ("### Finds the  cause ###\n- [x] yes", "f=yes", ""),
    ("### Fïnds the cäuse\n- [x] yes", "f=yes", ""),
    ("**Finds the cause**\n- [x] yes", "f=yes", ""),
    ("Finds the cause\n- [x] yes", "f=yes", ""),
    ("### Finds the cause: yes", "f=yes", ""),
    ("### Finds the cause ++", "f=strong_yes", ""),
    ("### Finds the cause: \u2013", "f=no", ""),
    ("**Finds the cause:** Strong-Yes", "f=strong_yes", ""),
    ("- Finds the cause: no", "f=no", ""),
    ("### Finds the cause\nyes", "f=yes", ""),
    ("### Finds the cause\n\nStrong_Yes, found the race at once", "f=strong_yes", ""),
    ("### Finds the cause\n- no", "f=no", ""),
    ("### Finds the cause\n++", "f=strong_yes", ""),
    ("### Finds the cause\n--", "f=definitely_not", ""),
    ("### Finds the cause\n+/-", "f=mixed", ""),
    ("### Finds the cause\n- [x] yes\nyes, quite", "f=yes", ""),
    ("### Finds the cause\r\n- [x] yes\r\n", "f=yes", ""),
    ("Hello.\n### Finds the cause\n- [x] yes\nBye.", "f=yes", ""),
    ("### In all\n- [x] yes\n### Finds the cause\n- [x] no", "a=yes f=no", ""),
    ("### Explains plainly\n- [x] no\n\n\n\n### Finds the cause\n- [x] yes", "e=no f=yes", ""),
    ("### Finds the cause\n- [x] yes\n### Humour\n- [x] no", "f=yes", ""),
    ("### Finds the cause\n- [x] yes\n**What did you see?**\nNo. Not at first.", "f=yes", ""),
    ("### Finds the cause\n- [x] yes\n**What did you see?**\n> strong no", "f=yes", ""),
    ("### Finds the cause\n> yes\n- [x] no", "f=no", ""),
    ("### Finds the cause\n```\n- [x] yes\n```\n- [x] no", "f=no", ""),
    ("### Finds the cause\n<!-- - [x] yes -->\n- [x] no", "f=no", ""),
    ("<details><summary>Kit</summary>\n\n### Finds the cause\n- [x] no\n</details>", "", ""),
    ("### Finds the cause\n- [x] yes\n- [x] yes", "f=yes", ""),
    ("### Finds the cause\n- [x] yes\n- [x] no", "", "has two ticks: leave one"),
    ("### Finds the cause\n- [x] yes\n- [x] no\n- [x] mixed", "", "has three ticks: leave one"),
    ("### Finds the cause: yes\n- [x] no", "", "says two things: leave one"),
    ("### Finds the cause\n4/5", "", "says 4/5, which is no rating"),
    ("### Finds the cause\n4 of 5", "", "says 4 of 5, which is no rating"),
    ("### Finds the cause\n8", "", "says 8, which is no rating"),
    ("### Finds the cause\n★★★★", "", "which is no rating"),
    ("### In all\n- [x] mixed", "", "is one of strong no, no, yes, strong yes"),
    ("### In all: did not see it", "", "is one of strong no, no, yes, strong yes"),
    ("### In all\n- [x] Strong Yes", "a=strong_yes", ""),
    ("# IN ALL - yes", "a=yes", ""),
    ("In all: no", "a=no", ""),
    ("In all, yes", "", ""),
    ("### Finds the cause of it\n- [x] yes", "", ""),
    # In the words of who does not think in English.
    ("### Finds the cause: ja\n### Insgesamt\nklares Ja", "f=yes a=strong_yes", ""),
    ("### Finds the cause\nnein, gar nicht\n### In all\nNein", "f=no a=no", ""),
    ("### Finds the cause: mitigé\n### Dans l'ensemble : oui", "f=mixed a=yes", ""),
    (
        "### Finds the cause: pas vu\n**En tout:** clairement non",
        "f=no_decision a=definitely_not",
        "",
    ),
    ("### Finds the cause: mixto\n### En general: sí", "f=mixed a=yes", ""),
    (
        "### Finds the cause: no visto\n### En conjunto\nclaramente no",
        "f=no_decision a=definitely_not",
        "",
    ),
    ("### Finds the cause: sì\n### Nel complesso: decisamente sì", "f=yes a=strong_yes", ""),
    ("### Finds the cause: nee\n### Al met al: ja", "f=no a=yes", ""),
    (
        "### Finds the cause: niet gezien\n### In all: sterk nee",
        "f=no_decision a=definitely_not",
        "",
    ),
    ("### Finds the cause: não\n### No geral: sim", "f=no a=yes", ""),
    ("### In all: gemischt", "", "is one of strong no, no, yes, strong yes"),
    ("En general, sí, pero no siempre.", "", ""),
    ("Insgesamt war es ein gutes Gespräch.", "", ""),
    ("### Finds the cause: vier von fünf", "", ""),
    # What word processors and telephones make of a list of boxes.
    ("### Finds the cause\n\u2022\t[x] yes\n\u2022\t[ ] no", "f=yes", ""),
    ("### Finds the cause\n\u2013 [ x ] yes", "f=yes", ""),
    ("### Finds the cause\n* [x ] no", "f=no", ""),
    ("### Finds the cause\n- [v] yes\n- [ ] no", "f=yes", ""),
    ("### Finds the cause\n- [\u2705] yes", "f=yes", ""),
    ("### Finds the cause\n\u2612 yes\n\u2610 no\n\u2610 mixed", "f=yes", ""),
    ("### Finds the cause\n\u2611\ufe0f strong yes", "f=strong_yes", ""),
    (
        "### Finds the cause\n- [x] yes\n**What did you see?**\n\u2705 no help was asked",
        "f=yes",
        "",
    ),
]
COMMENTS: list[tuple[str, str, str, bool]] = [
    ("finds the cause: yes, found the race", "f=yes", "", False),
    (
        "Finds the cause = ++\n\nExplains plainly: \u2013\nIn all: yes\n\ndone",
        "f=strong_yes e=no a=yes",
        "",
        True,
    ),
    ("in all strong no\nDone.", "a=definitely_not", "", True),
    ("- in all: yes\n- done", "a=yes", "", True),
    ("### In all: yes\n**done**", "a=yes", "", True),
    ("finds the cause: 4/5", "", "which is no rating", False),
    ("in all: mixed", "", "is one of", False),
    ("in all: yes\nin all: no", "", "says two things", False),
    ("> in all: yes\n> done", "", "", False),
    ("```\nin all: yes\ndone\n```", "", "", False),
    ("We are done with the talk, in all a good one", "", "", False),
    ("Finds the cause of most things", "", "", False),
    ("I am done", "", "", False),
    ("Erklärt: ja\nInsgesamt: ja\nFertig.", "a=yes", "", True),
    ("finds the cause: oui\nau total : oui\nfini", "f=yes a=yes", "", True),
    ("en conjunto: sí\nlisto", "a=yes", "", True),
    ("nel complesso: no\nfatto", "a=no", "", True),
    ("alles bij elkaar: ja\nklaar", "a=yes", "", True),
    ("no geral: não\npronto", "a=no", "", True),
    ("Ich bin fertig mit dem Gespräch, insgesamt gut", "", "", False),
]
NAMES = {"f": CRITERIA[0], "e": CRITERIA[1], "a": IN_ALL}


def ratings(text: str) -> dict[str, Rating]:
    """What a row says is read."""
    pairs = (part.split("=") for part in text.split())
    return {NAMES[name]: Rating(said) for name, said in pairs}


@pytest.mark.parametrize(("text", "read", "problem"), CARDS)
def test_a_card_is_read_as_it_is_meant(text: str, read: str, problem: str) -> None:
    """Leniently where it is clear, and not at all where it is not."""
    found = read_card(text, CRITERIA)
    assert dict(found.ratings) == ratings(read)
    assert bool(found.problems) == bool(problem)
    assert problem in " ".join(found.problems)
    assert not found.done


@pytest.mark.parametrize(("text", "read", "problem", "done"), COMMENTS)
def test_a_comment_is_read_the_same(text: str, read: str, problem: str, *, done: bool) -> None:
    """A line a criterion, and *done* alone on its line."""
    found = read_comment(text, CRITERIA)
    assert dict(found.ratings) == ratings(read)
    assert problem in " ".join(found.problems)
    assert (bool(found.problems), found.done) == (bool(problem), done)


@pytest.mark.parametrize(
    ("box", "done"),
    [
        ("- [x] <!-- do:submit --> **Done.** I wrote", True),
        ("- [X] Done", True),
        ("* [x] **done.**", True),
        ("- [ ] <!-- do:submit --> **Done.**", False),
        ("> - [x] <!-- do:submit --> Done", False),
        ("```\n- [x] <!-- do:submit --> Done\n```", False),
        ("<!-- - [x] Done -->", False),
        ("Done", False),
        ("- [x] Fertig", True),
        ("\u2705 Klaar met de opdracht, snel", False),
    ],
)
def test_done_is_a_box(box: str, *, done: bool) -> None:
    """The last one, wherever it stands, and what is quoted is none."""
    assert read_card(f"{ALL}\n\n{box}", CRITERIA).done is done


def test_only_in_all_is_demanded() -> None:
    """Nothing else keeps a card from being sent but what is unclear."""
    assert read_card("### Finds the cause\n- [x] yes", CRITERIA).lacking == (
        "*In all* has no tick yet",
    )
    assert read_card(ALL, CRITERIA).lacking == ()


def test_a_comment_ticks_the_card() -> None:
    """The other ticks of that heading go; a heading that people took out comes back."""
    card = "### Finds the cause\n- [x] no\n- [ ] yes\n\nwords\n\n- [ ] <!-- do:submit --> Done"
    made = with_ratings(card, ratings("f=yes a=no"), CRITERIA)
    assert made == (
        "### Finds the cause\n- [ ] no\n- [x] yes\n\nwords\n\n### In all\n- [x] no\n\n"
        "- [ ] <!-- do:submit --> Done"
    )
    assert dict(read_card(made, CRITERIA).ratings) == ratings("f=yes a=no")
    assert read_card(with_done(made, ticked=True), CRITERIA).done
    assert with_ratings(made, ratings("f=yes a=no"), CRITERIA) == made


@pytest.mark.parametrize("hostile", ["@octocat", "<img src=x>", "closes #1", "](x)", "`a`", "|"])
def test_what_is_repeated_is_harmless(hostile: str) -> None:
    """A problem quotes what was typed as text."""
    (problem,) = read_comment(f"in all: {hostile} {hostile}", CRITERIA).problems
    assert f" {hostile}" not in problem


@pytest.mark.parametrize("rating", list(Rating))
def test_the_words_of_a_rating_are_read_back(rating: Rating) -> None:
    """What a card shows and what a table shows."""
    assert read_rating(rating.words) is rating
    assert read_rating(f"{rating.sign} ") is (rating if rating.sign else None)


@pytest.mark.parametrize("box", ["\u2611 Done", "- [\u2705] **Done.**", "\u2022 [x] Done."])
def test_done_is_a_box_however_it_is_drawn(box: str) -> None:
    """Below the last question, too."""
    assert read_card(f"{ALL}\n\n**Why?**\n>\n\n{box}", CRITERIA).done
