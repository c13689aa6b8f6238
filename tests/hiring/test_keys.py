from __future__ import annotations

import pytest

from careers.hiring.keys import KEY_MIN, read_keys
from careers.text.diagnostics import CareersError

SECRET = "a secret for the tests, of no other use"


def test_what_is_made_from_a_secret_is_not_shown() -> None:
    """A traceback or a log line with the keys tells their ids, which tell nothing."""
    key = read_keys(SECRET).current
    shown = repr(read_keys(SECRET, "an older secret for the tests"))
    assert key.id in shown
    for private in (key.signing, key.hashing, key.secret):
        assert repr(private) not in shown


@pytest.mark.parametrize("short", [None, "", " " * KEY_MIN, "x" * (KEY_MIN - 1)])
def test_a_key_that_can_be_guessed_is_refused(short: str | None) -> None:
    """None at all, blanks, or less than there must be; one character more is taken."""
    with pytest.raises(CareersError, match="CAREERS_KEY is"):
        read_keys(short)
    assert read_keys("x" * KEY_MIN).current.id


def test_an_older_key_is_read_and_writes_nothing() -> None:
    """It stands behind the one that writes, and is found by its id."""
    keys = read_keys(SECRET, "an older secret for the tests")
    old = keys.all[1]
    assert keys.current == keys.all[0] != old
    assert keys.named(old.id) == old
    assert keys.named("none of ours") is None
