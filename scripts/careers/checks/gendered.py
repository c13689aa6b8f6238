"""The posting speaks of people, and not of men or of women.

Found are nouns that name a gender (`salesman`, `chairman`, `manpower`, `guys`), pairs of pronouns
(`he or she`, `his/her`), and `he`, `she` and their forms where the sentence speaks of the candidate
or of whoever will hold the job. A pronoun for a person with a name is left alone.

Pictures of a man make readers think of men, and a pair of pronouns leaves some people out.

**Bad:**

```markdown
The ideal candidate knows his tools, and brings the manpower of his old team.
```

**Good:**

```markdown
You know your tools, and how to find people.
```

**Allow:** `<!-- careers: allow gendered: Chairman is the name of the film -->` at the end of the
line.

**Source:** [APA Style, bias-free
language](https://apastyle.apa.org/style-grammar-guidelines/bias-free-language), Google's [word
list](https://developers.google.com/style/word-list), the rules of
[joblint](https://github.com/rowanmanning/joblint) (MIT) and
[retext-equality](https://github.com/retextjs/retext-equality) (MIT, the words of alex).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careers.checks.support.context import Context
from careers.checks.support.phrases import AdvisedPhrases, problems
from careers.checks.support.prose import Prose, Sentence
from careers.checks.support.word_lists import word_list
from careers.checks.support.words import english
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.WARNING

_PHRASES = AdvisedPhrases(word_list("gendered"))
_PRONOUNS = frozenset({"he", "she", "him", "his", "her", "hers", "himself", "herself"})
_PRONOUN = re.compile(rf"(?<![\w/'-])(?:{'|'.join(sorted(_PRONOUNS))})(?![\w/'-])")
_PAIR = re.compile(r"\b(?:he|she|him|his|her|himself|herself) or |\bor (?:he|she|him|his|her)")
_CANDIDATE = re.compile(
    r"\b(?:(?:ideal|successful|right|perfect|strong|suitable|the|a|every|each|any) (?:candidate|"
    r"applicant|hire|employee|new hire|person we|jobholder|incumbent)|the person in this role|"
    r"someone who|somebody who)\b"
)


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield every such noun, and every pronoun that stands for the candidate."""
    yield from problems(posting, context, _PHRASES, "names a gender")
    text = english(posting, context)
    if text is not None and not text.words.isdisjoint(_PRONOUNS):
        for sentence in text.sentences:
            yield from _pronouns(text, sentence)


def _pronouns(text: Prose, sentence: Sentence) -> Iterator[Problem]:
    lower = text.lower[sentence.start : sentence.end]
    candidate = _CANDIDATE.search(lower)
    if candidate is None or _PAIR.search(lower):
        return
    for match in _PRONOUN.finditer(lower, candidate.end()):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        yield Problem(
            text.span(start, end),
            f"`{text.text[start:end]}` makes the candidate a man or a woman",
            "instead: speak to the reader (`you`, `your`), or `they`, `their`",
        )
