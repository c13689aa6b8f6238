"""The pages in the languages of their postings."""

from __future__ import annotations

import json
import re
from gettext import c2py
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

from careers.build.inputs import load_templates
from careers.language.vocabulary import vocabulary
from careers.process.english import CALL, rules
from careers.site.content.step_words import stage_label
from careers.site.i18n.facts import KINDS, PER, WORKPLACES
from careers.site.i18n.words import ENGLISH as SOURCE_WORDS
from careers.site.i18n.words import words
from careers.text.diagnostics import CareersError
from feeds import URL, posting
from pagesite import PROCESS, built

ROOT = Path(__file__).parents[2]
CATALOGUES = sorted(name[:-3] for name in load_templates() if name.endswith(".po"))
SALARY = {"min": 72000, "max": 90000, "currency": "EUR", "per": "year"}
GERMAN = posting("one.de", PROCESS, title="Eins", language="de", salary=SALARY, posted="2026-10-05")
ENGLISH = posting("one", PROCESS, title="One", salary=SALARY, posted="2026-10-05")


def messages() -> set[str]:
    """Every message of the templates and of the code."""
    found: set[str] = set()
    keywords = {"_": None, "words": None, "ngettext": (1, 2), "many": (1, 2)}
    ways = [("jinja2.ext:babel_extract", ROOT / "templates/site", "*.j2")]
    ways += [("python", ROOT / "scripts/careers/site", "*.py")]
    for method, folder, pattern in ways:
        for path in sorted(folder.rglob(pattern)):
            with path.open("rb") as file:
                for _, message, _, _ in extract(method, file, keywords):
                    found.add(message if isinstance(message, str) else message[0])
    return found | {*KINDS.values(), *WORKPLACES.values(), *PER.values()}


def gaps(text: str) -> set[str]:
    """What is to be filled in."""
    return set(re.findall(r"%\(\w+\)s|\{\w+\}", text))


def forms_of(entry: Message) -> list[str]:
    """The words of a message, a form for each kind of number where it counts."""
    return [entry.string] if isinstance(entry.string, str) else list(entry.string or ())


def test_the_pages_speak_what_the_checks_read() -> None:
    """Each language whose texts are understood has pages of its own; Japanese ones are to come."""
    read = {path.stem for path in (ROOT / "scripts/careers/language/data").glob("*.toml")}
    assert {"en", *CATALOGUES} == read - {"ja"}


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_catalogue_is_whole(language: str) -> None:
    """Each message of the pages has its words there, with the same names to fill in."""
    catalogue = read_po(BytesIO(load_templates()[f"{language}.po"].encode()), abort_invalid=True)
    known = {e.id if isinstance(e.id, str) else e.id[0]: e for e in catalogue if e.id}
    assert sorted(messages() - set(known)) == []
    assert [e for e in known.values() if e.fuzzy] == []
    for message, entry in known.items():
        assert all(form.strip() == form and gaps(form) == gaps(message) for form in forms_of(entry))


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_catalogue_counts_as_its_language_does(language: str) -> None:
    """By Babel's rule, with a form for each kind of number and one for what is not counted."""
    catalogue = read_po(BytesIO(load_templates()[f"{language}.po"].encode()))
    rule = get_plural(language)
    assert catalogue.num_plurals == rule.num_plurals
    mine, theirs = c2py(catalogue.plural_expr), c2py(rule.plural_expr)
    assert all(mine(number) == theirs(number) for number in range(1200))
    for entry in catalogue:
        number = rule.num_plurals if isinstance(entry.id, tuple) else 1
        assert len(forms_of(entry)) == number
        assert all(forms_of(entry))


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        ("fr", r"[^\u202f][:;?!»](?!/)|«[^\u202f]|[\"']"),
        ("es", r"^[^¿]*\?|^[^¡]*!|[\"'“”]"),
        ("it", r"[\"']"),
        ("nl", r"[\"']"),
        ("pt", r"[\"']"),
        ("de", r"[\"'”]"),
    ],
)
def test_a_catalogue_is_typeset_as_its_language_is(language: str, wrong: str) -> None:
    """Narrow blanks before French marks, Spanish ones on both sides, curly quotes everywhere."""
    catalogue = read_po(BytesIO(load_templates()[f"{language}.po"].encode()))
    forms = [form for entry in catalogue if entry.id for form in forms_of(entry)]
    assert [form for form in forms if re.search(wrong, form)] == []


def test_a_posting_is_shown_in_its_language() -> None:
    """Its facts, its buttons, its dates and sums; the page says which language it is."""
    page = built(ENGLISH, GERMAN)["one-de/index.html"]
    assert '<html lang="de">' in page
    assert "Jetzt bewerben" in page
    assert "72.000\N{NO-BREAK SPACE}€" in page
    assert "pro Jahr" in page
    assert "5. Oktober 2026" in page


def test_countries_are_named_in_the_language_of_the_page() -> None:
    """Codes and names alike; how one works is called so, not by a place."""
    front = {"workplace": "remote", "remote_from": ["US", "UK", "Bayern"], "locations": "Wien, AT"}
    page = built(posting("one.de", PROCESS, language="de", **front))["one-de/index.html"]
    assert "Remote (Vereinigte Staaten, Vereinigtes Königreich, Bayern)" in page
    assert "Wien, Österreich" in page
    assert "Arbeitsmodell" in page
    assert "Arbeitsort" not in page


def test_what_the_law_of_ontario_asks_is_shown() -> None:
    """Whether there is a vacancy and whether AI chooses, where the posting says so."""
    said = posting("one", PROCESS, title="One", vacancy="true", ai="false")
    page = built(said)["one/index.html"]
    assert "There is a vacancy now" in page
    assert "Not used to assess applicants" in page
    assert "acancy" not in built(posting("one", PROCESS, title="One"))["one/index.html"]


def test_translations_are_linked_both_ways() -> None:
    """By hreflang for search engines and by a switch for people."""
    files = built(ENGLISH, GERMAN)
    for path in ("one/index.html", "one-de/index.html"):
        assert f'<link rel="alternate" hreflang="de" href="{URL}one-de/">' in files[path]
        assert f'<link rel="alternate" hreflang="en" href="{URL}one/">' in files[path]
    assert '<a href="../one-de/" hreflang="de" lang="de">Deutsch</a>' in files["one/index.html"]
    assert '<a href="../one/" hreflang="en" lang="en">English</a>' in files["one-de/index.html"]


def test_each_edition_lists_a_job_once() -> None:
    """In its own language where there is such a text, else in the original's."""
    other = posting("two", title="Two")
    files = built(ENGLISH, GERMAN, other)
    titles = re.compile(r'class="job-title"><a href="[./]*([\w-]+)/"')
    assert set(titles.findall(files["index.html"])) == {"one", "two"}
    assert set(titles.findall(files["de/index.html"])) == {"one-de", "two"}
    assert "de/how-we-hire/index.html" in files
    assert "de/privacy/index.html" in files


def test_a_site_in_one_language_has_no_switch() -> None:
    """Nothing to choose, nothing to see."""
    files = built(posting("one"))
    assert "hreflang" not in files["index.html"]
    assert not any(path.startswith("de/") for path in files)


def test_the_site_itself_may_be_german() -> None:
    """Then German is the first edition, and English the one below."""
    files = built(ENGLISH, GERMAN, site={"language": "de"})
    assert '<html lang="de">' in files["index.html"]
    assert '<html lang="en">' in files["en/index.html"]


def test_a_language_without_catalogue_is_shown_in_the_sites_words() -> None:
    """The text keeps its own language for screen readers and search engines."""
    page = built(posting("one", PROCESS, language="pl"))["one/index.html"]
    assert '<html lang="en">' in page
    assert '<div class="text" lang="pl" dir="ltr">' in page


def test_a_company_adds_a_language() -> None:
    """A catalogue among its templates is all that it takes; what it lacks is English."""
    arabic = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && '
        'n%100<=10 ? 3 : n%100>=11 ? 4 : 5);\\n"\n\nmsgid "Posted"\nmsgstr "نُشر"\n'
    )
    page = built(posting("one", language="ar", posted="2026-10-05"), templates={"ar.po": arabic})
    assert '<html lang="ar" dir="rtl">' in page["one/index.html"]
    assert "<dt>نُشر</dt>" in page["one/index.html"]
    assert "At a glance" in page["one/index.html"]


@pytest.mark.parametrize(
    "text",
    [
        "no catalogue at all",
        'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n; import os);\\n"\n',
    ],
)
def test_a_broken_catalogue_is_named(text: str) -> None:
    """An error that says which file, and no traceback."""
    with pytest.raises(CareersError, match=r"templates/site/nl\.po"):
        words({"nl.po": text}, "nl")


@pytest.mark.parametrize(
    ("language", "expected"),
    [("de", "de"), ("de-AT", "de-AT"), ("en-GB", "en-GB"), ("xx", None), ("tlh", None)],
)
def test_a_region_has_the_words_of_its_language(language: str, expected: str | None) -> None:
    """And its own way with numbers and dates."""
    found = words(load_templates(), language)
    assert (found.language if found else None) == expected


def test_styles_know_no_left_or_right() -> None:
    """Logical properties alone, so that a page may run from right to left."""
    css = load_templates()["style.css"]
    assert not re.search(
        r"(?:margin|padding|border|inset)-(?:left|right)|text-align: (?:left|right)", css
    )
    assert not re.search(r"^\s*(?:left|right|float):", css, re.MULTILINE)


# What is called in a language as it is in English.
SAME = {
    "de": {"Demo", "Whiteboard"},
    "es": set(),
    "fr": {"Audition", "Questionnaire"},
    "it": {"Assessment center", "Live coding", "Pair programming"},
    "nl": {"Assessment", "Demo", "Project"},
    "pt": set(),
}


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_stage_that_is_recognised_has_a_name_in_each_language(language: str) -> None:
    """Else its page would name it in English."""
    found, spoken = words(load_templates(), language), vocabulary(language)
    assert found is not None
    assert spoken is not None
    stages = {rule.stage for rule in (*rules().stages, *rules().later) if rule.stage != CALL}
    stages |= {*rules().people, *(stage.name for stage in spoken.stages)}
    names = {stage_label(stage, SOURCE_WORDS): stage_label(stage, found) for stage in stages}
    same = {name for name, shown in names.items() if name == shown}
    assert same - {"RFC"} <= SAME[language]
    assert names["Employment contract"] != "Employment contract"


def test_a_posting_never_takes_the_folder_of_an_edition() -> None:
    """A catalogue of the company's own gives its language a folder beside the postings."""
    german = load_templates()["de.po"].replace("Language: de", "Language: pl")
    texts = (posting("pl"), posting("engineer", language="pl-PL"))
    files = built(*texts, templates={"pl.po": german})
    assert {"job-pl/index.html", "engineer/index.html", "pl/index.html"} <= files.keys()


def test_a_text_is_written_in_the_direction_of_its_language() -> None:
    """Whatever its first word is: a Latin name begins no left-to-right text."""
    text = "# React مهندس\n\nBeispiel شركة صغيرة.\n"
    page = built(posting("one", text, title="React مهندس", language="ar"))["one/index.html"]
    assert '<html lang="en">' in page
    assert '<h1 lang="ar" dir="rtl"' in page
    assert '<div class="text" lang="ar" dir="rtl">' in page


def test_a_language_that_is_not_written_is_told() -> None:
    """Page, feeds and the form that is sent are in the language that the checks told."""
    text = (
        "# {title}\n\nWir suchen jemanden, der gern mit uns arbeitet und Freude am Backen hat, "
        "jeden Morgen in unserer Backstube.\n"
    )
    files = built(posting("one", text))
    assert '<html lang="de"' in files["one/index.html"]
    assert json.loads(files["jobs.json"])["jobs"][0]["language"] == "de"
