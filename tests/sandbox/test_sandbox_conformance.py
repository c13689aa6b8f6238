"""The measure itself: it takes what GitHub describes, and notices what it does not."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from careers.sandbox import Sandbox
from clients import ask
from conformance import ConformanceError, validate_exchange, validate_exchanges
from cut_openapi import CUT, cut, write
from exchange_shapes import shape_of
from repositories import PRIVATE

FULL = Path(__file__).parents[3] / "shared" / "github-openapi.json"


def test_wrong_answer_is_noticed(github: Sandbox) -> None:
    """An answer that lacks a field, or has a status GitHub does not give, fails."""
    ask(github, "POST", f"/repos/{PRIVATE}/issues", {"title": "One"})
    good = github.requests[0]
    validate_exchange(good)
    lacking = {name: value for name, value in good.response.items() if name != "labels_url"}
    with pytest.raises(ConformanceError, match="labels_url"):
        validate_exchange(replace(good, response=lacking))
    with pytest.raises(ConformanceError, match="no such answer"):
        validate_exchange(replace(good, status=299))


def test_wrong_request_is_noticed(github: Sandbox) -> None:
    """A request that GitHub would not understand fails, and all failures are told."""
    ask(github, "POST", f"/repos/{PRIVATE}/issues", {"title": "One"})
    good = github.requests[0]
    bad = [replace(good, body={"body": "x"}), replace(good, target="/repos/a/b/no-such-call")]
    with pytest.raises(ConformanceError, match=r"(?s)title.*no-such-call"):
        validate_exchanges(bad)


@pytest.mark.skipif(
    not FULL.exists(), reason="the full description lies beside the project, not in it"
)
def test_cut_is_true() -> None:
    """The cut in the project is what the full description gives."""
    assert CUT.read_text("utf-8") == write(cut(json.loads(FULL.read_text("utf-8"))))


def test_exchanges_of_one_shape_are_held_once(github: Sandbox) -> None:
    """Other words and numbers make no other shape; a field, a type, a kind, a word of a list do."""
    for title in ("One, and 2", "Two, and 3"):
        ask(github, "POST", f"/repos/{PRIVATE}/issues", {"title": title})
    first, second = github.requests
    assert shape_of(first) == shape_of(second)
    others: list[dict[str, object]] = [
        {"state": "opened"},
        {"number": "1"},
        {"number": -1},
        {"created_at": "yesterday, 9 o'clock"},
        {"closed_at": "2026-11-28T10:00:00Z"},
        {"title": "1" * 70_000},
        {"labels": [1]},
    ]
    for other in others:
        assert shape_of(replace(first, response=first.response | other)) != shape_of(first), other
    lacking = {name: value for name, value in first.response.items() if name != "labels_url"}
    assert shape_of(replace(first, response=lacking)) != shape_of(first)
    assert shape_of(replace(first, status=200)) != shape_of(first)
    assert shape_of(replace(first, target="/repos/a/b/issues")) != shape_of(first)
    with pytest.raises(ConformanceError, match="labels_url"):
        validate_exchanges([second, replace(second, response=lacking)])
