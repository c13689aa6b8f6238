"""Shared work comes back whole and in order, whatever happens to those who help."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPTS = Path(__file__).parents[2] / "scripts"
HEAD = f"""
import os, sys, time
sys.path.insert(0, {str(SCRIPTS)!r})
from careers.files import workers as crew
from careers.text.diagnostics import CareersError
crew.cores = lambda: 3
main = os.getpid()
"""


def run(code: str) -> str:
    """What a process of its own prints: this one has threads, and is not to be forked."""
    done = subprocess.run(
        [sys.executable, "-c", HEAD + code], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.strip()


def test_in_order() -> None:
    """Several processes take part, and nobody sees it in what comes back."""
    out = run("made = crew.share(lambda n: (time.sleep(0.1), n * n, os.getpid()), range(10))\n"
              "print([n for _, n, _ in made], len({p for *_, p in made}))")  # fmt: skip
    assert out == f"{[n * n for n in range(10)]} 3"


def test_more_parts_than_tickets() -> None:
    """Each is done once, however many there are."""
    out = run("print(crew.share(lambda n: n, range(5000)) == list(range(5000)))")
    assert out == "True"


def test_a_helper_that_ends() -> None:
    """The share of a helper that was ended from outside is done by the process itself."""
    out = run("""
def task(n):
    time.sleep(0.1)
    return n if os.getpid() == main else os._exit(9)
print(crew.share(task, range(7)))
""")
    assert out == str(list(range(7)))


def test_an_error_is_as_clear_as_in_one_process() -> None:
    """The error of a part is raised as it was, wherever the part was done."""
    out = run("""
def fail(n):
    if n == 4:
        raise CareersError("cannot read it", "look at its permissions")
try:
    crew.share(fail, range(7))
except CareersError as error:
    print(error, error.help)
""")
    assert out == "cannot read it look at its permissions"


def test_beside() -> None:
    """What another process does meanwhile is told when it is asked for."""
    out = run("""
with crew.beside(lambda: (time.sleep(0.2), os.getpid())[1]) as made:
    print(made() != main)
with crew.beside(os.getpid, 1) as made:
    print(made() == main)
""")
    assert out == "True\nTrue"


def test_beside_when_the_helper_ends_or_fails() -> None:
    """The process itself does it, errors are as they were; what nobody asks for is ended."""
    out = run("""
with crew.beside(lambda: 7 if os.getpid() == main else os._exit(9)) as made:
    print(made())
def fail():
    raise CareersError("no such folder")
try:
    with crew.beside(fail) as made:
        made()
except CareersError as error:
    print(error)
with crew.beside(lambda: time.sleep(60)):
    pass
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("nobody is left")
""")
    assert out == "7\nno such folder\nnobody is left"


def test_where_nothing_can_be_forked() -> None:
    """However many are asked for, the process does it itself."""
    out = run("""
del os.fork
print(crew.share(lambda n: os.getpid() == main, range(3), 4))
with crew.beside(os.getpid, 4) as made:
    print(made() == main)
""")
    assert out == "[True, True, True]\nTrue"
