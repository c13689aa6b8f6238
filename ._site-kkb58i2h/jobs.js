// The first page's filters and search, at once and in the page; the address says what is chosen.
// Without this script each value is a link to a page of its own, and there is no search.

import { nothing, results } from "./results.js";
import { found } from "./search.js";
import { action, colon, count, make, say } from "./words.js";

const $ = (selector, within = document) => [...within.querySelectorAll(selector)];
const tools = document.querySelector(".tools");
const list = document.querySelector("#jobs > .wrap");
const status = document.querySelector("#status");
const chosen = document.querySelector(".chosen");
const field = document.querySelector("#q");
const kinds = $("[data-kind]", tools).map((ul) => ul.dataset.kind);
const rows = $(".job", list);
const plain = status.innerHTML;
const FIRST = 20;
const boxes = [];

function closePanels(event) {
  for (const open of $(".pick[open]", tools)) {
    const escaped = event.key === "Escape" && open.contains(document.activeElement);
    if (escaped) open.firstElementChild.focus();
    if (escaped || (event.type === "click" && !open.contains(event.target))) open.open = false;
  }
}

/** On the page of one value, a further one leads to the first page, with both chosen. */
function leadOn(home) {
  const current = tools.querySelector("[aria-current]");
  if (!current) return;
  const mine = [current.closest("[data-kind]").dataset.kind, current.dataset.value];
  for (const link of $("[data-kind] a", tools)) {
    const other = [link.closest("[data-kind]").dataset.kind, link.dataset.value];
    const query = link === current ? "" : `?${new URLSearchParams([mine, other])}`;
    link.href = `${home || "./"}${query}`;
  }
}

/** The links of the first page become boxes to tick. */
function takeOver() {
  const asked = new URLSearchParams(location.search);
  for (const link of $("[data-kind] a", tools)) {
    const { kind } = link.closest("[data-kind]").dataset;
    const label = make("label");
    const box = make("input", "", { type: "checkbox", value: link.dataset.value, name: kind });
    box.checked = asked.getAll(kind).includes(box.value);
    box.words = link.firstElementChild.textContent;
    box.addEventListener("change", update);
    label.append(box, ...link.children);
    link.replaceWith(label);
    boxes.push(box);
  }
}

const ticked = (kind) => boxes.filter((box) => box.checked && (!kind || box.name === kind));
const query = () => field?.value.trim() ?? "";

/** Whether a row has one of the values of each kind; `without` leaves a kind out of it. */
function fits(row, without) {
  return kinds.every((kind) => {
    const wanted = kind === without ? [] : ticked(kind);
    const has = (row.dataset[kind] ?? "").split(" ");
    return !wanted.length || wanted.some((box) => has.includes(box.value));
  });
}

function untick(some) {
  for (const box of some) box.checked = false;
  update();
  (field ?? tools.querySelector("summary"))?.focus();
}

function showChosen() {
  const on = ticked();
  const items = on.map((box) => {
    const chip = make("button", box.words, { type: "button", className: "chip", onclick: () => untick([box]) });
    chip.setAttribute("aria-label", say("remove", { value: box.words }));
    return chip;
  });
  if (on.length > 1) items.push(action(say("clear"), () => untick(on)));
  chosen.replaceChildren(...items.map((part) => {
    const li = make("li");
    li.append(part);
    return li;
  }));
  for (const pick of $(".pick", tools)) pick.classList.toggle("on", Boolean(pick.querySelector(":checked")));
}

/** A value's number is what one would see of it after choosing it. */
function showNumbers() {
  for (const kind of kinds) {
    const left = rows.filter((row) => fits(row, kind)).map((row) => (row.dataset[kind] ?? "").split(" "));
    for (const box of boxes.filter((one) => one.name === kind)) {
      const number = left.filter((values) => values.includes(box.value)).length;
      box.parentElement.lastElementChild.textContent = number;
      box.parentElement.classList.toggle("idle", !number);
    }
  }
}

function showRows() {
  for (const row of rows) row.hidden = !fits(row);
  for (const team of $(".team", list)) {
    const left = $(".job:not([hidden])", team).length;
    team.hidden = !left;
    const number = team.querySelector(".n");
    if (number) number.textContent = left;
  }
  const left = rows.filter((row) => !row.hidden).length;
  list.querySelector(".unfit")?.remove();
  if (!left && rows.length) list.prepend(unfit());
  if (ticked().length) status.replaceChildren(make("b", count("jobs", left)));
  else if (status.innerHTML !== plain) status.innerHTML = plain;
}

/** Nothing fits: which kind of choice to give up, and what that brings. */
function unfit() {
  const box = make("div", "", { className: "none unfit" });
  const ways = make("ul");
  box.append(make("h2", say("unfit")), ways);
  for (const kind of kinds.filter((one) => ticked(one).length)) {
    const gone = ticked(kind);
    const number = rows.filter((row) => fits(row, kind)).length;
    if (!number) continue;
    const way = make("li");
    const value = gone.map((one) => one.words).join(", ");
    way.append(action(say("without", { value }), () => untick(gone)), `${colon}${count("jobs", number)}`);
    ways.append(way);
  }
  const all = make("li");
  all.append(action(say("all"), () => untick(ticked())));
  ways.append(all);
  return box;
}

let turn = 0;
async function search(most = FIRST) {
  const mine = ++turn;
  const asked = query();
  document.body.classList.toggle("searching", Boolean(asked));
  if (!asked) {
    list.querySelector(".found")?.remove();
    for (const part of list.children) part.hidden = false;
    showRows();
    return;
  }
  const fitting = new Set(rows.filter((row) => fits(row)).map((row) => row.querySelector("a").pathname));
  const wanted = ticked().length ? (path) => fitting.has(path) : null;
  const answer = await found(field.dataset.search, asked, most, wanted).catch(() => null);
  if (mine === turn) showFound(asked, answer);
}

function showFound(asked, answer) {
  const box = list.querySelector(".found") ?? list.appendChild(make("div", "", { className: "found" }));
  for (const part of list.children) part.hidden = part !== box;
  if (!answer) return box.replaceChildren(make("p", say("failed"), { className: "none" }));
  const { number, hits } = answer;
  const words = number ? [make("b", count("hits", number)), ` ${say("query", { query: asked })}`] : [make("b", say("none"))];
  status.replaceChildren(...words);
  if (!number) return box.replaceChildren(nothing(asked, list.textContent, ask, () => ask("")));
  box.replaceChildren(results(hits));
  if (number > hits.length)
    box.append(action(say("more", { number }), async () => {
      await search(Infinity);
      $(".results a", box)[hits.length]?.focus();
    }));
}

/** Search for other words; for none, show all jobs. */
function ask(words) {
  field.value = words;
  if (!words) for (const box of boxes) box.checked = false;
  update();
  field.focus();
}

function update() {
  const choice = new URLSearchParams(ticked().map((box) => [box.name, box.value]));
  // What came with the address and is no choice, a source, stays.
  for (const [name, value] of new URLSearchParams(location.search))
    if (!kinds.includes(name) && name !== "q") choice.append(name, value);
  if (query()) choice.set("q", query());
  history.replaceState(null, "", choice.size ? `?${choice}` : location.pathname);
  showChosen();
  showNumbers();
  search();
}

function begin() {
  takeOver();
  let pause;
  field?.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(update, 120);
  });
  field?.addEventListener("keydown", (event) => {
    if (event.key === "Escape") ask("");
  });
  if (field) field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (ticked().length || query()) update();
}

document.addEventListener("click", closePanels);
document.addEventListener("keydown", closePanels);
if (tools.dataset.home === undefined) begin();
else leadOn(tools.dataset.home);
