"""What merging a change does: to pages, feeds, labels and stages.

Pure, and on the ground floor: postings come as ``PostingView``, labels and feeds as names, and the
preview is plain data that reports render and other programs read (``schemas/plan.json``).
"""

from careers.preview.model import (
    Change,
    Labels,
    MergePreview,
    Move,
    Page,
    Piece,
    PlainFinding,
    Renamed,
    Waiting,
)
from careers.preview.pages import plan_pages
from careers.preview.posting_view import APPLY, PostingView, State, blocks

__all__ = [
    "APPLY",
    "Change",
    "Labels",
    "MergePreview",
    "Move",
    "Page",
    "Piece",
    "PlainFinding",
    "PostingView",
    "Renamed",
    "State",
    "Waiting",
    "blocks",
    "plan_pages",
]
