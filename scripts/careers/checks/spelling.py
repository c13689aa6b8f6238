"""No common misspelling, and names of products as they write themselves.

Words are looked up in the list of misspellings that codespell collects (some 60,000, each with its
correction): a word that is not on the list is never reported, so names, products and new words
pass. Left alone are code, addresses, words with digits or inner capitals, words in capitals, and
capitalised words inside a sentence, which are names. A posting is checked that is known to be in
English (`language` in the front matter, or by its text), and in it no paragraph in another
language. Of products a few dozen are known that many people write otherwise: `Github`,
`Javascript`.

`careers fix` mends a word that can mean but one other, in a paragraph that reads as English for
sure: headings and lines of a few words are left to you.

A misspelling in the first lines tells a candidate how much care goes into the rest.

**Bad:**

```markdown
Your resposibilities
```

**Good:**

```markdown
Your responsibilities
```

**Allow:** `<!-- careers: allow spelling: Teh is our customer's name -->` at the end of the line.

**Source:** the dictionary of [codespell](https://github.com/codespell-project/codespell), which
gathers Wikipedia's lists of common misspellings and those of many projects (CC BY-SA 3.0); it is
read from the installed package, without a network.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.machinery import SourceFileLoader
from importlib.util import find_spec

from careers.checks.support.context import Context
from careers.checks.support.prose import Passage, Prose
from careers.checks.support.word_lists import word_list
from careers.checks.support.words import english
from careers.language.detector import detect
from careers.posting.posting import Posting
from careers.text.diagnostics import Edit, Problem, Severity

SEVERITY = Severity.WARNING

# What touches one of these is an address, a name of a program or a part of a compound.
_WORD = re.compile(r"(?<![\w'\u2019&/.@#+-])[a-z]+(?!-?[\w'\u2019&/@#+]|\.\w)")

_PRODUCT = re.compile(r"(?<![\w.@#-])[A-Z][A-Za-z]+(?![\w@#]|\.\w|-\w)")
_DOTTED = re.compile(r"\w\.\w\S*/\S*$")
_FEW = 5  # words of a passage whose language cannot be told
_QUOTES = tuple("\"'\u2018\u201c\u201e\u00ab*_")


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield every misspelling that codespell knows."""
    text = english(posting, context)
    if text is None:
        return
    yield from _products(text)
    words = {word for word in text.words if corrections(word)}
    words.difference_update(context.settings.company.name.lower().split())
    if not words:
        return
    found = [m for m in _WORD.finditer(text.lower) if m[0] in words]
    names = {match[0] for match in found if _is_name(text, *match.span())}
    for match in found:
        language = _language(text.passage(match.start()))
        if language in ("en", None) and not _is_called_so(text, match, names):
            yield _problem(text, *match.span(), sure=language == "en")


def _products(text: Prose) -> Iterator[Problem]:
    """The products whose name is written otherwise than they write it."""
    names = word_list("products")
    wrong = {name for name in names if name.lower() in text.words}
    if not wrong:
        return
    for match in _PRODUCT.finditer(text.text):
        # `github.com/Javascript` is an address, with or without its scheme.
        if match[0] in wrong and not _DOTTED.search(
            text.text[max(0, match.start() - 60) : match.start()]
        ):
            span, right = text.span(*match.span()), names[match[0]]
            edits = (Edit(span, right),)
            yield Problem(
                span, f"`{match[0]}` calls itself `{right}`", f"write `{right}`", edits=edits
            )


def _language(passage: Passage) -> str | None:
    """The language of a passage; None where it is too short to tell."""
    return detect(passage.text) if passage.text.count(" ") >= _FEW else None


def _is_called_so(text: Prose, match: re.Match[str], names: set[str]) -> bool:
    """Whether it is a name here, or begins a sentence and is a name elsewhere."""
    start, end = match.span()
    return not text.text[start:end].islower() and (match[0] in names or _is_name(text, start, end))


def _is_name(text: Prose, start: int, end: int) -> bool:
    """Whether the capitals say so: inside a word, all of it, or at its start in a sentence."""
    word = text.text[start:end]
    if word.islower():
        return False
    return not word.istitle() or not text.begins(start)


def _problem(text: Prose, start: int, end: int, *, sure: bool) -> Problem:
    word = text.text[start:end]
    rights = corrections(word.lower())
    listed = " or ".join(f"`{_like(word, right)}`" for right in rights)
    span = text.span(start, end)
    # Where several words may be meant, a person must choose.
    certain = sure and len(rights) == 1 and text.text[start - 1 : start] not in _QUOTES
    edits = (Edit(span, _like(word, rights[0])),) if certain else ()
    return Problem(span, f"`{word}` is misspelt", f"write {listed}", edits=edits)


def _like(word: str, right: str) -> str:
    """The correction with the capital of what it corrects."""
    return right[0].upper() + right[1:] if word.istitle() else right


@lru_cache(maxsize=1 << 15)
def corrections(word: str) -> tuple[str, ...]:
    """What a lower-case word ought to be; nothing where it is not a known misspelling.

    An entry with a reason ("disabled because …") is a word of its own in some field: left out.
    """
    entries, start = _dictionary(), f"{word}->".encode()
    at = bisect_left(entries, start)
    if at == len(entries) or not entries[at].startswith(start):
        return ()
    found = entries[at].removeprefix(start).decode()
    *rights, last = (part.strip() for part in found.split(","))
    if not rights:
        return (last,)
    return tuple(rights) if not last else ()


@cache
def _dictionary() -> list[bytes]:
    """The entries ``wrong->right`` or ``wrong->right, right,``, sorted, as bytes.

    Most of sixty thousand lines are never looked at, and need not be decoded.

    codespell's own module is not imported: it brings a command line that nobody needs here.
    """
    spec = find_spec("codespell_lib")
    if spec is None or not isinstance(spec.loader, SourceFileLoader) or not spec.origin:
        return []
    folder = spec.origin.removesuffix("__init__.py")
    data = spec.loader.get_data(f"{folder}data/dictionary.txt")
    return sorted(data.split(b"\n"))
