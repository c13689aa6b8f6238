"""What writes the feeds: any text comes out as it went in, wherever it stands."""

from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from careers.text.json_text import encoded
from careers.text.xml import clean, document, element, section

# Half surrogate pairs too, and often what means something to XML and JSON.
ANYTHING = st.text(
    st.one_of(st.characters(), st.sampled_from("]>&<\"'\r\n\t\0\x1b\x85\ud800\udfff\ufffe\uffff"))
)
NOT_XML = re.compile("[^\t\n\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def kept(text: str) -> str:
    """What XML can hold of a text."""
    return NOT_XML.sub("", re.sub("\r\n?", "\n", text))


@given(ANYTHING, ANYTHING)
def test_any_text_is_read_from_xml_as_it_was(text: str, value: str) -> None:
    """In an element, in a CDATA section and in an attribute, whose white space is one space."""
    assert clean(text).decode() == kept(text)
    made = document("r", [element("a", text, xml_lang=value), section("b", text)])
    first, second = etree.fromstring(made)
    assert (first.text or "", second.text or "") == (kept(text), kept(text))
    (said,) = first.attrib.values()
    assert said == re.sub(r"[\t\n]+", " ", kept(value))


def test_what_is_not_known_is_not_there() -> None:
    """None is neither an attribute nor a child; bytes are markup."""
    assert element("a", None, b=None) == b"<a/>"
    assert (
        element("a", element("b", "<"), None, "&", c="'") == b'<a c="&#x27;"><b>&lt;</b>&amp;</a>'
    )


@given(ANYTHING)
def test_any_text_is_read_from_json_as_it_was(text: str) -> None:
    """But for half a surrogate pair, which stands for nothing."""
    whole = re.sub("[\ud800-\udfff]", "\ufffd", text)
    assert json.loads(encoded({text: [text]})) == {whole: [whole]}
    assert json.loads(encoded({"a": encoded(text), "b": text})) == {"a": whole, "b": whole}


def test_json_is_the_same_whoever_writes_it() -> None:
    """A number of more than 64 bits or half a surrogate pair changes nothing beside it."""
    value: dict[str, Any] = {"é": [1, 2.5, None, True], "\u2028</": '"\\\n\x1b', "b": b'{"c":[1]}'}
    plain = encoded(value)
    assert plain.decode() == '{"é":[1,2.5,null,true],"\u2028</":"\\"\\\\\\n\\u001b","b":{"c":[1]}}'
    for odd, written in ((2**70, str(2**70)), ("\ud800", '"\ufffd"')):
        assert encoded({**value, "odd": odd}) == plain[:-1] + f',"odd":{written}}}'.encode()
