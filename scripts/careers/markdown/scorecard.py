"""Which heading is that of a scorecard: what interviewers look at, and nobody else."""

from __future__ import annotations

import re

_CARD = r"score[ -]?(?:cards?|sheets?)|(?:scoring|evaluation|assessment|hiring|interview) rubrics?"
_WHOSE = r"interview(?:er)?s?'?|candidates?'?|hiring|panel|internal|our|the"
_ELSEWHERE = (
    r"(?:bewertungs|beurteilungs)(?:b[oö]gen|matrix)",
    r"grilles? d'(?:évaluation|entretien|analyse)|fiches? d'évaluation",
    r"(?:hoja|ficha|tarjeta|rúbrica|plantilla)s? de (?:evaluación|puntuación)",
    r"(?:ficha|grelha|grade|planilha) de (?:avaliação|pontuação)",
    r"(?:scheda|griglia) di valutazione",
    r"scorekaarte?n?|beoordelings(?:formulier|kaart)(?:en)?",
    r"評価シート|採点表|スコアカード|評価表",
)
_SCORECARD = re.compile(
    rf"(?:(?:{_WHOSE}) )*(?:{_CARD})(?: (?:for|of) (?:(?:{_WHOSE}) ?)+)?|{'|'.join(_ELSEWHERE)}",
    re.IGNORECASE,
)
# What people put around a heading: numbers, signs, emoji, "(internal)".
_AROUND = re.compile(r"^[\W\d_]+|\s*[(\[][^()\[\]]*[)\]]\s*$|[\W_]+$")
_BLANK = re.compile(r"\s+")
_LONGEST = 200  # characters of such a heading, with all that stands around it


def is_scorecard(heading: str) -> bool:
    """Whether a heading says so, by its whole text."""
    if len(heading) > _LONGEST:
        return False
    text = _BLANK.sub(" ", heading.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    while (bare := _AROUND.sub("", text)) != text:
        text = bare
    return bool(_SCORECARD.fullmatch(text))
