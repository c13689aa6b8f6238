"""No sentence runs so long that its reader must begin it again.

A sentence of a paragraph or of a list item may have 42 words. What ends in a period, a question
mark or an exclamation mark is a sentence; so is a list item without one. What says that everybody
is welcome is left alone: lawyers wrote it.

Readers lose the thread of long sentences: after about 14 words most understand nearly all, after
43 fewer than one in ten. GOV.UK splits them at 25; the limit here is where nobody argues.

**Bad:**

```markdown
You will own the roadmap that our founders draw up each quarter after listening to the customers who
wrote to us, which means that you sort what arrives, find out what is behind it, and decide, with
the engineers, what they should build next and what they should leave.
```

**Good:**

```markdown
You will own the roadmap. Each quarter you sort what customers wrote to us and find out what is
behind it. Then you decide with the engineers what to build next.
```

**Allow:** `<!-- careers: allow sentence-length: the law prescribes this text -->` at the end of the
line where the sentence begins.

**Source:** GOV.UK, [Sentence length: why 25 words is our
limit](https://insidegovuk.blog.gov.uk/2014/08/04/sentence-length-why-25-words-is-our-limit/), which
also gives the American Press Institute's figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from careers.checks.support.context import Context
from careers.checks.support.prose import RUNNING, sentences
from careers.checks.support.words import english
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.NOTE

_LIMIT = 42


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield every sentence that is too long, whole."""
    text = english(posting, context)
    if text is None:
        return
    # Most passages have fewer words than one sentence may have: they are not taken apart.
    passages = (p for p in text.passages if len(p.text) > _LIMIT * 2 and p.kind in RUNNING)
    known = context.vocabulary(posting)
    for sentence in chain.from_iterable(sentences(p) for p in passages if _is_long(p.text)):
        if sentence.words > _LIMIT and not (
            known and known.statements.within(text.text[sentence.start : sentence.end])
        ):
            yield Problem(
                text.span(sentence.start, sentence.end),
                f"a sentence of {sentence.words} words",
                f"split it; {_LIMIT} words are long already",
            )


def _is_long(text: str) -> bool:
    return text.count(" ") + text.count("\n") >= _LIMIT
