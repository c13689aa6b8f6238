// Asks the index that Pagefind made, loaded when the first letter is typed.

let engine;

async function load(address) {
  const pagefind = await import(new URL(address, document.baseURI).href);
  await pagefind.options({ excerptLength: 24 });
  await pagefind.init();
  // Jobs that have no text in the page's language are listed in their own.
  const own = document.documentElement.lang;
  const others = new Set([...document.querySelectorAll("#jobs a[lang]")].map((link) => link.lang));
  for (const language of others)
    if (language !== own) await pagefind.mergeIndex(new URL(".", new URL(address, document.baseURI)).href, { language });
  return pagefind;
}

/** The number of pages that hold the words, and the best `most` of them: {path, title, where, pay, excerpt}. */
export async function found(address, words, filters = {}, most = 20) {
  engine ??= load(address).catch((error) => {
    engine = undefined;
    throw error;
  });
  const { results } = await (await engine).search(words, { filters });
  const pages = await Promise.all(results.slice(0, most).map((result) => result.data()));
  const hits = pages.map(({ url, meta, excerpt }) => ({
    path: new URL(url, document.baseURI).pathname,
    title: meta.title,
    where: meta.where ?? "",
    pay: meta.pay ?? "",
    excerpt,
  }));
  return { number: results.length, hits };
}
