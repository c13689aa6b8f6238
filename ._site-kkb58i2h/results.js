// Draws what a search found in the place of the list: the best first, with the words that matched.

import { carried } from "./page.js";
import { action, make, say } from "./words.js";

/** A hit as an item of a list. */
export function item(hit, level = "h2") {
  const li = make("li", "", { className: "job" });
  const heading = make(level, "", { className: "job-title" });
  heading.append(make("a", hit.title, { href: carried(new URL(hit.path, location.href).href) }));
  const where = make("p", hit.where, { className: "job-where" });
  li.append(heading, where, make("p", "", { className: "job-how" }), make("p", "", { className: "job-pay" }));
  li.lastChild.append(make("bdi", hit.pay));
  return li;
}

/** The hits as a list. */
export function results(hits) {
  const list = make("ol", "", { className: "results" });
  for (const hit of hits) {
    const li = item(hit);
    li.className = "";
    li.append(excerpt(hit));
    list.append(li);
  }
  return list;
}

/** The sentence that matched. Nothing of it but text and marks gets into the page. */
function excerpt(hit) {
  const found = new DOMParser().parseFromString(hit.excerpt, "text/html").body;
  const p = make("p", "", { className: "excerpt" });
  let skipped = found.textContent.startsWith(hit.title) ? hit.title.length : 0;
  while (skipped && /[.\s]/.test(found.textContent[skipped] ?? "")) skipped++;
  for (const node of found.childNodes) {
    const text = node.textContent.slice(skipped);
    skipped = Math.max(0, skipped - node.textContent.length);
    if (text) p.append(node.nodeName === "MARK" ? make("mark", text) : text);
  }
  return p;
}

/** What to do where nothing was found: the nearest words of this page, or all jobs. */
export function nothing(query, text, ask, all) {
  const box = make("div", "", { className: "none" });
  box.append(make("h2", say("unknown", { query })));
  const guess = nearest(query, text);
  if (guess !== query.toLowerCase()) {
    const [before, after] = say("guess").split("{word}");
    const p = make("p", before);
    p.append(action(guess, () => ask(guess)), after ?? "");
    box.append(p);
  }
  const rest = make("p");
  rest.append(action(say("all"), all));
  box.append(rest);
  return box;
}

/** The query, each word that no word of the text begins with replaced by the nearest one. */
function nearest(query, text) {
  const known = [...new Set(text.toLowerCase().match(/\p{L}{3,}/gu))];
  const one = (word) => {
    if (known.some((other) => other.startsWith(word))) return word;
    const [best, away] = known.reduce((kept, other) => {
      const steps = distance(word, other);
      return steps < kept[1] ? [other, steps] : kept;
    }, [word, 3]);
    return away < word.length / 2 ? best : word;
  };
  return query.toLowerCase().split(/\s+/).map(one).join(" ");
}

/** How many letters are put in, left out or changed between two words (Levenshtein). */
function distance(one, other) {
  let row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let k = 1; k < row.length; k++)
      next.push(Math.min(row[k] + 1, next[k - 1] + 1, row[k - 1] + (one[i - 1] !== other[k - 1])));
    row = next;
  }
  return row.at(-1);
}
