"""What a form asks for, told by the words of a question in seven languages."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ASKED = {
    "posting": (
        "posting, job, job slug, slug, position, role, vacancy, job title, position applied "
        "for, which job, which position are you applying for, stelle, position bezeichnung, "
        "poste, puesto, vacante, vacature, functie, vaga, cargo, posizione"
    ),
    "name": (
        "name, full name, first and last name, name and surname, vollstandiger name, vor und "
        "nachname, vorname und nachname, nom complet, nom et prenom, prenom et nom, nombre "
        "completo, nombre y apellidos, volledige naam, naam, voor en achternaam, nome completo, "
        "nome e cognome, nom, nombre, nome, what is your name, candidate name, applicant name"
    ),
    "first": (
        "first name, given name, forename, firstname, vorname, prenom, nombre de pila, "
        "voornaam, primeiro nome"
    ),
    "last": (
        "last name, surname, family name, lastname, nachname, familienname, nom de famille, "
        "apellido, apellidos, achternaam, sobrenome, apelido, cognome"
    ),
    "email": (
        "email, e mail, mail, email address, e mail address, e mail adresse, mailadresse, mail "
        "adresse, adresse e mail, adresse email, courriel, correo, correo electronico, "
        "emailadres, e mailadres, endereco de email, indirizzo email, posta elettronica"
    ),
    "phone": (
        "phone, phone number, telephone, telephone number, mobile, mobile number, mobile phone, "
        "telefon, telefonnummer, handynummer, mobilnummer, numero de telephone, portable, "
        "telefono, numero de telefono, telefoonnummer, telefoon, telefone, numero di telefono, "
        "cell"
    ),
    "location": (
        "location, city, where are you based, where do you live, where are you located, current "
        "location, place of residence, wohnort, ort, stadt, ville, lieu de residence, ciudad, "
        "woonplaats, stad, cidade, citta"
    ),
    "links": (
        "link, links, website, portfolio, portfolio url, portfolio link, linkedin, linkedin "
        "profile, linkedin url, linkedin profile url, github, github profile, github url, "
        "webseite, profil, site web, sitio web, personal website, url"
    ),
    "message": (
        "message, cover letter, letter, motivation, motivation letter, covering letter, why us, "
        "anything else, tell us about yourself, nachricht, anschreiben, motivationsschreiben, "
        "lettre de motivation, message de motivation, carta de presentacion, carta de "
        "motivacion, mensaje, motivatiebrief, motivatie, bericht, carta de apresentacao, "
        "mensagem, lettera di presentazione, lettera di motivazione, messaggio"
    ),
    "source": "source, src, ref source, utm source, how did you hear about us, how did you find us",
}
_FIELDS = {words: field for field, said in _ASKED.items() for words in said.split(", ") if words}
_POLITE = re.compile(
    r"^(?:(?:please |bitte )?(?:enter|state|provide|gib|geben sie)? ?)?"
    r"(?:your|ihr|ihre|dein|deine|votre|ton|ta|tu|su|je|jouw|uw|seu|sua|o seu|a sua|il tuo|la tua"
    r"|my|the|der|die|das|le|la|el|il) "
)
_OTHERS = re.compile(
    r"\b(?:referee|reference|references|referrer|referred|recommend\w*|manager|supervisor|emergency"
    r"|friend|colleague|referenz\w*|vorgesetzte\w*|notfall\w*|empfohlen\w*|recommand\w*|referent\w*"
    r"|referencia\w*|referentie\w*|superieur|jefe|parent|spouse|company|employer|arbeitgeber)\b"
)


@lru_cache(maxsize=4096)
def folded(question: str) -> str:
    """A question in small letters, without accents, marks and what stands in brackets."""
    plain = unicodedata.normalize("NFKD", question[:300].casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("ß", "ss")
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", plain)))


def field_of(question: str) -> str | None:
    """The field that a question asks for; None for a question of the form's own."""
    words = folded(question)
    return _FIELDS.get(words) or _FIELDS.get(_POLITE.sub("", words))


def is_about_others(question: str) -> bool:
    """Whether it asks about somebody else than the applicant: a referee, a manager."""
    return bool(_OTHERS.search(folded(question)))
