"""The shipped words for talks with the candidate: with whom, and how it is announced."""

from __future__ import annotations

import re

from careers.process.rules import TALK as _TALK
from careers.process.rules import row as _row

# Whom the candidate talks with: one of them names the stage, several are `interviews`.
PEOPLE = re.compile(
    r"\b(?:members? (?:of|from) (?:the |our )?)?(?:"
    r"(?P<recruiter>recruit(?:er|ers|ing|ment)\b(?: (?:team|manager|lead|partner|coordinator))?"
    r"|talent(?: acquisition)?\b(?: (?:team|manager|lead|partner|specialist))?"
    r"|people (?:team|ops|operations|partner|manager|& culture|and culture)\b(?: team)?"
    r"|(?:hr|human resources)\b(?: (?:team|manager|lead|partner|department))?"
    r"|personalabteilung|personaler\w*)"
    r"|(?P<team>(?:product|project|account|program(?:me)?|community|success) managers?"
    r"|team(?:s|mates?|-?mitglied\w*)?\b(?! leads?| leaders?| manager)|peers?|colleagues?"
    r"|co-?workers?"
    r"|engineers?|developers?|designers?|entwickler\w*|members?|people|kolleg\w+)"
    r"|(?P<founder>(?:co-?)?founders?|founding team|gründer\w*)"
    r"|(?P<vp>[se]?vps?|vice presidents?)"
    r"|(?P<executive>c[etofpmi]o|chief|executives?|exec|president|(?:senior )?(?:leadership"
    r"|management)(?: team)?"
    r"|heads? of|(?:\w+ )?directors?|geschäftsführ\w+|partners?)"
    r"|(?P<hiring>hiring[- ](?:managers?|team|lead)|(?:future|direct|line|your"
    r"|new) (?:\w+ )?(?:managers?|boss|lead)"
    r"|teamleit\w+|vorgesetzt\w+)"
    r"|(?P<manager>(?:team |tech |engineering )?(?:managers?|leads?|leaders?|supervisors?))"
    r")\b"
)
WITH_PEOPLE = {
    "recruiter": "phone-screen",
    "team": "team-interview",
    "founder": "founder-interview",
    "vp": "vp-interview",
    "executive": "executive-interview",
    "hiring": "hiring-manager-interview",
    "manager": "manager-interview",
}
LEADERS = frozenset({"founder", "executive", "vp"})
TALKING = re.compile(
    r"\b(?:speak|talk|chat|meet|call|interview|conversation|sit down|connect|discuss|zoom|session"
    r"|round|coffee|gespräch|sprich|sprech"
    r"|reach(?:es)? out|gets? in touch|contact|hear from|get to know"
    r"|q&a)"
)

# Informal talks are said so; an introduction is the phone screen whoever leads it.
INFORMAL = _row("informal-call", "informal casual", rf"(?:informal|casual) (?:\S+ )?{_TALK}")
INTRODUCTION = _row(
    "phone-screen",
    "intro initial first explor discovery get recruit screen kennen erst phone preliminary",
    rf"(?:intro(?:duction|ductory)?|exploratory|discovery"
    rf"|get[- ]to[- ]know(?:[- ]you)?)(?: \S+){{0,2}} {_TALK}",
    r"(?:initial|first|preliminary)(?: \S+){0,2} (?:call|chat|conversation|talk|zoom|meeting)s?",
    r"(?:tele)?phone (?:call|chat|conversation)|(?:on|over|by|via) (?:the )?(?:tele)?phone"
    r"|erstes? (?:gespräch|kennenlernen)|kennenlernen",
)
# A call without more says too little, unless it opens the process or is there to get to know.
CALL = _row(
    "call",
    "call chat conversation meeting zoom video speak talk telefon meet",
    r"calls?|(?:video|short|quick|informal|brief)?[- ]?chats?|conversations?|videocall|zoom"
    r"|(?:speak|talk|chat) (?:to|with) (?:you|us)|telefonat",
    weak=True,
)
GETTING_TO_KNOW = re.compile(
    r"\b(?:learn (?:\w+ )?(?:more )?about|find out|get to know"
    r"|answer (?:\w+ )?(?:\w+ )?questions|tell you"
    r"|looking for|mutual (?:fit|interest)|high[- ]level fit|good fit|introduce|kennenlernen"
    r"|your background|your motivation"
    r"|about (?:you|yourself|the role|the company|the position|us))\b"
)
# To meet the team is more than an interview with it, and less.
MEETING = _row(
    "meet-the-team",
    "meet know lunch coffee team kennen",
    r"(?:meet|get to know) (?:\S+ ){0,5}(?:team|teammates|colleagues|everyone|people)",
    r"(?:team )?(?:lunch|coffee|dinner)",
    r"meet[- ](?:and|&|n)[- ]greet|team (?:day|meeting|visit)|team kennenlernen"
    r"|lern\w* (?:\S+ ){0,2}team",
)
