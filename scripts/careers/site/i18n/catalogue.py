"""Reads a catalogue of messages; loaded where a page is in another language than its template."""

from __future__ import annotations

from gettext import c2py
from io import BytesIO

from babel.messages.pofile import PoFileError, read_po

from careers.text.diagnostics import CareersError

Forms = dict[str, tuple[str, ...]]


def read_catalogue(name: str, text: str) -> tuple[Forms, str]:
    """The forms of each message, and the expression that tells which of them goes with a number.

    ``name`` is the file's. Raises CareersError that names it where it cannot be read.
    """
    try:
        catalogue = read_po(BytesIO(text.encode()), abort_invalid=True)
        c2py(catalogue.plural_expr)
    except (PoFileError, ValueError) as error:
        message = f"templates/site/{name}: {error}"
        raise CareersError(message, "mend the catalogue") from None
    messages: Forms = {}
    for entry in catalogue:
        if entry.id and not entry.fuzzy:
            key = entry.id if isinstance(entry.id, str) else entry.id[0]
            form = entry.string or ""
            messages[key] = (form,) if isinstance(form, str) else tuple(form)
    return messages, str(catalogue.plural_expr)
