"""The interview process of a posting: the steps of its list, and the stages they name."""

from careers.process.model import (
    APPLIED,
    HIRED,
    PREFIX,
    REJECTED,
    TERMINAL,
    WITHDRAWN,
    NamedBy,
    Process,
    Step,
    current_name,
    spoken,
)
from careers.process.reading import read_process

__all__ = [
    "APPLIED",
    "HIRED",
    "PREFIX",
    "REJECTED",
    "TERMINAL",
    "WITHDRAWN",
    "NamedBy",
    "Process",
    "Step",
    "current_name",
    "read_process",
    "spoken",
]
