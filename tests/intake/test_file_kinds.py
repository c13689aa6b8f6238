"""What a file is, by its content and its name; nothing is opened."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from careers.application.files import LARGEST, Unkept, kept_name, kind_of, shown_name, why_not


def archive(*names: str, first: bytes = b"") -> bytes:
    """An archive with parts of these names; ``first`` is what its mimetype says."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        if first:
            made.writestr(zipfile.ZipInfo("mimetype"), first)
        for name in names:
            made.writestr(name, b"<x/>" * 50)
    return data.getvalue()


def bomb() -> bytes:
    """400 MB of zeros in a small archive that looks like a letter."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", b"<x/>")
        made.writestr("word/document.xml", bytes(400 * 1024 * 1024))
    return data.getvalue()


DOCX = archive("[Content_Types].xml", "_rels/.rels", "word/document.xml")
DOCM = archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")
ODT = archive("content.xml", first=b"application/vnd.oasis.opendocument.text")
ODT_MACRO = archive(
    "content.xml", "Basic/script-lc.xml", first=b"application/vnd.oasis.opendocument.text"
)
OLD_DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PDF, PNG, JPG = b"%PDF-1.7\n%...", b"\x89PNG\r\n\x1a\n....", b"\xff\xd8\xff\xe0...."
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'

KINDS = [
    ("cv.pdf", PDF, "pdf"),
    ("CV.PDF", b"\r\n" + PDF, "pdf"),
    ("cv.pdf", b"<html>" + bytes(2000) + PDF, ""),
    ("cv.pdf", PDF + b"<html><script>", "pdf"),
    ("cv.docx", DOCX, "docx"),
    ("cv.doc", DOCX, ""),
    ("cv.odt", ODT, "odt"),
    ("cv.docx", ODT, ""),
    ("plan.xlsx", archive("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
    ("plan.pptx", archive("[Content_Types].xml", "ppt/presentation.xml"), "pptx"),
    ("work.zip", archive("a.txt"), ""),
    ("cv.rtf", rb"{\rtf1 Hello}", "rtf"),
    ("cv.doc", rb"{\rtf1 Hello}", "rtf"),
    ("cv.doc", OLD_DOC, ""),
    ("me.png", PNG, "png"),
    ("me.jpeg", JPG, "jpg"),
    ("me.png", JPG, ""),
    ("me.pdf", PNG, ""),
    ("letter.txt", "Grüße\n".encode(), "txt"),
    ("letter.md", b"# Hello\n", "txt"),
    ("letter.txt", b"<html>", ""),
    ("letter.txt", "Grüße".encode("cp1252"), ""),
    ("page.html", b"<!doctype html><script>alert(1)</script>", ""),
    ("me.svg", SVG, ""),
    ("setup.exe", b"MZ\x90\x00", ""),
    ("cv", PDF, ""),
]


@pytest.mark.parametrize(("name", "data", "kind"), KINDS)
def test_content_and_name_say_what_it_is(name: str, data: bytes, kind: str) -> None:
    """Both of one known type, else none; what is of none is kept where no program opens it."""
    assert kind_of(name, data) == kind
    assert why_not(name, data) is None
    assert kept_name(name, kind).endswith(f".{kind or 'bin'}")


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("cv.docm", DOCM, Unkept.MACROS),
        ("cv.docx", DOCM, Unkept.MACROS),
        ("cv.docm", DOCX, Unkept.MACROS),
        ("cv.DOCM\u202e", DOCX, Unkept.MACROS),
        ("plan.xlsb", DOCX, Unkept.MACROS),
        ("cv.odt", ODT_MACRO, Unkept.MACROS),
        ("cv.doc", OLD_DOC + "_VBA_PROJECT".encode("utf-16-le"), Unkept.MACROS),
        ("cv.pdf", b"", Unkept.EMPTY),
        ("cv.pdf", b"%PDF-" + bytes(LARGEST - 4), Unkept.LARGE),
        ("cv.pdf", b"%PDF-" + bytes(LARGEST - 5), None),
        ("about-vbaProject.bin.pdf", PDF + b"vbaProject.bin", None),
    ],
)
def test_what_is_not_kept(name: str, data: bytes, why: Unkept | None) -> None:
    """Macros by name or content, nothing at all, more than 25 MB."""
    assert why_not(name, data) is why


def test_an_archive_is_never_opened() -> None:
    """A bomb is a file like any other."""
    data = bomb()
    start = time.process_time()
    assert kind_of("cv.docx", data) == "docx"
    assert why_not("cv.docx", data) is None
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("given", "shown", "kept"),
    [
        ("CV.pdf", "CV.pdf", "cv.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\ada\\cv.pdf", "cv.pdf", "cv.pdf"),
        ("cv\u202efdp.exe.pdf", "cvfdp.exe.pdf", "cvfdp-exe.pdf"),
        ("cv\r\nX: y.pdf", "cv X: y.pdf", "cv-x-y.pdf"),
        ("Läbenslauf Größe.pdf", "Läbenslauf Größe.pdf", "labenslauf-grosse.pdf"),
        ("履歴書.pdf", "履歴書.pdf", "file.pdf"),
        ("🚀 my cv 🚀.pdf", "🚀 my cv 🚀.pdf", "my-cv.pdf"),
        (".pdf", ".pdf", "pdf.pdf"),
        ("", "a file", "a-file.pdf"),
        ("/", "a file", "a-file.pdf"),
        ("a" * 200 + ".pdf", "a" * 75 + "….pdf", "a" * 60 + ".pdf"),
        ("cv.pdf" + "x" * 200, "cv.pdf" + "x" * 73 + "…", "cv-pdf" + "x" * 54 + ".pdf"),
        ("<b>&[x](y)|`.pdf", "<b>&[x](y)|`.pdf", "b-x-y.pdf"),
    ],
)
def test_names_are_made_plain(given: str, shown: str, kept: str) -> None:
    """People read what was given, without a path and what is not seen; kept is what is plain."""
    assert shown_name(given) == shown
    assert kept_name(given, "pdf") == kept


def test_what_is_unknown_acts_at_no_click() -> None:
    """Its ending becomes part of its name."""
    assert kept_name("page.html", "") == "page-html.bin"
    assert kept_name("setup.exe", "") == "setup-exe.bin"
    assert kept_name("README", "") == "readme.bin"
