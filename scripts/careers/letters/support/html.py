"""The HTML of a letter, made from its plain text: the same words, readable on any screen."""

from __future__ import annotations

import html
import re

_ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]")
_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{subject}</title>
</head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:36em;overflow-wrap:anywhere">
{paragraphs}
</div>
</body>
</html>
"""


def as_html(text: str, subject: str, language: str) -> str:
    """The text as a page without images: an address is a link that reads as it leads."""
    paragraphs = "\n".join(
        f'<p style="margin:0 0 1em">{_marked(paragraph)}</p>'
        for paragraph in text.strip().split("\n\n")
    )
    return _PAGE.format(
        language=html.escape(language), subject=html.escape(subject), paragraphs=paragraphs
    )


def _marked(paragraph: str) -> str:
    parts, at = [], 0
    for found in _ADDRESS.finditer(paragraph):
        address = html.escape(found[0])
        parts += [html.escape(paragraph[at : found.start()]), f'<a href="{address}">{address}</a>']
        at = found.end()
    parts.append(html.escape(paragraph[at:]))
    return "".join(parts).replace("\n", "<br>\n")
