// On the page for wrong addresses: open jobs that hold the words of the address.

import { carried } from "./page.js";
import { found } from "./search.js";

const section = document.querySelector("#found");
const root = new URL("..", new URL(section.dataset.search, document.baseURI)).pathname;

function words() {
  let path = location.pathname;
  try {
    path = decodeURIComponent(path);
  } catch {
    // Not UTF-8: take it as it stands.
  }
  const below = path.startsWith(root) ? path.slice(root.length) : path;
  return below.replace(/\.(html?|php|aspx?|md)$/i, "").match(/\p{L}{3,}/gu) ?? [];
}

async function look() {
  const asked = words();
  if (!asked.length) return;
  let hits = await found(section.dataset.search, asked.join(" "));
  for (const word of hits.length ? [] : asked) hits = hits.concat(await found(section.dataset.search, word));
  const list = section.querySelector("ul");
  const seen = new Set();
  for (const { path, title, where } of hits) {
    if (seen.has(path) || seen.size === 5) continue;
    seen.add(path);
    const item = list.appendChild(document.createElement("li"));
    item.className = "job";
    const heading = item.appendChild(document.createElement("h3"));
    heading.className = "job-title";
    const link = heading.appendChild(document.createElement("a"));
    link.href = carried(new URL(path, location.href).href);
    link.textContent = title;
    const line = item.appendChild(document.createElement("p"));
    line.className = "job-where";
    line.textContent = where;
  }
  section.hidden = seen.size === 0;
}

look();
