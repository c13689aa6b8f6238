"""Which of the files that were sent are to be kept, each once; and where."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from careers.application import Application, SentFile, canonical
from careers.application.files import MOST, Unkept, shown_name
from careers.hiring.record.files import KeptFile

TITLE = "Files of candidates"
TEXT = (
    "What candidates sent, named by the number of their issue. The bot keeps it here, and deletes "
    "it with its candidate: change nothing by hand."
)
_A_RELEASE = 100
"""Candidates whose files one release holds: it takes 1,000 files."""


def release_of(number: int) -> str:
    """The tag of the release that holds the files of a candidate."""
    return f"files-{number // _A_RELEASE + 1}"


def keyed(application: Application) -> dict[str, SentFile]:
    """The files of an application, by what stands for each: its content, else who sent it."""
    who = application.id or canonical(application)
    named = ((_key(who, place, file), file) for place, file in enumerate(application.files))
    return dict(named)


def missing(application: Application, known: Sequence[KeptFile]) -> dict[str, SentFile]:
    """Those that are still to be kept: what is known, and waits for nothing, is left out."""
    done = {key for file in known if file.why != Unkept.WAITING for key in file.keys}
    return {key: file for key, file in keyed(application).items() if key not in done}


def unkept(key: str, file: SentFile, why: Unkept) -> KeptFile:
    """What the record says of a file that is not kept."""
    return KeptFile(key=key, name=shown_name(file.name), why=why)


def are_many(files: Mapping[str, SentFile]) -> list[str]:
    """The keys of those that are more than are kept."""
    return [*files][MOST:]


def together(known: Sequence[KeptFile], new: Iterable[KeptFile]) -> tuple[KeptFile, ...]:
    """The files with what became of those that were waiting, in the order in which they came.

    What was sent twice, or attached and sent, is one asset, and told once.
    """
    made = list(known)
    for file in new:
        here = next((n for n, f in enumerate(made) if file.key in f.keys), None)
        same = next((n for n, f in enumerate(made) if f.asset and f.asset == file.asset), None)
        if same is not None and here != same:
            made[same] = made[same].model_copy(update={"also": (*made[same].also, file.key)})
            if here is not None:
                del made[here]
        elif here is None:
            made.append(file)
        elif made[here].why == Unkept.WAITING and file.why != Unkept.WAITING:
            made[here] = file
    return tuple(made)


def _key(who: str, place: int, file: SentFile) -> str:
    told = file.content or json.dumps([who, place, file.name]).encode()
    return sha256(told).hexdigest()[:32]
