"""What job boards write into subjects, and the domains that they write from."""

from __future__ import annotations

_NAME = r"(?P<name>(?-i:(?![a-z\u00e0-\u00ff]))[^:|]{2,80}?)"
_JOB = r"(?P<posting>.{2,150}?)"
_WHOLE_JOB = r"(?P<posting>.{2,150})"  # up to the last word behind it: work from home
_FULL = r"(?P<name>(?-i:[A-Z\u00c0-\u00de]\S+)(?: (?-i:[A-Z\u00c0-\u00de]\S+)){1,3})"
SUBJECTS = (
    rf"^(?:you have a )?(?:new |neue |nouvelle |nueva |nova |nuova |nieuwe )?(?:application|applicant|candidate|candidatur[ae]|bewerbung|sollicitatie|solicitud)(?:\s*[:\-\u2013]| for| as| als| f\u00fcr| pour| para| per| voor) {_JOB}\s*[:\u2013-] (?![^-:\u2013]*\d){_FULL}$",
    rf"^(?:job )?application for {_JOB} (?:from|by) {_FULL}$",
    rf"^{_JOB} candidate [-\u2013] {_FULL} applied\b.{{0,40}}$",
    rf"^(?:nouvelle |nueva |nova |nuova |nieuwe )?(?:candidatur[ae]|solicitud|sollicitatie)(?:\s*:\s*| pour | au poste de | \u00e0 | para | al puesto de | per | voor | op ){_WHOLE_JOB} (?:de|di|da|van|par) {_FULL}$",
    rf"^(?:(?:you have a )?new (?:job )?(?:application|applicant|candidate)(?: received)?)(?:\s*[:\-\u2013]\s*| for ){_WHOLE_JOB} (?:from|by) {_NAME}$",
    rf"^(?:new )?(?:job )?application (?:of|from|by) {_NAME}\s*(?: for| as|:|-|\u2013) ?(?:the )?(?:position of |position |job )?{_JOB}$",
    rf"^(?:(?:you have a )?new (?:job )?(?:application|applicant|candidate))\s*[:\-\u2013] {_NAME} (?:for|as) {_JOB}$",
    rf"^{_NAME} (?:has |just )*applied (?:for|to|as)(?: your| the| a)?(?: job| position)?(?: ad| posting)?:? {_JOB}$",
    rf"^{_NAME} is interested in(?: your| the)?(?: job| position)?:? {_JOB}$",
    rf"^.{{0,40}}\bfrom {_NAME} for {_JOB}$",
    rf"^{_JOB} application from {_NAME}$",
    rf"^(?:neue |ihre neue )?bewerbung von {_NAME}\s*(?: auf| als| f\u00fcr| zu|:|-|\u2013) ?(?:ihre |die |ihr )?(?:stellenanzeige|anzeige|stelle|position|stellenangebot)?:? ?{_JOB}$",
    rf"^(?:neue |ihre neue |online-?)?bewerbung(?:\s*[:\-\u2013]| f\u00fcr| als| auf)\s*(?:die |ihre )?(?:stelle|position|stellenanzeige)?:? ?{_JOB} von {_NAME}$",
    rf"^{_NAME} hat sich (?:auf|als|f\u00fcr|um) (?:ihre |die )?(?:anzeige|stelle|stellenanzeige|position)?:? ?{_JOB} beworben\.?$",
    rf"^(?:nouvelle )?candidature(?:\s*:\s*| pour | au poste de | \u00e0 ){_JOB} (?:de|par) {_NAME}$",
    rf"^{_NAME} a postul\u00e9 (?:\u00e0|au|pour)(?: votre| l['\u2019]| le)?(?: poste| offre| annonce)?(?: de)?:? {_JOB}$",
    rf"^(?:nueva |nova )?(?:candidatura|solicitud)(?:\s*:\s*| para | al puesto de ){_JOB} de {_NAME}$",
    rf"^{_NAME} (?:ha solicitado|se ha postulado|se postul\u00f3|candidatou-se|si \u00e8 candidat[oa]|heeft gesolliciteerd)(?: al?| para| \u00e0| ao?| per| op| voor)?(?: el| la| o| a| de)?(?: puesto| vaga| posizione| functie| vacature| oferta)?(?: de| di| van)?:? {_JOB}$",
    rf"^(?:nieuwe )?sollicitatie(?:\s*:\s*| voor | op ){_JOB} van {_NAME}$",
    rf"^(?:nuova )?candidatura(?:\s*:\s*| per ){_JOB} (?:di|da) {_NAME}$",
    rf"^(?:you have a )?new (?:job )?(?:application|applicant|candidate)(?: received)?(?:\s*[:\-\u2013]\s*| for ){_JOB}$",
    rf"^(?P<name>(?!new|your?|job|action|neue|ihre?|nouvelle)(?-i:[A-Z\u00c0-\u00de]\S+ [A-Z\u00c0-\u00de]\S+))(?: (?:has |just )*(?:applied|is interested)\b.*| [-\u2013] {_JOB})$",
)

HOSTS = {
    "linkedin": "linkedin.com",
    "indeed": "indeed.com, indeedemail.com, indeed.de, indeedmail.com",
    "stepstone": "stepstone.de, stepstone.at, stepstone.nl, stepstone.be, stepstone.com",
    "xing": "xing.com, onlyfy.io",
    "jobsdb": "jobsdb.com, jobstreet.com",
    "welcome-to-the-jungle": "welcomekit.co, welcometothejungle.com, wttj.co",
    "infojobs": "infojobs.net, infojobs.it, infojobs.com.br",
    "glassdoor": "glassdoor.com, glassdoor.de, glassdoor.co.uk",
    "jobs-ch": "jobs.ch, jobup.ch, jobscout24.ch",
    "monster": "monster.com, monster.de, monster.fr, monster.co.uk",
    "arbeitsagentur": "arbeitsagentur.de",
    "hellowork": "hellowork.com, regionsjob.com",
    "apec": "apec.fr",
    "france-travail": "francetravail.fr, pole-emploi.fr",
    "ziprecruiter": "ziprecruiter.com, ziprecruiter.co.uk",
    "dice": "dice.com",
    "reed": "reed.co.uk",
    "totaljobs": "totaljobs.com, cwjobs.co.uk",
    "cv-library": "cv-library.co.uk",
    "seek": "seek.com.au, seek.co.nz",
    "naukri": "naukri.com",
    "pracuj": "pracuj.pl",
    "nationale-vacaturebank": "nationalevacaturebank.nl",
    "jobindex": "jobindex.dk",
    "finn": "finn.no",
    "karriere-at": "karriere.at",
}
"""Boards by the source that their applications get."""
