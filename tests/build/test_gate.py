"""What the gate of a build hands on to the site."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from careers.build.gate import gate
from careers.checks import Context
from careers.files.load import posting_paths, read_postings
from careers.files.repository_files import find_files
from careers.settings import Settings

TEXTS = {
    "de": "Wir suchen jemanden, der unsere Werkzeuge prüft und jeden Tag besser macht.",
    "fr": "Nous cherchons une personne qui vérifie nos outils et les améliore chaque jour.",
}


def test_a_language_is_found_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check has read the whole text for it: what passes knows it, and is not parsed again."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "postings").mkdir()
    for language, text in TEXTS.items():
        head = f"---\ntitle: Tester\nstatus: draft\n---\n\n# Tester\n\n{text}\n"
        (tmp_path / "postings" / f"{language}-tester.md").write_text(head, "utf-8")
    context = Context(Settings(), date(2026, 6, 1), files=find_files(["postings"]))
    files = posting_paths(["postings"])
    door = gate(files, context, frozenset(), force=False)
    passed = list(door.through(read_postings(files)))
    assert [posting.language.tag for posting in passed] == ["de", "fr"]
    assert not any("body" in vars(posting) for posting in passed)
