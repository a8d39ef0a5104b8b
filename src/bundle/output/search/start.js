// The search as the program calls it, on top of Pagefind. The bundler inserts the indices, the files of each that every
// search needs, and which chunk of an index has which words.
const parts = /* parts */ [].map((part) => ({ ...part, base: new URL(part.folder, import.meta.url).href }));

// Fetches a file into the browser's cache before the engine requests it.
const files = new Map();
const expect = (address) => {
  const file = files.get(address) ?? fetch(address).then(({ ok }) => ok || Promise.reject(address));
  files.set(address, file);
  // A failed request is repeated next time.
  file.catch(() => files.delete(address));
  return file;
};

// On the main thread: a worker would be one more file to load, and a search takes a few milliseconds.
const engine = async ({ base, tag, first }) => {
  for (const file of first) expect(base + file);
  const { createInstance } = await import(base + "pagefind.js");
  const options = { noWorker: true, metaCacheTag: tag, excerptLength: 24, excerptEllipsis: "…" };
  const instance = createInstance(options);
  await instance.init();
  // Makes it report which words it found.
  await instance.enterPlaygroundMode();
  return instance;
};

// After a failure, the next search loads everything again.
let engines;
const load = () => engines ??= Promise.all(parts.map(engine));
const failed = (error) => {
  engines = undefined;
  throw error;
};
load().catch(failed).catch(() => {});

// The number of the query, hits not loaded yet, hits being loaded, and the tags of those returned.
let turn = 0, hits = [], coming = [], tags = [];

export const search = async (words, tag) => {
  const mine = ++turn;
  const terms = read(words);
  // Earlier than the engine would: it requests chunks only once it has started.
  const needed = terms.flatMap(({ begin }) => parts.flatMap(({ base, chunks }) => {
    const [, file] = chunks.findLast(([from]) => from <= begin) ?? chunks[0] ?? [];
    return begin.length > 1 && file ? expect(base + file) : [];
  }));
  // Debounce: wait until the reader stops typing.
  await new Promise((done) => setTimeout(done, 60));
  if (mine !== turn) return;
  words = words.trim();
  const plain = terms.map(({ word }) => word).join(" ");
  const query = /^".+"$/.test(words) ? `"${plain}"` : plain;
  const ask = async (instance) => {
    const { results, search_keywords = [] } = await instance.search(plain && query || null, { filters: tag ? { tag } : {} });
    const asked = stemmed(terms, search_keywords);
    return (await sound(results, asked)).map((hit) => ({ score: hit.score, data: () => marked(hit, asked) }));
  };
  // A query of symbols only finds nothing.
  const asked = plain || tag && !words ? load() : Promise.resolve([]);
  const found = (await asked.then((instances) => Promise.all(instances.map(ask))).catch(failed)).flat();
  // The engine reports no error if a chunk could not be loaded, only no hits.
  if (!found.length) await Promise.all(needed).catch(failed);
  if (mine !== turn) return;
  hits = found.sort((one, other) => other.score - one.score);
  coming = [];
  // A filter by tag keeps the tags that were offered before.
  if (!tag) tags = [];
  return hits.length;
};

// Starts to load `count` hits. Returns how many are left.
export const some = (count) => {
  const begun = hits.splice(0, count).map((hit) => hit.data());
  // Errors are reported by `next`.
  for (const hit of begun) hit.catch(() => {});
  coming.push(...begun);
  return hits.length;
};

// The next hit, as texts that each end with a NUL: its tags that no earlier hit had, one per line; title and address; and
// for each of up to three sections, title, address and excerpt.
export const next = async () => {
  const mine = turn;
  const { meta, url, filters, sub_results } = await coming.shift() ?? {};
  if (mine !== turn || !url) return;
  const fresh = (filters.tag ?? []).filter((tag) => !tags.includes(tag));
  tags.push(...fresh);
  const sections = sub_results.slice(0, 3).flatMap(({ title, url, excerpt }) => [title, url, excerpt]);
  return [fresh.join("\n"), meta.title, url, ...sections].map((text) => text + "\0").join("");
};
