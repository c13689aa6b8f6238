"""Stems of words that readers take for masculine or feminine traits.

Source: Gaucher, D., Friesen, J., & Kay, A. C. (2011). Evidence that gendered wording in job
advertisements exists and sustains gender inequality. Journal of Personality and Social Psychology,
101(1), 109-128, Appendix A; with the additions of Kat Matfield's Gender Decoder (MIT),
https://github.com/lovedaybrooke/gender-decoder. A stem matches at the start of a word.
"""

from __future__ import annotations

from typing import Final

FEMININE: Final = """
    affectionate agree cheer child co-operat collab commit communal compassion connect
    considerate cooperat depend emotiona empath enthusias feel flatterable gentle honest
    inclusive inter-dependen inter-persona inter-personal interdependen interpersona
    interpersonal kind kinship loyal modesty nag nurtur pleasant polite quiet respon sensitiv
    share sharin submissive support sympath tender together trust understand warm whin yield
"""

MASCULINE: Final = """
    active adventurous aggress ambitio analy assert athlet autonom battle boast challeng
    champion compet confident courag decid decision decisive defend determin domina dominant
    driven fearless fight force greedy head-strong headstrong hierarch hostil impulsive
    independen individual intellect lead logic objective opinion outspoken persist principle
    reckless self-confiden self-relian self-sufficien selfconfiden selfrelian selfsufficien
    stubborn superior unreasonab
"""

# Words that begin with a stem and mean something else; leads are what sales people follow.
EXCEPT: Final = """
    sharepoint leads
"""
