// Asks the index that Pagefind made, loaded when the first word is searched.

const MOST = 100;
let engine;

async function load(address) {
  const pagefind = await import(new URL(address, document.baseURI).href);
  await pagefind.init();
  // Jobs that have no text in the page's language are listed in their own.
  const own = document.documentElement.lang;
  const others = new Set([...document.querySelectorAll("#jobs a[lang]")].map((link) => link.lang));
  for (const language of others)
    if (language !== own) await pagefind.mergeIndex(new URL(".", new URL(address, document.baseURI)).href, { language });
  return pagefind;
}

/** The pages that hold the words, the best first: {path, title, where}. */
export async function found(address, words) {
  engine ??= load(address);
  const { results } = await (await engine).search(words);
  const pages = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
  return pages.map(({ url, meta }) => ({
    path: new URL(url, document.baseURI).pathname,
    title: meta.title,
    where: meta.where ?? "",
  }));
}
