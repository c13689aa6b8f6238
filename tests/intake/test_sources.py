"""The cases of each source: ``sources/<name>/<case>.json`` beside what it reads, ``.txt``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from careers.intake import all_sources, read, takers
from careers.text.diagnostics import CareersError

HERE = Path(__file__).parent
CASES = sorted((HERE / "sources").glob("*/*.json"))
EXAMPLES = sorted((HERE.parents[1] / "examples" / "applications").glob("*.json"))
DOCS = HERE.parents[1] / "docs" / "candidates.md"


def case(path: Path) -> str:
    """The name of a case."""
    return f"{path.parent.name}/{path.stem}"


def taken(payload: object) -> list[str]:
    """The sources that say that a payload is theirs."""
    return [source.name for source in takers(json.dumps(payload).encode())[0]]


@pytest.mark.parametrize("path", CASES, ids=case)
def test_a_source_reads_what_its_case_says(
    path: Path, expected: Callable[[Path, str], None]
) -> None:
    """The application, without what stands at its default, or the refusal."""
    try:
        made = read(path.read_bytes()).model_dump_json(indent=2, exclude_defaults=True)
    except CareersError as error:
        assert error.status == 1  # noqa: PT017 - either is right
        made = f"{error}\nhelp: {error.help}"
    expected(path.with_suffix(".txt"), f"{made}\n")


@pytest.mark.parametrize("path", CASES, ids=case)
def test_a_payload_belongs_to_one_source(path: Path) -> None:
    """So the order in which sources are asked makes no difference."""
    assert taken(json.loads(path.read_bytes())) == [path.parent.name]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_shipped_examples_belong_to_one_source(path: Path) -> None:
    """They are the fields of the schema."""
    assert taken(json.loads(path.read_bytes())) == ["fields"]


def test_every_source_has_cases() -> None:
    """A folder a source, and no other."""
    assert {path.parent.name for path in CASES} == {source.name for source in all_sources()}
    assert {p.stem for p in HERE.glob("sources/*/*")} == {p.stem for p in CASES}


@pytest.mark.parametrize("path", CASES, ids=case)
def test_what_brings_a_payload_makes_no_difference(path: Path) -> None:
    """Each source's payload may come by any event, and by none."""
    _, payload = takers(path.read_bytes())
    for event in (
        payload,
        {"action": "application", "client_payload": payload},
        {"action": "application", "client_payload": {"application": payload}},
        {"inputs": {"application": json.dumps(payload)}},
        {"inputs": {"application": payload}},
    ):
        assert taken(event) == [path.parent.name]


@pytest.mark.parametrize(
    "event",
    [
        {},
        {"client_payload": 5, "inputs": []},
        {"client_payload": {"application": 5}},
        {"inputs": None},
        {"action": "opened", "issue": {"number": 1}},
        {"form_response": {"answers": []}},
    ],
)
def test_what_no_source_knows_is_said(event: dict[str, Any]) -> None:
    """Whatever the event holds, nothing of it is repeated."""
    with pytest.raises(
        CareersError, match="holds no application of a kind that is known"
    ) as caught:
        read(json.dumps(event).encode())
    assert caught.value.status == 1
    assert "posting, name and email" in caught.value.help


@pytest.mark.parametrize(
    "data",
    [
        b"vorname=Ada&nachname=Example&email=ada%40example.com&stelle=baker&nachricht=Gr%C3%BC%C3%9Fe",
        b"vorname=Ada&nachname=Example&email=ada%40example.com&stelle=baker&nachricht=Gr%FC%DFe",
        '[{"name": "Ada Example", "email": "ada@example.com", "job": "baker", "message": "Grüße"}]',
    ],
)
def test_what_is_no_object_may_be_one(data: bytes | str) -> None:
    """A form's own encoding, and a list of one, as automations send it."""
    made = read(data if isinstance(data, bytes) else data.encode())
    assert (made.posting, made.name, made.email) == ("baker", "Ada Example", "ada@example.com")
    assert made.message == "Grüße"


def test_every_source_says_what_it_takes(expected: Callable[[Path, str], None]) -> None:
    """The table in docs/candidates.md is made of the sources."""
    rows = [f"| `{source.name}` | {source.help.rstrip('.')} |" for source in all_sources()]
    table = "\n".join(["| source | takes |", "|---|---|", *rows])
    text = DOCS.read_text("utf-8")
    start, end = "<!-- sources: made from the code -->\n\n", "\n\n<!-- /sources -->"
    before, rest = text.split(start)
    expected(DOCS, f"{before}{start}{table}{end}{rest.split(end)[1]}")
