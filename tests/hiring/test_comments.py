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
        ("", []),
    ],
)
def test_commands_stand_at_the_beginning_of_a_line(
    comment: str, expected: list[Invocation]
) -> None:
    """What is quoted, shown as code, or merely talked about is no command."""
    assert read_commands(comment) == expected


@given(st.text())
def test_any_comment_can_be_read(comment: str) -> None:
    """No text makes the reader fail."""
    read_commands(comment)
    near_miss(comment)
