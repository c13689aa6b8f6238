"""What merging a change does: to pages, feeds, labels and stages.

Pure, and on the ground floor: postings come as ``Shown``, labels and feeds as names, and the plan
is plain data that reports render and other programs read (``schemas/plan.json``).
"""

from careers.preview.model import Change, Found, Labels, Move, Page, Piece, Plan, Renamed, Waiting
from careers.preview.pages import plan_pages
from careers.preview.shown import APPLY, Shown, State, blocks

__all__ = [
    "APPLY",
    "Change",
    "Found",
    "Labels",
    "Move",
    "Page",
    "Piece",
    "Plan",
    "Renamed",
    "Shown",
    "State",
    "Waiting",
    "blocks",
    "plan_pages",
]
