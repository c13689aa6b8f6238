"""What merging a change does: to pages, feeds, labels and stages.

Pure, and on the ground floor: postings come as ``PostingView``, labels and feeds as names, and the
preview is plain data that reports render and other programs read (``schemas/plan.json``).
"""

from careers.preview.model import (
    Change,
    Found,
    Labels,
    MergePreview,
    Move,
    Page,
    Piece,
    Renamed,
    Waiting,
)
from careers.preview.pages import plan_pages
from careers.preview.posting_view import APPLY, PostingView, State, blocks

__all__ = [
    "APPLY",
    "Change",
    "Found",
    "Labels",
    "MergePreview",
    "Move",
    "Page",
    "Piece",
    "PostingView",
    "Renamed",
    "State",
    "Waiting",
    "blocks",
    "plan_pages",
]
