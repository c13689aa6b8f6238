"""Whether a question asks about somebody else than the applicant, in seven languages."""

from __future__ import annotations

import re

from careers.intake._forms.folding import folded, in_brackets
from careers.intake._forms.questions import field_of

_WORDS = (
    # who may be asked about somebody who applies
    r"refere\w*|referral\w*|referr\w*|referenz\w*|referent\w*|referencia\w*|referentie\w*"
    r"|recommend\w*|recommand\w*|recomend\w*|raccomand\w*|aanbevel\w*|empfohl\w*|empfehl\w*"
    r"|vouch\w*|emergency|notfall\w*|urgence|emergencia\w*|noodgeval\w*|emergenza"
    # who one works for, or with
    r"|boss\w*|manager\w*|supervisor\w*|superviseur\w*|employers?|company|colleagues?|coworkers?"
    r"|vorgesetzt\w*|chef\w*|arbeitgeber\w*|kolleg\w*|ansprechpartner\w*|personalabteilung|firma"
    r"|responsable\w*|superieur\w*|employeur\w*|collegue\w*|entreprise"
    r"|jefe|jefa|empleador\w*|companer[oa]|empresa|gestor\w*|chefia|empregador\w*|colega\w*"
    r"|leidinggevende\w*|werkgever\w*|collega\w*|bedrijf|baas"
    r"|capo|datore|responsabil\w*|superiore|azienda|hr|human resources"
    # who teaches, and who belongs to one
    r"|school\w*|university|teacher\w*|professor\w*|tutor\w*|headmaster|headteacher"
    r"|lehr(?:er|kraft|erin)\w*|schul\w*|dozent\w*|ausbild\w*|professeur\w*|enseignant\w*|ecole"
    r"|profesor\w*|maestr[oa]|escuela|docent\w*|leraar|lerares|escola|scuola|insegnante"
    r"|parents?|guardian\w*|mother|father|mum|spouse|partner\w*|wife|husband|friends?"
    r"|eltern\w*|erziehungsberechtigt\w*|mutter|vater|ehe\w+|freund\w*|familienmitglied\w*"
    r"|tuteur|tutrice|mere|pere|conjoint\w*|epou(?:x|se)|ami|amie|padres?|madre|conyuge|pareja"
    r"|amig[oa]|ouders?|voogd|moeder|vader|partner|vriend\w*|dos pais|mae|pai|conjuge|responsavel"
    r"|genitor[ei]|coniuge|amic[oa]"
    # and who is not named
    r"|someone|somebody|person who|people who|jemand\w*|quelqu un|alguien|iemand|alguem|qualcuno"
    r"|(?:ask|speak|talk|contact|write)(?: \w+){0,2} about you|knows? you|third party|clients?"
    r"|kund\w+|klant\w*|clientes?|assistant|agency|agent|recruiter"
)
_OTHERS = re.compile(rf"\b(?:{_WORDS})\b")
_REACH = (
    r"(?:e ?mails?(?: ?adres\w*| address)?|mails?|mailadres\w*|courriel|correo(?: electronico)?"
    r"|(?:tele)?phone(?: number)?|mobile|telefon\w*|handy\w*|telefoon\w*|telefone"
    r"|linkedin|profile?|names?|naam|nome?|nombre)"
)
_APPLICANT = (
    r"(?:applicant|candidate|student|bewerb|kandidat|candidat|postulant|solicitante|aspirante|sollicitant"
    r"|kandidaat|contact|contatt|kontakt|choice|korrespondenz|trabajo|travail|lavoro|trabalho)"
)
_SOMEBODYS = re.compile(
    rf"\b{_REACH} (?:of|von|vom|der|des|eine[rs]|ihre[rs]|deine[rs]|meine[rs]|d|de|del|du|des|della"
    rf"|dello|dei|di|do|da|dos|das|van)(?: (?:the|an?|la|el|le|il|il|l|de|het|un|una|une|o|a))? "
    rf"(?!{_APPLICANT}|e ?mail|telefono|telephone|telefone)\w"
    rf"|\b(?!applicant|candidate|student|what|it|let|name|here)\w+ s (?:\w+ )?{_REACH}\b"
)
_NOT = re.compile(r"\b(?:not|never|kein\w*|nicht|pas|niet|geen|nao|non)\b.*")
_NO = re.compile(r"\b(?:no|sin|without|ohne|sans|zonder|sem|senza)\b.*")


def is_about_others(question: str) -> bool:
    """Whether it asks about somebody else: a referee, a manager, a teacher, a parent.

    What stands in brackets counts, too, unless it says what is not wanted.
    """
    beside = " ".join(_NO.sub("", _NOT.sub("", folded(part))) for part in in_brackets(question))
    if field_of(question):
        return bool(_OTHERS.search(beside))
    words = _NOT.sub("", folded(question))
    return bool(_OTHERS.search(f"{words} {beside}") or _SOMEBODYS.search(words))
