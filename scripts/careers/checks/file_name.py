"""The file is named after its job.

The file's name is the address of the page and the label of its candidates, so people read it
there. A name that has no word in common with the title, or that names another line of work, usually
tells of a posting that was copied or renamed by half. It is a note, for a posting that is published
should keep its address. Words may be more or fewer, begin alike (`intern`, Internship) or be
shortened (`mgr`, Manager; `gtm`, Go-to-market). A translation (`baker.de.md`) bears the name of its
original.

**Bad:**

```text
postings/backend-engineer.md    # Frontend Engineer
```

**Good:**

```text
postings/frontend-engineer.md    # Frontend Engineer
```

**Allow:** `# careers: allow file-name: the address is on our posters` at the end of the title's
line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.checks.support.shape import looks_like_posting, tells_job
from careers.language.phrases import fold
from careers.posting.posting import Posting
from careers.posting.slugs import job_name
from careers.text.diagnostics import Problem, Severity, Span

READS_FRONT = True
SEVERITY = Severity.NOTE

_LENGTH = 200
_STEM = 6  # letters that a trade and who works at it have in common
_OWN_WORD = 4  # letters: shorter ones are parts of anything
_ASIDE = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W_]+")
# What says nothing of the job: numbers, commits, and the words for a posting itself.
_NOISE = re.compile(
    r"\d+|(?=[a-f]*\d)[0-9a-f]{7,40}|jobs?|descriptions?|postings?|positions?|roles?|careers?|openings?|"
    r"the|an?|and|or|of|for|to|in|at|und|or|remote|senior|junior|lead|m|f|w|d|x|div"
)


_WORK = re.compile(
    r"accounting|backend|customer|data|design|devops|finance|frontend|fullstack|hardware|hr|legal"
    r"|infrastructure|marketing|mobile|network|operations|platform|procurement|product|project|qa"
    r"|quality|research|sales|security|software|support|talent|ui|ux"
)


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield that the title is another job than the file's name."""
    if not looks_like_posting(posting) or not tells_job(posting, context):
        return
    if posting.job != job_name(posting.slug):
        return  # a translation is named after its original
    title = _plain(posting.title[:_LENGTH])
    slug = _words(_plain(posting.slug[:_LENGTH]))
    title_words = _words(_ASIDE.sub(" ", title))
    whole = _words(title, noise=True)
    only_slug = [word for word in slug if not _in(word, whole)]
    only_title = [word for word in title_words if not _in(word, slug)]
    nothing = len(only_slug) == len(slug) or len(only_title) == len(title_words)
    if only_slug and only_title and (nothing or _are_lines_of_work(only_slug, only_title)):
        message = f"the file is named `{posting.slug[:80]}`, but the job is `{posting.title[:80]}`"
        # Letters that are no Latin ones stay as they are written.
        named = title if title.isascii() else posting.title[:_LENGTH].lower()
        made = "-".join(_words(_ASIDE.sub(" ", named), noise=True))
        yield Problem(_place(posting), message, f"name the file `{made}.md`, or mend the title")


def _are_lines_of_work(*each: list[str]) -> bool:
    """Whether each says what somebody works at: `frontend` and `backend`, not `acme` and `web`."""
    return all(any(map(_WORK.fullmatch, words)) for words in each)


def _plain(text: str) -> str:
    """A text without case, accents and apostrophes; `ae` is as good as `ä`."""
    bare = fold(text).replace("'", "")
    return re.sub("([aou])e", r"\1", bare) if re.search("[äöü]", text, re.IGNORECASE) else bare


def _words(text: str, *, noise: bool = False) -> list[str]:
    return [word for word in _WORD.findall(text) if noise or not _NOISE.fullmatch(word)]


def _in(word: str, others: list[str]) -> bool:
    """Whether a word is among others, a part or the beginnings of them."""
    if any(word.startswith(o) or o.startswith(word) for o in others if len(o) > 1):
        return True
    if any((len(o) >= _OWN_WORD and o in word) or o[:_STEM] == word[:_STEM] for o in others):
        return True
    if any(_shortens(word, other) or _shortens(other, word) for other in others):
        return True
    joined, initials = "".join(others), "".join(other[0] for other in others)
    if len(word) >= _OWN_WORD:
        return word in joined
    return word in initials


def _shortens(word: str, other: str) -> bool:
    """Whether a word is another without some of its letters: `mgr`, `js`; or spelt `-ise`."""
    if not 1 < len(word) < len(other) or word[0] != other[0]:
        return word.replace("s", "z") == other.replace("s", "z")
    letters = iter(other)
    return len(word) < _OWN_WORD and all(letter in letters for letter in word)


def _place(posting: Posting) -> Span:
    heading = next((h for h in posting.body.headings if h.text), None)
    if posting.meta.title or heading is None:
        return posting.place("title")
    return heading.span
