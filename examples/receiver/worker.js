// Takes what the form of a careers site sends, keeps it in an R2 bucket, and hands it over to whoever
// has the key: README.md says how it is set up. What arrives is hostile until a person has read it.
//
//   POST   any path                   the form of a posting's page, as multipart/form-data
//   GET    /submissions?after=ID      what waits, page by page: {submissions: [...], next: ID | null}
//   GET    /submissions/ID            one of them
//   GET    /submissions/ID/files/N    a file of it
//   DELETE /submissions/ID            it with its files
//
// All but the first need `Authorization: Bearer KEY`. No words of a person reach a log or GitHub.

const MB = 2 ** 20;
const MOST = { request: 30 * MB, file: 25 * MB, files: 10, parts: 300, text: 200_000, name: 500 };
const PAGE = 40; // a list reads each of them: a request may ask the bucket 50 times
const PAUSE = 10 * 60_000; // between two runs that are started
const ID = /^[0-9a-f]{64}$/;
const POSTING = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,119}$/;
const HIDDEN = ["posting", "language", "privacy", "source"];
const USUAL = ["name", "email", "phone", "links", "message"];
const TRAP = "_gotcha"; // nobody sees this field: what fills it in is a machine
const CHECK = "https://challenges.cloudflare.com";

export default {
  async fetch(request, env, context) {
    // A key that can be guessed hands everything over, and a page needs the site that it leads to.
    const isSetUp = URL.canParse(env.SITE) && env.KEY?.length >= 32;
    if (!isSetUp) return new Response("not set up yet\n", { status: 503 });
    env = { ...env, SITE: env.SITE.replace(/\/*$/, "/") };
    try {
      return await answer(request, env, context);
    } catch (error) {
      console.error(`no answer: ${error?.name}`);
      return apology(request, env, 500);
    }
  },
};

function answer(request, env, context) {
  const { pathname, searchParams } = new URL(request.url);
  const parts = pathname.split("/").slice(1);
  if (parts[0] === "submissions") return handOver(request, env, parts.slice(1), searchParams);
  if (request.method === "POST") return take(request, env, context);
  return request.method === "GET" ? moved(env.SITE) : apology(request, env, 405);
}

// ---- An application ----------------------------------------------------------------------------

async function take(request, env, context) {
  const headers = request.headers;
  const ours = [new URL(env.SITE).origin, new URL(request.url).origin];
  if (!ours.includes(headers.get("origin") ?? ours[0])) return apology(request, env, 403);
  // Nothing of the body is read before its size is known; browsers tell it with every form.
  if (!/^\d{1,15}$/.test(headers.get("content-length") ?? "")) return apology(request, env, 411);
  if (Number(headers.get("content-length")) > MOST.request) return apology(request, env, 413);
  if (!/^multipart\/form-data *;/i.test(headers.get("content-type") ?? "")) return apology(request, env, 415);
  let form;
  try {
    form = await request.formData();
  } catch {
    return apology(request, env, 400);
  }
  if (form.has("held")) return release(form, request, env, context);
  const sent = [...form].map(([name, value]) => [unquoted(name), value]);
  if (sent.length > MOST.parts) return apology(request, env, 413);
  const given = { fields: sent.filter(isText).filter(([name]) => name !== TRAP), files: sent.filter(isFile) };
  if (form.get(TRAP)) return thanks(given, env);
  const wrong = await faults(given);
  if (wrong.size) return again(request, env, given, wrong);
  const id = await keep(given, env);
  if (env.TURNSTILE_SECRET) return check(request, env, given, id);
  context.waitUntil(startRun(env));
  return thanks(given, env);
}

/** The name of a field: browsers write its quotation marks and line breaks so. */
const unquoted = (name) => name.replace(/(?:%0D|%0A)+/g, " ").replaceAll("%22", '"');

const isText = ([, value]) => typeof value === "string";
const isFile = ([, value]) => typeof value !== "string" && (value.name !== "" || value.size > 0);
const isEmpty = ([, value]) => value === ""; // also what a file that was not chosen is read as

const said = ({ fields }, name) => fields.find(([known]) => known === name)?.[1].toString().trim() ?? "";

/** What is wrong, by field: the names of its words. */
async function faults(given) {
  const wrong = new Map();
  const { fields, files } = given;
  const email = said(given, "email");
  if (!said(given, "name")) wrong.set("name", "writeName");
  if (!email && !said(given, "phone")) wrong.set("email", "reach");
  if (email && !/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(email)) wrong.set("email", "address");
  if (said(given, "consent") !== "yes") wrong.set("consent", "agree");
  if (!POSTING.test(said(given, "posting"))) wrong.set("posting", "wrong");
  const long = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (long > MOST.text || fields.some(([name]) => !name || name.length > MOST.name)) wrong.set("message", "less");
  if (files.length > MOST.files) wrong.set("files", "unfit");
  for (const [name, file] of files) {
    if (file.size === 0 || file.size > MOST.file || hasMacros(file.name)) wrong.set(name, "unfit");
    else if (name === "cv" && !(await isDocument(file))) wrong.set(name, "attachCv");
  }
  return wrong;
}

const hasMacros = (name) => /\.(?:do[ct]m|xl[st]m|xlsb|xlam|pp[ts]m|potm|ppam|sldm)$/i.test(name);

/** Whether a CV is of a type that the form asks for, by its name and by how it begins. */
async function isDocument(file) {
  const start = new TextDecoder("latin1").decode(await file.slice(0, 1024).arrayBuffer());
  const begins = {
    pdf: () => start.includes("%PDF-"),
    doc: () => /^(?:\xd0\xcf\x11\xe0|\{\\rtf)/.test(start),
    docx: () => start.startsWith("PK\x03\x04"),
    odt: () => start.startsWith("PK\x03\x04"),
    rtf: () => start.startsWith("{\\rtf"),
    txt: () => !start.includes("\0"),
    md: () => !start.includes("\0"),
  };
  const ending = /\.([a-z]{2,4})$/i.exec(file.name)?.[1].toLowerCase() ?? "";
  return Object.hasOwn(begins, ending) && begins[ending]();
}

/** Files first, the head last: what was cut off in between is never handed over. */
async function keep({ fields, files }, env) {
  const at = crypto.randomUUID();
  const told = [];
  for (const [number, [field, file]] of files.entries()) {
    const { etag } = await env.STORE.put(`files/${at}/${number}`, file);
    told.push({ field, name: plain(file.name), size: file.size, etag });
  }
  const answers = folded(fields);
  // Whoever clicks twice sends one application: its number is what it holds.
  const id = hex(await digest(JSON.stringify([env.KEY, answers, told])));
  const head = { receiver: 1, id, at, submitted: new Date().toISOString(), fields: answers, files: told };
  await place(head, env.TURNSTILE_SECRET ? "held" : "heads", env);
  return id;
}

/** Put it where none of its number is; else its files are there already. */
async function place(head, folder, env) {
  const onlyIf = new Headers({ "if-none-match": "*" });
  const placed = await env.STORE.put(`${folder}/${head.id}`, JSON.stringify(head), { onlyIf });
  if (!placed) await removeFiles(head, env);
}

async function removeFiles({ at, files }, env) {
  if (files.length) await env.STORE.delete(files.map((_, number) => `files/${at}/${number}`));
}

/** The answers by their questions, a list where one was answered more than once. */
function folded(fields) {
  const answers = new Map();
  for (const [name, value] of fields.filter((each) => !isEmpty(each))) {
    answers.set(name, answers.has(name) ? [answers.get(name), value].flat() : value);
  }
  return Object.fromEntries(answers);
}

/** A file's name without its path and without what is not seen. */
function plain(name) {
  const seen = unquoted(name).replace(/[\p{Cc}\p{Cf}]/gu, " ");
  return seen.split(/[\\/]/).at(-1).trim().slice(-255) || "file";
}

/** GitHub is told that there is something, and not a word of it; the hourly run comes anyway. */
async function startRun(env) {
  if (!env.GITHUB_TOKEN) return;
  const last = await env.STORE.head("started");
  if (last && Date.now() - last.uploaded.getTime() < PAUSE) return;
  await env.STORE.put("started", "");
  await fetch(`https://api.github.com/repos/${env.REPOSITORY}/actions/workflows/fetch.yml/dispatches`, {
    method: "POST",
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${env.GITHUB_TOKEN}`,
      "user-agent": "careers-receiver",
    },
    body: JSON.stringify({ ref: env.BRANCH || "main" }),
  });
}

// ---- Turnstile: a page of its own, so that the careers site needs no foreign script ---------------

function check(request, env, given, id) {
  const words = wordsOf(said(given, "language"));
  const widget = `<div class="cf-turnstile" data-sitekey="${escaped(env.TURNSTILE_SITE_KEY)}" data-action="apply"></div>`;
  const main = `<h1>${words.person}</h1><form method="post" action="/" enctype="multipart/form-data">
<input type="hidden" name="held" value="${id}"><input type="hidden" name="language" value="${words.code}">
${widget}<p class="send"><button class="button" type="submit">${words.send}</button></p></form>
<noscript><p>${words.script}</p></noscript><script src="${CHECK}/turnstile/v0/api.js" defer></script>`;
  return page(env, words, words.person, main, { status: 200, script: CHECK });
}

/** What was held back is handed over once a person has shown to be one; a token counts once. */
async function release(form, request, env, context) {
  const id = String(form.get("held"));
  if (!env.TURNSTILE_SECRET || !ID.test(id)) return apology(request, env, 400);
  const given = { fields: [...form] };
  if (await env.STORE.head(`heads/${id}`)) return thanks(given, env);
  const held = await env.STORE.get(`held/${id}`);
  if (!held) return apology(request, env, 400);
  if (!(await isPerson(form, request, env))) return check(request, env, given, id);
  await place(JSON.parse(await held.text()), "heads", env);
  await env.STORE.delete(`held/${id}`);
  context.waitUntil(startRun(env));
  return thanks(given, env);
}

async function isPerson(form, request, env) {
  const response = String(form.get("cf-turnstile-response") ?? "");
  if (!response || response.length > 2048) return false;
  const body = { secret: env.TURNSTILE_SECRET, response, remoteip: request.headers.get("cf-connecting-ip") ?? undefined };
  const asked = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const told = await (await fetch(`${CHECK}/turnstile/v0/siteverify`, asked)).json();
  return told.success === true && told.hostname === new URL(request.url).hostname;
}

// ---- Handing over --------------------------------------------------------------------------------

async function handOver(request, env, [id, files, number], query) {
  if (!(await isSame(request.headers.get("authorization") ?? "", `Bearer ${env.KEY}`))) return json({ error: "no" }, 401);
  const base = `${new URL(request.url).origin}/submissions`;
  if (id === undefined) return request.method === "GET" ? list(env, query.get("after"), base) : json({}, 405);
  const head = ID.test(id) && (await env.STORE.get(`heads/${id}`));
  if (!head) return json({ error: "not here" }, 404);
  const submission = JSON.parse(await head.text());
  if (files === undefined && request.method === "GET") return json(shown(submission, base));
  if (files === undefined && request.method === "DELETE") return remove(submission, env);
  if (files !== "files" || request.method !== "GET") return json({}, 405);
  const file = Object.hasOwn(submission.files, number) && (await env.STORE.get(`files/${submission.at}/${number}`));
  return file ? bytes(file) : json({ error: "not here" }, 404);
}

async function list(env, after, base) {
  if (after !== null && !ID.test(after)) return json({ error: "no such place" }, 400);
  const startAfter = after ? `heads/${after}` : undefined;
  const found = await env.STORE.list({ prefix: "heads/", limit: PAGE, startAfter });
  const heads = await Promise.all(found.objects.map(({ key }) => env.STORE.get(key)));
  const texts = await Promise.all(heads.filter(Boolean).map((head) => head.text()));
  const next = found.truncated ? found.objects.at(-1).key.slice("heads/".length) : null;
  return json({ submissions: texts.map((text) => shown(JSON.parse(text), base)), next });
}

/** A submission as it is handed over, and where each of its files is. */
function shown({ at, ...submission }, base) {
  const url = (number) => `${base}/${submission.id}/files/${number}`;
  return { ...submission, files: submission.files.map((file, number) => ({ ...file, url: url(number) })) };
}

/** The files first: while one is left, so is the head that knows of it. */
async function remove(submission, env) {
  await removeFiles(submission, env);
  await env.STORE.delete(`heads/${submission.id}`);
  return json({});
}

/** Compares digests, whose time tells nothing of what they are of. */
async function isSame(given, wanted) {
  const [one, other] = await Promise.all([given, wanted].map(digest));
  return one.reduce((sum, byte, place) => sum | (byte ^ other[place]), 0) === 0;
}

const digest = async (text) => new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));

const hex = (data) => Array.from(data, (byte) => byte.toString(16).padStart(2, "0")).join("");

const PRIVATE = { "cache-control": "no-store", "x-content-type-options": "nosniff", "x-robots-tag": "noindex" };

const json = (value, status = 200) => Response.json(value, { status, headers: PRIVATE });

function bytes(file) {
  const headers = { ...PRIVATE, "content-type": "application/octet-stream", "content-disposition": "attachment" };
  return new Response(file.body, { headers: { ...headers, "content-length": String(file.size) } });
}

// ---- Pages, which need no script ------------------------------------------------------------------

const moved = (to) => new Response(null, { status: 303, headers: { ...PRIVATE, location: to } });

/** The site's own page of thanks, in the language of the posting where the site has it. */
function thanks(given, env) {
  const language = said(given, "language").slice(0, 2).toLowerCase();
  const has = (env.LANGUAGES ?? "").split(/[\s,]+/).includes(language) && language;
  return moved(new URL(`${has ? `${language}/` : ""}thanks/`, env.SITE).href);
}

/** The form anew, with what was typed; a browser gives no files back. */
function again(request, env, given, wrong) {
  const words = wordsOf(said(given, "language"));
  const known = [...HIDDEN, ...USUAL, "consent"];
  const own = given.fields.filter((each) => !known.includes(each[0]) && !isEmpty(each));
  const files = new Set(["cv", "files", ...given.files.map(([name]) => name)]);
  const rows = [
    ...USUAL.map((name) => [name, said(given, name), "text"]),
    ...own.map(([name, value]) => [name, value, "text"]),
    ...[...files].map((name) => [name, "", "file"]),
  ];
  const places = new Map(rows.map(([name], place) => [name, `f${place}`]).reverse());
  places.set("consent", "consent");
  const told = [...wrong].map(([name, what]) => {
    const text = escaped(labelOf(words, name) === name ? `${name}: ${words[what]}` : words[what]);
    return `<li>${places.has(name) ? `<a href="#${places.get(name)}">${text}</a>` : text}</li>`;
  });
  const hidden = HIDDEN.map((name) => `<input type="hidden" name="${name}" value="${escaped(said(given, name))}">`);
  const agreed = said(given, "consent") === "yes" ? " checked" : "";
  const main = `<h1>${words.notSent}</h1>
<div class="errors" role="alert"><ul>${told.join("")}</ul>${given.files.length ? `<p>${words.again}</p>` : ""}</div>
<div class="form"><form method="post" enctype="multipart/form-data">${hidden.join("")}
<p hidden><input type="text" name="${TRAP}" tabindex="-1" autocomplete="off"></p>
${rows.map((row, place) => field(words, row, `f${place}`, wrong)).join("\n")}
<div class="check"><input type="checkbox" id="consent" name="consent" value="yes" required${agreed}><label for="consent">${words.agree}</label></div>
<div class="send"><button class="button" type="submit">${words.send}</button></div></form></div>`;
  return page(env, words, words.error.replace("%(what)s", words.notSent), main, { status: 422 });
}

/** What a field is called: a question of the posting's own by its words. */
function labelOf(words, name) {
  if (name === "consent") return words.agree;
  return [...USUAL, "cv", "files"].includes(name) ? words[name] : name;
}

function field(words, [name, value, kind], id, wrong) {
  const bad = wrong.has(name) ? ` aria-invalid="true" aria-describedby="${id}Error"` : "";
  const mark = bad && `<p class="bad" id="${id}Error">${words[wrong.get(name)]}</p>`;
  const same = `id="${id}" name="${escaped(name)}"${bad}`;
  const isLong = ["message", "links"].includes(name) || value.length > 100 || value.includes("\n");
  const several = kind === "file" && name !== "cv" ? " multiple" : "";
  const input = isLong
    ? `<textarea ${same} rows="${name === "links" ? 2 : 6}">\n${escaped(value)}</textarea>`
    : `<input ${same} type="${kind}"${kind === "text" ? ` value="${escaped(value)}"` : several}>`;
  return `<div class="field"><label for="${id}">${escaped(labelOf(words, name))}</label>\n${input}${mark}</div>`;
}

/** What cannot be read is not shown again: the browser's way back has it. */
function apology(request, env, status) {
  const words = wordsOf(request.headers.get("accept-language") ?? "");
  const more = status === 413 ? `<p>${words.large}</p>` : "";
  const back = `<p class="act"><a class="button quiet" href="${escaped(env.SITE)}">${words.jobs}</a></p>`;
  const main = `<h1>${words.notSent}</h1>${more}<p>${words.wrong}</p>${back}`;
  return page(env, words, words.error.replace("%(what)s", words.notSent), main, { status });
}

/** A page that looks as the site does, runs no script of strangers, and is framed by nobody. */
function page(env, words, title, main, { status, script = "" }) {
  const site = new URL(env.SITE);
  const policy = [
    "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    `style-src ${site.origin}; form-action 'self' ${site.origin}`,
    ...(script ? [`script-src ${script}; frame-src ${script}; connect-src ${script}`] : []),
  ];
  const headers = {
    ...PRIVATE,
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy.join("; "),
    "referrer-policy": "same-origin",
  };
  const html = `<!DOCTYPE html>
<html lang="${words.code}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="stylesheet" href="${escaped(new URL("style.css", site).href)}"></head>
<body><main><div class="wrap page"><div class="text">
${main}
</div></div></main></body></html>`;
  return new Response(html, { status, headers });
}

const escaped = (text) => String(text).replace(/[&<>"'\0]/g, (sign) => (sign === "\0" ? "\ufffd" : `&#${sign.charCodeAt(0)};`));

function wordsOf(language) {
  const code = /^[a-z]{2}(?![a-z])/i.exec(language)?.[0].toLowerCase() ?? "en";
  return { code: Object.hasOwn(WORDS, code) ? code : "en", ...(Object.hasOwn(WORDS, code) ? WORDS[code] : WORDS.en) };
}

// The site's own words, by its catalogues (templates/site/*.po), and four that it has not.
const WORDS = {
  en: {
    notSent: "Your application was not sent",
    wrong: "Something went wrong on the way. Go back to the form: your browser has kept what you typed. Choose your files again, and send it once more.",
    again: "Please choose your files again.",
    send: "Send application",
    name: "Your name",
    email: "E-mail",
    phone: "Phone",
    cv: "CV",
    files: "Other files",
    links: "Links",
    message: "What else should we know?",
    writeName: "Write your name",
    reach: "Give an e-mail address or a phone number",
    address: "Give an e-mail address like name@example.com",
    attachCv: "Attach your CV as PDF, Word or text",
    agree: "Agree that we may keep your application",
    less: "Write less, please",
    jobs: "See all open jobs",
    error: "Error: %(what)s",
    unfit: "This file cannot be taken: attach a PDF",
    large: "Your files are too large: at most 30 MB together.",
    person: "Show that you are a person",
    script: "This step needs JavaScript.",
  },
  de: {
    notSent: "Ihre Bewerbung wurde nicht abgeschickt",
    wrong: "Unterwegs ging etwas schief. Gehen Sie zurück zum Formular: Ihr Browser hat behalten, was Sie geschrieben haben. Wählen Sie Ihre Dateien noch einmal aus, und schicken Sie es erneut ab.",
    again: "Bitte wählen Sie Ihre Dateien noch einmal aus.",
    send: "Bewerbung abschicken",
    name: "Ihr Name",
    email: "E-Mail",
    phone: "Telefon",
    cv: "Lebenslauf",
    files: "Weitere Dateien",
    links: "Links",
    message: "Was sollten wir noch wissen?",
    writeName: "Schreiben Sie Ihren Namen",
    reach: "Geben Sie eine E-Mail-Adresse oder eine Telefonnummer an",
    address: "Geben Sie eine E-Mail-Adresse wie name@example.com an",
    attachCv: "Hängen Sie Ihren Lebenslauf als PDF, Word oder Text an",
    agree: "Stimmen Sie zu, dass wir Ihre Bewerbung aufbewahren",
    less: "Bitte schreiben Sie weniger",
    jobs: "Alle offenen Stellen ansehen",
    error: "Fehler: %(what)s",
    unfit: "Diese Datei können wir nicht annehmen: Hängen Sie ein PDF an",
    large: "Ihre Dateien sind zu groß: zusammen höchstens 30 MB.",
    person: "Zeigen Sie, dass Sie ein Mensch sind",
    script: "Dieser Schritt braucht JavaScript.",
  },
  es: {
    notSent: "Tu candidatura no se ha enviado",
    wrong: "Algo ha fallado por el camino. Vuelve al formulario: tu navegador ha guardado lo que escribiste. Elige de nuevo tus archivos y envíalo otra vez.",
    again: "Vuelve a elegir tus archivos, por favor.",
    send: "Enviar candidatura",
    name: "Tu nombre",
    email: "Correo electrónico",
    phone: "Teléfono",
    cv: "Currículum",
    files: "Otros archivos",
    links: "Enlaces",
    message: "¿Qué más deberíamos saber?",
    writeName: "Escribe tu nombre",
    reach: "Indica un correo electrónico o un número de teléfono",
    address: "Indica un correo electrónico, por ejemplo nombre@example.com",
    attachCv: "Adjunta tu currículum en PDF, Word o texto",
    agree: "Acepta que conservemos tu candidatura",
    less: "Escribe un texto más corto, por favor",
    jobs: "Ver todas las ofertas",
    error: "Error: %(what)s",
    unfit: "No podemos aceptar este archivo: adjunta un PDF",
    large: "Tus archivos ocupan demasiado: como máximo 30 MB en total.",
    person: "Demuestra que eres una persona",
    script: "Este paso necesita JavaScript.",
  },
  fr: {
    notSent: "Votre candidature n’a pas été envoyée",
    wrong: "Une erreur s’est produite en chemin. Revenez au formulaire : votre navigateur a gardé ce que vous avez saisi. Choisissez à nouveau vos fichiers, puis renvoyez-le.",
    again: "Veuillez choisir à nouveau vos fichiers.",
    send: "Envoyer ma candidature",
    name: "Votre nom",
    email: "E-mail",
    phone: "Téléphone",
    cv: "CV",
    files: "Autres fichiers",
    links: "Liens",
    message: "Que devrions-nous savoir d’autre ?",
    writeName: "Écrivez votre nom",
    reach: "Indiquez une adresse e-mail ou un numéro de téléphone",
    address: "Indiquez une adresse e-mail, par exemple nom@example.com",
    attachCv: "Joignez votre CV au format PDF, Word ou texte",
    agree: "Acceptez que nous conservions votre candidature",
    less: "Écrivez un texte plus court",
    jobs: "Voir toutes les offres",
    error: "Erreur : %(what)s",
    unfit: "Ce fichier ne peut pas être accepté : joignez un PDF",
    large: "Vos fichiers sont trop volumineux : 30 Mo au plus en tout.",
    person: "Montrez que vous êtes une personne",
    script: "Cette étape nécessite JavaScript.",
  },
  it: {
    notSent: "La tua candidatura non è stata inviata",
    wrong: "Qualcosa è andato storto. Torna al modulo: il tuo browser ha conservato ciò che hai scritto. Scegli di nuovo i file e invialo ancora una volta.",
    again: "Scegli di nuovo i tuoi file.",
    send: "Invia la candidatura",
    name: "Il tuo nome",
    email: "E-mail",
    phone: "Telefono",
    cv: "CV",
    files: "Altri file",
    links: "Link",
    message: "Che cos’altro dovremmo sapere?",
    writeName: "Scrivi il tuo nome",
    reach: "Indica un indirizzo e-mail o un numero di telefono",
    address: "Indica un indirizzo e-mail, come nome@example.com",
    attachCv: "Allega il tuo CV in formato PDF, Word o testo",
    agree: "Acconsenti alla conservazione della tua candidatura",
    less: "Scrivi un testo più breve",
    jobs: "Vedi tutte le posizioni aperte",
    error: "Errore: %(what)s",
    unfit: "Non possiamo accettare questo file: allega un PDF",
    large: "I tuoi file sono troppo grandi: al massimo 30 MB in tutto.",
    person: "Dimostra di essere una persona",
    script: "Questo passaggio richiede JavaScript.",
  },
  nl: {
    notSent: "Je sollicitatie is niet verstuurd",
    wrong: "Er ging onderweg iets mis. Ga terug naar het formulier: je browser heeft bewaard wat je hebt ingevuld. Kies je bestanden opnieuw en verstuur het nog een keer.",
    again: "Kies je bestanden opnieuw.",
    send: "Sollicitatie versturen",
    name: "Je naam",
    email: "E-mail",
    phone: "Telefoon",
    cv: "Cv",
    files: "Andere bestanden",
    links: "Links",
    message: "Wat moeten we nog weten?",
    writeName: "Vul je naam in",
    reach: "Vul een e-mailadres of een telefoonnummer in",
    address: "Vul een e-mailadres in, zoals naam@example.com",
    attachCv: "Voeg je cv toe als PDF, Word of tekst",
    agree: "Geef aan dat we je sollicitatie mogen bewaren",
    less: "Schrijf een kortere tekst",
    jobs: "Alle vacatures bekijken",
    error: "Fout: %(what)s",
    unfit: "Dit bestand kunnen we niet aannemen: voeg een PDF toe",
    large: "Je bestanden zijn te groot: samen hoogstens 30 MB.",
    person: "Laat zien dat je een mens bent",
    script: "Deze stap heeft JavaScript nodig.",
  },
  pt: {
    notSent: "A sua candidatura não foi enviada",
    wrong: "Algo deu errado no caminho. Volte ao formulário: o seu navegador guardou o que você digitou. Escolha os arquivos novamente e envie outra vez.",
    again: "Escolha os seus arquivos novamente.",
    send: "Enviar candidatura",
    name: "Seu nome",
    email: "E-mail",
    phone: "Telefone",
    cv: "Currículo",
    files: "Outros arquivos",
    links: "Links",
    message: "O que mais devemos saber?",
    writeName: "Escreva o seu nome",
    reach: "Informe um e-mail ou um telefone",
    address: "Informe um e-mail, como nome@example.com",
    attachCv: "Anexe o seu currículo em PDF, Word ou texto",
    agree: "Concorde que guardemos a sua candidatura",
    less: "Escreva um texto mais curto, por favor",
    jobs: "Ver todas as vagas",
    error: "Erro: %(what)s",
    unfit: "Não podemos aceitar este arquivo: anexe um PDF",
    large: "Os seus arquivos são grandes demais: no máximo 30 MB no total.",
    person: "Mostre que você é uma pessoa",
    script: "Esta etapa precisa de JavaScript.",
  },
};
