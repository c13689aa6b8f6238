"""Hints that two issues may be of one person. A person judges; nothing is joined by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from urllib.parse import urlsplit

from careers.hiring.actions import Action, AddLabel, EditIssue
from careers.hiring.hashes import normalize_name
from careers.hiring.issue import facts
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.labels.names import FLAG, has_label
from careers.hiring.record.model import Record
from careers.process import TERMINAL

Found = tuple[Issue, Record]
_CROWD = 4
"""What so many share, such as a company's address, says nothing of a person."""
_DIGITS, _COMPARED = 7, 9
# Of these, an address without a path is the network's own.
_NETWORKS = frozenset({"linkedin.com", "github.com", "gitlab.com", "xing.com", "x.com"})


@dataclass(frozen=True, slots=True)
class Hint:
    """Issue ``number`` may be of the same person as the older ``of``; ``why`` in two words."""

    number: int
    of: int
    why: str


def find_doubles(candidates: Sequence[Found]) -> list[Hint]:
    """The hints that were not given yet, of candidates that are under way."""
    known = sorted(candidates, key=lambda pair: pair[0].number)
    made: dict[tuple[int, int], Hint] = {}
    for why, pairs in (
        ("same phone", _sharing(known, _phones)),
        ("same profile", _sharing(known, _profiles)),
        ("similar name", filter(_is_part, _sharing(known, _names))),
    ):
        for first, later in pairs:
            hint = Hint(later[0].number, first[0].number, why)
            if not _is_known(first, later):
                made.setdefault((hint.number, hint.of), hint)
    return sorted(made.values(), key=lambda hint: (hint.number, hint.of))


def plan_hint(issue: Issue, record: Record, hint: Hint, writer: IssueWriter) -> tuple[Action, ...]:
    """A row of the facts, the record that knows it, and the label."""
    told = record.model_copy(
        update={"hints": (*record.hints, hint.of), "sequence": record.sequence + 1}
    )
    cell = writer.render("hint", number=hint.of, why=hint.why)
    body = facts.with_fact(issue.body, "May be the same person", cell)
    what = f"hint that it may be the person of #{hint.of} ({hint.why})"
    label = () if has_label(issue.labels, FLAG) else (AddLabel(issue.number, FLAG),)
    return (*label, EditIssue(issue.number, what, body=writer.updated(body, told).body))


def _sharing(
    candidates: Sequence[Found], keys: Callable[[Issue, Record], Iterable[Hashable]]
) -> Iterator[tuple[Found, Found]]:
    """Each two that share a key, the older first."""
    groups: dict[Hashable, list[Found]] = defaultdict(list)
    for pair in candidates:
        for key in set(keys(*pair)):
            groups[key].append(pair)
    for group in groups.values():
        if len(group) < _CROWD:
            yield from combinations(group, 2)


def _is_part(pair: tuple[Found, Found]) -> bool:
    """Whether one name has all the words of the other."""
    one, other = (_words(issue) for issue, _ in pair)
    return one <= other or other <= one


def _words(issue: Issue) -> set[str]:
    return set(normalize_name(facts.name(issue.body)).split())


def _is_known(first: Found, later: Found) -> bool:
    """Whether it was said already, is no hint but known, or moves nobody any longer."""
    (one, old), (_, new) = first, later
    said = (*new.hints, *new.linked, *new.other_names, *new.apart, new.duplicate_of)
    return (
        one.number in said
        or later[0].number in old.apart
        or old.person == new.person
        or bool(old.duplicate_of)
        or new.stage in TERMINAL
    )


def _phones(issue: Issue, _record: Record) -> Iterable[str]:
    digits = "".join(c for c in facts.phone(issue.body) if c.isdecimal())
    # What stands before is the country or a zero for it, written by some.
    return [digits[-_COMPARED:]] if len(digits) >= _DIGITS else []


def _profiles(issue: Issue, _record: Record) -> Iterator[str]:
    for link in facts.links(issue.body):
        try:
            parts = urlsplit(link if "//" in link else f"//{link}")
            host = (parts.hostname or "").removeprefix("www.")
        except ValueError:
            continue
        path = parts.path.rstrip("/").casefold()
        if "." in host and (path or host not in _NETWORKS):
            yield host + path


def _names(issue: Issue, record: Record) -> Iterator[tuple[str, str]]:
    """At one posting: each two words of a name, since people leave one out or add one."""
    for one, other in combinations(sorted(_words(issue)), 2):
        yield record.posting, f"{one} {other}"
