"""The shipped words of interview processes: which phrases name which stage.

The table is read from the top, the first row that is found wins: what says *what* is done
(a case study) stands above what says *with whom* (a manager), and that above what says only
*how* (a call). Rows match one clause of a step, in lower case, without durations and
parentheses. German stands beside English where it is cheap.
"""

from __future__ import annotations

from careers.process.rules import TALK as _TALK
from careers.process.rules import WORK as _WORK
from careers.process.rules import Rule
from careers.process.rules import row as _row
from careers.process.talks import MEETING

_REVIEW = (
    r"(?:review(?:s|ing)?|discuss(?:ing)?|present(?:s|ing)?|debrief|defend"
    r"|(?:walk|talk|walking|talking)(?: us)? through|go(?:ing)? (?:over|through))"
)


APPLYING = _row(
    "applied",
    "appl bewer bewirb cv resume lebenslauf cover",
    # "apply here", "you apply by mail"; not "apply your skills to a problem"
    r"^(?:\W|you|first|simply|just|please|can|must|to|will|then|now|click here to|start by)*"
    r"appl(?:y|ies|ied|ying)(?=$|\W*$| (?:here|now|online|on|for|via|through|by|to|with|using|"
    r"in|at|today|directly|and|below)\b)",
    r"apply (?:now )?(?:button|link|form)",
    # "submit your application", "send us your CV and a cover letter"
    r"(?:submit|send|fill|complete|upload|e-?mail|hand in|drop|share|receive|schick|sende"
    r"|reich)(?:s|ting|ing|en?|st)?"
    r"(?: \S+){0,5} (?:application|cv|resume|cover letter|lebenslauf|bewerbung)(?: form)?",
    # nothing but "application", "online application form"
    r"^(?:your |the |an? |online |job |initial |written )*(?:application|cv|resume|bewerbung|"
    r"online-bewerbung)(?: (?:form|submission|submitted|received))?$",
    r"du bewirbst dich|sie bewerben sich|bewirb dich|bewerben sie sich",
)

RULES: tuple[Rule, ...] = (
    # What the company does by itself.
    _row(
        "application-review",
        "appl cv resume bewerb profile",
        r"(?:review|screen|read|looks? (?:at|over|through)|assess|evaluate|go through|check|"
        r"consider)(?:s|es|ed|ing)?(?: (?:all|your|every|each|the|of|incoming|cv|resume|and))* "
        r"(?:applications?|cvs?|resumes?|profiles?)",
        r"(?:application|cv|resume|profile)s? (?:(?:is|are|will be|gets?) )?"
        r"(?:screen(?:ed|ing)?|review(?:ed)?|read|assessed|check)",
        r"(?:sichten|prüfen) (?:\S+ ){0,2}bewerbung|sichtung der bewerbung",
    ),
    _row(
        "reference-check",
        "referenc referee referenz former previous past worked people",
        r"references|reference (?:check|call|interview)s?|referees?|referenz(?:en|check)?",
        # "we'd like a reference from a former manager", "people you have worked with"
        r"references? from|(?:former|previous|past) (?:managers?|colleagues?|employers?|boss)",
        r"people who (?:know|knew) you\S*",
        r"(?:people|managers?|colleagues) (?:that |who |whom )?you(?:'ve"
        r"| have) (?:\S+ )?worked with",
    ),
    _row(
        "background-check",
        "check screening verification record führungs",
        r"background (?:check|screening|verification|investigation)s?",
        r"criminal records?|right to work check|führungszeugnis|(?:drug|credit) (?:check"
        r"|screening)",
    ),
    _row(
        "contract",
        "contract vertrag",
        r"(?:sign|signs|signing|signature of) (?:\S+ ){0,3}contracts?|contract (?:signing"
        r"|signature)",
        r"vertragsunterzeichnung|unterschr\w+ (?:\S+ ){0,2}(?:arbeits)?vertrag",
    ),
    _row(
        "offer",
        "offer angebot contract zusage",
        # an offer as a thing; "we offer feedback" is a verb
        r"(?:an?|our|your|the|any|job|formal|written|verbal|final|official|employment|make|extend|"
        r"receive|get|potential) (?:\S+ ){0,3}?offers?(?! (?:you|feedback|to)\b)",
        r"make(?:s)? (?:you )?(?:\S+ )?offers?|^offers?$|^offers? (?:and|&|letter|call|stage)",
        r"offer (?:letter|call|stage)",
        r"offers? you (?:a|an|the|this) (?:\S+ )?(?:job|position|role|contract|place)",
        r"(?:send|give|receive|get)s? (?:\S+ ){0,4}contract",
        r"(?:job|vertrags|arbeits)?-?angebot|vertragsangebot|zusage",
    ),
    _row(
        "onboarding",
        "onboard start join day welcome begin einarbeit",
        r"onboard(?:ing)?|welcome (?:aboard|to the team)|einarbeitung",
        r"(?:your|the) first (?:working )?day|you (?:start|begin)(?= working| your| on |$)",
        r"(?:you|and) join (?:us|the team|the company)|start date",
    ),
    # Working with the team for a while.
    _row("trial-week", "week", r"(?:trial|test|working) weeks?|week(?:-long)? (?:\S+ )?trial"),
    _row(
        "trial-day",
        "day tag probe",
        r"(?:trial|test|try-?out|working|superday) (?:half[- ])?days?|day(?:-long)? (?:\S+ )?trial",
        r"spend (?:a|one|half a) (?:half[- ]|full |whole |paid )?(?:day|morning|afternoon)",
        r"work (?:\S+ ){0,4}for (?:a|one|half a) day|probe(?:arbeits)?tag|schnuppertag"
        r"|probearbeiten",
        r"superday",
    ),
    _row("paid-project", "paid", r"paid (?:\S+ ){0,2}(?:project|assignment|task|exercise|test)"),
    _row("work-trial", "trial probe", r"trial(?: (?:period|project|task))?|trials|probearbeit"),
    # What the candidate shows or makes, the narrower first.
    _row(
        "pair-programming",
        "pair mob",
        r"pair(?:ed|ing)?[- ](?:programming|coding|program|session|exercise|interview)",
        r"pairing|(?:pair|pairs) (?:up )?(?:with|on)|mob[- ]programming",
    ),
    _row(
        "live-coding",
        "live coding",
        r"live[- ](?:coding|programming)(?: \w+)?|coding (?:interview|session|round)s?",
    ),
    _row(
        "system-design",
        "design architect",
        r"systems?[- ]design|design (?:a|an) (?:\S+ ){0,2}(?:system|service|architecture)",
        rf"(?:architecture|architectural) (?:design|review|deep[- ]dive|{_TALK}|{_WORK})",
        rf"(?:technical|software) design (?:{_TALK}|{_WORK})",
    ),
    _row(
        "rfc",
        "rfc request design",
        r"(?:write|draft|author|prepare|create)s? (?:\S+ ){0,5}(?:rfcs?|request for comments)",
        r"(?:write|draft)s? (?:\S+ ){0,3}design doc(?:ument)?s?|^(?:\S+ )?rfcs?$",
    ),
    _row(
        "case-study",
        "case fallstud",
        rf"case[- ]stud(?:y|ies)|(?:business )?case (?:{_TALK}|{_WORK}|presentation)",
        r"business case|fallstudie",
    ),
    _row("portfolio-review", "portfolio", r"portfolios?"),
    _row(
        "design-exercise",
        "design",
        rf"design (?:{_WORK}|brief|take-?home|sprint)|product design {_WORK}",
    ),
    _row("whiteboard", "whiteboard", rf"white-?boarding|white-?board (?:{_TALK}|{_WORK})"),
    _row(
        "security-assessment",
        "security threat pentest",
        rf"security {_WORK}|threat model\w*|penetration test|pentest",
    ),
    _row("code-sample", "code", r"code samples?|samples? of (?:your )?(?:own )?code"),
    _row("writing-sample", "writ", r"writing samples?|samples? of (?:your )?(?:own )?writing"),
    _row(
        "work-sample",
        "sample arbeitsprobe",
        r"work[- ]samples?(?: test)?|samples? (?:or samples )?of|arbeitsproben?",
    ),
    _row(
        "writing-exercise",
        "writ edit essay translat schreib",
        rf"(?:writing|written|editing|copywriting|translation) (?:{_WORK}|prompt|piece)",
        r"write (?:a|an|us a|us an) (?:\S+ ){0,2}(?:essay|memo|article|blog post|proposal"
        r"|text|piece)",
        r"schreib(?:probe|aufgabe)",
    ),
    _row(
        "code-review",
        "code pull",
        rf"code reviews?(?: {_WORK}| {_TALK})?|{_REVIEW} (?:a|some|your|the"
        rf"|our) (?:\S+ )?(?:code|pull request)",
    ),
    _row(
        "exercise-review",
        "review discuss present debrief defend through go",
        rf"{_REVIEW} (?:of )?(?:your|the|that|this) (?:\S+ ){{0,2}}(?:solution|submission"
        rf"|take-?home|{_WORK})",
    ),
    _row(
        "coding-exercise",
        "cod program hackerrank github",
        rf"(?:coding|code|programming)[- ](?:\S+ )?{_WORK}|hackerrank|codility|codesignal"
        rf"|coderpad|leetcode",
        r"(?:solve|write|code) (?:\S+ ){0,4}(?:code|program|programme|coding)|programmieraufgabe",
        r"coding-?aufgabe",
    ),
    _row(
        "take-home",
        "home async haus",
        rf"take[- ]?home|homework|home (?:{_WORK})|asynchronous (?:\S+ )?{_WORK}",
        rf"{_WORK} (?:\S+ ){{0,3}}(?:at|from) home|hausaufgabe",
    ),
    _row(
        "presentation",
        "present webcast webinar talk teach lesson vortrag präsent",
        r"presentations?|webcasts?|webinars?|present(?= (?:your|to|a|an|the|us|on)\b)",
        r"(?:give|deliver|prepare)s? (?:\S+ ){0,4}(?:talk|lesson)|teach[- ]?back"
        r"|lightning talk|vortrag|präsentation",
    ),
    _row("role-play", "role", r"role[- ]?play(?:ing|s)?"),
    _row("mock-pitch", "pitch sales", r"(?:\S+ )?pitch(?:es)?|mock sales (?:call|meeting)"),
    _row("mock-call", "mock", r"mock (?:\S+ )?(?:call|meeting|conversation|negotiation|interview)"),
    _row(
        "demo",
        "demo",
        r"(?:mock|product|sales|live|give|giving|deliver|a|short) (?:\S+ )?demo(?:nstration)?",
    ),
    _row(
        "personality-test",
        "personality psycho predictive disc",
        r"(?:personality|psychometric|psychological) (?:\S+ )?(?:test|assessment"
        r"|questionnaire|profile)",
        r"predictive index|disc (?:profile|assessment)|persönlichkeitstest",
    ),
    _row(
        "cognitive-test",
        "cogniti aptitude logic iq ",
        r"(?:cognitive|aptitude|logic|reasoning|iq) (?:\S+ )?(?:tests?|assessments?)",
    ),
    _row(
        "language-test",
        "language english german",
        r"(?:language|english|german|french|spanish) (?:\S+ )?(?:test|assessment|check)",
    ),
    _row("assessment-center", "cent assessment", r"assessment[- ](?:center|centre|day)s?"),
    _row(
        "technical-screen",
        "tech engineering",
        r"(?:technical|tech|engineering) (?:phone |video |remote |initial )?screen(?:ing)?s?",
        r"(?:technical|tech) (?:phone|video|telephone) (?:call|interview|chat|conversation)",
    ),
    _row("technical-assessment", "tech", rf"(?:technical|tech|engineering) (?:\S+ )?{_WORK}"),
    _row(
        "skills-test",
        "skill online",
        r"skills? (?:\S+ )?(?:tests?|assessments?)|online (?:test|assessment)",
    ),
    _row(
        "questionnaire",
        "question survey fragebogen",
        r"questionnaires?|survey|(?:screening|written|a few short|a few|some) questions (?:by"
        r"|via|over|in writing)|fragebogen",
    ),
    # The kind of interview.
    _row(
        "phone-screen",
        "screen phone telefon kennenlern erstgespr",
        r"(?<!cv )(?<!share your )screen(?:ing|s)?(?![- ]shar)",
        r"(?:tele)?phone (?:based )?interviews?|phone-interviews?",
        r"(?:telefon|erst|kennenlern)-?(?:interview|gespräch|at)|erstes (?:gespräch|telefonat)",
    ),
    _row(
        "values-interview",
        "value werte",
        rf"(?:company |core |team )?values?(?:[- ](?:fit|based|alignment|and culture))* {_TALK}",
        r"wertegespräch|about (?:our |company |shared |your |the )*values",
    ),
    _row(
        "culture-interview",
        "cultur kultur",
        rf"cultur(?:e|al)(?:[- ](?:fit|add|contribution|and values))* {_TALK}|cultur(?:e"
        rf"|al)[- ](?:fit|add|contribution|match)|kulturgespräch",
    ),
    _row(
        "behavioral-interview",
        "behavi competenc",
        rf"(?:behaviou?ral|competency|competence)(?:[- ]based)? {_TALK}",
    ),
    _row("panel-interview", "panel", r"panels?"),
    _row(
        "final-interview",
        "final last abschluss",
        rf"(?:final|last)(?:[- ](?:round|stage|of|onsite|video|on-site|set))* {_TALK}"
        rf"|final round|abschlussgespräch",
    ),
    _row(
        "technical-interview",
        "tech fach",
        rf"(?<!non-)(?:technical|tech)(?: (?:skills?|deep[- ]dive|knowledge|remote"
        rf"|in-?depth))* {_TALK}|technical deep[- ]dive|fach(?:gespräch|interview)",
    ),
    _row(
        "team-interview",
        "team peer",
        rf"(?:team|peer) (?:{_TALK})(?<!team meeting)|teamgespräch|teaminterview",
    ),
    _row(
        "onsite",
        "site office person headquarter vor ort",
        r"(?:on-?site|on site|in-?person)(?: \w+)? (?:interview|visit|meeting|day|round|loop)s?",
        r"(?:invite|fly|bring|come|visit)(?:s|ing)? (?:\S+ ){0,4}(?:on-?site|on site|office"
        r"|offices|headquarters|hq|vor ort)",
        r"^(?:\S+ )?on-?site(?: \S+)?$|(?:spend|day|hours?) (?:\S+ ){0,3}(?:in"
        r"|at) our (?:\S+ )?office",
    ),
    _row(
        "interviews",
        "interview loop series rounds conversations calls meetings gespräche",
        r"interviews|interview (?:loop|series|day)|interview with (?:\S+ )?people|rounds of"
        r"|vorstellungsgespräche",
        r"(?:series|set|number|rounds?|couple) of (?:\S+ ){0,3}(?:interview|call|conversation"
        r"|meeting|chat|session)s",
    ),
)

# What is looked for after the kinds of talks, and the words that say little.
LATER_RULES: tuple[Rule, ...] = (
    MEETING,
    _row(
        "technical-assessment",
        "tech",
        r"(?:technical|tech|coding|engineering) (?:skills?|abilit\w+|knowledge)",
        weak=True,
    ),
    _row("project", "project", r"projects?(?! manage)", weak=True),
    _row(
        "exercise",
        "exercise challenge assign task problem aufgabe",
        r"exercises?|challenges?|assignments?|tasks?|(?:solve|give|send|get"
        r"|receive)s? (?:\S+ ){0,4}problems?|aufgabe",
        weak=True,
    ),
    _row("assessment", "assess test quiz", r"assessments?|tests?|quiz", weak=True),
    _row(
        "video-interview",
        "video",
        r"video[- ]?interviews?|video (?:self-?introduction|recording)|recorded video",
        weak=True,
    ),
    _row(
        "interview",
        "interview gespräch",
        r"interview|interviewed|(?:vorstellungs|bewerbungs)gespräch|gespräch",
        weak=True,
    ),
    _row(
        "decision",
        "decision decide debrief entscheid",
        r"(?:final |hiring )?decisions?|we decide|debrief|entscheidung",
    ),
)
