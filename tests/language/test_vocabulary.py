"""The words of each language, and that a language without a file has none."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from careers.language.vocabulary import TAGS, vocabulary
from careers.posting.reading import read_posting
from careers.process.naming import recognise

HERE = Path(__file__).parent
KNOWN = ("de", "en", "es", "fr", "it", "nl", "pt")
DATA = sorted((HERE.parents[1] / "scripts" / "careers" / "language" / "data").glob("*.toml"))
STEPS = tomllib.loads((HERE / "stages.toml").read_text(encoding="utf-8"))["cases"]
SECTIONS = ["about-us", "role", "requirements", "benefits", "process"]
STAGES = ["applied", "phone-screen", "trial-day", "offer"]
HOUSES = HERE.parents[2] / "shared" / "corpus-houses"


@pytest.mark.parametrize("tag", ["sv", "pl", "xx", "../de", "", None])
def test_a_language_without_a_file_is_not_understood(tag: str | None) -> None:
    """There is no vocabulary where nobody has written one."""
    assert vocabulary(tag) is None


def test_every_file_is_a_language() -> None:
    """The languages that are known are those that have a file."""
    assert sorted(TAGS) == [path.stem for path in DATA]


@pytest.mark.parametrize("tag", KNOWN)
def test_a_posting_is_understood_in_its_language(tag: str) -> None:
    """A posting's headings, its welcome and its way to apply are known in each language."""
    words = vocabulary(tag)
    posting = read_posting(f"{tag}.md", (HERE / "postings" / f"{tag}.md").read_bytes())
    assert words is not None
    assert [words.section(heading.text) for heading in posting.body.headings[1:]] == SECTIONS
    assert words.statements.within(posting.source.text)
    assert not words.placeholders.within(posting.source.text)


@pytest.mark.parametrize("tag", [tag for tag in KNOWN if tag != "en"])
def test_a_process_is_understood_in_its_language(tag: str) -> None:
    """The steps of a process name their stages in each language."""
    words = vocabulary(tag)
    text = (HERE / "postings" / f"{tag}.md").read_text(encoding="utf-8")
    assert words is not None
    steps = re.findall(r"^\d\. (.*)", text, re.MULTILINE)
    assert [recognise(step, (words,)) for step in steps] == STAGES


@pytest.mark.parametrize("tag", KNOWN)
@pytest.mark.parametrize("other", KNOWN)
def test_no_language_reads_the_headings_of_another(tag: str, other: str) -> None:
    """A heading of another language announces nothing, but for words that both have."""
    words = vocabulary(tag)
    posting = read_posting("a.md", (HERE / "postings" / f"{other}.md").read_bytes())
    assert words is not None
    found = [h.text for h in posting.body.headings[1:] if words.section(h.text)]
    assert tag == other or not set(found) - {"Requisitos"}


@pytest.mark.parametrize(
    ("tag", "heading"),
    [
        ("en", "What to expect"), ("en", "What happens next"), ("en", "Next steps"),
        ("en", "Interview loop"), ("en", "Timeline"), ("en", "Steps to hire"),
        ("en", "Our hiring process at Acme"), ("de", "So läuft die Bewerbung ab"),
        ("de", "Ablauf der Bewerbung"), ("de", "Unser Auswahlverfahren"),
        ("de", "BEWERBUNGSPROZESS"), ("fr", "Processus de recrutement"),
        ("fr", "📞 Le processus de recrutement"), ("fr", "Les étapes :"),
        ("fr", "Process de recrutement"), ("es", "Proceso de selección"),
        ("es", "Fases del proceso"), ("nl", "Sollicitatieprocedure"),
        ("nl", "Hoe verloopt de procedure?"), ("pt", "Processo seletivo"),
        ("pt", "Etapas do processo"), ("it", "Processo di selezione"), ("it", "Iter di selezione"),
        ("ja", "選考プロセス"), ("ja", "採用の流れ"),
    ],
)  # fmt: skip
def test_headings_of_a_process(tag: str, heading: str) -> None:
    """What announces the process, whatever its case, number, emoji and punctuation."""
    words = vocabulary(tag)
    assert words is not None
    assert words.is_process(heading)
    assert words.section(heading) == "process"


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "To apply, write to jobs@example.com"), ("en", "Send your CV to jobs@example.com"),
        ("en", "Fill in this form"), ("de", "Bewirb dich per Mail an jobs@example.com"),
        ("de", "Senden Sie Ihre Bewerbungsunterlagen an jobs@example.com"),
        ("de", "Wir freuen uns auf Ihre Bewerbung"), ("fr", "Pour postuler, écrivez à Nour"),
        ("fr", "Envoyez-nous votre CV"), ("fr", "Merci d\u2019adresser votre candidature à Nour"),
        ("es", "Envíanos tu CV a jobs@example.com"), ("es", "Para postularte, escríbenos"),
        ("nl", "Stuur je cv naar jobs@example.com"), ("nl", "Solliciteren kan via dit formulier"),
        ("pt", "Envie seu currículo para jobs@example.com"), ("pt", "Candidata-te aqui"),
        ("it", "Invia il tuo CV a jobs@example.com"), ("it", "Per candidarsi scrivere a Nour"),
    ],
)  # fmt: skip
def test_sentences_that_tell_how_to_apply(tag: str, text: str) -> None:
    """A sentence that tells readers where to write is known in each language."""
    words = vocabulary(tag)
    assert words is not None
    assert words.apply_sentences.within(text)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "You apply your skills to hard problems"), ("de", "Du bewirbst unsere Produkte"),
        ("fr", "Vous envoyez chaque jour le pain aux boutiques"),
        ("es", "Envías el pan a las tiendas"), ("nl", "Je stuurt het brood naar de winkels"),
        ("pt", "Você envia o pão para as lojas"), ("it", "Mandi il pane ai negozi"),
    ],
)  # fmt: skip
def test_sentences_that_tell_something_else(tag: str, text: str) -> None:
    """What people do in the job is no way to apply."""
    words = vocabulary(tag)
    assert words is not None
    assert not words.apply_sentences.within(text)


def test_a_list_that_a_file_leaves_out_is_empty() -> None:
    """Japanese knows the process alone: what asks for other words can see that there are none."""
    words = vocabulary("ja")
    assert words is not None
    assert words.stages
    assert not words.statements
    assert not words.statements.within("応募資格")
    assert words.section("会社について") is None


@pytest.mark.parametrize(("tag", "step", "stage"), STEPS)
def test_steps_of_a_process(tag: str, step: str, stage: str) -> None:
    """A step names the stage that it says happens, not what it denies or only mentions."""
    words = vocabulary(tag)
    assert words is not None
    assert (recognise(step, (words,)) or "") == stage


@pytest.mark.parametrize("tag", KNOWN)
def test_a_hostile_step_is_read_in_no_time(tag: str) -> None:
    """Words that phrases begin with, repeated without an end, cost no more than others."""
    words = vocabulary(tag)
    assert words is not None
    for phrase in words.statements.written[:20]:
        first = phrase.split()[0].split("|")[0].strip("=*?")
        assert words.statements.within(f"{first} x-x_x, " * 2000) in (True, False)


def test_real_steps_of_other_languages() -> None:
    """No step of the French, German and Dutch lists of other houses gets a wrong name."""
    if not HOUSES.is_dir():
        pytest.skip("../shared/corpus-houses is not there")
    lines = (HOUSES / "stages.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines if line.startswith("betagouv")]
    words = vocabulary("fr")
    assert words is not None
    wrong = [
        (text, name)
        for _, _, names, text in rows
        if (name := recognise(text, (words,)) or "-") not in names.split("|")
    ]
    assert rows
    assert not wrong


# Text that is shown, and no phrase.
_FOR_PEOPLE = ("name", "headings", "sentences")


def phrases_of(table: object) -> list[str]:
    """Every phrase of a language's file, whatever table it stands in."""
    if isinstance(table, str):
        return [table]
    parts = table.values() if isinstance(table, dict) else table
    assert isinstance(parts, (list, tuple, type({}.values())))
    return [phrase for part in parts for phrase in phrases_of(part)]


@pytest.mark.parametrize("tag", KNOWN)
def test_the_file_of_a_language_is_written_as_its_neighbours(tag: str) -> None:
    """Each file has the same tables, no phrase twice in a list, and no sign that means nothing."""
    files = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in DATA}
    assert set(files) == {*KNOWN, "ja"}
    table, model = files[tag], files["de"]
    assert list(table) == list(model)
    assert {key: set(table[key]) for key in ("hints", "sections", "phrases")} == {
        key: set(model[key]) for key in ("hints", "sections", "phrases")
    }
    for phrase in phrases_of({key: table[key] for key in table if key not in _FOR_PEOPLE}):
        assert phrase == " ".join(phrase.split()) == phrase.lower()
        for word in phrase.removeprefix("=").split():
            parts = word.removesuffix("?").split("|")
            assert all(part and "?" not in part and "*" not in part[1:-1] for part in parts), phrase
            assert "…" not in word or word == "…", phrase
