"""Bytes and headers as text, whatever charset they say; what is wrong costs single characters."""

from __future__ import annotations

import codecs
import re
from email.errors import MessageError
from email.header import decode_header, make_header
from typing import Any

_WORD = re.compile(r"=\?[^?\s]+\?[bqBQ]\?[^?]*\?=")
_LONGEST = 20_000  # characters of a header
# What programs say, and what they mean; Latin-1 is read as Western Windows, as browsers do.
_MEANT = {
    "ascii": "utf-8",
    "us-ascii": "utf-8",
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-9": "cp1254",
    "unicode-1-1-utf-7": "utf-7",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
}
# Python knows these too; they are no charsets, and some take minutes.
_NONE = {"punycode", "idna", "unicode_escape", "raw_unicode_escape", "unicode-escape", "undefined"}


def in_charset(data: bytes, charset: str) -> str:
    """Bytes as text: in what they say, in UTF-8, else as Western Windows has them."""
    said = charset.strip("\"' ").lower()
    for name in dict.fromkeys((_MEANT.get(said, said), "utf-8", "cp1252")):
        try:
            if codecs.lookup(name).name not in _NONE:
                return data.decode(name).removeprefix("\ufeff")
        except (LookupError, ValueError):
            continue
    return data.decode("latin-1")


def decoded(value: Any) -> str:
    """A header's text on one line. A charset that is unknown or wrong costs single characters."""
    text = re.sub(r"\s+", " ", str(value or "")[:_LONGEST])
    # Some programs put words in quotes, or next to each other without a blank.
    text = re.sub(r"\?=(?==\?)", "?= ", text)
    if not _WORD.search(text):
        return mended(text)
    # What stands raw beside an encoded word is read first: a word is ASCII alone.
    text = _WORD.sub(lambda word: word[0].replace(" ", "_"), mended(text).replace('"', ""))
    try:
        return " ".join(str(make_header(decode_header(text))).split())
    except (LookupError, ValueError, MessageError):
        return _by_word(text)


def _by_word(text: str) -> str:
    """Each encoded word by itself, with what a wrong charset cannot say replaced."""
    try:
        found = decode_header(text)
    except (LookupError, ValueError, MessageError):
        return text  # base64 that is none
    made = []
    for value, charset in found:
        if isinstance(value, bytes):
            made.append(in_charset(value, charset or "ascii"))
        else:
            made.append(value)
    return " ".join("".join(made).split())


def mended(text: str) -> str:
    """Raw bytes in a header: UTF-8 mostly, else as Western Windows has them."""
    if not any("\udc80" <= c <= "\udcff" for c in text):
        return text.strip()
    return in_charset(text.encode("utf-8", "surrogateescape"), "utf-8").strip()
