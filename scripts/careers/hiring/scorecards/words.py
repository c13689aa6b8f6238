"""The words of a scorecard: ratings as people read them, and as records hold them."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

IN_ALL = "in all"
"""What every card ends with, and what alone is demanded."""


class Rating(StrEnum):
    """A rating, by the name that records and exports have for it."""

    DEFINITELY_NOT = "definitely_not"
    NO = "no"
    MIXED = "mixed"
    YES = "yes"
    STRONG_YES = "strong_yes"
    NO_DECISION = "no_decision"

    @property
    def words(self) -> str:
        """As people read it."""
        return _WORDS[self]

    @property
    def sign(self) -> str:
        """The sign before it in a table; nothing where nothing was seen."""
        return _SIGNS.get(self, "")


_WORDS = {
    Rating.DEFINITELY_NOT: "strong no",
    Rating.NO: "no",
    Rating.MIXED: "mixed",
    Rating.YES: "yes",
    Rating.STRONG_YES: "strong yes",
    Rating.NO_DECISION: "did not see it",
}
_SIGNS = {
    Rating.DEFINITELY_NOT: "\u2013\u2013",
    Rating.NO: "\u2013",
    Rating.MIXED: "±",
    Rating.YES: "+",
    Rating.STRONG_YES: "++",
}
OVERALL = (Rating.DEFINITELY_NOT, Rating.NO, Rating.YES, Rating.STRONG_YES)
"""What *In all* may be."""
_SPELT = {
    "strong no": Rating.DEFINITELY_NOT,
    "definitely not": Rating.DEFINITELY_NOT,
    "no": Rating.NO,
    "mixed": Rating.MIXED,
    "yes": Rating.YES,
    "strong yes": Rating.STRONG_YES,
    "did not see it": Rating.NO_DECISION,
    "not seen": Rating.NO_DECISION,
    "no decision": Rating.NO_DECISION,
}
# German, French, Spanish, Italian, Dutch, Portuguese: what people write in their own words.
_ELSEWHERE = {
    Rating.DEFINITELY_NOT: "klares nein, starkes nein, eindeutig nein, clairement non, "
    "claramente no, decisamente no, duidelijk nee, sterk nee, claramente nao",
    Rating.NO: "nein, non, nee, nao",
    Rating.MIXED: "gemischt, teils teils, mitige, mixto, misto, gemengd",
    Rating.YES: "ja, oui, si, sim",
    Rating.STRONG_YES: "klares ja, starkes ja, eindeutig ja, clairement oui, claramente si, "
    "decisamente si, duidelijk ja, sterk ja, claramente sim",
    Rating.NO_DECISION: "nicht gesehen, pas vu, no visto, non visto, niet gezien, nao visto",
}
_SPELT |= {word: rating for rating, words in _ELSEWHERE.items() for word in words.split(", ")}
ALSO_IN_ALL = (
    "insgesamt", "im ganzen", "alles in allem", "en tout", "au total", "dans l ensemble",
    "en total", "en conjunto", "en general", "in totale", "nel complesso", "al met al",
    "alles bij elkaar", "no geral", "em geral", "ao todo",
)  # fmt: skip
"""What they call it."""
_DONE = "done"
_ALSO_DONE = (
    "fertig", "erledigt", "fini", "termine", "listo", "hecho", "fatto", "finito", "klaar",
    "gereed", "pronto", "feito",
)  # fmt: skip
_SIGNED = {
    "--": Rating.DEFINITELY_NOT,
    "-": Rating.NO,
    "+-": Rating.MIXED,
    "+/-": Rating.MIXED,
    "±": Rating.MIXED,
    "+": Rating.YES,
    "++": Rating.STRONG_YES,
}
_DASHES = str.maketrans("‒–—−", "----")  # noqa: RUF001 - what keyboards and telephones write


def same_words(text: str) -> str:
    """A name without what makes no difference: capitals, accents, marks, blanks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def read_rating(text: str) -> Rating | None:
    """The rating that a text is or begins with, as ``yes`` and ``Strong-Yes, found the race``.

    A number is none: what four of five means, nobody knows.
    """
    first = re.split(r"[,;:.!?(]|\s[–—-]\s", text.strip(), maxsplit=1)[0]  # noqa: RUF001 - a dash
    signs = first.translate(_DASHES).replace(" ", "")
    return _SIGNED.get(signs) or _SPELT.get(same_words(first))


def says_done(text: str, *, alone: bool = False) -> bool:
    """Whether a line sends the card; behind a box more words may follow the English one."""
    words = same_words(text)
    told = words if alone else words.partition(" ")[0]
    return told == _DONE or words in _ALSO_DONE
