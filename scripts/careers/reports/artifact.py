"""The artifact of a pull request, which one run writes and another reads: three files of JSON.

A fork may write them instead of us, so reading is strict: sizes, forms, numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, TypeVar

from pydantic import Field, ValidationError

from careers.preview import MergePreview
from careers.preview.model import PlainFinding, StrictModel
from careers.text.diagnostics import CareersError, Finding, worst_first
from careers.text.strict_json import LIMIT, load_object

FINDINGS, PLAN, PULL_REQUEST = NAMES = ("findings.json", "plan.json", "pull-request.json")
MOST = 300
"""Findings in the artifact: a comment has room for fewer."""

Commit = Annotated[str, Field(pattern="^(?:[0-9a-f]{40}|[0-9a-f]{64})$")]
Count = Annotated[int, Field(ge=0, le=10_000_000)]
M = TypeVar("M", bound=StrictModel)


class Findings(StrictModel):
    """The findings, the worst first; ``left_out`` counts those past the last."""

    findings: Annotated[tuple[PlainFinding, ...], Field(max_length=MOST)]
    checked: Count
    left_out: Count = 0


class PullRequest(StrictModel):
    """Which pull request it is about.

    ``preview`` is the hash of the built site, or empty; ``pictures`` is of how many pages there are
    pictures.
    """

    number: Annotated[int, Field(gt=0, le=2**53)]
    head: Commit
    preview: Annotated[str, Field(pattern="^(?:[0-9a-f]{64})?$")]
    pictures: Annotated[int, Field(ge=0, le=100)] = 0


class Artifact(StrictModel):
    """All three."""

    findings: Findings
    preview: MergePreview
    pull_request: PullRequest


def pack(
    preview: MergePreview, findings: Sequence[Finding], checked: int, about: PullRequest
) -> dict[str, str]:
    """The files by name, each smaller than what ``unpack`` reads."""
    found = worst_first(findings)
    kept = Findings(
        findings=tuple(map(PlainFinding.of, found[:MOST])),
        checked=checked,
        left_out=max(0, len(found) - MOST),
    )
    return {
        FINDINGS: kept.model_dump_json(indent=2) + "\n",
        PLAN: _fitting(preview).model_dump_json() + "\n",
        PULL_REQUEST: about.model_dump_json(indent=2) + "\n",
    }


def _fitting(preview: MergePreview) -> MergePreview:
    """The preview with as many pages as ``unpack`` reads."""
    while len(preview.model_dump_json().encode()) >= LIMIT and preview.pages:
        kept = len(preview.pages) // 2
        left = preview.pages_left_out + len(preview.pages) - kept
        update = {"pages": preview.pages[:kept], "pages_left_out": left}
        preview = preview.model_copy(update=update)
    return preview


def unpack(files: Mapping[str, bytes]) -> Artifact:
    """What the files hold. Raises CareersError (status 2) that quotes nothing of them."""
    return Artifact(
        findings=_read(files[FINDINGS], Findings, FINDINGS),
        preview=_read(files[PLAN], MergePreview, PLAN),
        pull_request=_read(files[PULL_REQUEST], PullRequest, PULL_REQUEST),
    )


def _read(data: bytes, model: type[M], name: str) -> M:
    try:
        load_object(data, name)  # refuses what two readers could understand differently
        return model.model_validate_json(data)
    except CareersError as error:
        raise CareersError(str(error), _CURE) from None
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        parts = [str(part) for part in first["loc"] if isinstance(part, int) or part in _fields()]
        place = ".".join(parts) or "a field that is not known"
        message = f"{name} has another form than ours, at {place}"
        raise CareersError(message, _CURE) from None


_CURE = "nothing was written; look at the run that made the artifact, it may be hostile"


def _fields() -> set[str]:
    """The names that we gave ourselves: no other may be printed."""
    from careers import preview  # noqa: PLC0415 - for the failure alone

    models = [Findings, PullRequest, *(getattr(preview, name) for name in preview.__all__)]
    return {field for model in models for field in getattr(model, "model_fields", ())}
