"""Holds open postings with errors back, so that one posting never stops the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from shlex import quote

from careers.build.check_all import check_files
from careers.checks import Context, all_checks
from careers.checks.support.shape import is_other_file
from careers.language.language import Language
from careers.posting.frontmatter import Status
from careers.posting.posting import Posting
from careers.posting.slugs import address
from careers.text.diagnostics import Finding, Severity, Span


@dataclass
class Gate:
    """Lets the postings through that can be published; what is held back is in ``held``.

    ``errors`` are those of each posting, by its path; with ``force`` they stop it no longer, as
    long as it can be read. ``taken`` are the addresses of other pages, ``languages`` those that
    the check found the postings to be in: nobody parses them for it once more.
    """

    errors: Mapping[str, list[Finding]]
    force: bool = False
    taken: frozenset[str] = frozenset()
    held: list[Finding] = field(default_factory=list)
    languages: Mapping[str, Language] = field(default_factory=dict)
    _addresses: dict[str, str] = field(default_factory=dict)

    def through(self, postings: Iterable[Posting]) -> Iterator[Posting]:
        """Those that are published, looked at one by one; drafts among them."""
        for posting in postings:
            if passed := self._passed(posting):
                yield replace(passed, detected=self.languages.get(passed.path))

    def _passed(self, posting: Posting) -> Posting | None:
        if is_other_file(posting):
            return posting  # the site leaves it out, and says so
        draft = posting.meta.status is Status.DRAFT
        found = self.errors.get(posting.path, [])
        if posting.meta.status is Status.OPEN and found and not self.force:
            self._hold(posting, found)
            return None
        passed = posting if posting.readable else _as_far_as_sound(posting)
        if passed is None or (passed is not posting and not (draft or self.force)):
            self._hold(posting, found)
            return None
        if draft:
            return passed
        slug = address(posting.slug)
        slug = f"job-{slug}" if slug in self.taken else slug
        other = self._addresses.setdefault(slug, posting.path)
        if other == posting.path:
            return passed
        message = f"left out of the site: {other} has the same address"
        self._say(posting, Span.at(1), message, "rename one of the files")
        return None

    def _hold(self, posting: Posting, found: list[Finding]) -> None:
        first = found[0] if found else None
        many = f"{len(found)} errors, the first: " if len(found) > 1 else ""
        why = f"{many}{first.message} ({first.code})" if first else "it cannot be read"
        cure = f"`careers validate {quote(posting.path)}` shows what to mend"
        if posting.meta.status is Status.OPEN and _as_far_as_sound(posting):
            cure += "; --force publishes it as it stands"
        span = first.span if first else Span.at(1)
        self._say(posting, span, f"left out of the site: {why}", cure)

    def _say(self, posting: Posting, span: Span, message: str, cure: str) -> None:
        self.held.append(Finding(posting.path, span, "publish", Severity.ERROR, message, cure))


def gate(files: list[Path], context: Context, taken: frozenset[str], *, force: bool) -> Gate:
    """Check the postings in files for what would keep them from being published."""
    found = check_files(files, _errors_alone(context))
    errors: dict[str, list[Finding]] = {}
    for finding in found.findings:
        if finding.severity is Severity.ERROR:
            errors.setdefault(finding.path, []).append(finding)
    led_out = [*map(_led_out, context.files.led_out)]
    return Gate(errors, force, taken, led_out, found.languages)


def _led_out(path: str) -> Finding:
    message = "left out of the site: a symbolic link that leads out of the postings, or nowhere"
    cure = "put the posting itself there"
    return Finding(path, Span.at(1), "publish", Severity.ERROR, message, cure)


def _errors_alone(context: Context) -> Context:
    """The context without the checks that find no errors: a build waits for none of them."""
    known = context.settings.checks
    quiet = {
        check.code: Severity.OFF
        for check in all_checks()
        if check.code not in known and check.severity is not Severity.ERROR
    }
    settings = context.settings.model_copy(update={"checks": {**quiet, **known}})
    return replace(context, settings=settings)


def _as_far_as_sound(posting: Posting) -> Posting | None:
    """The posting with the values that are right alone; None where its status is not known."""
    front = posting.front
    if front is None or posting.readable:
        return posting if posting.readable else None
    sound = front.sound
    if sound is None or front.lost or front.raw.get("status", sound.status) != sound.status:
        draft = sound is not None and sound.status is Status.DRAFT
        if not draft:
            return None
    return replace(posting, front=replace(front, data=sound, syntax=()), syntax=())
