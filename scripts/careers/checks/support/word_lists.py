"""The phrases of the checks on language, with what to say instead and who published them.

Each list was chosen phrase by phrase out of the sources that it names: a word with an everyday
meaning in postings ("support", "lead", "hang", "simple") is left out, because a check that cries
wolf is switched off. A space stands for a space, a hyphen or a comma; forms are
separated by commas.
"""

from __future__ import annotations

from typing import Final

# joblint's rules "dumb job titles", "bro terminology", "new starter expectations" and
# "competitive environment" (MIT): https://github.com/rowanmanning/joblint
# GOV.UK's words to avoid: https://www.gov.uk/guidance/style-guide/a-to-z
JARGON: Final = {
    "ninja, ninjas": "name the job, and how well it must be done: `experienced Python engineer`",
    "rockstar, rockstars, rock star, rock stars": "name the job and its level: `senior engineer`",
    "superstar, superstars": "say what you would see this person do well",
    "guru, gurus": "`expert`, or say what the person must know",
    "wizard, wizards": "`expert`, or say what the person must know",
    "code monkey, code monkeys": "`developer`",
    "unicorn candidate, purple squirrel": "list the two or three skills that the job needs",
    "growth hacker, growth hackers": "`growth marketer`",
    "brogrammer, brogrammers": "`developer`",
    "badass, badasses": "say what you would see this person do well",
    "hardcore, hard core": "say how much there is to do, or how deep the knowledge must go",
    "crush it, crushing it, crush your quota": "name the goal: `meet a quota of …`",
    "kick ass, kickass": "say what good work looks like",
    "work hard play hard, work hard and play hard": (
        "say what the hours are, and what the team does together"
    ),
    "hit the ground running": "say what happens in the first month, and who helps",
    "wear many hats, wears many hats, wearing many hats": "name the two or three kinds of work",
    "drink from the firehose, drinking from a firehose": "say how new people learn the job",
    "think outside the box, outside the box thinking": "name a problem that needs a new answer",
    "move the needle": "name the number that should change",
    "give 110, give 110%": "say what the hours are",
    "hustler, hustlers, side hustle mentality": "say what this person does: `finds new customers`",
    "synergy, synergies, synergize, synergise": "say who works with whom, on what",
    "thought leader, thought leaders": "say what this person writes, or where they speak",
    "paradigm shift": "say what changes",
    "blue sky thinking": "say what kind of ideas you need",
    "low hanging fruit": "`quick wins`, or name them",
    "skillz": "`skills`",
    "like a family, work family": "say how people treat one another; a family cannot give notice",
}

# 29 CFR 1625.4 (US, help wanted notices): https://www.ecfr.gov/current/title-29/section-1625.4
# Acas on age discrimination in adverts: https://www.acas.org.uk/age-discrimination
AGEIST: Final = {
    "young and dynamic, young dynamic, dynamic young": "`a small team that decides quickly`",
    "young team, youthful team, young company with young people": (
        "`new team` where it is the team that is young; else say how it works"
    ),
    "young and energetic, young energetic, youthful and energetic, young and hungry": (
        "say what the work asks for, not how old people are"
    ),
    "young professional, young professionals, young talent, young talents, "
    "young candidate, young candidates, young graduate, young graduates": (
        "`people at the start of their career`, where it truly is an entry-level job"
    ),
    "youthful": "say what the work asks for, not how old people are",
    "digital native, digital natives": "name the tools: `at home in Slack and Figma`",
    "recent graduate, recent graduates, recent college graduate, recent college graduates, "
    "recent university graduate, recent university graduates, new grad, new grads, "
    "fresh graduate, fresh graduates, recent grad, recent grads": (
        "`entry-level`; whoever has the skills may apply, whenever they studied"
    ),
    "college student, college students": "`student`, where it is an internship; else `entry-level`",
    "overqualified, over qualified": "say what the job offers, and let people decide",
    "mature person, mature individual, mature individuals, mature candidate, "
    "mature candidates": "`thoughtful`, or name the skill that you mean",
    "under the age of, between the ages of": "leave the age out",
    "maximum age, age limit": "leave the age out",
}

# National Center on Disability and Journalism, style guide: https://ncdj.org/style-guide/
# Google, "Write inclusive documentation": https://developers.google.com/style/inclusive-documentation
# retext-equality, which alex runs (MIT): https://github.com/retextjs/retext-equality
# On what a body must do: https://askjan.org/topics/jobdesc.cfm (Job Accommodation Network)
ABLEIST: Final = {
    "crazy, crazily": "`surprising`, `very busy` or `ambitious`: what you mean",
    "insane, insanely": "`very`, or what you mean",
    "lunatic, psycho": "say what you mean without an illness",
    "sanity check, sanity checks, sanity checking": "`quick check`",
    "blind to, blind eye to, turn a blind eye": "`unaware of`, `ignore`",
    "deaf to, fall on deaf ears, tone deaf": "`ignore`, `are not heard`, `insensitive`",
    "crippled, crippling": "`broken`, `severe`",
    "lame": "`weak`, `dull`",
    "dumb": "`simple`, `without logic`",
    "able bodied": "leave it out, and name the task: `move boxes of 10 kg`",
    "handicapped, the handicapped, the disabled, differently abled, "
    "physically challenged, mentally challenged": "`disabled people`, `people with disabilities`",
    "wheelchair bound, confined to a wheelchair": "`wheelchair user`",
    "suffers from a disability, suffering from a disability": "`has a disability`",
    "must be able to stand, must be able to walk, must be able to see, must be able to hear, "
    "must be able to speak, must be able to climb, must be able to sit, able to stand for, "
    "ability to stand for, must be able to lift": (
        "name the task and what helps: `moves boxes of 10 kg, with a trolley`; say that you adjust"
    ),
    "physically fit, physical fitness, healthy individual": ("leave it out, and name the task"),
    "must have a driver's license, must have a driver's licence, must have a driving licence, "
    "valid driver's license, valid driver's licence, valid driving licence": (
        "where driving is not the job: `can travel to customers`"
    ),
}

# APA Style, bias-free language: https://apastyle.apa.org/style-grammar-guidelines/bias-free-language
# Google's word list: https://developers.google.com/style/word-list
# joblint "use of gendered word" and retext-equality, as above.
GENDERED: Final = {
    "manpower": "`staff`, `people`",
    "man hour, man hours, manhour, manhours": "`hours`, `person-hours`",
    "man day, man days, man month, man months": "`days`, `person-days`, `person-months`",
    "mankind": "`people`, `humanity`",
    "man made": "`artificial`, `made by people`",
    "right hand man": "`deputy`",
    "middleman, middlemen": "`intermediary`",
    "one man show, one man band": "`a team of one`",
    "chairman, chairmen": "`chair`",
    "salesman, salesmen, saleswoman, saleswomen": "`salesperson`, `account executive`",
    "businessman, businessmen, businesswoman": "`business person`",
    "foreman, foremen": "`supervisor`",
    "craftsman, craftsmen": "`craftsperson`, `skilled worker`",
    "workman, workmen": "`worker`",
    "tradesman, tradesmen": "`skilled worker`",
    "spokesman, spokesmen, spokeswoman": "`speaker`",
    "handyman, handymen, repairman, repairmen": "`technician`",
    "draftsman, draughtsman": "`drafter`",
    "cameraman, cameramen": "`camera operator`",
    "policeman, policemen, fireman, firemen": "`police officer`, `firefighter`",
    "postman, mailman": "`mail carrier`",
    "deliveryman, delivery man, delivery boy": "`courier`",
    "watchman, doorman": "`guard`",
    "waitress, waitresses, stewardess, hostess": "`server`, `flight attendant`, `host`",
    "cleaning lady": "`cleaner`",
    "girl friday, office girl, office boy": "`assistant`",
    "freshman, freshmen": "`first-year student`",
    "guys, you guys": "`everybody`, `team`, `folks`",
    "gals, dudes, bros, lads": "`people`, `team`",
    "gentlemen, gentleman, ladies": "`people`",
    "man the desk, man the booth, man the phones": "`staff`",
    "manned": "`staffed`, `crewed`",
    "brotherhood, brotherly": "`community`",
    "mothering, motherly, fatherly": "`caring`",
    "male candidate, male candidates, female candidate, female candidates, male applicants, "
    "female applicants, males only, females only, men only, women only": "leave the gender out",
    "he or she, she or he, he/she, she/he, s/he": "`they`, or speak to the reader: `you`",
    "his or her, her or his, his/her, her/his": "`their`, or `your`",
    "him or her, her or him, him/her": "`them`, or `you`",
    "himself or herself, herself or himself, him/herself": "`themselves`, or `yourself`",
}
