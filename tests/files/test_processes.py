"""Shared work comes back whole and in order, and its errors as they were."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPTS = Path(__file__).parents[2] / "scripts"
HEAD = f"""
import os, sys, threading, time, warnings
warnings.simplefilter("error")
sys.path.insert(0, {str(SCRIPTS)!r})
from careers.files import processes
from careers.files.processes import parallel_map
from careers.text.diagnostics import CareersError
os.sched_getaffinity = lambda _: {{0, 1, 2}}
"""


def run(code: str) -> str:
    """What a process of its own prints: this one has threads, and is not to be forked."""
    done = subprocess.run(
        [sys.executable, "-c", HEAD + code], capture_output=True, encoding="utf-8", check=False
    )
    assert done.stderr == ""
    return done.stdout.strip()


def test_in_order() -> None:
    """Several processes take part, whatever the work is, and nobody sees it in what comes back."""
    out = run("work = lambda n: (time.sleep(0.1), n * n, os.getpid())\n"
              "made = list(parallel_map(work, range(9)))\n"
              "print([n for _, n, _ in made], len({p for *_, p in made}))")  # fmt: skip
    assert out == f"{[n * n for n in range(9)]} 3"


def test_an_error_is_as_clear_as_in_one_process() -> None:
    """It is raised as it was, with its cure and its exit status."""
    out = run("""
def fail(n):
    if n == 4:
        raise CareersError("cannot read it", "look at its permissions", status=1)
try:
    list(parallel_map(fail, range(7)))
except CareersError as error:
    print(error, error.help, error.status)
""")
    assert out == "cannot read it look at its permissions 1"


def test_where_nothing_is_forked() -> None:
    """A process with threads does the work itself, and so does one that cannot be forked."""
    out = run("""
def alone():
    return {*parallel_map(lambda _: os.getpid(), range(3))} == {os.getpid()}
print(alone())
waiting = threading.Event()
threading.Thread(target=waiting.wait).start()
print(alone())
waiting.set()
""")
    assert out == "False\nTrue"
