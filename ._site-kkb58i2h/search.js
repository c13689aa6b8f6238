// Asks the index that Pagefind made, loaded when the first letter is typed.

let engine, paths;

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

/** The paths of the pages by what the index calls them. */
const pages = async (address) => {
  const answer = await fetch(new URL("pages.json", new URL(address, document.baseURI)));
  const root = new URL("..", new URL(address, document.baseURI));
  const paths = Object.entries(await answer.json());
  return new Map(paths.map(([id, path]) => [id, new URL(path, root).pathname]));
};

/**
 * The number of pages that hold the words, and the best `most` of them: {path, title, where, pay,
 * excerpt}. Of these, `fits` says by its path which one is wanted; without it all are.
 */
export async function found(address, words, most, fits) {
  engine ??= load(address).catch((error) => {
    engine = undefined;
    throw error;
  });
  let { results } = await (await engine).search(words);
  if (fits) {
    paths ??= await pages(address);
    results = results.filter((result) => fits(paths.get(result.id)));
  }
  const best = await Promise.all(results.slice(0, most).map((result) => result.data()));
  const hits = best.map(({ url, meta, excerpt }) => ({
    path: new URL(url, document.baseURI).pathname,
    title: meta.title,
    where: meta.where ?? "",
    pay: meta.pay ?? "",
    excerpt,
  }));
  return { number: results.length, hits };
}
