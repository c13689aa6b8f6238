"""What a record tells of files: each once, whatever came of it before."""

from __future__ import annotations

import pytest

from careers.application import Application, SentFile
from careers.application.files import Unkept
from careers.hiring.actions import EditIssue
from careers.hiring.filing.adding import candidate_of, plan_adding
from careers.hiring.filing.keeping import keyed, missing, release_of, together
from careers.hiring.issues import Issue
from careers.hiring.record.block import read_record
from careers.hiring.record.files import KeptFile
from hiring.sealing import KEYS, WRITER, block, candidate

CV, OTHER = KeptFile(key="a", name="cv.pdf", asset=1), KeptFile(key="b", name="b.pdf", asset=2)
WAITS = KeptFile(key="c", name="c.pdf", why=Unkept.WAITING)
LARGE = KeptFile(key="c", name="c.pdf", why=Unkept.LARGE)
CAME = KeptFile(key="c", name="c.pdf", asset=3)
TWICE = KeptFile(key="d", name="cv.pdf", asset=1)
WITH_D = CV.model_copy(update={"also": ("d",)})
WITH_C = CV.model_copy(update={"also": ("c",)})


@pytest.mark.parametrize(
    ("known", "new", "made"),
    [
        ([], [CV, OTHER], [CV, OTHER]),
        ([CV], [OTHER], [CV, OTHER]),
        ([CV], [CV], [CV]),
        ([CV, WAITS], [CAME], [CV, CAME]),
        ([CV, WAITS], [LARGE], [CV, LARGE]),
        ([CV, WAITS], [WAITS], [CV, WAITS]),
        ([CAME], [WAITS], [CAME]),
        ([LARGE], [WAITS], [LARGE]),
        ([CV], [TWICE], [WITH_D]),
        ([WITH_D], [TWICE], [WITH_D]),
        ([WITH_D], [CV], [WITH_D]),
        ([CV, WAITS], [KeptFile(key="c", name="cv.pdf", asset=1)], [WITH_C]),
        ([], [CV, TWICE], [WITH_D]),
    ],
)
def test_files_are_told_once(
    known: list[KeptFile], new: list[KeptFile], made: list[KeptFile]
) -> None:
    """What waited is told by what came of it, one asset as one file; twice does nothing."""
    assert [*together(known, new)] == made
    assert [*together(made, new)] == made


def test_files_are_added_by_one_write() -> None:
    """The record counts it as one, and nothing is written of what it tells already."""
    record = candidate("applied", number=3)
    issue = Issue(3, "Ada", block(record), is_open=True)
    cv = CV.model_copy(update={"url": "https://example.com/3-cv.pdf"})
    (edit,) = plan_adding(issue, record, [cv], WRITER).actions
    assert isinstance(edit, EditIssue)
    written = read_record(edit.body or "", 3, KEYS)
    assert written is not None
    assert (written.sequence, written.files) == (record.sequence + 1, (cv,))
    assert not plan_adding(issue, written, [cv], WRITER).actions


def application(*files: SentFile, id_: str = "tally:1") -> Application:
    """One with these files."""
    return Application(posting="a", name="Ada", email="ada@example.com", id=id_, files=files)


def test_what_was_sent_is_known_again() -> None:
    """By its content, or where a service holds it by the submission and its place in it."""
    held = SentFile(name="cv.pdf", service="tally", address="https://example.com/1?signature=x")
    moved = held.model_copy(update={"address": "https://example.com/1?signature=y"})
    assert keyed(application(held)).keys() == keyed(application(moved)).keys()
    assert keyed(application(held)).keys() != keyed(application(held, id_="tally:2")).keys()
    assert len(keyed(application(held, held))) == 2
    sent = SentFile(name="cv.pdf", content=b"x")
    renamed = sent.model_copy(update={"name": "other.pdf"})
    assert keyed(application(sent)).keys() == keyed(application(renamed, id_="2")).keys()
    (key,) = keyed(application(sent))
    assert missing(application(sent), [KeptFile(key=key, name="cv.pdf", asset=1)]) == {}
    assert missing(application(sent), [KeptFile(key="k", name="a", asset=1, also=(key,))]) == {}
    waits = KeptFile(key=key, name="cv.pdf", why=Unkept.WAITING)
    assert list(missing(application(sent), [waits])) == [key]


def test_where_a_candidate_s_files_are() -> None:
    """A hundred numbers a release; a name begins with its candidate's."""
    assert [release_of(n) for n in (1, 99, 100, 4100)] == [
        "files-1",
        "files-1",
        "files-2",
        "files-42",
    ]
    names = ("41-cv.pdf", "4-1.pdf", "cv-41.pdf", "41.pdf", "-1-cv.pdf", "41-CV.pdf")
    assert [candidate_of(name) for name in names] == [41, 4, 0, 0, 0, 0]
