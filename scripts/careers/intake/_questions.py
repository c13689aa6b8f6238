"""What a form asks for, told by the words of a question in seven languages."""

from __future__ import annotations

import re
from functools import lru_cache

from careers.intake._folding import folded

_ASKED = {
    "posting": (
        "posting, job, job slug, slug, position, role, vacancy, job title, position applied "
        "for, which job, which position are you applying for, stelle, position bezeichnung, "
        "poste, puesto, vacante, vacature, functie, vaga, cargo, posizione, "
        "which position, which role, which vacancy, position applied for, position you are "
        "applying for, desired position, role applied for, applying for, stellenbezeichnung, "
        "gewunschte stelle, offre, intitule du poste, poste souhaite, poste vise, puesto "
        "solicitado, puesto deseado, vacante de interes, gewenste functie, vaga pretendida, "
        "cargo pretendido, posizione desiderata, posizione lavorativa, posto"
    ),
    "name": (
        "name, full name, first and last name, name and surname, vollstandiger name, vor und "
        "nachname, vorname und nachname, nom complet, nom et prenom, prenom et nom, nombre "
        "completo, nombre y apellidos, volledige naam, naam, voor en achternaam, nome completo, "
        "nome e cognome, nom, nombre, nome, what is your name, candidate name, applicant name, "
        "namen, legal name, full legal name, legal full name, passport name, first last name, name "
        "surname, surname and name, last name and first name, name and last name, vor und "
        "zuname, nachname vorname, vorname nachname, name und vorname, name vorname, nachname "
        "und vorname, nom prenom, prenom nom, noms et prenoms, nom et prenoms, nom de famille "
        "et prenom, nombre y apellido, nombres y apellidos, apellidos y nombre, nombre "
        "apellidos, nombre legal, nom legal, voornaam en achternaam, naam en achternaam, "
        "officiele naam, nome e sobrenome, nome e apelido, nome legal, cognome e nome, nome "
        "cognome, nominativo, nome legale, ganzer name, voller name, what are you called, who "
        "are you, wie heisst du, wie heissen sie, wie heisst ihr, comment vous appelez vous, "
        "comment t appelles tu, comment tu t appelles, como te llamas, como se llama, como se "
        "llama usted, hoe heet je, hoe heet jij, hoe heet u, como voce se chama, como se chama, "
        "como te chamas, come ti chiami, come si chiama"
    ),
    "first": (
        "first name, given name, forename, firstname, vorname, prenom, nombre de pila, "
        "voornaam, primeiro nome, "
        "given names, first names, prenoms, vornamen, nombres, voornamen, nome proprio, primer "
        "nombre"
    ),
    "last": (
        "last name, surname, family name, lastname, nachname, familienname, nom de famille, "
        "apellido, apellidos, achternaam, sobrenome, apelido, cognome, "
        "surnames, last names, family names, primer apellido, familienaam"
    ),
    "middle": "middle name, middle names, tussenvoegsel, tussenvoegsels, zweiter vorname",
    "called": (
        "preferred name, preferred full name, nickname, what should we call you, how should we "
        "call you, how should we address you, rufname, wie durfen wir dich nennen, nom d usage, "
        "prenom d usage, nombre preferido, roepnaam, nome social, nome preferido, nome "
        "preferito"
    ),
    "email": (
        "email, e mail, mail, email address, e mail address, e mail adresse, mailadresse, mail "
        "adresse, adresse e mail, adresse email, courriel, correo, correo electronico, "
        "emailadres, e mailadres, endereco de email, indirizzo email, posta elettronica, "
        "contact email, contact e mail, personal email, personal e mail, personal email "
        "address, private email, private e mail, private e mail adresse, kontakt e mail, mail "
        "address, email adresse, emailadresse, adresse electronique, adresse de courriel, "
        "adresse mail, adresse courriel, adresse de messagerie, adresse email personnelle, "
        "adresse e mail personnelle, courrier electronique, e mail de contact, email de "
        "contact, email de contacto, email personal, correo personal, correo de contacto, "
        "correo electronico personal, direccion de correo electronico, direccion de correo, "
        "direccion de email, direccion email, email adres, e mail adres, mailadres, prive e "
        "mail, e mail de contato, email de contato, e mail pessoal, email pessoal, endereco de "
        "e mail, endereco eletronico, correio eletronico, endereco de correio eletronico, "
        "indirizzo e mail, indirizzo mail, indirizzo di posta elettronica, email personale, "
        "email di contatto, indirizzo email personale"
    ),
    "phone": (
        "phone, phone number, telephone, telephone number, mobile, mobile number, mobile phone, "
        "telefon, telefonnummer, handynummer, mobilnummer, numero de telephone, portable, "
        "telefono, numero de telefono, telefoonnummer, telefoon, telefone, numero di telefono, "
        "cell, "
        "tel, tel no, phone no, mobile no, mobile phone number, cell phone, cell phone number, "
        "contact number, contact phone, handy, mobil, mobiltelefon, mobilnr, telefonnr, telefon "
        "nr, rufnummer, handy nummer, mobile telefonnummer, telephone portable, numero de "
        "portable, numero de mobile, numero de tel, no de telephone, n de telephone, telephone "
        "mobile, movil, celular, telefono movil, numero de movil, numero de celular, telefono "
        "de contacto, telefono celular, numero telefonico, mobiel, mobiel nummer, mobiele "
        "nummer, gsm, gsm nummer, telemovel, numero de telefone, numero de telemovel, numero do "
        "celular, telefone celular, cellulare, numero di cellulare, recapito telefonico, numero "
        "telefonico di contatto"
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


_CUTS = (_BEHIND, _ASKING, _WHOSE, _APPLICANTS)  # what frames a question
_CAMEL = re.compile(r"[a-z]+(?:[A-Z][a-z]+){1,4}")  # an input's name: emailAddress


@lru_cache(maxsize=4096)
def field_of(question: str) -> str | None:
    """The field that a question asks for; None for a question of the form's own."""
    if _CAMEL.fullmatch(question):
        question = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", question)
    words = folded(question)
    if _JOB_APPLIED_FOR.match(words):
        return "posting"
    for _ in range(6):
        if words in _FIELDS:
            return _FIELDS[words]
        left = next((y for cut in _CUTS if (y := cut.sub("", words, count=1).strip()) != words), "")
        if not left:
            break
        words = " ".join(left.split())
    return None
