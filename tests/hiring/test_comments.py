from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.hiring.comments import near_miss, read_commands
from careers.hiring.request import Invocation


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("/advance", [Invocation("advance")]),
        ("Good talk.\n/advance\nThanks!", [Invocation("advance")]),
        ("Good talk.\r\n/advance\r\n", [Invocation("advance")]),
        ("/Stage Phone screen ", [Invocation("stage", "Phone screen")]),
        ("/stage `phone-screen`", [Invocation("stage", "`phone-screen`")]),
        ("/reject too *junior* for us", [Invocation("reject", "too junior for us")]),
        ("/advance\n/hire", [Invocation("advance"), Invocation("hire")]),
        ("/hire\n---", [Invocation("hire")]),
        ("> /hire", []),
        ("```\n/hire\n```", []),
        ("~~~\n/hire", []),
        ("    /hire", []),
        ("`a\n/hire`", []),
        ("- /hire", []),
        ("<details>\n/hire\n</details>", []),
        ("<!--\n/hire\n-->", []),
        ("write /hire to hire", []),
        ("/hired", [Invocation("hire")]),
        ("/etc/hosts", []),
        ("\\/hire", []),
        ("# /hire", []),
        ("**/hire**", []),
        ("[/hire](https://example.com)", []),
        ("/advance /hire", []),
        ("/advance and /next Wed", []),
        ("/stage **offer**", [Invocation("stage", "offer")]),
        (
            "/reject skills and/or a path (/etc/hosts)",
            [Invocation("reject", "skills and/or a path (/etc/hosts)")],
        ),
        ("\ufeff/hire", [Invocation("hire")]),
        ("/hire\u200b", [Invocation("hire")]),
        ("", []),
    ],
)
def test_commands_stand_at_the_beginning_of_a_line(
    comment: str, expected: list[Invocation]
) -> None:
    """What is quoted, shown as code, or merely talked about is no command."""
    assert read_commands(comment) == expected


ALONE, NEAR, NOTHING = "alone on its line", "did you mean", ""


@pytest.mark.parametrize(
    ("comment", "answer", "verb"),
    [
        ("/advance.", ALONE, "advance"),
        ("/advance!", ALONE, "advance"),
        ("/stage: offer", ALONE, "stage"),
        ("Please /advance", ALONE, "advance"),
        ("- [ ] /advance", ALONE, "advance"),
        ("1. /advance", ALONE, "advance"),
        ("**/advance**", ALONE, "advance"),
        ("[/advance](https://example.com)", ALONE, "advance"),
        ("(/advance)", ALONE, "advance"),
        ("“/advance”", ALONE, "advance"),
        ("| /advance |", ALONE, "advance"),
        ("@rita /lgtm", ALONE, "lgtm"),
        ("/take\n/advance /hire", ALONE, "hire"),
        ("/advnce", NEAR, "advance"),
        ("/avdance", NEAR, "advance"),
        ("/advan", NEAR, "advance"),
        ("/rejet skills", NEAR, "reject"),
        ("/nxet Wed", NEAR, "next"),
        ("/ad", NEAR, ""),
        ("/wibble", NEAR, ""),
        ("/score 4", NEAR, ""),
        ("/note nice", NEAR, ""),
        ("and/or", NOTHING, ""),
        ("see /etc/hosts", NOTHING, ""),
        ("/etc/hosts", NOTHING, ""),
        ("https://example.com/advance", NOTHING, ""),
        ("`/advance`", NOTHING, ""),
        ("```\n/advance\n```", NOTHING, ""),
        ("> /advance", NOTHING, ""),
        ("<!-- /advance -->", NOTHING, ""),
        ("/table", NOTHING, ""),
        ("/details", NOTHING, ""),
        ("//advance", NOTHING, ""),
        ("\\/advance", NOTHING, ""),
        ("/", NOTHING, ""),
    ],
)
def test_what_is_nearly_a_command_is_answered_and_never_done(
    comment: str, answer: str, verb: str
) -> None:
    """By how near it is: in the wrong place, misspelled, a word alone, or talk."""
    missed = near_miss(comment)
    assert read_commands(comment) == []
    assert (missed is not None) == bool(answer)
    if missed:
        assert (missed.near, missed.alone) == (verb, answer == ALONE)


@given(st.text())
def test_any_comment_can_be_read(comment: str) -> None:
    """No text makes the reader fail."""
    read_commands(comment)
    near_miss(comment)
