"""Finds how long a step takes, in the words of its author."""

from __future__ import annotations

import re

_NUMBER = (
    r"(?:\d+(?:[.,]\d+)?(?:\s?(?:-|\u2013|to|or|bis|oder)\s?\d+(?:[.,]\d+)?)?"
    r"|half an?|an?|one and a half|one|two|three|four|five|six|eight|ten|fifteen|twenty|thirty"
    r"|forty-five|forty|sixty|ninety|eine halbe|eine[rn]?|zwei|drei|vier|fünf|sechs|acht|zehn"
    r"|fünfzehn|zwanzig|dreißig|fünfundvierzig|sechzig|neunzig|anderthalb|eineinhalb"
    r"|deux|trois|quatre|quinze|vingt|trente|quarante-cinq|dos|tres|cuatro|veinte|treinta"
    r"|twee|drie|vijftien|twintig|dertig|vijfenveertig|anderhalve?|dois|duas|três|quatro|vinte"
    r"|trinta|due|tre|quattro|quindici|venti|trenta)"
)
_DAY = (
    r"half a day|(?:a|an|one) (?:full|whole|entire) (?:day|morning|afternoon)|a half[- ]day|one day"
    r"|half[- ]day|(?:full|whole|entire) (?:day|morning|afternoon)"
    r"|une (?:demi-)?(?:heure|journée)|una hora|media hora|un'ora|mezz'ora|mezza giornata|een uur"
    r"|een half uur|anderhalf uur|uma hora|meia hora|medio día|meio dia"
    r"|ein(?:en)? halbe[rn] tag|ein(?:en)? ganze[rn] tag|eine[nr]? halben tag"
)
_ABOUT = (
    r"je|about|around|roughly|approximately|up to|at most|no more than|not more than|ca\.|etwa|rund"
    r"|ungefähr|höchstens|maximal|bis zu|nicht mehr als"
)
# Searched in lower case: a pattern that ignores case takes three times as long.
_DURATION = re.compile(
    rf"(?<![\w.,-])(?P<late>(?:with)?in |after |over the next |innerhalb von |binnen |nach "
    r"|sous |dans les |après |en menos de |dentro de |entro |em até |na )?"
    rf"(?P<shown>(?:(?:{_ABOUT}) )?(?:{_DAY}|(?P<number>{_NUMBER})"
    r"(?:[- ]?(?P<each>minute|hour|min)(?=[\s,.;:)]|$)"
    r"|[\s-]?(?:minutes|minut[oi]s?|mins\b|hours|hrs\b|minuten?\b|stunden?\b|heures?|horas?|ore"
    r"|uur|uren|(?<=[\d\s-])h\b)))"
    r"(?: each| jeweils)?)(?!\w)"
)
# One of these is in every duration, and in few steps.
_UNITS = (
    "min", "hour", "hrs", "stunde", "half", "full ", "whole ", "entire ", "one day", "halbe",
    "ganze", "heure", "hora", " ora", "'ora", " ore", "uur", "uren", "journée", "giornata", "medio",
    "meio",
)  # fmt: skip
_HOURS = re.compile(r"[\d -]h\b")
_SINGLE = re.compile(r"(?:1|an?|one|half an?)$")
_TAG = re.compile(r"<[^>]+>")


def duration(html: str) -> str:
    """``about two hours``: the first time that a step is said to take; empty where none is.

    By when an answer comes ("within 24 hours") is no such time.
    """
    text = " ".join(_TAG.sub(" ", html).split())
    lowered = text.lower()
    if not any(unit in lowered for unit in _UNITS) and not _HOURS.search(lowered):
        return ""
    if len(lowered) != len(text):  # one letter became two
        text = lowered
    for found in _DURATION.finditer(lowered):
        if not found["late"]:
            return _plain(found, text)
    return ""


def _plain(found: re.Match[str], text: str) -> str:
    """``30-minute`` as ``30 minutes``, ``an hour`` as it is."""
    start, end = found.span("shown")
    shown, each = text[start:end], found["each"]
    if each:
        until = found.end("number")
        unit = {"min": "minute"}.get(each, each)
        plural = "" if _SINGLE.search(found["number"]) else "s"
        shown = f"{text[start:until]} {unit}{plural}{text[found.end('each') : end]}"
    return shown.lower() if shown.split(" ")[0].isascii() and not _NOUN.search(shown) else shown


_NOUN = re.compile(r"Minute|Stunde|Tag")
