// What every page gains from a script, and can do without: the source that a link to it names
// (?ref=, ?src=) goes with the reader as far as the application, and the buttons to share and to print.

const site = new URL(".", document.querySelector("link[rel=stylesheet]").href);
const asked = new URLSearchParams(location.search);
const name = asked.has("ref") ? "ref" : "src";
const given = asked.get(name) ?? "";

/** What a link to this site said of itself (?ref=, ?src=); empty where it is no plain name. */
export const source = /^[\w.-]{1,64}$/.test(given) ? given : "";

/** An address with the source; a mail's text names it. */
export function carried(href) {
  if (!source) return href;
  const url = new URL(href);
  if (url.protocol === "mailto:") {
    const note = encodeURIComponent(`\n\n\n(src: ${source})`);
    return `${href}${url.search ? "&" : "?"}body=${note}`;
  }
  url.searchParams.set(name, source);
  return url.href;
}

const ways = new Set([...document.querySelectorAll("a[data-apply]")].map((link) => link.href));
for (const link of document.querySelectorAll("main a[href], .top a, .foot a")) {
  const inside = link.href.startsWith(site.href) && !link.getAttribute("href").startsWith("#");
  if (inside || ways.has(link.href)) link.href = carried(link.href);
}

for (const link of document.querySelectorAll("[data-share]")) {
  if (!navigator.share) break;
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    const url = document.querySelector("link[rel=canonical]")?.href ?? location.href;
    try {
      await navigator.share({ title: document.title, url });
    } catch {
      // The reader thought better of it.
    }
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// What a form kept of an application is dropped once it has arrived.
if (document.querySelector("[data-sent]"))
  for (const key of Object.keys(sessionStorage)) if (key.startsWith("application ")) sessionStorage.removeItem(key);

document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector(".languages[open]");
  if (!open) return;
  open.open = false;
  open.firstElementChild.focus();
});
