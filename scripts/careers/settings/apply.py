"""How one applies."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from careers.posting.field_types import FORM, ApplyWay
from careers.posting.field_types import Apply as ApplyTarget
from careers.settings.table import Address, Table

Origin = Annotated[str, StringConstraints(pattern=r"^https?://[A-Za-z0-9.-]+(:\d+)?$")]


class ApplySettings(Table):
    """How one applies where a posting does not say it itself."""

    url: Annotated[
        ApplyWay | None,
        Field(
            description="Web or mail address, or `form`; `{slug}` becomes the posting's name",
            examples=["https://example.com/apply?job={slug}"],
        ),
    ] = None
    form: Annotated[
        Address | None,
        Field(
            description="Where the form on a posting's page is sent; `{slug}` as above",
            examples=["https://example.com/intake"],
        ),
    ] = None
    form_hosts: Annotated[
        tuple[Origin, ...],
        Field(
            description="Hosts that this address leads through before it leads back",
            examples=["https://forms.example.com"],
        ),
    ] = ()
    general: Annotated[
        ApplyTarget | None,
        Field(
            description="Where somebody applies for whom no posting fits",
            examples=["jobs@example.com"],
        ),
    ] = None

    @property
    def default(self) -> str | None:
        """Where one applies if a posting does not say it: an address, or ``form``.

        None where that is not known: a form that is sent nowhere is no way to apply.
        """
        if self.url and self.url != FORM:
            return self.url
        return FORM if self.form else None
