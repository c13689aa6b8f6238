"""What the last build knew of the jobs around each is what looking anew would find."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date

import pytest

from careers.build import affected as _affected
from careers.build import similar_cache as neighbours
from careers.build.cache import Job as Made
from careers.build.cache import Stock
from careers.build.fingerprints import Ground, around, ground
from careers.build.reading import shelved
from careers.build.similar_cache import renew
from careers.posting.frontmatter import FrontMatter
from careers.settings import Settings
from careers.settings import Site as Address
from careers.site import Job, Site, plan
from careers.site.model import selection as _plan
from careers.site.model import similar as _similar
from careers.site.model.similar import numbers
from careers.text.fingerprint import digest

PAGES = dict.fromkeys(("posting.html.j2", "closed.html.j2", "_job.html.j2"), "")
CATALOGUES = {**PAGES, "de.po": ""}
WORDS = ["profiler", "ledger", "garden", "signal", "harbour", "lantern", "meadow", "QA"]

Draw = random.Random
Facts = dict[str, dict[str, str]]


def _path(draw: Draw) -> str:
    ending = draw.choice(["", "", "", ".de", ".fr"])
    return f"postings/{draw.choice('ab')}{draw.randrange(45)}{ending}.md"


def _facts(draw: Draw, path: str) -> dict[str, str]:
    """A posting in few teams and places, so that rows are longer than what a job sees of them."""
    title = " ".join(draw.sample(WORDS, draw.choice([1, 1, 2]))).title()
    front = {
        "status": draw.choice(["open"] * 6 + ["closed", "closed", "draft"]),
        "team": draw.choice(["Tools", "Sales", "Design", None]),
        "workplace": draw.choice(["remote", "hybrid", None]),
        "locations": draw.choice([["Lisbon, PT"], ["Berlin, DE", "Lisbon, PT"], []]),
        "closes": draw.choice([None, None, None, f"2026-12-0{draw.randint(1, 9)}"]),
        "language": path.split(".")[1] if path.count(".") > 1 and draw.random() < 0.9 else "en",
    }
    return _told_of(title, **{name: value for name, value in front.items() if value})


def _told_of(title: str, **front: object) -> dict[str, str]:
    meta = FrontMatter.model_validate(front).model_dump_json(exclude_defaults=True)
    return {"title": title, "meta": meta, "digest": "", "name": digest(title, meta)}


def _edit(draw: Draw, facts: Facts) -> Facts:
    """A few postings written anew, added or deleted."""
    found = dict(facts)
    for _ in range(draw.choice([1, 1, 2, 3, 12])):
        path = _path(draw) if draw.random() < 0.3 else draw.choice(sorted(found))
        if draw.random() < 0.2:
            found.pop(path, None)
        else:
            found[path] = _facts(draw, path)
    return found or facts


def _site(facts: Facts, day: int = 3, language: str = "en") -> tuple[Site, Ground]:
    postings = [shelved(path, told) for path, told in facts.items()]
    settings = Settings(site=Address(language=language))
    site = plan(postings, settings, date(2026, 12, day), CATALOGUES)
    return site, ground(site, "", {path: told["name"] for path, told in facts.items()})


def _stock(facts: Facts, site: Site, under: Ground) -> Stock:
    """All that looking at every job of a site tells."""
    made = {}
    for job in (*site.jobs, *site.closed):
        beside, like = around(site, job, under), numbers(site, job)
        made[job.posting.path] = Made(around=beside, like=like)
    order = [job.posting.path for job in site.jobs]
    return Stock(facts, made, order, ground=under.whole, own=under.own)


def _mended(old: Stock, facts: Facts, site: Site, under: Ground) -> Stock:
    """What looking at every job tells, after a look that renewing tells the same."""
    renew(old, site, under, facts)
    new = _stock(facts, site, under)
    kept = old.jobs.keys() & new.jobs.keys()
    assert _told(old, kept) == _told(new, kept)
    return new


def _told(stock: Stock, paths: Iterable[str]) -> dict[str, tuple[str, list[int]]]:
    return {path: (stock.jobs[path].around, stock.jobs[path].like) for path in paths}


@pytest.fixture(autouse=True)
def _no_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file is there, so that none can be asked whether it is an exercise."""
    monkeypatch.setattr(_plan, "exercises", lambda *_: frozenset())


@pytest.mark.parametrize("near", [2, 5, 12])
@pytest.mark.parametrize("seed", range(8))
def test_what_is_mended_is_what_looking_anew_finds(
    seed: int, near: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of every job, whatever was edited, on any day, and however far a job sees."""
    monkeypatch.setattr(_similar, "NEAR", near)
    monkeypatch.setattr(_affected, "NEAR", near)
    draw = random.Random(seed)  # noqa: S311 - the same in every run
    paths = {_path(draw) for _ in range(60 + 25 * seed)}
    facts = {path: _facts(draw, path) for path in sorted(paths)}
    old, day, language = Stock(), 3, "en"
    for _ in range(12):
        old = _mended(old, facts, *_site(facts, day, language))
        facts = _edit(draw, facts)
        day = draw.randint(1, 9) if draw.random() < 0.1 else day
        language = draw.choice(["en", "de"]) if draw.random() < 0.1 else language


def test_a_job_that_stands_in_no_row_gets_its_translation() -> None:
    """The two have nothing in common but their file's name."""
    facts = {f"postings/{n}.md": _told_of("Baker", team="T1") for n in range(40)}
    facts |= {"postings/qa.md": _told_of("QA"), "postings/b.md": _told_of("Baker", language="de")}
    old = _mended(Stock(), facts, *_site(facts))
    facts = facts | {"postings/qa.de.md": _told_of("Zoo", language="de")}
    _mended(old, facts, *_site(facts))


@pytest.mark.parametrize("edited", range(8))
def test_one_of_the_first_is_like_jobs_that_stand_in_no_row(edited: int) -> None:
    """Once it says something else, they are looked at again."""
    facts = {f"postings/{n}.md": _told_of(f"Q{n}") for n in range(8)}
    old = _mended(Stock(), facts, *_site(facts))
    facts = facts | {f"postings/{edited}.md": _told_of(f"Q{edited}", team="Tools")}
    _mended(old, facts, *_site(facts))


def test_an_edit_of_facts_looks_around_few_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of its rows that are near to it, however many there are."""
    facts = {f"postings/{n}.md": _told_of(WORDS[n % 8], team=f"T{n // 10}") for n in range(400)}
    old = _stock(facts, *_site(facts))
    edited = facts | {"postings/203.md": _told_of("lantern", team="T3")}
    asked: list[str] = []

    def looking(site: Site, job: Job, under: Ground) -> str:
        asked.append(job.slug)
        return around(site, job, under)

    monkeypatch.setattr(neighbours, "around", looking)
    renew(old, *_site(edited), edited)
    assert "203" in asked
    assert 10 < len(asked) < 100
