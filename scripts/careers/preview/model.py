"""The preview of a merge as data, and its JSON Schema. Parts are bounded: a fork may write it."""

from __future__ import annotations

from typing import Annotated, Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field

from careers.text.diagnostics import Finding, Severity, Span

PAGES, CHANGES, PIECES, NAMES = 200, 40, 120, 200
TEXT = 1_000
"""Characters of a piece of text: longer ones are elided."""

Text = Annotated[str, Field(max_length=TEXT + 100)]
LONGEST_NAME = 400
Name = Annotated[str, Field(max_length=LONGEST_NAME)]
Deed = Literal[
    "published", "changed", "closed", "reopened", "removed", "drafted", "draft-removed", "broken"
]


class StrictModel(BaseModel):
    """Strict about names and types: what it does not know was not written by us."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Piece(StrictModel):
    """A run of words: as it was, gone, or new. An ellipsis stands for words left out."""

    kind: Literal["same", "gone", "new"]
    text: Text


class Change(StrictModel):
    """What changes in one place: ``where`` is a fact's label or a section's heading."""

    where: Text
    pieces: Annotated[tuple[Piece, ...], Field(max_length=PIECES)]


class Move(StrictModel):
    """The stages of a posting's process, before and after, ``applied`` included.

    ``gone`` are those that it loses; a stage that ``[labels.renamed]`` leads on is none.
    """

    before: Annotated[tuple[Name, ...], Field(max_length=NAMES)]
    after: Annotated[tuple[Name, ...], Field(max_length=NAMES)]
    gone: Annotated[tuple[Name, ...], Field(max_length=NAMES)] = ()


class Page(StrictModel):
    """What becomes of one posting's page.

    ``address`` is where it stands after merging, ``was`` an address that dies, or that leads to
    the new one where ``leads_on`` says so; ``path_before`` is the file's name before a renaming.
    ``left_out`` counts the changes past those that are shown.
    """

    path: Name
    path_before: Name | None = None
    title: Text
    deed: Deed
    address: Name | None = None
    was: Name | None = None
    leads_on: bool = False
    changes: Annotated[tuple[Change, ...], Field(max_length=CHANGES)] = ()
    left_out: Annotated[int, Field(ge=0, le=10_000_000)] = 0
    stages: Move | None = None


class Renamed(StrictModel):
    """A label that keeps its issues and gets another name."""

    old: Name
    new: Name


class Labels(StrictModel):
    """What the next run of ``labels`` does in the candidates' repository."""

    created: Annotated[tuple[Name, ...], Field(max_length=NAMES)] = ()
    renamed: Annotated[tuple[Renamed, ...], Field(max_length=NAMES)] = ()
    retired: Annotated[tuple[Name, ...], Field(max_length=NAMES)] = ()


class Waiting(StrictModel):
    """How many open candidates of a posting stand in a stage that goes away: never who."""

    path: Name
    stage: Name
    candidates: Annotated[int, Field(ge=0, le=10_000_000)]


Count = Annotated[int, Field(ge=1, le=10_000_000)]


class PlainFinding(StrictModel):
    """A finding as ``validate --format json`` prints one.

    Of its mend nothing is handed on but that there is one, ``mendable``.
    """

    path: Name
    line: Count
    column: Count
    end_line: Count
    end_column: Count
    code: Annotated[str, Field(pattern="^[a-z0-9-]{1,60}$")]
    severity: Literal["error", "warning", "note"]
    message: Text
    help: Text = ""
    mendable: bool = False

    @classmethod
    def of(cls, finding: Finding) -> PlainFinding:
        """A finding, long texts cut."""
        span = finding.span
        return cls(
            path=finding.path[-LONGEST_NAME:],
            line=span.line,
            column=span.column,
            end_line=span.end_line,
            end_column=span.end_column,
            code=finding.code,
            severity=cast("Any", str(finding.severity)),
            message=finding.message[:TEXT],
            help=finding.help[:TEXT],
            mendable=bool(finding.edits),
        )

    @property
    def finding(self) -> Finding:
        """The same, as reports take it."""
        span = Span(self.line, self.column, self.end_line, self.end_column)
        severity = Severity(self.severity)
        return Finding(self.path, span, self.code, severity, self.message, self.help)


class MergePreview(StrictModel):
    """All that merging does. ``base`` is the commit that it is compared with.

    ``feeds`` are files beside the postings' pages, ``redrawn`` the addresses of pages that look
    different although no word of theirs does. ``findings`` are those that only the plan can make:
    stages that candidates stand in.
    """

    model_config = ConfigDict(title="Plan")

    version: Literal[1] = 1
    base: Annotated[str, Field(pattern="^[0-9a-f]{0,64}$")] = ""
    pages: Annotated[tuple[Page, ...], Field(max_length=PAGES)] = ()
    pages_left_out: Annotated[int, Field(ge=0, le=10_000_000)] = 0
    labels: Labels = Labels()
    feeds: Annotated[tuple[Name, ...], Field(max_length=NAMES)] = ()
    redrawn: Annotated[tuple[Name, ...], Field(max_length=NAMES)] = ()
    waiting: Annotated[tuple[Waiting, ...], Field(max_length=NAMES)] = ()
    findings: Annotated[tuple[PlainFinding, ...], Field(max_length=NAMES)] = ()


def schema() -> dict[str, Any]:
    """The JSON Schema of what ``plan --format json`` prints."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **MergePreview.model_json_schema(mode="serialization"),
    }
