"""Shared texts stand in a posting as if they were written there, and keep their own place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from careers.checks import Context, check_all
from careers.files.load import load_posting, shared_texts
from careers.markdown.includes import SharedText
from careers.markdown.parser import parser
from careers.posting.posting import Posting
from careers.posting.reading import read_posting
from careers.process import read_process
from careers.settings import Settings
from careers.text.diagnostics import Span
from careers.text.source import MAX_BYTES, decode

ASK = '{{ shared("about-us") }}'


def texts(**given: str) -> dict[str, SharedText]:
    """Shared texts by name; an underscore in a name is a hyphen."""
    named = {name.replace("_", "-"): text for name, text in given.items()}
    return {
        name: SharedText(name, f"postings/_shared/{name}.md", decode(text.encode()))
        for name, text in named.items()
    }


def read(text: str, path: str = "postings/a.md", **given: str) -> Posting:
    """A posting that may ask for the texts given."""
    return read_posting(path, text.encode(), texts(**given))


def shown(posting: Posting) -> str:
    """What the tokens render as, which is what a page shows."""
    markdown = parser()
    html: str = markdown.renderer.render(posting.body.tokens, markdown.options, posting.body.env)
    return html


def test_a_paragraph_is_replaced() -> None:
    """The page shows the text in place of the line, once for each time it is asked for."""
    posting = read(f"# A\n\n{ASK}\n\nEnd\n\n{ASK}\n", about_us="## About us\n\nWe are **we**.\n")
    part = "<h2>About us</h2>\n<p>We are <strong>we</strong>.</p>\n"
    assert shown(posting) == f"<h1>A</h1>\n{part}<p>End</p>\n{part}"


@pytest.mark.parametrize(
    "text",
    ["In a sentence " + ASK, "- " + ASK, "> " + ASK, "`" + ASK + "`", "```\n" + ASK + "\n```"],
)
def test_only_a_paragraph_of_its_own_is(text: str) -> None:
    """Inside a sentence, a list, a quotation or code the line stays as written."""
    posting = read(text, about_us="We are we.")
    assert "We are" not in shown(posting)


def test_names_are_looked_up_and_never_a_way() -> None:
    """A name that is a path, or of no text, brings nothing in."""
    for name in ("../../secret", "/etc/passwd", "about_us", "", "a" * 81, "About-us"):
        posting = read(f'{{{{ shared("{name}") }}}}', about_us="We are we.")
        assert "We are" not in shown(posting)
        assert posting.parts == ()


def test_places_are_those_of_the_files() -> None:
    """A place in the text belongs to its file, one in the posting to the posting."""
    posting = read(f"---\ntitle: A\n---\n{ASK}\n\nTODO\n", about_us="One\n\nTODO two\n")
    context = Context(Settings(), date(2026, 6, 1), (posting,))
    found = [(f.path, f.span) for f in check_all(context) if f.code == "placeholder"]
    assert found == [
        ("postings/_shared/about-us.md", Span(3, 1, 3, 5)),
        ("postings/a.md", Span(6, 1, 6, 5)),
    ]
    assert posting.last_line == 7
    assert posting.where(Span.at(10)) == "line 3 of postings/_shared/about-us.md"


def test_a_flaw_in_a_text_is_told_once() -> None:
    """Two postings that show a text with a gap make one finding, in the text's file."""
    both = [read(ASK, f"postings/{name}.md", about_us="TODO") for name in "ab"]
    context = Context(Settings(), date(2026, 6, 1), tuple(both))
    found = [f for f in check_all(context) if f.code == "placeholder"]
    assert [f.path for f in found] == ["postings/_shared/about-us.md"]


def test_an_allowance_in_the_text_holds() -> None:
    """What is allowed in a shared text is allowed in every posting."""
    text = "TODO <!-- careers: allow placeholder: it is the list's name -->\n"
    context = Context(Settings(), date(2026, 6, 1), (read(ASK, about_us=text),))
    assert not [f for f in check_all(context) if f.code in ("placeholder", "allow")]


def test_the_process_may_be_shared() -> None:
    """Steps in a shared text are stages like others, at their own place."""
    text = "## Interview process\n\n1. You apply.\n2. **Phone screen:** We call.\n"
    posting = read(ASK, about_us=text)
    process = read_process(posting, Settings())
    assert process.stages == ("applied", "phone-screen")
    assert posting.located(process.steps[1].span)[1].line == 4


def test_links_lead_from_the_posting() -> None:
    """A relative target of the text is seen from the posting; others stay as they are."""
    text = (
        "![x](../images/a.png) [b](b.md#c) [c](#c) [d](https://example.com/) [e][e]\n\n[e]: e.md\n"
    )
    posting = read(ASK, about_us=text)
    targets = [link.target for link in posting.body.links]
    assert targets == [
        "images/a.png",
        "_shared/b.md#c",
        "#c",
        "https://example.com/",
        "_shared/e.md",
    ]
    below = read(ASK, "postings/team/a.md", about_us=text)
    assert below.body.links[0].target == "../images/a.png"


def test_texts_do_not_nest() -> None:
    """A text that asks for a text, itself even, stays as written there."""
    posting = read(ASK, about_us=f"We\n\n{ASK}\n")
    assert shown(posting).count("We") == 1


def test_a_text_asked_for_often_stays_small() -> None:
    """What is shown is no more than a file may hold."""
    posting = read(f"{ASK}\n\n" * 5_000, about_us="We are we. " * 1_000)
    assert sum(len(t.content) for t in posting.body.tokens) < 2 * MAX_BYTES


def test_flaws_of_its_bytes_come_along() -> None:
    """A text that is not UTF-8 keeps a posting from being published, at the text's place."""
    flawed = SharedText("about-us", "postings/_shared/about-us.md", decode(b"a\n\xff\n"))
    posting = read_posting("postings/a.md", f"A\n\n{ASK}\n".encode(), {"about-us": flawed})
    assert not posting.readable
    assert posting.located(posting.syntax[0].span) == (flawed.path, Span(2, 1, 2, 2))


def test_texts_on_disk(tmp_path: Path) -> None:
    """They stand in `_shared` beside the posting or above; links to elsewhere are not followed."""
    shared = tmp_path / "postings" / "_shared"
    team = tmp_path / "postings" / "team"
    for folder in (shared, team):
        folder.mkdir(parents=True)
    (shared / "about-us.md").write_text("We are we.\n")
    (tmp_path / "secret.md").write_text("secret\n")
    (shared / "linked.md").symlink_to(tmp_path / "secret.md")
    (team / "a.md").write_text(f"{ASK}\n")
    assert [*shared_texts(team)] == ["about-us"]
    assert "We are we" in shown(load_posting(team / "a.md"))
