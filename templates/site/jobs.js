// The first page's filters and search, at once and in the page; the address says what is chosen.
// Without this script each filter is a link to a page of its own.

import { found } from "./search.js";

const $ = (selector) => [...document.querySelectorAll(selector)];
const chips = $("[data-kind]");
const kinds = [...new Set(chips.map((chip) => chip.dataset.kind))];
const jobs = $("#jobs .job").map((element) => {
  const values = kinds.map((kind) => [kind, (element.dataset[kind] ?? "").split(" ")]);
  return { element, path: element.querySelector("a").pathname, values: Object.fromEntries(values) };
});
const count = document.querySelector("#count");
const all = count.textContent;
const form = document.querySelector(".search");
const box = form?.querySelector("input");
let matches = null; // the paths that the search found; null where nothing is searched
let asked = 0;

const params = () => new URLSearchParams(location.search);
const chosen = (query = params()) => kinds.filter((kind) => query.get(kind));

/** The address after a click on a value: chosen, or no longer. */
function after(kind, value) {
  const query = params();
  if (query.get(kind) === value) query.delete(kind);
  else query.set(kind, value);
  return `${location.pathname}${query.size ? `?${query}` : ""}`;
}

function show() {
  const query = params();
  const picked = chosen(query);
  const numbers = new Map();
  let left = 0;
  for (const job of jobs) {
    const misses = picked.filter((kind) => !job.values[kind].includes(query.get(kind)));
    const hit = !matches || matches.has(job.path);
    job.element.hidden = misses.length > 0 || !hit;
    left += job.element.hidden ? 0 : 1;
    // A value's number is what one would see after choosing it.
    if (!hit || misses.length > 1) continue;
    for (const kind of misses.length ? misses : kinds)
      for (const value of job.values[kind]) {
        const key = `${kind} ${value}`;
        numbers.set(key, (numbers.get(key) ?? 0) + 1);
      }
  }
  for (const chip of chips) {
    const { kind, value } = chip.dataset;
    const number = numbers.get(`${kind} ${value}`) ?? 0;
    chip.href = after(kind, value);
    chip.lastElementChild.textContent = number;
    chip.classList.toggle("idle", !number);
    if (query.get(kind) === value) chip.setAttribute("aria-current", "true");
    else chip.removeAttribute("aria-current");
  }
  for (const team of $("#jobs .team")) team.hidden = !team.querySelector(".job:not([hidden])");
  const { none, one, many } = count.dataset;
  const words = left === 0 ? none : left === 1 ? one : many.replace("%", left);
  const text = left === jobs.length ? all : words;
  if (count.textContent !== text) count.textContent = text;
  document.querySelector("#none").hidden = left > 0;
  document.querySelector(".reset").hidden = left === 0 || (!picked.length && !matches);
}

async function search() {
  const words = box?.value.trim() ?? "";
  const turn = ++asked;
  const paths = words ? await found(form.dataset.search, words) : null;
  if (turn !== asked) return;
  matches = paths && new Set(paths.map((one) => one.path));
  show();
}

function go(address) {
  history.pushState(null, "", address);
  show();
}

for (const chip of chips)
  chip.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(after(chip.dataset.kind, chip.dataset.value));
  });

for (const button of $("[data-reset]"))
  button.addEventListener("click", () => {
    const query = params();
    for (const kind of [...kinds, "q"]) query.delete(kind);
    if (box) box.value = "";
    matches = null;
    go(`${location.pathname}${query.size ? `?${query}` : ""}`);
    chips[0]?.focus();
  });

function read() {
  if (box) box.value = params().get("q") ?? "";
  show();
  search();
}

if (form) {
  form.hidden = false;
  let pause;
  box.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      const query = params();
      if (box.value.trim()) query.set("q", box.value.trim());
      else query.delete("q");
      history.replaceState(null, "", `${location.pathname}${query.size ? `?${query}` : ""}`);
      search();
    }, 150);
  });
}
addEventListener("popstate", read);
read();
