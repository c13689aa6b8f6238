"""What a form asks for, told by the words of a question."""

from __future__ import annotations

import re
from functools import lru_cache

from careers.intake._forms.folding import folded
from careers.intake._forms.question_words import ASKED

_FIELDS = {
    folded(words): field for field, said in ASKED.items() for words in said.split(", ") if words
}
_ASKING = re.compile(
    r"^(?:please|bitte|s il vous plait|por favor|per favore|alstublieft|enter|state|provide|give"
    r"|tell us|may we have|can we have|gib|geben sie|nenne|nennen sie|indiquez|indique|ingresa|vul"
    r"|inserisci|insira|informe|what(?: s| is)?|whats|wie (?:ist|lautet)|was ist|quel(?:le)? est"
    r"|cual es|wat is|qual e|qual)\b ?"
)
_WHOSE = re.compile(
    r"^(?:your|ihre?[nrms]?|deine?[nrms]?|votre|vos|ton|ta|tes|tus?|sus?|je|jouw|uw|seu|sua|teu|tua"
    r"|tuo|suo|my|meine?|mon|ma|mi|mijn|the|der|die|das|le|la|l|el|il|o|a|own|full best|best"
    r"|primary|current)\b "
)
_APPLICANTS = re.compile(
    r"\b(?:(?:of|des|der|du|de|del|do|da|van|di|della|dell) )?(?:the |de la |la |le |el |il |o )?"
    r"(?:applicants?|candidates?|students?|bewerber\w*|kandidat\w*|candidat[aeo]?|postulante|solicitante"
    r"|sollicitant|kandidaat)(?: s\b)?"
)
_BEHIND = re.compile(
    r" (?:required|optional|mandatory|bitte|please|ein|an|pflichtfeld|obligatoire)$"
)
_JOB_APPLIED_FOR = re.compile(
    r"(?=.*\b(?:positions?|roles?|jobs?|vacanc(?:y|ies)|openings?|stellen?|postes?|puestos?|vacantes?"
    r"|functies?|vacatures?|vagas?|cargos?|posizion[ei]|post[oi]|offert[ae])\b)(?=.*\b(?:appl\w+|interested|bew[ei]rb\w+|interessier\w+"
    r"|postul\w+|candidat\w*|presentas?|aplicas?|interesa|solliciteer\w*|candid\w+|interessa"
    r"|interest)\b)(?:for )?(?:which|what|auf welche|fur welche|welche|pour quel|a quel"
    r"|quel|a que|a cual|para que|que|op welke|voor welke|welke|qual|para qual|a qual|per quale"
    r"|quale)\b"
)


_NOT_THE_JOB = re.compile(
    r"^(?:current|last|previous|present|former|aktuelle|derzeitige|letzte|poste actuel"
    r"|puesto actual|huidige|laatste|cargo atual|posizione attuale|obecne|ostatnie)\b"
    r"|\b(?:actuel|actual|attuale|atual)$"
)  # what somebody does now
_CUTS = (_BEHIND, _ASKING, _WHOSE, _APPLICANTS)  # what frames a question
_CAMEL = re.compile(r"[a-z]+(?:[A-Z][a-z]+){1,4}")  # an input's name: emailAddress


@lru_cache(maxsize=4096)
def field_of(question: str) -> str | None:
    """The field that a question asks for; None for a question of the form's own."""
    if _CAMEL.fullmatch(question):
        question = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", question)
    words = folded(question)
    now = bool(_NOT_THE_JOB.search(words))
    if _JOB_APPLIED_FOR.match(words):
        return "posting"
    for _ in range(6):
        if words in _FIELDS:
            field = _FIELDS[words]
            return None if now and field == "posting" else field
        left = next((y for cut in _CUTS if (y := cut.sub("", words, count=1).strip()) != words), "")
        if not left:
            break
        words = " ".join(left.split())
    return None
