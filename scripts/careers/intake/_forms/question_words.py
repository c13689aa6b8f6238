"""The words by which forms ask for a field, in twenty languages, as ``folded`` has them."""

from __future__ import annotations

ASKED = {
    "posting": (
        "stanowisko, oferta pracy, na jakie stanowisko aplikujesz, tjanst, befattning, stilling, "
        "stillingsbetegnelse, pozice, pozicia, nabidka, tehtava, haettava tehtava, avoin tehtava,"
        " pozicio, munkakor, pozisyon, basvurulan pozisyon, должность, вакансия, 応募職種, "
        "希望職種, 職種, ポジション, 应聘职位, 职位, 岗位, "
        "posting, job, job slug, slug, position, role, vacancy, job title, position applied "
        "for, which job, which position are you applying for, stelle, position bezeichnung, "
        "poste, puesto, vacante, vacature, functie, vaga, cargo, posizione, "
        "which position, which role, which vacancy, position applied for, position you are "
        "applying for, desired position, role applied for, role you apply for, role you are applying for, job you apply for, job you are applying for, applying for, stellenbezeichnung, "
        "gewunschte stelle, offre, intitule du poste, poste souhaite, poste vise, puesto "
        "solicitado, puesto deseado, vacante de interes, gewenste functie, vaga pretendida, "
        "cargo pretendido, posizione desiderata, posizione lavorativa, posto"
    ),
    "name": (
        "imie i nazwisko, pelne imie i nazwisko, namn, for och efternamn, fullstandigt namn, "
        "navn, fulde navn, fuldt navn, fullt navn, jmeno a prijmeni, cele jmeno, meno a "
        "priezvisko, nimi, etu ja sukunimi, koko nimi, teljes nev, nev, ad soyad, adiniz "
        "soyadiniz, nume si prenume, nume complet, имя и фамилия, фио, полное имя, 氏名, お名前, 名前, "
        "姓名, "
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
        "imie, fornamn, tilltalsnamn, fornavn, jmeno, krestni jmeno, meno, etunimi, keresztnev, "
        "ad, adiniz, prenume, имя, 名, "
        "first name, given name, forename, firstname, vorname, prenom, nombre de pila, "
        "voornaam, primeiro nome, "
        "given names, first names, prenoms, vornamen, nombres, voornamen, nome proprio, primer "
        "nombre"
    ),
    "last": (
        "nazwisko, efternamn, etternavn, efternavn, prijmeni, priezvisko, sukunimi, vezeteknev, "
        "soyad, soyadiniz, фамилия, 姓, "
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
        "adres e mail, adres email, adres poczty elektronicznej, e post, epost, e postadress, "
        "epostadress, e postadresse, epostadresse, mejl, mejladress, e mailadresse, emailova "
        "adresa, e mailova adresa, sahkoposti, sahkopostiosoite, e mail cim, email cim, e posta, "
        "eposta, e posta adresi, adresa de email, электронная почта, почта, メールアドレス, メール, 电子邮箱, "
        "邮箱, 电子邮件, responder, responders email, respondent, respondent email, "
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
        "numer telefonu, telefon kontaktowy, telefonnummer, mobilnummer, telefonni cislo, "
        "telefonne cislo, puhelin, puhelinnumero, telefonszam, telefon numarasi, numar de "
        "telefon, телефон, номер телефона, 電話番号, 电话, 手机, 手机号码, "
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
        "miejscowosc, miasto, ort, bostadsort, bosted, mesto, bydliste, kaupunki, "
        "asuinpaikka, varos, sehir, город, "
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
        "wiadomosc, list motywacyjny, meddelande, personligt brev, besked, melding, motiveret "
        "ansogning, ansokan, soknadsbrev, zprava, motivacni dopis, viesti, hakemus, uzenet, "
        "motivacios level, mesaj, on yazi, scrisoare de intentie, сообщение, сопроводительное "
        "письмо, メッセージ, 志望動機, 留言, 求职信, "
        "message, cover letter, letter, motivation, motivation letter, covering letter, why us, "
        "anything else, tell us about yourself, nachricht, anschreiben, motivationsschreiben, "
        "lettre de motivation, message de motivation, carta de presentacion, carta de "
        "motivacion, mensaje, motivatiebrief, motivatie, bericht, carta de apresentacao, "
        "mensagem, lettera di presentazione, lettera di motivazione, messaggio"
    ),
    "source": "source, src, ref source, utm source, how did you hear about us, how did you find us",
}
"""Field → words, with commas between."""
