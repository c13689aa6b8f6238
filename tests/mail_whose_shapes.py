"""Mails that name several people, carry others, or look like a program's; what each is."""

from __future__ import annotations

from base64 import b64encode

from mail_shapes import ADA, FROM, HTML, PLAIN, TO, mail, parts, several

BOB, JOBS = "From: Bob <bob@example.org>", "To: jobs@example.org"


def eml(who: str, subject: str = "Baker", text: str = "I bake.") -> str:
    """A mail that is attached whole."""
    return f"Content-Type: message/rfc822\n\nFrom: {who}\nSubject: {subject}\n\n{text}"


def made_of(headers: tuple[str, ...], *bodies: str, kind: str = "mixed") -> bytes:
    """A mail of several parts with its own headers."""
    header, body = parts(*bodies, kind=kind)
    return mail(*headers, header, body=body)


def text(said: str) -> str:
    """A part of plain text."""
    return f"Content-Type: text/plain; charset=utf-8\n\n{said}"


def picture(name: str, size: int = 100, how: str = "inline") -> str:
    """A picture with an id, as phones and signatures have it."""
    kind = "png" if name.endswith("png") else "jpeg"
    return (
        f'Content-Type: image/{kind}; name="{name}"\nContent-ID: <{name}>\n'
        f'Content-Disposition: {how}; filename="{name}"\nContent-Transfer-Encoding: base64\n\n'
        + b64encode(bytes(size)).decode()
    )


def shown(name: str) -> str:
    """HTML that shows a picture."""
    return f'Content-Type: text/html; charset=utf-8\n\n<p>I bake.</p><img src="cid:{name}">'


REFERENCE = eml("Boss <boss@example.net>", "Reference for Ada", "Ada bakes well.")
SENT_ON = "---------- Forwarded message ---------\nFrom: {}\nSubject: {}\nTo: x@example.com\n\n{}"
BASE64 = b64encode(b"From: Ada Example <ada@example.com>\nSubject: Baker\n\nI bake.").decode()
NAMELESS = "Von: Ada Example\nGesendet: Montag\nAn: Bob\nBetreff: Bäcker\n\nIch backe."

# name: mail, who applies, text, names of files
TAKEN: dict[str, tuple[bytes, tuple[str, str, str], str, str]] = {
    "photo from a phone": (several(PLAIN, picture("IMG_1.jpg")), ADA, "I bake.", "IMG_1.jpg"),
    "scan that is pasted": (
        several(shown("scan.jpg"), picture("scan.jpg", 90_000), kind="related"), ADA, "I bake.", "scan.jpg",
    ),
    "logo of a signature": (
        several(shown("image001.png"), picture("image001.png"), kind="related"), ADA, "I bake.", "",
    ),
    "large picture that Outlook names": (
        several(shown("image001.png"), picture("image001.png", 90_000), kind="related"), ADA, "I bake.", "image001.png",
    ),
    "letter and a mail that is attached": (
        several(PLAIN, eml("Rita <rita@example.org>", "Hello", "Do apply")), ADA, "I bake.", "Hello.eml",
    ),
    "plain text of one unseen character": (
        several(text("\u200b\u00a0"), HTML, kind="alternative"), ADA, "I bake.", "",
    ),
    "plain text that names a picture": (
        several(text("[image: logo]"), HTML, kind="alternative"), ADA, "I bake.", "",
    ),
    "plain text that points to the HTML at length": (
        several(text("Diese Nachricht ist im HTML-Format. " * 20), HTML, kind="alternative"), ADA, "I bake.", "",
    ),
    "HTML that is shorter": (
        several(text("I bake, and I cook as well."), HTML, kind="alternative"), ADA, "I bake, and I cook as well.", "",
    ),
    "title that speaks of absence": (
        mail(FROM, JOBS, "Subject: Re: Vacation Planner", "In-Reply-To: <1@x>"), ("Vacation Planner", *ADA[1:]), "I bake.", "",
    ),
    "absent, and applies": (
        mail(FROM, TO, "Subject: On leave until May - application", "In-Reply-To: <1@x>", body="I am on leave until May and would like to apply."),
        ADA, "I am on leave until May and would like to apply.", "",
    ),
    "a name like a receipt's word": (mail("From: Lu <lu@example.com>", TO, "Subject: Lu: Baker"), ("baker", "Lu", "lu@example.com"), "I bake.", ""),
    "reference sent on as a mail": (
        made_of((FROM, TO, "Subject: Fwd: Reference"), text(""), REFERENCE), ADA, "", "Reference for Ada.eml",
    ),
    "a board's notice sent on": (
        mail(FROM, TO, "Subject: Fwd: Jobs", body="My CV is attached.\n\n" + SENT_ON.format("StepStone <jobs@stepstone.de>", "Neue Jobs", "Bäcker")),
        ADA, "My CV is attached.\n\n" + SENT_ON.format("StepStone <jobs@stepstone.de>", "Neue Jobs", "Bäcker"), "",
    ),
    "our own letter sent on": (
        mail(FROM, TO, "Subject: Fwd: Hi", body=SENT_ON.format("Bob <bob@example.org>", "Hi", "Do apply")),
        ADA, SENT_ON.format("Bob <bob@example.org>", "Hi", "Do apply"), "",
    ),
    "address that begins as a machine's": (
        mail("From: Jobs Worth <jobs.worth@example.com>", "Reply-To: Eve <eve@example.net>", TO),
        ("baker", "Jobs Worth", "jobs.worth@example.com"), "I bake.", "",
    ),
    "initials that are a department's": (
        mail("From: H. R. Iliev <hr.iliev@example.com>", "Reply-To: Eve <eve@example.net>", TO),
        ("baker", "H. R. Iliev", "hr.iliev@example.com"), "I bake.", "",
    ),
    "last name first, without quotes": (mail("From: Example, Ada <ada@example.com>", TO), ("baker", "Example, Ada", ADA[2]), "I bake.", ""),
    "forwarded letter in base64": (
        made_of((BOB, JOBS, "Subject: Fwd: Baker"), text("See"), f"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n{BASE64}"),
        ("Baker", *ADA[1:]), "I bake.", "",
    ),
    "gateway's mark behind ours": (mail(FROM, JOBS, "Subject: [EXTERNAL SENDER] [baker] Application [Ref 123]"), ADA, "I bake.", ""),
    "HTML in noscript": (mail(FROM, TO, "Content-Type: text/html", body="<noscript><span>I bake.</span></noscript>"), ADA, "I bake.", ""),
    "answer that begins as a quotation does": (
        mail(FROM, TO, "Subject: Re: x", "In-Reply-To: <1@x>", "Content-Type: text/plain; charset=utf-8", body="El martes.\n\nEl lun, 2 nov 2026 a las 10:00, Rita (<jobs@example.org>) escribió:\n\n> ¿Cuándo?"),
        ADA, "El martes.", "",
    ),
    "the same without a line between": (
        mail(FROM, TO, "Subject: Re: x", "In-Reply-To: <1@x>", body="Am Dienstag.\nAm Mo., 2. Nov. 2026 schrieb Rita <jobs@example.org>:\n> Wann?"),
        ADA, "Am Dienstag.", "",
    ),
    "friend who sends a letter on": (
        mail("From: Tom <tom@example.net>", JOBS, "Subject: Fwd: Baker", body="Hi, my friend is looking for work and asked me to send you this.\n\n" + SENT_ON.format("Ada Example <ada@example.com>", "Baker", "I bake.")),
        ("Baker", *ADA[1:]), "I bake.", "",
    ),
    "contact form that names nobody else": (
        mail("From: WordPress <wordpress@example.org>", JOBS, "Subject: [Example] Application Baker", body="Name: Ada Example\nE-Mail: ada@example.com"),
        ("Baker", *ADA[1:]), "Name: Ada Example\nE-Mail: ada@example.com", "",
    ),
    "board in Portuguese": (
        mail("From: LinkedIn <jobs-noreply@linkedin.com>", JOBS, "Subject: Nova candidatura: Engenheiro de Suporte de Nadia Petrova"),
        ("Engenheiro de Suporte", "Nadia Petrova", ""), "I bake.", "",
    ),
    "job behind a preposition": (mail(FROM, JOBS, "Subject: =?utf-8?Q?Candidature_au_poste_d'ing=C3=A9nieur?="), ("ingénieur", *ADA[1:]), "I bake.", ""),
    "neighbour at a provider": (
        mail("From: Ada Example <ada@posteo.de>", "To: firm@posteo.de", "Subject: Fwd: Baker", body="I apply, see below.\n\n" + SENT_ON.format("Boss <b@example.net>", "Ada", "Good")),
        ("Baker", "Ada Example", "ada@posteo.de"), "I apply, see below.\n\n" + SENT_ON.format("Boss <b@example.net>", "Ada", "Good"), "",
    ),
}  # fmt: skip


# name: a mail that a person must see, why
KEPT: dict[str, tuple[bytes, str]] = {
    "two applications in one": (
        made_of((BOB, JOBS, "Subject: Fwd: two"), text("Both"), eml("Ada <ada@example.com>"), eml("Ben <ben@example.com>")),
        "several people",
    ),
    "two applications, no Fwd": (
        made_of((BOB, JOBS, "Subject: Bakers"), text("Both"), eml("Ada <ada@example.com>"), eml("Ben <ben@example.com>")),
        "does not say whose",
    ),
    "Outlook's forward without an address": (mail(BOB, JOBS, "Subject: WG: Bäcker", "Content-Type: text/plain; charset=utf-8", body=NAMELESS), "does not say whose"),
    "the same without WG": (mail(BOB, JOBS, "Subject: Bäcker", "Content-Type: text/plain; charset=utf-8", body=f"Schau\n\n{NAMELESS}"), "does not say whose"),
    "Outlook's own file": (
        made_of((BOB, JOBS, "Subject: WG: Bewerbung"), text("anbei"), "Content-Type: application/vnd.ms-outlook; name=b.msg\n\nx"),
        "does not say whose",
    ),
    "a colleague's answer, in copy": (mail(BOB, "To: ada@example.com", "Cc: jobs@example.org", "Subject: Re: Baker"), "does not say whose"),
    "a colleague who is none": (
        mail(BOB, JOBS, "Subject: Fwd: Baker", "Authentication-Results: mx; dmarc=fail", body=SENT_ON.format("Ada <ada@example.com>", "Baker", "I bake.")),
        "could not confirm",
    ),
    "a colleague sends a reference on": (made_of((BOB, JOBS, "Subject: Fwd: Reference"), text("FYI"), REFERENCE), "says of another"),
}  # fmt: skip


# What our server says: whether it confirms ada@example.com.
RESULTS = {
    "": True,
    "mx; none": True,
    "mx; dmarc=pass header.from=example.com": True,
    "mx; spf=fail; dkim=pass header.d=example.com": True,
    "mx; spf=pass (google.com: domain of x) smtp.mailfrom=bounce@mail.example.com": True,
    "mx; auth=pass smtp.auth=ada@example.com": True,
    "dkim=none (message not signed) header.d=none;dmarc=none action=none": True,
    "mx; dmarc=fail": False,
    'mx; dmarc=fail (p=none); spf=pass smtp.mailfrom="dmarc=pass"@evil.example': False,
    'mx; dmarc=fail; dkim=pass header.d=evil.example reason="; dmarc=pass"': False,
    "mx; dmarc=none; spf=softfail; dkim=none": False,
    "mx; dmarc=none; spf=none; dkim=none": False,
    "mx; spf=pass smtp.mailfrom=evil.example; dkim=pass header.d=evil.example": False,
    "mx; spf=pass smtp.mailfrom=notexample.com": False,
    "mx; spf=neutral (x (dmarc=pass) y); dkim=neutral": False,
}  # fmt: skip


def calendar(status: str, comment: str = "") -> str:
    """An answer to an invitation."""
    said = f"COMMENT:{comment}\n" if comment else ""
    return (
        "Content-Type: text/calendar; method=REPLY; charset=utf-8\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\n"
        f"BEGIN:VEVENT\nATTENDEE;PARTSTAT={status}:mailto:ada@example.com\n{said}END:VEVENT\n"
        "END:VCALENDAR"
    )


# The parts of a tagged mail, its subject: what it says to us.
ANSWERS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "declined with words": ((text("I am ill."), calendar("DECLINED")), "Declined: Talk", "I am ill."),
    "declined with a comment": ((calendar("DECLINED", "I am ill\\, sorry"),), "Declined: Talk", "I am ill, sorry"),
    "declined without a word": ((calendar("DECLINED"),), "Declined: Talk", "Calendar: declined"),
    "tentative": ((calendar("TENTATIVE"),), "Tentative: Talk", "Calendar: tentative"),
    "accepted with words": ((text("I come by train at ten."), calendar("ACCEPTED")), "Accepted: Talk", "I come by train at ten."),
    "a job's title in the subject": ((text("Tuesday suits."),), "Re: Vacation Planner: Talk", "Tuesday suits."),
    "on holiday, and answers": ((text("I am on holiday until Friday, but Monday suits me."),), "Re: Talk", "I am on holiday until Friday, but Monday suits me."),
    "a subject like a receipt's": ((text("Tuesday."),), "Read: Talk", "Tuesday."),
}  # fmt: skip
