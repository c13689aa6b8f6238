"""Which question asks for what, in seven languages; and who is not the applicant."""

from __future__ import annotations

import json
from typing import Any

import pytest

from careers.application import Application
from careers.intake import read
from careers.text.diagnostics import CareersError

OWN, OTHER = "ada@example.com", "boss@example.org"
# The applicant's own question; the one about somebody else.
ADDRESSES = [
    ("E-mail", "Contact email of your last boss"),
    ("Your e-mail address", "Line manager's email"),
    ("What's your email?", "HR contact email at your school"),
    ("Email", "Parent or guardian's email"),
    ("Email", "Email (parent or guardian)"),
    ("Student email", "Mother's email"),
    ("Email (not your employer's)", "Partner's email"),
    ("Email", "Who referred you? (email)"),
    ("Email", "E-mail of somebody we may ask about you"),
    ("E-Mail", "E-Mail eines Ansprechpartners bei Ihrem letzten Arbeitgeber"),
    ("Deine E-Mail-Adresse", "E-Mail der Lehrkraft"),
    ("Wie lautet Ihre E-Mail-Adresse?", "E-Mail Ihres bisherigen Vorgesetzten"),
    ("E-Mail des Bewerbers", "E-Mail eines Erziehungsberechtigten"),
    ("Courriel", "Adresse e-mail de votre responsable actuel"),
    ("Quelle est votre adresse e-mail ?", "E-mail d'un ancien employeur"),
    ("E-mail du candidat", "E-mail de votre professeur"),
    ("Correo", "Correo de su jefe"),
    ("¿Cuál es tu correo electrónico?", "Correo electrónico de un familiar"),
    ("E-mailadres", "E-mailadres leidinggevende"),
    ("Wat is je e-mailadres?", "E-mailadres van je docent"),
    ("E-mail", "E-mail do seu gestor"),
    ("Qual é o seu e-mail?", "E-mail dos pais"),
    ("Email", "Email del tuo responsabile"),
    ("Qual è il tuo indirizzo e-mail?", "Email di un insegnante"),
]
NAMES = [
    "What is your name?", "What's your name?", "Legal name", "Full legal name", "Your legal name",
    "Name (as in passport)", "Please enter your name", "Applicant's name", "Wie heißt du?",
    "Wie heißen Sie?", "Ihr vollständiger Name", "Bitte geben Sie Ihren Namen ein",
    "Name des Bewerbers", "Comment vous appelez-vous ?", "Comment t'appelles-tu ?",
    "Quel est votre nom complet ?", "Nom et prénom", "¿Cómo te llamas?", "¿Cómo se llama usted?",
    "Nombre(s) y apellido(s)", "Hoe heet je?", "Hoe heet u?", "Wat is uw volledige naam?",
    "Como você se chama?", "Qual é o seu nome completo?", "Nome e sobrenome", "Come ti chiami?",
    "Qual è il tuo nome?", "Cognome e nome",
]  # fmt: skip
JOBS = [
    "Which position are you applying for?", "Auf welche Stelle bewirbst du dich?",
    "Pour quel poste postulez-vous ?", "¿A qué puesto te presentas?",
    "Op welke functie solliciteer je?", "A que vaga se candidata?",
    "Per quale posizione ti candidi?",
]  # fmt: skip


def question(label: str, value: Any, type_: str = "INPUT_TEXT", **more: Any) -> dict[str, Any]:
    """A field of Tally's."""
    return {"key": f"question_{label}", "label": label, "type": type_, "value": value, **more}


def sent(*fields: dict[str, Any]) -> Application:
    """What becomes of a submission to Tally."""
    data = {"formId": "f", "submissionId": "s", "fields": fields}
    return read(json.dumps({"eventType": "FORM_RESPONSE", "data": data}).encode())


JOB, NAME = question("posting", "baker", "HIDDEN_FIELDS"), question("Name", "Ada Example")


@pytest.mark.parametrize("kinds", [("INPUT_EMAIL",) * 2, ("INPUT_TEXT", "INPUT_EMAIL")])
@pytest.mark.parametrize(("own", "other"), ADDRESSES)
def test_somebody_elses_address_is_not_the_applicants(
    own: str, other: str, kinds: tuple[str, str]
) -> None:
    """Words win over the kind of a question, whichever stands first; both are kept."""
    pair = question(own, OWN, kinds[0]), question(other, OTHER, kinds[1])
    for fields in (pair, pair[::-1]):
        made = sent(JOB, NAME, *fields)
        assert made.email == OWN
        assert made.answers == {other: OTHER}


@pytest.mark.parametrize("other", [other for _, other in ADDRESSES])
def test_somebody_elses_address_alone_is_nobodys(other: str) -> None:
    """A person looks at it: a letter to a boss would tell them."""
    with pytest.raises(CareersError, match="email: is missing"):
        sent(JOB, NAME, question(other, OTHER, "INPUT_EMAIL"))


def test_of_two_addresses_that_nothing_tells_apart_none_is_taken() -> None:
    """The one that speaks to the applicant is theirs, else a person looks."""
    one, two = question("Reach by", OWN, "INPUT_EMAIL"), question("Copy to", OTHER, "INPUT_EMAIL")
    with pytest.raises(CareersError, match="email: is missing"):
        sent(JOB, NAME, one, two)
    assert sent(JOB, NAME, two, question("Where we reach you", OWN, "INPUT_EMAIL")).email == OWN
    assert sent(JOB, NAME, one, question("Once more", OWN, "INPUT_EMAIL")).email == OWN


@pytest.mark.parametrize("asked", NAMES)
def test_a_name_is_told_however_it_is_asked(asked: str) -> None:
    """Programs of forms leave the words to their makers."""
    made = sent(JOB, question(asked, "Ada Example"), question("E-mail", OWN, "INPUT_EMAIL"))
    assert (made.name, made.answers) == ("Ada Example", {})


@pytest.mark.parametrize(
    "inputs",
    [
        {"firstName": "Ada", "lastName": "Example", "emailAddress": OWN, "jobTitle": "baker"},
        {"your-name": "Ada Example", "your-email": OWN, "job": "baker"},
        {"vorname": "Ada", "nachname": "Example", "e-mail": OWN, "stelle": "baker"},
        {"prenom": "Ada", "nom": "Example", "courriel": OWN, "poste": "baker"},
        {"nombre": "Ada", "apellidos": "Example", "correo": OWN, "puesto": "baker"},
        {"voornaam": "Ada", "achternaam": "Example", "emailadres": OWN, "functie": "baker"},
        {"nome": "Ada", "sobrenome": "Example", "email": OWN, "vaga": "baker"},
        {"nome": "Ada", "cognome": "Example", "email": OWN, "posizione": "baker"},
    ],
)
def test_the_names_of_inputs_are_questions(inputs: dict[str, str]) -> None:
    """As their makers write them; somebody else's address stays an answer."""
    made = read(json.dumps({"managerEmail": OTHER, "email_jefe": OTHER} | inputs).encode())
    assert (made.posting, made.name, made.email) == ("baker", "Ada Example", OWN)
    assert set(made.answers) == {"managerEmail", "email_jefe"}


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ({"Vorname": "Ada", "Nachname": "Example"}, "Ada Example"),
        ({"Name": "Example", "Vorname": "Ada"}, "Ada Example"),
        ({"Prénom": "Ada", "Nom": "Example"}, "Ada Example"),
        ({"Nombre": "Ada", "Apellidos": "Example"}, "Ada Example"),
        ({"Nome": "Ada", "Cognome": "Example"}, "Ada Example"),
        ({"Nome": "Ada", "Sobrenome": "Example"}, "Ada Example"),
        ({"Voornaam": "Ada", "Tussenvoegsel": "de", "Achternaam": "Wit"}, "Ada de Wit"),
        ({"Full name": "Ada Example", "First name": "Ada"}, "Ada Example"),
        ({"What should we call you?": "Ada"}, "Ada"),
    ],
)
def test_a_name_in_parts_is_put_together(asked: dict[str, str], name: str) -> None:
    """*Nom* beside *Prénom* is the last name, *Nome* beside *Cognome* the first."""
    fields = [question(label, value) for label, value in asked.items()]
    for order in (fields, fields[::-1]):
        made = sent(JOB, *order, question("E-mail", OWN, "INPUT_EMAIL"))
        assert (made.name, made.answers) == (name, {})


def test_a_part_of_a_name_that_is_none_stays_an_answer() -> None:
    """Nothing that was typed is lost."""
    beside = {"Preferred name": "Dee", "First name": "Augusta"}
    fields = [question(label, value) for label, value in beside.items()]
    made = sent(JOB, NAME, *fields, question("Last name", "King"), question("E-mail", OWN))
    assert made.name == "Ada Example"
    assert made.answers == beside | {"Last name": "King"}


@pytest.mark.parametrize("asked", JOBS)
def test_a_job_is_told_however_it_is_asked(asked: str) -> None:
    """By a word for a job and one for applying."""
    made = sent(question(asked, "Baker"), NAME, question("E-mail", OWN, "INPUT_EMAIL"))
    assert made.posting == "Baker"


def test_of_two_jobs_the_first_is_taken_and_both_are_told() -> None:
    """Nobody's second choice is lost."""
    made = sent(question("Which position?", ["Baker", "Cook"]), NAME, question("E-mail", OWN))
    assert made.posting == "Baker"
    assert made.answers == {"Which position?": "Baker, Cook"}


def test_what_was_typed_wins_over_what_is_hidden() -> None:
    """A link fills hidden fields: it names nobody whom the person did not name."""
    hidden = question("name", "Eve", "HIDDEN_FIELDS"), question("email", OTHER, "HIDDEN_FIELDS")
    made = sent(JOB, *hidden, NAME, question("E-mail", OWN, "INPUT_EMAIL"))
    assert (made.name, made.email) == ("Ada Example", OWN)
    assert made.answers == {"name": "Eve", "email": OTHER}
    assert sent(JOB, hidden[0], question("E-mail", OWN)).name == "Eve"


def test_a_plain_form_keeps_what_a_person_typed() -> None:
    """Names that services use, too, are answers where they hold no address of a page."""
    typed = {"subject": "Hi", "referrer": "Bob", "redirect": "no", "from_name": "A.", "id": "7"}
    person = {"name": "Ada Example", "email": OWN, "job": "baker"}
    assert read(json.dumps(person | typed).encode()).answers == typed
    set_ = {"redirect": "https://example.org/thanks", "access_key": "x", "id": "7"}
    assert read(json.dumps(person | set_).encode()).answers == {}


def test_an_id_that_was_typed_is_not_the_letters() -> None:
    """The same one with other words is another letter; the same words are the same."""
    one = {"name": "Ada", "email": OWN, "job": "baker", "id": "7", "message": "I bake."}
    ids = [read(json.dumps(x).encode()).id for x in (one, one, one | {"message": "I cook."})]
    assert ids[0] == ids[1] != ids[2]
