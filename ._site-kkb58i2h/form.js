// The application's form, which works without: where one came from, one way to be reached at
// least, and what was typed where the receiver sends back a reader with `?error=email,cv#apply`.

import { source } from "./page.js";
import { colon, make } from "./words.js";

const form = document.querySelector(".form form");
const kept = `application ${location.pathname}`;
const [email, phone] = ["email", "phone"].map((name) => form.elements[name]);

form.elements.source.value = source;
document.getElementById("notSent").remove();

function check() {
  const reached = email.value.trim() || phone.value.trim();
  email.setCustomValidity(reached ? "" : form.dataset.reach);
  for (const group of form.querySelectorAll("fieldset[data-required]")) {
    const some = group.querySelector(":checked");
    group.querySelector("input").setCustomValidity(some ? "" : group.dataset.error);
  }
}

/** What was typed, for this tab alone, until the page of thanks. Files cannot be kept. */
function keep() {
  const typed = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  sessionStorage.setItem(kept, JSON.stringify(typed));
}

function restore() {
  const typed = JSON.parse(sessionStorage.getItem(kept) ?? "[]");
  for (const [name, value] of typed) {
    const all = [...form.querySelectorAll("[name]")].filter((field) => field.name === name && field.type !== "hidden");
    for (const field of all) {
      if (!["radio", "checkbox"].includes(field.type)) field.value = value;
      else if (field.value === value) field.checked = true;
    }
  }
}

/** The posting's own question before what is wrong: the usual fields' messages name their field. */
function asked(field) {
  if (!/^applyQuestion/.test(field.id)) return "";
  const label = field.querySelector("legend") ?? field.labels[0];
  const text = label.firstChild.textContent.trim();
  return `${text}${/[?？!.:]$/.test(text) ? " " : colon}`;
}

/** Say beside each field what is wrong with it, and above the form where to look. */
function show(names) {
  const box = make("div", "", { className: "errors", tabIndex: -1 });
  const list = make("ul");
  box.setAttribute("role", "alert");
  box.append(make("h3", form.dataset.title), list);
  for (const field of form.querySelectorAll("[data-error]")) {
    const { id } = field;
    if (!names.includes(id)) continue;
    const said = make("p", field.dataset.error, { className: "bad", id: `${id}Error` });
    const first = field.matches("fieldset") ? field.querySelector("input") : field;
    first.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", [said.id, field.getAttribute("aria-describedby")].filter(Boolean).join(" "));
    field.closest(".check")?.append(said);
    if (!said.parentElement) field.after(said);
    const item = make("li");
    item.append(make("a", `${asked(field)}${field.dataset.error}`, { href: `#${first.id}` }));
    list.append(item);
  }
  box.append(make("p", form.dataset.lost));
  form.before(box);
  document.title = form.dataset.errorTitle.replace("{title}", () => document.title);
  const look = () => {
    box.scrollIntoView();
    box.focus({ preventScroll: true });
  };
  // What the address names would take the focus away again.
  if (document.readyState === "complete") look();
  else addEventListener("load", () => setTimeout(look), { once: true });
}

const wrong = new URLSearchParams(location.search).get("error");
if (wrong !== null) {
  restore();
  show(wrong.split(",").map((name) => `apply${name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}`));
}
check();
form.addEventListener("input", check);
form.addEventListener("submit", keep);
