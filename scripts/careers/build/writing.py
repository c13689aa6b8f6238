"""Writes the files of a site, one after the other."""

from __future__ import annotations

import os
from pathlib import Path

from careers.build.file_stamps import Stamp, stamp_of


def write(folder: Path, name: str, content: bytes) -> Stamp:
    """Write a file below a folder, and tell its size and time."""
    path = f"{folder}/{name}"
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        _write_all(file, content)
        told = os.fstat(file)
    finally:
        os.close(file)
    return stamp_of(told)


def append(path: str, content: bytes) -> int:
    """Add to a file that this process alone writes, and tell where what was added begins."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        begin = os.fstat(file).st_size
        _write_all(file, content)
    finally:
        os.close(file)
    return begin


def _write_all(file: int, content: bytes) -> None:
    """Write all of it, however many times the system wants to be asked."""
    at = os.write(file, content)
    while at < len(content):
        at += os.write(file, memoryview(content)[at:])
