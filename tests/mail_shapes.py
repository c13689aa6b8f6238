"""Mails as people and programs send them: name → (bytes, what is read, or why it is none)."""

from __future__ import annotations

from base64 import b64encode
from quopri import encodestring

import mail_more_shapes as more
import mail_world_shapes as world

TO = "To: jobs+baker@example.org"
FROM = "From: Ada Example <ada@example.com>"
ADA = ("baker", "Ada Example", "ada@example.com")


def mail(*headers: str, body: bytes | str = "I bake.") -> bytes:
    """A mail with CRLF, as servers keep it; headers may hold raw bytes by surrogates."""
    text = body if isinstance(body, bytes) else body.replace("\n", "\r\n").encode()
    return "\r\n".join(headers).encode("utf-8", "surrogateescape") + b"\r\n\r\n" + text


def raw(data: bytes) -> str:
    """Bytes for a header that no charset names."""
    return data.decode("utf-8", "surrogateescape")


def parts(*bodies: str, kind: str = "mixed") -> tuple[str, str]:
    """The header and the body of several parts, each with its own headers."""
    joined = "".join(f"--b\n{body}\n" for body in bodies)
    return f'Content-Type: multipart/{kind}; boundary="b"', f"{joined}--b--\n"


def several(*bodies: str, kind: str = "mixed", extra: tuple[str, ...] = ()) -> bytes:
    """A mail of several parts."""
    header, body = parts(*bodies, kind=kind)
    return mail(FROM, TO, "Subject: x", *extra, header, body=body)


PLAIN = "Content-Type: text/plain; charset=utf-8\n\nI bake."
HTML = "Content-Type: text/html; charset=utf-8\n\n<html><head><title>no</title><style>p{}</style></head><p>I bake.</p></html>"


def attached(header: str) -> str:
    """A file of a mail with this Content-Disposition."""
    return f"Content-Type: application/pdf\nContent-Disposition: {header}\n\nxx"


READ: dict[str, tuple[bytes, tuple[str, str, str], str, str]] = {
    # name: mail, (posting, name, address), text, files
    "plain": (mail(FROM, TO, "Subject: x"), ADA, "I bake.", ""),
    "line feeds alone": (mail(FROM, TO, "Subject: x").replace(b"\r\n", b"\n"), ADA, "I bake.", ""),
    "mbox line": (b"From ada@example.com Mon Nov  2\n" + mail(FROM, TO), ADA, "I bake.", ""),
    "blank lines before": (b"\r\n\r\n" + mail(FROM, TO), ADA, "I bake.", ""),
    "no subject": (mail(FROM, TO), ADA, "I bake.", ""),
    "quoted-printable": (
        mail(FROM, TO, "Content-Type: text/plain; charset=utf-8",
             "Content-Transfer-Encoding: quoted-printable", body=encodestring("Brötchen".encode())),
        ADA, "Brötchen", "",
    ),
    "base64": (
        mail(FROM, TO, "Content-Type: text/plain; charset=utf-8",
             "Content-Transfer-Encoding: base64", body=b64encode("Brötchen".encode())),
        ADA, "Brötchen", "",
    ),
    "latin-1": (
        mail(FROM, TO, "Content-Type: text/plain; charset=iso-8859-1", body="Brötchen".encode("latin-1")),
        ADA, "Brötchen", "",
    ),
    "UTF-8 that says it is Latin-1's neighbour": (
        mail(FROM, TO, "Content-Type: text/plain; charset=us-ascii", body="Brötchen".encode()),
        ADA, "Brötchen", "",
    ),
    "Windows-1252 that says it is UTF-8": (
        mail(FROM, TO, "Content-Type: text/plain; charset=utf-8", body="“Brötchen”".encode("cp1252")),
        ADA, "“Brötchen”", "",
    ),
    "unknown charset": (
        mail(FROM, TO, "Content-Type: text/plain; charset=x-unknown", body="Brötchen".encode()),
        ADA, "Brötchen", "",
    ),
    "Japanese": (
        mail(FROM, TO, "Content-Type: text/plain; charset=iso-2022-jp", body="パン".encode("iso-2022-jp")),
        ADA, "パン", "",
    ),
    "encoded name": (
        mail("From: =?utf-8?Q?Ren=C3=A9e_Example?= <ada@example.com>", TO),
        ("baker", "Renée Example", "ada@example.com"), "I bake.", "",
    ),
    "encoded name in quotes": (
        mail('From: "=?utf-8?B?UmVuw6llIEV4YW1wbGU=?=" <ada@example.com>', TO),
        ("baker", "Renée Example", "ada@example.com"), "I bake.", "",
    ),
    "name cut between encoded words": (
        mail("From: =?utf-8?Q?Ren?=\r\n =?utf-8?Q?=C3=A9e?= <ada@example.com>", TO),
        ("baker", "Renée", "ada@example.com"), "I bake.", "",
    ),
    "raw UTF-8 in the name": (
        mail("From: Renée <ada@example.com>", TO), ("baker", "Renée", "ada@example.com"), "I bake.", "",
    ),
    "raw Latin-1 in the name": (
        mail(raw(b"From: Ren\xe9e <ada@example.com>"), TO),
        ("baker", "Renée", "ada@example.com"), "I bake.", "",
    ),
    "name with a comma": (
        mail('From: "Example, Ada" <ada@example.com>', TO),
        ("baker", "Example, Ada", "ada@example.com"), "I bake.", "",
    ),
    "no name": (mail("From: ada.example@example.com", TO),
                ("baker", "Ada Example", "ada.example@example.com"), "I bake.", ""),
    "folded headers": (
        mail("From: Ada Example\r\n <ada@example.com>", "To: jobs@example.org,\r\n\tjobs+baker@example.org"),
        ADA, "I bake.", "",
    ),
    "reply address of a board": (
        mail("From: Board <no-reply@board.example>", "Reply-To: Ada Example <ada@example.com>", TO),
        ADA, "I bake.", "",
    ),
    "date of nowhere": (mail(FROM, TO, "Date: yesterday"), ADA, "I bake.", ""),
    "brackets": (mail(FROM, "To: jobs@example.org", "Subject: Application: Baker (m/f) [baker]"),
                 ADA, "I bake.", ""),
    "answer with brackets": (mail(FROM, "To: jobs@example.org", "Subject: AW: Re: Bäcker [baker]"),
                             ADA, "I bake.", ""),
    "title": (mail(FROM, "To: jobs@example.org", "Subject: Bewerbung als Baker"),
              ("Baker", *ADA[1:]), "I bake.", ""),
    "delivered-to": (mail(FROM, "To: jobs@example.org", "Delivered-To: jobs+baker@example.org"),
                     ADA, "I bake.", ""),
    "alternative": (several(PLAIN, HTML, kind="alternative"), ADA, "I bake.", ""),
    "HTML alone": (several(HTML), ADA, "I bake.", ""),
    "HTML with a link": (
        several('Content-Type: text/html\n\n<p>I bake. <a href="https://example.com/ada">My page</a></p>'),
        ADA, "I bake. My page <https://example.com/ada>", "",
    ),
    "two texts around a file": (
        several(PLAIN, attached("attachment; filename=cv.pdf"), PLAIN), ADA, "I bake.\n\nI bake.", "cv.pdf",
    ),
    "file": (several(PLAIN, attached('attachment; filename="cv.pdf"')), ADA, "I bake.", "cv.pdf"),
    "inline file": (several(PLAIN, attached('inline; filename="cv.pdf"')), ADA, "I bake.", "cv.pdf"),
    "RFC 2231 name": (
        several(PLAIN, attached("attachment; filename*=utf-8''Lebensl%C3%A4ufe.pdf")),
        ADA, "I bake.", "Lebensläufe.pdf",
    ),
    "RFC 2231 name in pieces": (
        several(PLAIN, attached("attachment;\n filename*0*=utf-8''Lebens;\n filename*1*=l%C3%A4ufe.pdf")),
        ADA, "I bake.", "Lebensläufe.pdf",
    ),
    "encoded word as a name": (
        several(PLAIN, attached('attachment; filename="=?utf-8?Q?Lebensl=C3=A4ufe.pdf?="')),
        ADA, "I bake.", "Lebensläufe.pdf",
    ),
    "name of the type": (
        several(PLAIN, 'Content-Type: application/pdf; name="cv.pdf"\n\nxx'), ADA, "I bake.", "cv.pdf",
    ),
    "path as a name": (
        several(PLAIN, attached('attachment; filename="..\\\\..\\\\etc/cv.pdf"')), ADA, "I bake.", "cv.pdf",
    ),
    "nameless file": (several(PLAIN, "Content-Type: application/pdf\n\nxx"), ADA, "I bake.", "a file"),
    "text file": (
        several(PLAIN, "Content-Type: text/plain\nContent-Disposition: attachment; filename=cv.txt\n\nzz"),
        ADA, "I bake.", "cv.txt",
    ),
    "picture of the text": (
        several(HTML, 'Content-Type: image/png; name="logo.png"\nContent-ID: <1@x>\n\nxx', kind="related"),
        ADA, "I bake.", "",
    ),
    "attached picture": (
        several(PLAIN, 'Content-Type: image/png; name="a.png"\nContent-ID: <1@x>\nContent-Disposition: attachment\n\nx'),
        ADA, "I bake.", "a.png",
    ),
    "winmail.dat": (
        several(PLAIN, 'Content-Type: application/ms-tnef; name="winmail.dat"\n\nxx'), ADA, "I bake.", "winmail.dat",
    ),
    "signature": (several(PLAIN, "Content-Type: application/pgp-signature; name=s.asc\n\nx", kind="signed"),
                  ADA, "I bake.", ""),
    "boundary that is missing": (
        mail(FROM, TO, "Content-Type: multipart/mixed", body="I bake."), ADA, "I bake.", "",
    ),
    "boundary that never ends": (
        mail(FROM, TO, "Content-Type: multipart/mixed; boundary=b", body=f"--b\n{PLAIN}"), ADA, "I bake.", "",
    ),
    "broken base64": (
        mail(FROM, TO, "Content-Transfer-Encoding: base64", body="SSBiYWtl*Lg="), ADA, "I bake.", "",
    ),
    "calendar entry beside a letter": (
        several(PLAIN, "Content-Type: text/calendar; method=PUBLISH\n\nx", attached("attachment; filename=cv.pdf")),
        ADA, "I bake.", "cv.pdf",
    ),
    "list's bulk": (mail(FROM, TO, "Precedence: bulk"), ADA, "I bake.", ""),
    "subject that speaks of an office": (
        mail(FROM, TO, "Subject: Out of office experience"), ADA, "I bake.", "",
    ),
    "header injection": (
        mail("From: =?utf-8?Q?Ada=0D=0ABcc:_x@example.org?= <ada@example.com>", TO),
        ("baker", "Ada Bcc: x@example.org", "ada@example.com"), "I bake.", "",
    ),
    "markup in the name": (
        mail('From: "<img src=x> @octocat" <ada@example.com>', TO),
        ("baker", "<img src=x> @octocat", "ada@example.com"), "I bake.", "",
    ),
    "forward by Gmail": (
        mail("From: Bob <bob@example.org>", TO, "Subject: Fwd: x",
             body="Look!\n\n---------- Forwarded message ---------\nFrom: Ada Example <ada@example.com>\n"
                  "Date: x\nSubject: x\nTo: bob@example.org\n\nI bake.\n"),
        ADA, "I bake.", "",
    ),
    "forward by Outlook": (
        mail("From: Bob <bob@example.org>", TO, "Subject: WG: x",
             body="Schau!\n\nVon: Ada Example <ada@example.com>\nGesendet: Montag\nAn: Bob\nBetreff: x\n\nI bake.\n"),
        ADA, "I bake.", "",
    ),
    "forward by Apple Mail": (
        mail("From: Bob <bob@example.org>", TO, "Subject: Fwd: x",
             body="> Begin forwarded message:\n> \n> From: Ada Example <ada@example.com>\n> Subject: x\n> \n> I bake.\n"),
        ADA, "I bake.", "",
    ),
    "forward as a file": (
        mail("From: Bob <bob@example.org>", TO, "Subject: TR: x", *parts(
            "Content-Type: text/plain\n\nVoilà",
            "Content-Type: message/rfc822\n\nFrom: Ada Example <ada@example.com>\nSubject: y\n\nI bake.",
        )[:1], body=parts(
            "Content-Type: text/plain\n\nVoilà",
            "Content-Type: message/rfc822\n\nFrom: Ada Example <ada@example.com>\nSubject: y\n\nI bake.",
        )[1]),
        ADA, "I bake.", "",
    ),
    "answer that quotes a forward": (
        mail(FROM, TO, "Subject: Re: x", body="I bake.\n\n---------- Forwarded message ---------\nFrom: B <b@example.org>\n\nx"),
        ADA, "I bake.", "",
    ),
}  # fmt: skip

NONE: dict[str, tuple[bytes, str]] = {
    "automatic reply": (mail(FROM, "Auto-Submitted: auto-replied", "Subject: Re: x"), "program"),
    "German absence": (
        mail(FROM, "Subject: Automatische Antwort: x", "Auto-Submitted: auto-generated"), "program",
    ),
    "absence without a header but one": (
        mail(FROM, "Subject: Abwesenheitsnotiz", "Precedence: bulk"), "program",
    ),
    "bounce": (
        mail("From: MAILER-DAEMON@example.org", "Subject: Undelivered Mail Returned to Sender",
             "Content-Type: text/plain"), "delivered",
    ),
    "delivery report": (
        mail("From: postmaster@example.org", *parts("Content-Type: message/delivery-status\n\nx",
             kind="report")[:1], body=parts("Content-Type: message/delivery-status\n\nx")[1]), "delivered",
    ),
    "spam": (mail(FROM, TO, "X-Spam-Flag: YES", "X-Spam-Status: Yes, score=15.2 required=5.0"), "spam"),
    "invitation": (
        several(PLAIN, "Content-Type: text/calendar; method=REQUEST\n\nx", kind="alternative"), "calendar",
    ),
    "calendar's answer": (mail(FROM, "Content-Type: text/calendar; method=REPLY"), "calendar"),
}  # fmt: skip

READ |= {
    f"forward: {name}": (
        mail(more.BOB, more.JOBS, f"Subject: {subject}", more.UTF8, body=text),
        ("Baker", *ADA[1:]),
        "I bake.",
        "",
    )
    for name, (subject, text) in (more.FORWARDS | world.FORWARDS).items()
}
READ |= {
    f"forward in HTML: {name}": (
        mail(more.BOB, more.JOBS, "Subject: Fwd: Baker", more.AS_HTML, body=text),
        ("Baker", *ADA[1:]),
        "I bake.",
        "",
    )
    for name, text in more.FORWARDS_IN_HTML.items()
}
READ |= {
    f"answer: {name}": (
        mail(
            FROM, TO, "Subject: Re: x", "In-Reply-To: <1@x>", more.UTF8, body=f"I bake.\n\n{text}"
        ),
        ADA,
        "I bake.",
        "",
    )
    for name, text in (more.QUOTED | world.QUOTED).items()
}
READ |= {
    name: (mail(FROM, TO, "Subject: Re: x", "In-Reply-To: <1@x>", body=text), ADA, text, "")
    for name, text in more.UNCUT.items()
}
READ |= {
    f"board: {name}": (mail(*headers, more.JOBS, body=text), who[:3], text, "")
    for name, (headers, text, who) in (more.BOARDS | world.BOARDS).items()
}
READ |= {
    name: (mail(*headers), who, "I bake.", "") for name, (headers, who) in more.WRITERS.items()
}
READ |= {
    name: (mail(FROM, TO, *headers, body=body), ADA, text, "")
    for name, (headers, body, text) in more.TEXTS.items()
}
READ |= {
    f"file's name: {name}": (several(PLAIN, attached(header)), ADA, "I bake.", shown)
    for name, (header, shown) in more.NAMES.items()
}
READ |= {
    "letter in HTML, footer of a list in text": (
        several(HTML, "Content-Type: text/plain\n\n_____\nJobs mailing list"), ADA, "I bake.\n\n_____\nJobs mailing list", "",
    ),
    "plain text that only says that it is HTML": (
        several("Content-Type: text/plain\n\nYour program does not support HTML.", HTML, kind="alternative"), ADA, "I bake.", "",
    ),
    "plain text that is empty": (several("Content-Type: text/plain\n\n \n", HTML, kind="alternative"), ADA, "I bake.", ""),
    "only a file": (mail(FROM, TO, "Content-Type: application/pdf", "Content-Disposition: attachment; filename=cv.pdf"), ADA, "", "cv.pdf"),
    "invitation beside a letter": (several(PLAIN, "Content-Type: text/calendar; method=REQUEST\n\nx"), ADA, "I bake.", ""),
    "calendar as a file": (several(PLAIN, "Content-Type: text/calendar; name=free.ics; method=PUBLISH\n\nx"), ADA, "I bake.", "free.ics"),
    "marked as spam once": (mail(FROM, TO, "X-Spam-Flag: YES"), ADA, "I bake.", ""),
    "sender not confirmed": (mail(FROM, TO, "Authentication-Results: mx; spf=fail; dmarc=fail"), ADA, "I bake.", ""),
    "applicant who is away": (mail(FROM, TO, "Subject: Application", "Precedence: bulk", body="I bake. I am on vacation until Monday."), ADA, "I bake. I am on vacation until Monday.", ""),
    "stranger's forward without a word": (mail("From: Eve <eve@example.net>", TO, "Subject: Fwd: Baker", body=more.FORWARDS["Gmail"][1]), ADA, "I bake.", ""),
    "stranger's letter with a forward": (
        mail("From: Eve <eve@example.net>", TO, "Subject: Fwd: x", body="I apply as a baker; see what my last boss wrote.\n\n---------- Forwarded message ---------\nFrom: Boss <boss@example.com>\nSubject: x\n\nEve bakes."),
        ("baker", "Eve", "eve@example.net"), "I apply as a baker; see what my last boss wrote.\n\n---------- Forwarded message ---------\nFrom: Boss <boss@example.com>\nSubject: x\n\nEve bakes.", "",
    ),
    "forward as a file, with a file": (
        several("Content-Type: text/plain\n\nVoilà", "Content-Type: message/rfc822\n\nFrom: Ada Example <ada@example.com>\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nI bake.\n--c\n" + attached("attachment; filename=cv.pdf") + "\n--c--", extra=("Subject: Fwd: x",)).replace(b"From: Ada Example <ada@example.com>", more.BOB.encode(), 1).replace(b"Subject: x\r\nSubject", b"Subject"),
        ADA, "I bake.", "cv.pdf",
    ),
    "S/MIME, signed": (several(PLAIN, "Content-Type: application/pkcs7-signature; name=smime.p7s\n\nx", kind="signed"), ADA, "I bake.", ""),
    "S/MIME, encrypted": (mail(FROM, TO, "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m"), ADA, "", "smime.p7m"),
    "S/MIME, signed envelope": (mail(FROM, TO, "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m"), ADA, "", "smime.p7m"),
    "PGP, encrypted": (several("Content-Type: application/pgp-encrypted; name=v\n\nVersion: 1", "Content-Type: application/octet-stream; name=encrypted.asc\n\nx", kind="encrypted"), ADA, "", "v, encrypted.asc"),
    "winmail.dat that can be opened": (
        several("Content-Type: text/plain\n\n \n", "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n" + b64encode(more.envelope("I bake.", {"CV.pdf": b"%PDF-1", "Zeugnis.pdf": b"%PDF-2"})).decode()),
        ADA, "I bake.", "CV.pdf, Zeugnis.pdf",
    ),
    "winmail.dat that is cut off": (
        several(PLAIN, "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n" + b64encode(more.envelope("x", {"CV.pdf": b"%PDF-1"})[:40]).decode()),
        ADA, "I bake.", "winmail.dat",
    ),
    "stranger who recommends somebody": (mail("From: Eve <eve@example.net>", TO, "Subject: Fwd: Baker", body="Hello, I can warmly recommend Ada, whom I have known for ten years.\n" + more.FORWARDS["Gmail"][1]), ADA, "I bake.", ""),
    "stranger's letter that forwards a reference": (
        mail("From: Eve <eve@example.net>", TO, "Subject: Fwd: x", body="I am a candidate for your job and forward what my last boss wrote.\n\n---------- Forwarded message ---------\nFrom: Boss <boss@example.com>\nSubject: x\n\nEve bakes."),
        ("baker", "Eve", "eve@example.net"), "I am a candidate for your job and forward what my last boss wrote.\n\n---------- Forwarded message ---------\nFrom: Boss <boss@example.com>\nSubject: x\n\nEve bakes.", "",
    ),
    "forward without Fwd": (mail(more.BOB, TO, "Subject: Baker", body=more.FORWARDS["Gmail"][1]), ADA, "I bake.", ""),
    "colleague's forward of a board's mail": (
        mail(more.BOB, more.JOBS, "Subject: Fwd: x", body="---------- Forwarded message ---------\nFrom: LinkedIn <jobs-listings@linkedin.com>\nSubject: New application: Baker from Amara Okafor\nTo: bob@example.org\n\nView"),
        ("Baker", "Amara Okafor", ""), "View", "",
    ),
    "contact form with the name in its text": (
        mail("From: Forms <forms@example.net>", "Reply-To: ada@example.com", TO, "Auto-Submitted: auto-generated", "Precedence: bulk", body="Name: Ada Example\nI bake."), ADA, "Name: Ada Example\nI bake.", "",
    ),
    "Markdown": (mail(FROM, TO, "Content-Type: text/markdown"), ADA, "I bake.", ""),
    "RTF alone": (mail(FROM, TO, "Content-Type: text/rtf"), ADA, "", "a file"),
    "one header alone": (b"From: Ada Example <ada@example.com>\nTo: jobs+baker@example.org\n\nI bake.", ADA, "I bake.", ""),
}  # fmt: skip
# What a person is told besides, by the answer that holds it.
TOLD: dict[str, tuple[str, str]] = {
    "S/MIME, encrypted": ("Note", "encrypted"),
    "S/MIME, signed envelope": ("Note", "signed envelope"),
    "PGP, encrypted": ("Note", "encrypted"),
    "winmail.dat": ("Note", "winmail.dat"),
    "winmail.dat that is cut off": ("Note", "winmail.dat"),
    "marked as spam once": ("Note", "marked it as spam"),
    "sender not confirmed": ("Note", "could not confirm"),
    "answers go elsewhere": ("Wants answers at", "ada@home.example"),
    "two writers and a sender": ("Also from", "eve@example.com"),
    "forward by Gmail": ("Who forwarded it wrote", "Look!"),
    "forward: two colleagues": ("Who forwarded it wrote", "FYI\n\nNice one"),
    "stranger's letter with a forward": ("Forwards a letter of", "Boss boss@example.com"),
}
NONE |= {
    f"absence: {name}": (
        mail(
            FROM,
            TO,
            f"Subject: {subject}",
            "Auto-Submitted: auto-generated",
            "X-Auto-Response-Suppress: All",
            body=text,
        ),
        "program",
    )
    for name, (subject, text) in (more.AWAY | world.AWAY).items()
}
NONE |= {
    f"absence without a mark: {name}": (
        mail(FROM, TO, f"Subject: {subject}", "In-Reply-To: <1@x>", body=text),
        "program",
    )
    for name, (subject, text) in (more.AWAY | world.AWAY).items()
}
NONE |= {
    "spam that aims at nothing": (mail("From: Deals <x@deals.example>", more.JOBS, "Subject: Cheap pills", "X-Spam-Flag: YES", "X-Spam-Status: Yes, score=7 required=5"), "spam"),
    "delay": (several("Content-Type: text/plain\n\nlate", "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nAction: delayed\nStatus: 4.1.1", kind="report"), "delivery"),
    "reader's receipt": (several("Content-Type: text/plain\n\nread", "Content-Type: message/disposition-notification\n\nDisposition: manual-action; displayed", kind="report"), "delivery"),
    "reader's receipt in words": (mail(FROM, TO, "Subject: Gelesen: Your day", body="Ihre Nachricht wurde gelesen."), "delivery"),
    "qmail's bounce": (mail("From: MAILER-DAEMON@x.example", more.JOBS, "Subject: failure notice"), "delivered"),
    "invitation with a file": (several(parts(PLAIN, "Content-Type: text/calendar; method=REQUEST\n\nx", kind="alternative")[0].replace('"b"', '"c"') + "\n\n" + parts(PLAIN, "Content-Type: text/calendar; method=REQUEST\n\nx", kind="alternative")[1].replace("--b", "--c"), "Content-Type: application/ics; name=invite.ics\n\nx"), "calendar"),
    "calendar that tells its method": (mail(FROM, TO, "Content-Type: text/calendar", body="BEGIN:VCALENDAR\nMETHOD:REPLY\n"), "calendar"),
}  # fmt: skip
NONE |= {
    f"notice: {name}": (mail(*headers, more.JOBS, body=body), "program|calendar")
    for name, (headers, body) in world.NOTICES.items()
}
READ |= {
    f"subject: {subject}": (
        mail(FROM, more.JOBS, f"Subject: {subject}"), ("Baker", *ADA[1:]), "I bake.", ""
    )
    for subject in world.SUBJECTS if not subject.isupper() and "URGENT" not in subject
}  # fmt: skip
READ |= {
    f"applicant: {text[:20]}": (mail(FROM, TO, body=text), ADA, text, "")
    for text in world.APPLICANTS
}
READ |= {
    "PGP, signed in the text": (mail(FROM, TO, body="-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nI bake.\n-----BEGIN PGP SIGNATURE-----\n\nxx\n"), ADA, "I bake.", ""),
    "list of ours": (mail(FROM, "To: jobs@lists.example.org", "Subject: Baker", "List-Id: <jobs.lists.example.org>", "List-Unsubscribe: <mailto:x@lists.example.org>", "Precedence: list"), ("Baker", *ADA[1:]), "I bake.", ""),
}  # fmt: skip
