from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.hiring.commands import Command, commands_in


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("/advance", [Command("advance")]),
        ("Good talk.\n/advance\nThanks!", [Command("advance")]),
        ("Good talk.\r\n/advance\r\n", [Command("advance")]),
        ("/Stage Phone screen ", [Command("stage", "Phone screen")]),
        ("/stage `phone-screen`", [Command("stage", "`phone-screen`")]),
        ("/reject too *junior* for us", [Command("reject", "too junior for us")]),
        ("/advance\n/hire", [Command("advance"), Command("hire")]),
        ("/hire\n---", [Command("hire")]),
        ("> /hire", []),
        ("```\n/hire\n```", []),
        ("~~~\n/hire", []),
        ("    /hire", []),
        ("`a\n/hire`", []),
        ("- /hire", []),
        ("<details>\n/hire\n</details>", []),
        ("<!--\n/hire\n-->", []),
        ("write /hire to hire", []),
        ("/hired", []),
        ("/etc/hosts", []),
        ("\\/hire", []),
        ("# /hire", []),
        ("", []),
    ],
)
def test_commands_stand_at_the_beginning_of_a_line(comment: str, expected: list[Command]) -> None:
    """What is quoted, shown as code, or merely talked about is no command."""
    assert commands_in(comment) == expected


@given(st.text())
def test_any_comment_can_be_read(comment: str) -> None:
    """No text makes the reader fail."""
    commands_in(comment)
