"""Mails as people and programs send them: name → (bytes, what is read, or why it is none)."""

from __future__ import annotations

from base64 import b64encode
from quopri import encodestring

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
