"""Mails of more languages, boards and programs; ``mail_shapes`` takes them in.

What nobody who applies wrote stands here too: newsletters, notices, agencies, who takes back.
"""

from __future__ import annotations

# program and language: subject, text; always Ada's, who writes "I bake."
FORWARDS = {
    "Outlook in Polish": ("PD: Baker", "Od: Ada Example <ada@example.com>\nWysłano: poniedziałek, 23 listopada 2026 09:01\nDo: Bob <bob@example.org>\nTemat: Baker\n\nI bake."),
    "Outlook in Swedish": ("VB: Baker", "Från: Ada Example <ada@example.com>\nSkickat: den 23 november 2026\nTill: Bob\nÄmne: Baker\n\nI bake."),
    "Outlook in Japanese": ("FW: Baker", "差出人: Ada Example <ada@example.com>\n送信日時: 2026年11月23日\n宛先: Bob\n件名: Baker\n\nI bake."),
    "Outlook in Chinese": ("转发: Baker", "发件人\uff1aAda Example <ada@example.com>\n发送时间\uff1a2026年11月23日\n收件人\uff1aBob\n主题\uff1aBaker\n\nI bake."),
    "Outlook in Czech": ("FW: Baker", "Od: Ada Example <ada@example.com>\nOdesláno: pondělí 23. listopadu\nKomu: Bob\nPředmět: Baker\n\nI bake."),
    "Outlook in Finnish": ("VL: Baker", "Lähettäjä: Ada Example <ada@example.com>\nLähetetty: maanantai\nVastaanottaja: Bob\nAihe: Baker\n\nI bake."),
    "Thunderbird in French": ("Fwd: Baker", "-------- Message transféré --------\nSujet : \tBaker\nDate : \tMon, 23 Nov 2026\nDe : \tAda Example <ada@example.com>\nPour : \tbob@example.org\n\n\n\nI bake."),
    "Mutt": ("[ada@example.com: Baker]", "----- Forwarded message from Ada Example <ada@example.com> -----\n\nDate: Mon, 23 Nov 2026\nFrom: Ada Example <ada@example.com>\nTo: bob@example.org\nSubject: Baker\n\nI bake."),
    "Notes": ("WG: Baker", "----- Weitergeleitet von Bob/ACME am 23.11.2026 09:10 -----\n\nVon:    Ada Example <ada@example.com>\nAn:     bob@example.org\nDatum:  23.11.2026\nBetreff:        Baker\n\nI bake."),
    "Proton": ("Fw: Baker", "------- Forwarded Message -------\nFrom: Ada Example <ada@example.com>\nDate: On Monday, November 23rd\nSubject: Baker\nTo: bob@example.org\n\n\n> I bake."),
}  # fmt: skip
# What stands below "I bake." in an answer, and is folded.
QUOTED = {
    "Polish": "pon., 23 lis 2026 o 09:01 Rita <jobs@example.org> napisał(a):\n\n> Kiedy?",
    "Swedish": "Den mån 23 nov. 2026 kl 09:01 skrev Rita <jobs@example.org>:\n\n> När?",
    "Japanese": "2026年11月23日(月) 9:01 Rita <jobs@example.org>:\n\n> いつ?",
    "Outlook in Polish": "Od: Rita <jobs@example.org>\nWysłano: poniedziałek\nDo: Ada\nTemat: x\n\nKiedy?",
    "a telephone in German": "-------- Ursprüngliche Nachricht --------\nVon: Rita <jobs@example.org> \nDatum: 23.11.26 09:01 (GMT+01:00) \nAn: Ada \nBetreff: x \n\nWann?",
}  # fmt: skip
AWAY = {
    "Polish": ("Automatyczna odpowiedź: Piekarz", "Wracam 1 grudnia."),
    "Swedish": ("Autosvar: Bagare", "Åter på måndag."),
    "Danish": ("Automatisk svar: Bager", "Tilbage mandag."),
    "Czech": ("Automatická odpověď: Pekař", "Vrátím se v pondělí."),
    "Japanese": ("自動応答: パン", "12月1日まで。"),
    "Chinese": ("自动答复: 面包", "下周一回来。"),
}
_BULK = ("Precedence: bulk", "List-Unsubscribe: <https://board.example/u>")
# board's headers, text: posting, name, address, source
BOARDS: dict[str, tuple[tuple[str, ...], str, tuple[str, str, str, str]]] = {
    "Welcome to the Jungle": (("From: no-reply@welcomekit.co", "Subject: Nouvelle candidature : Support Engineer - Amara Okafor", *_BULK), "Email : amara@example.com", ("Support Engineer", "Amara Okafor", "amara@example.com", "welcome-to-the-jungle")),
    "InfoJobs": (("From: noreply@infojobs.net", "Subject: Nueva candidatura para Support Engineer"), "Candidato: Amara Okafor\nCorreo: amara@example.com", ("Support Engineer", "Amara Okafor", "amara@example.com", "infojobs")),
    "Glassdoor": (("From: noreply@glassdoor.com", "Subject: New applicant for Support Engineer: Amara Okafor"), "x", ("Support Engineer", "Amara Okafor", "", "glassdoor")),
    "jobs.ch": (("From: noreply@jobs.ch", "Subject: Bewerbung von Amara Okafor auf Support Engineer"), "Vorname: Amara\nNachname: Okafor\nE-Mail: amara@example.com", ("Support Engineer", "Amara Okafor", "amara@example.com", "jobs-ch")),
    "Monster": (("From: noreply@monster.com", "Subject: Application for Support Engineer from Amara Okafor"), "x", ("Support Engineer", "Amara Okafor", "", "monster")),
    "Reed": (("From: applications@reed.co.uk", "Subject: Application for Support Engineer - Amara Okafor"), "x", ("Support Engineer", "Amara Okafor", "", "reed")),
    "Indeed's relay, applied": (("From: Amara Okafor <amara_xyz@indeedemail.com>", "Subject: Support Engineer candidate - Amara Okafor applied on Indeed"), "x", ("Support Engineer", "Amara Okafor", "amara_xyz@indeedemail.com", "indeed")),
    "one that nobody knows": (("From: noreply@portal24.example", "Reply-To: Amara Okafor <amara@example.com>", "Subject: Bewerbung von Amara Okafor: Support Engineer", *_BULK), "x", ("Support Engineer", "Amara Okafor", "amara@example.com", "email")),
    "a form's relay": (("From: FormSubmit <submissions@formsubmit.co>", "Reply-To: amara@example.com", "Subject: New submission"), "name: Amara Okafor\nposition: Support Engineer\nmessage: I bake.", ("Support Engineer", "Amara Okafor", "amara@example.com", "email")),
    "a website": (("From: WordPress <wordpress@example.org>", "Subject: Message"), "From: Amara Okafor <amara@example.com>\nPosition: Support Engineer", ("Support Engineer", "Amara Okafor", "amara@example.com", "email")),
}  # fmt: skip
# headers, text: what is about nobody
NOTICES: dict[str, tuple[tuple[str, ...], str]] = {
    "newsletter": (("From: HR Weekly <news@hr.example>", "Subject: Five trends", *_BULK), "Read on."),
    "newsletter with a job's title": (("From: Weekly <news@hr.example>", "Subject: Baker", *_BULK), "How a baker works. Unsubscribe."),
    "newsletter in Polish": (("From: Portal <newsletter@hr.example>", "Subject: Aplikacja mobilna dla rekruterów", "List-Id: <n.hr.example>"), "Czytaj więcej. Wypisz się"),
    "board's figures": (("From: LinkedIn <jobs-noreply@linkedin.com>", "Subject: Your job Baker got 35 views", *_BULK), "35 views"),
    "bill": (("From: Host <billing@host.example>", "Subject: Your bill", "Auto-Submitted: auto-generated"), "42 euros"),
    "help desk": (("From: Shop <support@shop.example>", "Subject: [Shop] Re: Your day", "Auto-Submitted: auto-generated", "In-Reply-To: <1@x>"), "Your request (4711) has been received."),
    "alert": (("From: no-reply@accounts.example", "Subject: Security alert"), "A new sign-in."),
    "report of a domain": (("From: noreply-dmarc@mail.example", "Subject: Report domain: example.org Submitter: mail.example Report-ID: 1"), "x"),
}  # fmt: skip
# sender, subject, text: why a person looks
DOUBTS = {
    "an agency presents somebody": ("Max <max@agentur.example>", "Kandidatenprofil: Baker", "Für Ihre Stelle möchten wir Ihnen einen passenden Kandidaten vorstellen.", "presents another"),
    "an agency's fee": ("Rex <rex@agency.example>", "Your baker vacancy", "I have somebody in mind. Our fee is 20 %.", "presents another"),
    "a colleague's friend": ("Bob <bob@example.org>", "Baker", "My friend Ada (ada@example.com) would be great for this.", "a colleague writes of somebody"),
    "who takes back": ("Ada <ada@example.com>", "Withdrawing my application as Baker", "Dear all, I found a job.", "take an application back"),
    "who takes back in German": ("Ada <ada@example.com>", "Bewerbung Baker", "Hiermit ziehe ich meine Bewerbung zurück.", "take an application back"),
    "an agency's candidate": ("Tom <tom@agency.example>", "Baker", "Please find attached the profile of our candidate Ms Weiss.", "presents another"),
    "an agency's candidate in German": ("Tom <tom@agency.example>", "Baker", "Anbei das Profil unserer Kandidatin Jana Weiss.", "presents another"),
    "a mother": ("Anna <anna@example.com>", "Baker", "Guten Tag,\nmein Sohn Max sucht ein Praktikum.", "presents another"),
    "a machine that names nobody": ("no-reply@portal24.example", "A new application as Baker", "Log in to see it.", "email: is missing"),
}  # fmt: skip
# Subjects, in which "Baker" is the job.
SUBJECTS = [
    "Aplikacja na stanowisko: Baker", "Ansökan om tjänsten som Baker", "Ansøgning til stillingen som Baker",
    "Søknad: Baker", "Internal application: Baker", "URGENT: APPLICATION FOR BAKER", "Job: Baker",
    "Ref. 2026-031 / Baker", "Bewerbung von Ada Example als Baker", "ODP: Hakemus: Baker",
]  # fmt: skip
# Who presents themselves, or speaks of such things, and is an applicant all the same.
APPLICANTS = [
    "I would like to present myself as a candidate.",
    "Ich möchte mich Ihnen als Kandidat für die Stelle vorstellen.",
    "For three years I placed bakers in other houses, for an agency.",
    "Ich sage Ihnen, was ich kann. Ziehen Sie keine falschen Schlüsse.",
    "My husband wants to move to Berlin, so I am applying for your job.",
    "I will not withdraw; a colleague can tell you more. Unsubscribe me from nothing.",
]
