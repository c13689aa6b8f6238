"""The raw HTML that a published page keeps: what the sanitiser allows and the checks know."""

from __future__ import annotations

# No h1: the page has one.
_KEPT = """
a abbr b blockquote br code dd del details div dl dt em h2 h3 h4 h5 h6 hr i img ins kbd li mark ol
p pre q s small span strong sub summary sup table tbody td tfoot th thead tr u ul
"""
# Their text is no prose: it goes with them.
_DROPPED = """
script style title iframe noscript noembed noframes object embed applet template textarea select
option svg math xmp plaintext head frameset
"""

TAGS = frozenset(_KEPT.split())
DROPPED = frozenset(_DROPPED.split())
# No id, class, style or name but a heading's id: those would reach out of the text.
ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "h5": {"id"},
    "h6": {"id"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
