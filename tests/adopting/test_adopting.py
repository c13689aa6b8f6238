"""Foreign postings become ours, and nothing that they say is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from careers import cli
from careers.adopting.adoption import Adoption, adopt
from careers.adopting.foreign import read_foreign
from careers.checks import Context, RepositoryFiles, check_all
from careers.markdown.includes import INCLUDE, SharedText
from careers.markdown.parser import parse, to_html
from careers.posting.reading import read_posting
from careers.settings import Settings
from careers.text.diagnostics import Finding, Severity
from careers.text.source import Source

TODAY = date(2026, 11, 28)
PROCESS = """## Interview process

1. You apply by mail to jobs@example.com.
2. We talk on the phone for half an hour.
3. We make you an offer.
"""
ABOUT = f"## About us\n\n{'We bake bread and rolls for the whole town. ' * 5}\n"
ROLE = (
    "## The role\n\nEvery morning you bake the bread, you clean the room, and you open the shop.\n"
)


def adopted(
    files: dict[str, str | bytes], *, named: tuple[str, ...] = (), beside: tuple[str, ...] = ()
) -> Adoption:
    """What becomes of files, none of which stands anywhere; ``beside`` are others."""
    data = {p: text.encode() if isinstance(text, str) else text for p, text in files.items()}
    context = Context(
        Settings(), TODAY, files=RepositoryFiles(exists={*data, *beside}.__contains__)
    )
    return adopt(data, "postings", context, named=named)


def one(path: str, text: str | bytes) -> str:
    """The text of the posting that one file becomes."""
    (made,) = adopted({path: text}).postings
    return made.text


def findings(adoption: Adoption) -> list[Finding]:
    """What `validate` says of the postings as they would stand."""
    shared = shared_texts(adoption)
    postings = tuple(read_posting(a.path, a.text.encode(), shared) for a in adoption.postings)
    there = {*(p.path for p in postings), *adoption.images.values()}
    files = RepositoryFiles(exists=there.__contains__, shared=tuple(shared.values()))
    return check_all(Context(Settings(), TODAY, postings, files))


def shared_texts(adoption: Adoption) -> dict[str, SharedText]:
    """The shared texts by name."""
    return {
        Path(path).stem: SharedText(Path(path).stem, path, Source(text))
        for path, text in adoption.shared.items()
    }


FORMS = {
    "Jekyll": (
        "_jobs/2026-03-02-head-baker.md",
        (f"---\nlayout: job\ntitle: Head Baker\nlocation: Berlin, Germany\ndepartment: Bakery\n"
        f"published: true\ntags: [bread]\n---\n\n{ROLE}\n{PROCESS}"),
        ["title: Head Baker", "status: open", "posted: 2026-03-02", "team: Bakery",
         "locations: Berlin, Germany", "# layout: job", "# tags: [bread]"],
    ),
    "Hugo": (
        "content/jobs/head-baker/index.md",
        f'+++\ntitle = "Head Baker"\ndate = 2026-03-02\ndraft = true\n+++\n\n{ROLE}\n{PROCESS}',
        ["title: Head Baker", "status: draft", "posted: 2026-03-02"],
    ),
    "Pelican": (
        "content/baker.md",
        f"Title: Head Baker\nDate: 2026-03-02 10:00\nCategory: jobs\n\n{ROLE}\n{PROCESS}",
        ["title: Head Baker", "status: draft", "posted: 2026-03-02", "# category: jobs"],
    ),
    "a page of a handbook": (
        "jobs/head_baker.md",
        (f"# Head Baker\n\n**Location:** Berlin, Germany\n\n"
        f"**Salary:** €40,000 - €50,000 per year\n\n## Team\n\nBakery\n\n{ROLE}\n{PROCESS}"),
        ["title: Head Baker", "status: draft", "locations: Berlin, Germany", "team: Bakery",
         "salary: {min: 40000, max: 50000, currency: EUR, per: year}"],
    ),
    "types of YAML": (
        "baker.md",
        f"---\ntitle: Head Baker\ncreated: !!timestamp '2017-05-15'\n---\n\n{ROLE}\n{PROCESS}",
        ["title: Head Baker", "posted: 2017-05-15"],
    ),
    "a last day that is over": (
        "baker.md",
        f"---\ntitle: Head Baker\ndeadline: 2025-05-15\n---\n\n{ROLE}\n{PROCESS}",
        ["status: closed", "closes: 2025-05-15"],
    ),
    "states that disagree": (
        "baker.md",
        f"---\ntitle: Head Baker\nstatus: open\nopen: false\n---\n\n{ROLE}\n{PROCESS}",
        ["status: closed"],
    ),
    "another language": (
        "baecker.md",
        ("# Bäckerin (m/w/d)\n\n## Deine Aufgaben\n\nDu backst jeden Morgen Brot und Brötchen für"
        " die ganze Stadt, und du öffnest danach den Laden.\n\n## Dein Profil\n\nDu hast eine"
        " abgeschlossene Ausbildung und Freude an der Arbeit mit Menschen.\n"),
        ["title: Bäckerin (m/w/d)", "language: de", "apply: TODO"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_forms(form: str) -> None:
    """Each says the same of the job, in our fields; what is not used stays as a comment."""
    path, text, lines = FORMS[form]
    made = one(path, text)
    front = made.split("---\n")[1].splitlines()
    assert not [line for line in lines if line not in front], made


@pytest.mark.parametrize(
    ("path", "made"),
    [
        ("_jobs/2024-03-02-baker.md", "baker.md"),
        ("baker/index.de.md", "baker.de.md"),
        ("baker.de.md", "baker.de.md"),
        ("baker.en.md", "baker.md"),
        ("beta.gouv.fr-2019-04-16-cto.md", "beta-gouv-fr-2019-04-16-cto.md"),
        ("node.js.md", "node-js.md"),
        ("Baker 8f2c1ab9d0e14b7c9a3c5d6e7f809a1b.md", "baker.md"),
    ],
)
def test_the_file_is_named_after_the_old_one(path: str, made: str) -> None:
    """Without what its generator put there; a translation keeps its language, where it is that."""
    text = "---\nlang: de\n---\n\n# Bäcker\n\n## Deine Aufgaben\n\nDu bäckst jeden Tag Brot.\n"
    (posting,) = adopted({path: text}).postings
    assert posting.path == f"postings/{made}"


def test_the_process_is_named() -> None:
    """Where each step has a name, `stages:` holds it; where there is no process, one is asked."""
    assert "\nstages: [phone-screen, offer]\n" in one("baker.md", f"# Baker\n\n{ROLE}\n{PROCESS}")
    asked = one("baker.md", f"# Baker\n\n{ROLE}")
    assert "stages:" not in asked
    assert asked.endswith("## Interview process\n\n1. **Interview:** TODO\n")


def test_what_nobody_knows_is_a_placeholder_with_a_finding() -> None:
    """An open posting without a way to apply, with a link to nowhere: errors, and no others."""
    text = f"---\ntitle: Baker\nactive: true\n---\n\n{ROLE}\nSee [benefits](/benefits).\n"
    adoption = adopted({"jobs/baker.md": text})
    made = adoption.postings[0].text
    assert "\napply: TODO\n" in made
    assert "[benefits](TODO(/benefits))" in made
    errors = [f.code for f in findings(adoption) if f.severity is Severity.ERROR]
    assert errors == ["placeholder"] * 3


def test_html(tmp_path: Path) -> None:
    """The main part becomes Markdown, what machines are told becomes fields."""
    page = """<html lang="en"><head><title>Jobs</title>
    <script type="application/ld+json">{"@type": "JobPosting", "title": "Head Baker",
    "datePosted": "2026-03-02", "employmentType": "FULL_TIME",
    "jobLocation": {"address": {"addressLocality": "Berlin", "addressCountry": "DE"}},
    "baseSalary": {"currency": "EUR", "value": {"minValue": 40000, "maxValue": 50000,
    "unitText": "YEAR"}}}</script></head><body><nav>Home</nav><main><h1>Head Baker</h1>
    <h2>The role</h2><p>You <strong>bake</strong>.</p><ul><li>bread</li><li>rolls</li></ul>
    </main></body></html>"""
    made = one("jobs/head-baker.html", page)
    for line in ("title: Head Baker", "posted: 2026-03-02", "employment: full-time",
                 "locations: Berlin, DE", "## The role", "You **bake**.", "- bread",
                 "salary: {min: 40000, max: 50000, currency: EUR, per: year}"):  # fmt: skip
        assert line in made.splitlines(), made
    assert "Home" not in made
    deep = f"<h1>Baker</h1>{'<div>' * 3000}"
    assert "nested too deeply" in adopted({"a.html": deep}).left["a.html"]
    assert not list(tmp_path.iterdir())


def test_what_jobs_share_is_one_text() -> None:
    """Two jobs' same section is; that of two versions of one job is not."""
    files: dict[str, str | bytes] = {
        f"{name}.md": f"# {name.title()}\n\n{ROLE}\n{ABOUT}\n{PROCESS}"
        for name in ("baker", "driver")
    }
    adoption = adopted(files)
    assert [*adoption.shared] == ["postings/_shared/about-us.md"]
    assert all('{{ shared("about-us") }}' in made.text for made in adoption.postings)
    same: dict[str, str | bytes] = {
        "a/baker.md": files["baker.md"],
        "b/baker.md": files["baker.md"],
    }
    again = adopted(same)
    assert not again.shared
    assert [made.path for made in again.postings] == ["postings/baker.md", "postings/baker-2.md"]


def test_links_and_images_lead_where_they_did() -> None:
    """To a posting by its name of now, to an image by where it is taken."""
    text = f"# Baker\n\n{ROLE}\n![us](../img/us.png) [drive](2026-01-01-driver.md)\n\n{PROCESS}"
    driver = f"# Driver\n\n{ROLE}\n{PROCESS}"
    files: dict[str, str | bytes] = {"jobs/baker.md": text, "jobs/2026-01-01-driver.md": driver}
    adoption = adopted(files, beside=("img/us.png",))
    made = next(a for a in adoption.postings if a.path == "postings/baker.md").text
    assert "![us](images/us.png) [drive](driver.md)" in made
    assert adoption.images == {"img/us.png": "postings/images/us.png"}


def test_what_is_no_posting_is_left() -> None:
    """With its reason; named by itself it is taken."""
    note = {"notes/pairing.md": "# Pairing\n\nWe sit side by side.\n"}
    assert "does not read as a posting" in adopted({**note}).left["notes/pairing.md"]
    assert len(adopted({**note}, named=("notes/pairing.md",)).postings) == 1
    assert adopted({"a.md": "\n"}).left == {"a.md": "it holds no text"}
    assert "is never closed" in adopted({"a.md": "+++\ntitle = 1\n"}).left["a.md"]


CORPORA = [Path(__file__).parents[3] / "shared" / name for name in ("corpus", "corpus-houses")]
ADVERTS = Path(__file__).parent / "adverts"


def passing(files: dict[str, str | bytes]) -> Adoption:
    """What becomes of files: nine in ten pass, and no word is lost."""
    adoption = adopted(files)
    errors = [f for f in findings(adoption) if f.severity is Severity.ERROR]
    wrong = {finding.path for finding in errors if finding.code != "placeholder"}
    assert len(wrong) <= len(adoption.postings) / 10
    shared = shared_texts(adoption)
    for made in adoption.postings:
        whole = INCLUDE.sub(lambda m: shared[m["name"]].source.text.strip("\n"), made.text)
        body = read_posting(made.path, whole.encode())
        before = words(read_foreign(made.source, files[made.source]).text)  # type: ignore[arg-type]
        after = words("\n".join(body.source.lines[body.body_line - 1 :]))
        assert after[: len(before)] == before or _only_more(before, after), made.source
    return adoption


@pytest.mark.parametrize("corpus", CORPORA, ids=lambda path: path.name)
def test_nine_in_ten_pass_and_no_word_is_lost(corpus: Path) -> None:
    """Of real postings of nine houses; what is found besides placeholders is in one in ten."""
    if not corpus.is_dir():
        pytest.skip("the corpus is not there")
    files: dict[str, str | bytes] = {p.as_posix(): p.read_bytes() for p in corpus.glob("*.md")}
    assert len(passing(files).postings) > len(files) * 0.8


def test_adverts_of_many_shapes(expected: Callable[[Path, str], None]) -> None:
    """What is told of each job, in our fields: of generators, hosts of jobs, Word, plain text."""
    files: dict[str, str | bytes] = {
        path.relative_to(ADVERTS).as_posix(): path.read_bytes()
        for path in sorted(ADVERTS.rglob("*"))
        if path.is_file()
    }
    adoption = passing(files)
    told = [f"{m.source}\n" + "".join(f"  {k}: {v}\n" for k, v in m.fields.items())
            for m in adoption.postings]  # fmt: skip
    left = [f"left: {path}: {why}\n" for path, why in adoption.left.items()]
    expected(ADVERTS.with_suffix(".txt"), "".join([*told, *left]))


def words(markdown: str) -> list[str]:
    """The words that a reader sees."""
    html = re.sub(r"<!--.*?-->", " ", to_html(parse(markdown, {})), flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", " ", html)).split()


def _only_more(before: list[str], after: list[str]) -> bool:
    """Whether all words are there in their order, and the others are a section that was asked."""
    rest = iter(after)
    added = len(after) - len(before)
    return all(word in rest for word in before) and added <= 8


def test_adopt_prints_its_plan_and_changes_nothing_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A dry run writes nothing; a second run neither, and what a person changed stays."""
    monkeypatch.chdir(tmp_path)
    Path("old").mkdir()
    Path("old/2026-03-02-baker.md").write_text(f"# Baker\n\n{ROLE}\n{PROCESS}")
    assert cli.run("adopt", ["old", "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "postings/baker.md  from old/2026-03-02-baker.md" in said
    assert "1 of 1 pass `careers validate` but for 0 placeholders" in said
    assert not Path("postings").exists()
    assert cli.run("adopt", ["old"]) == 0
    assert cli.run("validate", []) == 0
    Path("postings/baker.md").write_text("# Ours\n")
    capsys.readouterr()
    assert cli.run("adopt", ["old"]) == 0
    assert "postings/baker.md is there already and stays" in capsys.readouterr().out
    assert Path("postings/baker.md").read_text() == "# Ours\n"
    assert cli.run("adopt", ["postings"]) == 1
    assert "move it elsewhere" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("## Backend Engineer", "Backend Engineer"),
        (
            "# Nurse, Occupational Health {#nurse,-occupational-health}",
            "Nurse, Occupational Health",
        ),
        ("### Our promise", "Old file"),
    ],
)
def test_the_title_is_what_all_stands_below(heading: str, title: str) -> None:
    """Whatever its level, and without the id that Google Docs writes behind it."""
    rest = "### Requirements\n\n- Python\n\n### How to apply\n\nWrite to jobs@example.com.\n"
    assert f"title: {title}" in one("old-file.md", f"{heading}\n\n{rest}").splitlines()
