// On the page for wrong addresses: open jobs that hold the words of the address.

import { item } from "./results.js";
import { found } from "./search.js";

const MOST = 5;
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
  const seen = new Map();
  for (const query of asked.length > 1 ? [asked.join(" "), ...asked] : asked) {
    if (seen.size) break;
    const { hits } = await found(section.dataset.search, query, MOST);
    for (const hit of hits) seen.set(hit.path, hit);
  }
  section.querySelector("ul").append(...[...seen.values()].map((hit) => item(hit, "h3")));
  section.hidden = seen.size === 0;
}

look();
