"""What the letter of an offer asks of whoever makes one, by the company's own words too."""

from __future__ import annotations

from pathlib import Path

import pytest

from careers.cli.support.letters import offer_needs
from careers.settings import Settings


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("", {"start", "manager"}),
        ("Subject: Offer\n\nDear {{ name }}, you begin on {{ start }}.\n", {"start"}),
        ("Subject: Offer\n\nHi.{% if start %} You begin on {{ start }}.{% endif %}\n", set()),
        ("Subject: Offer\n\nHi {{ nickname }}, see the file.\n", set()),
        ("Subject: Offer\n\nHi {{ name. }}", set()),
    ],
)
def test_the_letter_says_what_it_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, needs: set[str]
) -> None:
    """Ours names the first day and who has time; what is broken is said by the letter itself."""
    monkeypatch.chdir(tmp_path)
    if text:
        Path("templates/mail").mkdir(parents=True)
        Path("templates/mail/offer.en.txt.j2").write_text(text, "utf-8")
    assert offer_needs("engineer", settings=Settings(), postings=list) == needs
