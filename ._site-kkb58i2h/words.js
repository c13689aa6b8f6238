// What scripts say, in the words of the page: `#words` holds them.

const said = document.querySelector("#words")?.dataset ?? {};
const plural = new Intl.PluralRules(document.documentElement.lang || "en");

/** What stands between a name and what is said of it: French sets a colon apart. */
export const colon = document.documentElement.lang.startsWith("fr") ? "\u202f: " : ": ";

/** A sentence with its gaps filled. */
export function say(name, values = {}) {
  return (said[name] ?? "").replace(/\{(\w+)\}/g, (gap, key) => values[key] ?? gap);
}

/** A number with its noun: the page has a form for each of five numbers. */
export function count(name, number) {
  const samples = [1, 2, 3, 5, 9];
  const forms = (said[name] ?? "").split("|");
  const at = samples.findIndex((sample) => plural.select(sample) === plural.select(number));
  const found = at < 0 ? samples.length - 1 : at;
  return (forms[found] ?? "").replace(String(samples[found]), number);
}

/** An element with text and properties. */
export function make(tag, text = "", properties = {}) {
  return Object.assign(document.createElement(tag), { textContent: text }, properties);
}

/** A button that looks like a link. */
export function action(text, onclick) {
  return make("button", text, { type: "button", className: "plain", onclick });
}
