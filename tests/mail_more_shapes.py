"""More mails as people, programs and boards send them; ``mail_shapes`` takes them in.

Forwards, answers and absences in seven languages, boards, lists, contact forms, envelopes.
"""

from __future__ import annotations

import struct
from base64 import b64encode

BOB = "From: Bob Builder <bob@example.org>"
JOBS = "To: jobs@example.org"
UTF8 = "Content-Type: text/plain; charset=utf-8"
AS_HTML = "Content-Type: text/html; charset=utf-8"

# program and language: subject, text; always Ada's, who writes "I bake."
FORWARDS = {
    "Gmail": ("Fwd: Baker", "FYI\n\n---------- Forwarded message ---------\nFrom: Ada Example <ada@example.com>\nDate: Mon, Nov 2, 2026 at 10:00 AM\nSubject: Baker\nTo: Bob <bob@example.org>\n\n\nI bake.\n"),
    "Gmail of old": ("Fwd: Baker", "---------- Forwarded message ----------\nFrom: *Ada Example* <ada@example.com>\nDate: 2026-11-02\nSubject: Baker\nTo: bob@example.org\n\nI bake."),
    "Gmail in German": ("Fwd: Baker", "---------- Forwarded message ---------\nVon: Ada Example <ada@example.com>\nDate: Mo., 2. Nov. 2026 um 10:00 Uhr\nSubject: Baker\nTo: <bob@example.org>\n\n\nI bake."),
    "Gmail in French": ("Fwd: Baker", "---------- Forwarded message ---------\nDe : Ada Example <ada@example.com>\nDate: lun. 2 nov. 2026 à 10:00\nSubject: Baker\nTo: <bob@example.org>\n\n\nI bake."),
    "Outlook": ("FW: Baker", "\n\nFrom: Ada Example <ada@example.com>\nSent: Monday, November 2, 2026 10:00 AM\nTo: Bob Builder <bob@example.org>\nCc: x@example.org\nSubject: Baker\n\nI bake."),
    "Outlook with a rule": ("FW: Baker", "See below\n\n________________________________\nFrom: Ada Example <ada@example.com>\nSent: Monday\nTo: Bob\nSubject: Baker\n\nI bake."),
    "Outlook of old": ("FW: Baker", "-----Original Message-----\nFrom: Ada Example [mailto:ada@example.com]\nSent: Monday\nTo: Bob\nSubject: Baker\n\nI bake."),
    "Outlook, address twice": ("FW: Baker", "From: Ada Example <ada@example.com<mailto:ada@example.com>>\nSent: Monday\nTo: Bob\nSubject: Baker\n\nI bake."),
    "Outlook in bold": ("FW: Baker", "*From:* Ada Example <ada@example.com>\n*Sent:* Monday\n*To:* Bob\n*Subject:* Baker\n\nI bake."),
    "Outlook in German": ("WG: Baker", "Von: Ada Example <ada@example.com>\nGesendet: Montag, 2. November 2026 10:00\nAn: Bob\nBetreff: Baker\n\nI bake."),
    "Outlook in French": ("TR: Baker", "De\u00a0: Ada Example <ada@example.com>\nEnvoyé\u00a0: lundi 2 novembre 2026\nÀ\u00a0: Bob\nObjet\u00a0: Baker\n\nI bake."),
    "Outlook in Spanish": ("RV: Baker", "De: Ada Example <ada@example.com>\nEnviado el: lunes, 2 de noviembre\nPara: Bob\nAsunto: Baker\n\nI bake."),
    "Outlook in Dutch": ("FW: Baker", "Van: Ada Example <ada@example.com>\nVerzonden: maandag\nAan: Bob\nOnderwerp: Baker\n\nI bake."),
    "Outlook in Portuguese": ("ENC: Baker", "De: Ada Example <ada@example.com>\nEnviada em: segunda-feira\nPara: Bob\nAssunto: Baker\n\nI bake."),
    "Outlook in Italian": ("I: Baker", "Da: Ada Example <ada@example.com>\nInviato: lunedì\nA: Bob\nOggetto: Baker\n\nI bake."),
    "Apple Mail": ("Fwd: Baker", "\nBegin forwarded message:\n\nFrom: Ada Example <ada@example.com>\nSubject: Baker\nDate: 2 November 2026\nTo: bob@example.org\n\nI bake."),
    "Apple Mail, quoted": ("Fwd: Baker", "Bob\n\n> Begin forwarded message:\n> \n> From: Ada Example <ada@example.com>\n> Subject: Baker\n> Date: x\n> To: bob@example.org\n> \n> I bake."),
    "Apple Mail in German": ("Fwd: Baker", "Anfang der weitergeleiteten Nachricht:\n\nVon: Ada Example <ada@example.com>\nBetreff: Baker\nDatum: 2. November\nAn: bob@example.org\n\nI bake."),
    "Apple Mail in French": ("Fwd: Baker", "Début du message transféré :\n\nDe: Ada Example <ada@example.com>\nObjet: Baker\nDate: 2 novembre\nÀ: bob@example.org\n\nI bake."),
    "Apple Mail in Spanish": ("Fwd: Baker", "Inicio del mensaje reenviado:\n\nDe: Ada Example <ada@example.com>\nAsunto: Baker\nFecha: 2 de noviembre\nPara: bob@example.org\n\nI bake."),
    "Apple Mail in Dutch": ("Fwd: Baker", "Begin doorgestuurd bericht:\n\nVan: Ada Example <ada@example.com>\nOnderwerp: Baker\nDatum: 2 november\nAan: bob@example.org\n\nI bake."),
    "Apple Mail in Portuguese": ("Fwd: Baker", "Início da mensagem encaminhada:\n\nDe: Ada Example <ada@example.com>\nAssunto: Baker\nData: 2 de novembro\nPara: bob@example.org\n\nI bake."),
    "Apple Mail in Italian": ("Fwd: Baker", "Inizio messaggio inoltrato:\n\nDa: Ada Example <ada@example.com>\nOggetto: Baker\nData: 2 novembre\nA: bob@example.org\n\nI bake."),
    "Thunderbird": ("Fwd: Baker", "-------- Forwarded Message --------\nSubject: \tBaker\nDate: \tMon, 2 Nov 2026\nFrom: \tAda Example <ada@example.com>\nTo: \tbob@example.org\n\n\n\nI bake."),
    "Thunderbird in German": ("Fwd: Baker", "-------- Weitergeleitete Nachricht --------\nBetreff: \tBaker\nDatum: \tMon, 2 Nov 2026\nVon: \tAda Example <ada@example.com>\nAn: \tbob@example.org\n\n\n\nI bake."),
    "two colleagues": ("Fwd: FW: Baker", "FYI\n\n---------- Forwarded message ---------\nFrom: Carol <carol@example.org>\nDate: x\nSubject: FW: Baker\nTo: bob\n\nNice one\n\nFrom: Ada Example <ada@example.com>\nSent: Monday\nTo: Carol\nSubject: Baker\n\nI bake."),
}  # fmt: skip
FORWARDS_IN_HTML = {
    "Gmail": '<p>FYI</p><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: <b>Ada Example</b> <span>&lt;<a href="mailto:ada@example.com">ada@example.com</a>&gt;</span><br>Date: Mon<br>Subject: Baker<br>To: &lt;bob@example.org&gt;<br></div><br><br><div>I bake.</div></div>',
    "Outlook": '<p class=MsoNormal>FYI</p><div style="border-top:solid"><p class=MsoNormal><b>Von:</b> Ada Example &lt;ada@example.com&gt; <br><b>Gesendet:</b> Montag<br><b>An:</b> Bob<br><b>Betreff:</b> Baker<o:p></o:p></p></div><p>I bake.</p>',
    "Apple Mail": '<div>FYI<br><blockquote type="cite"><div>Begin forwarded message:</div><br><div><span><b>From: </b></span><span>Ada Example &lt;ada@example.com&gt;<br></span></div><div><b>Subject: </b>Baker<br></div><div><b>Date: </b>Monday<br></div><div><b>To: </b>bob<br></div><br><div>I bake.</div></blockquote></div>',
}  # fmt: skip
# What stands below "I bake." in an answer, and is folded.
QUOTED = {
    "English": "On Mon, 2 Nov 2026 at 10:00, Rita <jobs@example.org> wrote:\n\n> When?\n",
    "English, broken": "On Mon, 2 Nov 2026 at 10:00, Rita Example of the Bakery\n<jobs@example.org> wrote:\n\n> When?\n",
    "English, a quoted line broken": "On Mon, 2 Nov 2026 at 10:00, Rita <jobs@example.org> wrote:\n\n> Which of the two days would suit\nyou?\n> Tell me\n",
    "German": "Am Mo., 2. Nov. 2026 um 10:00 Uhr schrieb Rita <jobs@example.org>:\n\n> Wann?",
    "French": "Le lun. 2 nov. 2026 à 10:00, Rita <jobs@example.org> a écrit :\n\n> Quand ?",
    "Spanish": "El lun, 2 nov 2026 a las 10:00, Rita (<jobs@example.org>) escribió:\n\n> ¿Cuándo?",
    "Dutch": "Op ma 2 nov 2026 om 10:00 schreef Rita <jobs@example.org>:\n\n> Wanneer?",
    "Portuguese": "Em seg., 2 de nov. de 2026 às 10:00, Rita <jobs@example.org> escreveu:\n\n> Quando?",
    "Italian": "Il giorno lun 2 nov 2026 alle ore 10:00 Rita <jobs@example.org> ha scritto:\n\n> Quando?",
    "Outlook": "________________________________\nFrom: Rita <jobs@example.org>\nSent: Monday\nTo: Ada\nSubject: x\n\nWhen?",
    "Outlook in German": "Von: Rita <jobs@example.org>\nGesendet: Montag\nAn: Ada\nBetreff: x\n\nWann?",
}  # fmt: skip
# What an answer says that is not cut: others' words stand between, or below.
UNCUT = {
    "answers between": "Hi,\n\nOn Mon, 2 Nov 2026, Rita wrote:\n> When?\nTuesday.\n> Where?\nBerlin.",
    "answer below": "On Mon, 2 Nov 2026, Rita wrote:\n> When?\n\nTuesday.",
    "answers in red": "Answers in red below.\n\nFrom: Rita <jobs@example.org>\nSent: Monday\nTo: Ada\nSubject: x\n\nWhen? Tuesday",
}  # fmt: skip
AWAY = {
    "English": ("Automatic reply: Baker", "I am out of the office until Monday."),
    "English, on holiday": ("Out of Office: Re: Baker", "I am currently on vacation."),
    "German": ("Automatische Antwort: Bäcker", "Ich bin bis zum 5.11. nicht im Büro."),
    "German note": ("Abwesenheitsnotiz: Bäcker", "Ich bin derzeit im Urlaub."),
    "French": ("Réponse automatique : Boulanger", "Je suis absent jusqu'au 5."),
    "Spanish": ("Respuesta automática: Panadero", "Estoy fuera de la oficina."),
    "Dutch": ("Automatisch antwoord: Bakker", "Ik ben afwezig."),
    "Portuguese": ("Resposta automática: Padeiro", "Estou ausente."),
    "Italian": ("Risposta automatica: Fornaio", "Sono fuori ufficio fino a lunedì."),
}
# board's headers, text: posting, name, address, source
BOARDS: dict[str, tuple[tuple[str, ...], str, tuple[str, str, str, str]]] = {
    "LinkedIn": (("From: LinkedIn <jobs-listings@linkedin.com>", "Subject: New application:  Support Engineer  from Amara  Okafor", "Auto-Submitted: auto-generated", "Precedence: bulk"), "x", ("Support Engineer", "Amara Okafor", "", "linkedin")),
    "LinkedIn, from in a title": (("From: jobs-listings@linkedin.com", "Subject: New application: Work from Home Baker from Amara Okafor"), "x", ("Work from Home Baker", "Amara Okafor", "", "linkedin")),
    "LinkedIn in German": (("From: jobs-listings@linkedin.com", "Subject: Neue Bewerbung: Support Engineer von Anna von Berg"), "x", ("Support Engineer", "Anna von Berg", "", "linkedin")),
    "LinkedIn in French": (("From: jobs-listings@linkedin.com", "Subject: Nouvelle candidature : Chef de projet de Amara Okafor"), "x", ("Chef de projet", "Amara Okafor", "", "linkedin")),
    "Indeed": (("From: Indeed <no-reply@indeed.com>", "Subject: Amara Okafor applied for Support Engineer"), "x", ("Support Engineer", "Amara Okafor", "", "indeed")),
    "Indeed, first two words": (("From: no-reply@indeed.com", "Subject: Amara Okafor - Support Engineer"), "x", ("Support Engineer", "Amara Okafor", "", "indeed")),
    "Indeed's relay": (("From: Amara Okafor <amaraokafor7_xyz@indeedemail.com>", "Subject: Support Engineer candidate"), "x", ("Support Engineer", "Amara Okafor", "amaraokafor7_xyz@indeedemail.com", "indeed")),
    "Indeed's relay in Reply-To": (("From: Indeed Apply <indeedapply@indeed.com>", "Reply-To: Amara Okafor <amara_xy@indeedemail.com>", "Subject: New application for Support Engineer"), "x", ("Support Engineer", "Amara Okafor", "amara_xy@indeedemail.com", "indeed")),
    "StepStone": (("From: StepStone <noreply@stepstone.de>", "Subject: Bewerbung von Amara Okafor auf Ihre Stellenanzeige Support Engineer"), "x", ("Support Engineer", "Amara Okafor", "", "stepstone")),
    "StepStone, in the text": (("From: StepStone <noreply@stepstone.de>", "Subject: Neue Bewerbung eingegangen"), "Bewerber: Amara Okafor\nStelle: Support Engineer\nE-Mail: amara@example.com\nTelefon: +49 30 1234567", ("Support Engineer", "Amara Okafor", "amara@example.com", "stepstone")),
    "Jobsdb": (("From: cs@jobsdb.com", "Subject: Application from Amara Okafor for Support Engineer"), "x", ("Support Engineer", "Amara Okafor", "", "jobsdb")),
}  # fmt: skip
# headers beside a plain text: who applies
WRITERS: dict[str, tuple[tuple[str, ...], tuple[str, str, str]]] = {
    "list that rewrites": (("From: \"'Ada Example' via Jobs\" <jobs@example.org>", "X-Original-From: Ada Example <ada@example.com>", "To: jobs@example.org", "List-ID: <jobs.example.org>", "Subject: Baker"), ("Baker", "Ada Example", "ada@example.com")),
    "list that marks the subject": (("From: Ada Example via Jobs <jobs@lists.example.org>", "Reply-To: Ada Example <ada@example.com>", "To: jobs@lists.example.org", "Subject: [Jobs] Application as Baker", "List-Id: <jobs.lists.example.org>"), ("Baker", "Ada Example", "ada@example.com")),
    "contact form": (("From: Website <website@example.org>", "Reply-To: Ada Example <ada@example.com>", JOBS, "Subject: Application Baker"), ("Baker", "Ada Example", "ada@example.com")),
    "answers go elsewhere": (("From: Ada Example <ada@example.com>", "Reply-To: ada@home.example", JOBS, "Subject: Baker"), ("Baker", "Ada Example", "ada@example.com")),
    "two writers and a sender": (("From: Eve <eve@example.com>, Ada Example <ada@example.com>", "Sender: ada@example.com", JOBS, "Subject: Baker"), ("Baker", "Ada Example", "ada@example.com")),
    "writer without an address": (("From: Ada Example", "Return-Path: <ada@example.com>", JOBS, "Subject: Baker"), ("Baker", "Ada Example", "ada@example.com")),
    "group as a writer": (("From: friends: Ada Example <ada@example.com>;", JOBS, "Subject: Baker"), ("Baker", "Ada Example", "ada@example.com")),
    "address of old": (("From: ada@example.com (Ada Example)", JOBS, "Subject: Baker"), ("Baker", "Ada Example", "ada@example.com")),
    "address as a name": (('From: "ada@example.com" <ada@example.com>', JOBS, "Subject: Baker"), ("Baker", "Ada", "ada@example.com")),
    "address in other letters": (("From: Ada Example <ada@b\u00fccher.example>", JOBS, "Subject: Baker"), ("Baker", "Ada Example", "ada@b\u00fccher.example")),
    "a tag of one's own": (("From: Ada Example <ada+x@example.com>", JOBS, "Cc: ada+copy@example.com", "Subject: Baker"), ("Baker", "Ada Example", "ada+x@example.com")),
    "answer's tag": (("From: Ada Example <ada@example.com>", "To: jobs+41-38205517@example.org", "Subject: Re: Baker"), ("Baker", "Ada Example", "ada@example.com")),
    "blind copy": (("From: Ada Example <ada@example.com>", "To: undisclosed-recipients:;", "X-Forwarded-To: jobs+baker@example.org"), ("baker", "Ada Example", "ada@example.com")),
    "title and name": (("From: Ada Example <ada@example.com>", JOBS, "Subject: Application for Baker \u2013 Ada Example"), ("Baker", "Ada Example", "ada@example.com")),
    "title in quotes": (("From: Ada Example <ada@example.com>", JOBS, "Subject: [EXT] Bewerbung um die Stelle als \u201eB\u00e4cker\u201c"), ("B\u00e4cker", "Ada Example", "ada@example.com")),
    "encoded subject, folded": (("From: Ada Example <ada@example.com>", JOBS, "Subject: =?utf-8?Q?Bewerbung_als?=\r\n =?utf-8?Q?_B=C3=A4cker?="), ("B\u00e4cker", "Ada Example", "ada@example.com")),
    "wrong charset of a name": (("From: =?utf-8?Q?Ren=E9e?= <ada@example.com>", JOBS, "Subject: Baker"), ("Baker", "Ren\u00e9e", "ada@example.com")),
    "name in Cyrillic": (("From: =?koi8-r?B?4cTB?= <ada@example.com>", JOBS, "Subject: Baker"), ("Baker", "\u0410\u0434\u0430", "ada@example.com")),
    "name cut in a character": (("From: =?utf-8?B?UmVuww==?= =?utf-8?B?qWU=?= <ada@example.com>", JOBS, "Subject: Baker"), ("Baker", "Ren\u00e9e", "ada@example.com")),
    "header injection in a subject": (("From: Ada Example <ada@example.com>", JOBS, "Subject: =?utf-8?Q?Baker=0D=0ABcc:_x?="), ("Baker Bcc: x", "Ada Example", "ada@example.com")),
}  # fmt: skip
# headers of the text, its bytes: what is read
TEXTS: dict[str, tuple[tuple[str, ...], bytes, str]] = {
    "format=flowed": ((UTF8 + "; format=flowed",), b"I have \r\nbaked \r\nbread.\r\n\r\nYours,\r\nAda", "I have baked bread.\n\nYours,\nAda"),
    "format=flowed, no blanks": ((UTF8 + "; format=flowed; delsp=yes",), b"I have ba \r\nked bread", "I have baked bread"),
    "UTF-16": (("Content-Type: text/plain; charset=utf-16", "Content-Transfer-Encoding: base64"), b64encode("Br\u00f6tchen".encode("utf-16")), "Br\u00f6tchen"),
    "GBK that says it is GB2312": (("Content-Type: text/plain; charset=gb2312",), "\u9762\u5305\u5e2b".encode("gbk"), "\u9762\u5305\u5e2b"),
    "charset that is none": (("Content-Type: text/plain; charset=punycode",), "Br\u00f6tchen".encode(), "Br\u00f6tchen"),
    "HTML that says its charset": (("Content-Type: text/html",), b'<meta charset="iso-8859-1"><p>Br\xf6tchen</p>', "Br\u00f6tchen"),
    "Outlook's HTML": ((AS_HTML,), b"<html><head><style><!-- p {} --></style></head><body><p class=MsoNormal>Dear team,<o:p></o:p></p><p><o:p>&nbsp;</o:p></p><p>I bake.</p></body></html>", "Dear team,\n\nI bake."),
    "HTML with a list": ((AS_HTML,), b"<ul><li>One<li>Two</ul><table><tr><td>A</td><td>B</td></tr></table>", "- One\n- Two\n\nA B"),
    "HTML whose head never ends": ((AS_HTML,), b"<head><title>x<p>I bake.", "I bake."),
    "HTML that quotes": ((AS_HTML,), b"<p>I bake.</p><blockquote>Do you?</blockquote>", "I bake.\n\n> Do you?"),
    "PGP, signed in the text": ((UTF8,), b"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nI bake.\n-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----", "I bake."),
}  # fmt: skip
# Content-Disposition of a file: its name
NAMES = {
    "no quotes": ("attachment; filename=My CV.pdf", "My CV.pdf"),
    "RFC 2231 in Latin-1": (
        "attachment; filename*=iso-8859-1''R%E9sum%E9.pdf",
        "R\u00e9sum\u00e9.pdf",
    ),
    "RFC 2231 in no charset": (
        "attachment; filename*=x-nope''R%C3%A9sum%C3%A9.pdf",
        "R\u00e9sum\u00e9.pdf",
    ),
    "RFC 2231 out of order": ("attachment; filename*1=b.pdf; filename*0=a", "ab.pdf"),
    "two encoded words": (
        'attachment; filename="=?utf-8?Q?R=C3=A9?= =?utf-8?Q?sum=C3=A9.pdf?="',
        "R\u00e9sum\u00e9.pdf",
    ),
    "raw UTF-8": ('attachment; filename="R\u00e9sum\u00e9.pdf"', "R\u00e9sum\u00e9.pdf"),
    "turned around": ('attachment; filename="a\u202efdp.exe"', "afdp.exe"),
    "nothing": ('attachment; filename=""', "a file"),
    "a path of Windows": (r'attachment; filename="C:\\Users\\ada\\cv.pdf"', "cv.pdf"),
}


def envelope(text: str, files: dict[str, bytes]) -> bytes:
    """Outlook's winmail.dat with a text and files (MS-OXTNEF)."""

    def attribute(level: int, name: int, value: bytes) -> bytes:
        checksum = sum(value) % 65_536
        return struct.pack("<BII", level, name, len(value)) + value + struct.pack("<H", checksum)

    made = struct.pack("<IH", 0x223E9F78, 1) + attribute(1, 0x0002800C, text.encode() + b"\0")
    for name, data in files.items():
        made += attribute(2, 0x00069002, bytes(14))
        made += attribute(2, 0x00018010, name.encode() + b"\0")
        made += attribute(2, 0x0006800F, data)
    return made
