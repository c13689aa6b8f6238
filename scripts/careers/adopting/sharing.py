"""What postings say in the same words becomes one text that they share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from careers.checks.support.drift import SharedSection, sections
from careers.posting.posting import Posting
from careers.posting.reading import read_posting
from careers.process.label import slug
from careers.process.section import is_process

_FEWEST = 25
"""Words: fewer are a phrase that anybody may write."""
# A relative target would lead elsewhere from another folder, a definition stands elsewhere.
_BOUND = re.compile(
    r"\]\((?!https?://|mailto:)|\]\[|^ {0,3}\[[^]]+\]:|\{\{|\[\^|TODO", re.MULTILINE
)


class Sharing(NamedTuple):
    """The postings with `{{ shared("…") }}` in place of what they share, and the shared texts."""

    postings: dict[str, str]
    texts: dict[str, str]


def share(texts: Mapping[str, str]) -> Sharing:
    """Factor out the sections that several jobs have with one heading and one text."""
    uses: dict[tuple[str, str], list[SharedSection]] = defaultdict(list)
    titles: dict[str, str] = {}
    for path, text in texts.items():
        posting = read_posting(path, text.encode())
        titles[path] = posting.title.casefold()
        for section in sections(posting):
            if _is_shareable(posting, section):
                uses[section.name, section.text].append(section)
    postings: dict[str, str] = dict(texts)
    made: dict[str, str] = {}
    for (_, text), same in uses.items():
        # Two versions of one job are alike in all they say.
        if len({titles[section.file.path] for section in same}) > 1:
            name = _free(slug(same[0].title)[:40].strip("-") or "text", made)
            made[name] = f"{text}\n"
            for section in same:
                path = section.file.path
                postings[path] = _replaced(postings[path], text, name)
    return Sharing(postings, made)


def _is_shareable(posting: Posting, section: SharedSection) -> bool:
    """Whether it reads the same from another file, and is no list of the posting's own steps."""
    alone = posting.source.text.count(section.text) == 1
    long = len(section.text.split()) >= _FEWEST
    return alone and long and not is_process(section.title) and not _BOUND.search(section.text)


def _replaced(text: str, part: str, name: str) -> str:
    return text.replace(part, f'{{{{ shared("{name}") }}}}', 1)


def _free(name: str, taken: Mapping[str, str]) -> str:
    names = (f"{name}{f'-{number}' if number > 1 else ''}" for number in range(1, 10_000))
    return next(each for each in names if each not in taken)
