"""What the check takes for a way to apply, the page makes its button of, and nothing else."""

from __future__ import annotations

import re
from datetime import date

import pytest

from careers.checks import Context, RepositoryFiles, check_posting
from careers.posting.posting import Posting
from careers.posting.reading import read_posting
from careers.settings import Settings
from pagesite import built

HEAD = "---\ntitle: Tool Maker\nstatus: open\n{more}---\n\n# Tool Maker\n\n## About the role\n\n"
MAIL = "mailto:jobs@example.com"
FORM = "https://example.com/form"


def written(text: str, more: str = "") -> Posting:
    """An open posting with the text, and no ``apply``."""
    return read_posting("postings/one.md", (HEAD.format(more=more) + text + "\n").encode())


def button(posting: Posting) -> str | None:
    """Where the page's button leads, its subject aside."""
    page = built(posting)["one/index.html"]
    found = {
        target.partition("?")[0] for target in re.findall(r'class="button" href="([^"]+)', page)
    }
    return found.pop() if found else None


def missing(posting: Posting) -> bool:
    """Whether the check says that there is no way to apply."""
    context = Context(Settings(), date(2026, 6, 1), (posting,), RepositoryFiles(lambda _: False))
    found = check_posting(posting, context)
    return any(f.code == "apply-link" and "no way to apply" in f.message for f in found)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("To apply, write to jobs@example.com.", MAIL),
        ("Send your CV to jobs@example.com", MAIL),
        ("Please send us your application: <jobs@example.com>.", MAIL),
        ("Send your CV to [our people team](mailto:jobs@example.com).", MAIL),
        (f"Fill in [this form]({FORM}).", FORM),
        (f"Apply at {FORM}. We answer within a week.", FORM),
        (f"[Apply now]({FORM})", FORM),
        (f"To apply, [click here]({FORM}).", FORM),
        ("Interested? Get in touch: jobs@example.com", MAIL),
        ("## How to apply\n\nOur mailbox is jobs@example.com.", MAIL),
        (f"To apply, write to jobs@example.com.\n\n[Apply here]({FORM})", FORM),
        (f"Read [our handbook](https://example.com/a) and apply [here]({FORM}).", FORM),
        ("1. **Apply:** Send your CV to jobs@example.com.\n2. **Interview:** We talk.", MAIL),
        ("Questions? Write to us at jobs@example.com.", None),
        ("Email us at jobs@example.com if you need accommodations.", None),
        ("We work with https://example.com and jobs@example.com.", None),
        ("To apply, read [our handbook](https://example.com/handbook).", None),
        ("To apply, write to `jobs@example.com`.", None),
        ("[Apply](apply.md)", None),
        (f"Apply [through our portal]({FORM}).", FORM),
        ("Apply what you know in [our handbook](https://example.com/handbook).", None),
        ("Send us nothing.", None),
    ],
)
def test_english(text: str, target: str | None) -> None:
    """The plainest way that the text tells; a mailbox for questions is none."""
    posting = written(text)
    assert button(posting) == target
    assert missing(posting) == (target is None)


@pytest.mark.parametrize(
    ("language", "text", "target"),
    [
        ("de", "Schick deine Bewerbung an jobs@example.com.", MAIL),
        ("de", f"[Jetzt bewerben]({FORM})", FORM),
        ("de", "Fragen? Schreib uns: jobs@example.com", None),
        ("fr", "Envoyez votre CV à jobs@example.com.", MAIL),
        ("es", "Envía tu CV a jobs@example.com.", MAIL),
        ("nl", "Stuur je cv naar jobs@example.com.", MAIL),
        ("pt", f"Candidate-se [aqui]({FORM}).", FORM),
        ("ja", f"[応募する]({FORM})", FORM),
        ("pt", "Envie o seu currículo para jobs@example.com.", MAIL),
        ("it", "Invia il tuo CV a jobs@example.com.", MAIL),
    ],
)
def test_other_languages(language: str, text: str, target: str | None) -> None:
    """Each in its own words."""
    posting = written(text, f"language: {language}\n")
    assert button(posting) == target
    assert missing(posting) == (target is None)
