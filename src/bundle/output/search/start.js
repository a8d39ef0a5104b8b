// Brings the search: what the program asks for, in terms of Pagefind. The bundler puts in what it alone knows: which
// indices there are, which of their files every search needs, and which one it needs for a word.
const parts = /* parts */ [].map((part) => ({ ...part, base: new URL(part.folder, import.meta.url).href }));

// Has a file in the browser's cache before the engine asks for it.
const files = new Map();
const expect = (address) => {
  const file = files.get(address) ?? fetch(address).then(({ ok }) => ok || Promise.reject(address));
  files.set(address, file);
  // Asked for again the next time.
  file.catch(() => files.delete(address));
  return file;
};

// On this thread: a worker would have to be loaded as well, and one search takes a few milliseconds.
const engine = async ({ base, tag, first }) => {
  for (const file of first) expect(base + file);
  const { createInstance } = await import(base + "pagefind.js");
  const options = { noWorker: true, metaCacheTag: tag, excerptLength: 24, excerptEllipsis: "…" };
  const instance = createInstance(options);
  await instance.init();
  // So that it tells what it found.
  await instance.enterPlaygroundMode();
  return instance;
};

// What failed is tried again the next time.
let engines;
const load = () => engines ??= Promise.all(parts.map(engine));
const failed = (error) => {
  engines = undefined;
  throw error;
};
load().catch(failed).catch(() => {});

// What was asked, the hits that are not loaded yet, those that are on their way, and the tags of those handed on.
let turn = 0, hits = [], coming = [], tags = [];

export const search = async (words, tag) => {
  const mine = ++turn;
  const terms = read(words);
  // The engine would ask for its words no sooner than it has begun itself.
  const needed = terms.flatMap(({ begin }) => parts.flatMap(({ base, chunks }) => {
    const [, file] = chunks.findLast(([from]) => from <= begin) ?? chunks[0] ?? [];
    return begin.length > 1 && file ? expect(base + file) : [];
  }));
  // A reader who types pauses between two words, not between two letters.
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
  // All that is typed may be signs, and then there is nothing to find.
  const asked = plain || tag && !words ? load() : Promise.resolve([]);
  const found = (await asked.then((instances) => Promise.all(instances.map(ask))).catch(failed)).flat();
  // The engine finds nothing in what does not come, and says no more.
  if (!found.length) await Promise.all(needed).catch(failed);
  if (mine !== turn) return;
  hits = found.sort((one, other) => other.score - one.score);
  coming = [];
  // Filtered by a tag, all that were offered stay.
  if (!tag) tags = [];
  return hits.length;
};

// Begins to load some hits, and says how many are left.
export const some = (count) => {
  const begun = hits.splice(0, count).map((hit) => hit.data());
  // Whether one came is said when it is asked for.
  for (const hit of begun) hit.catch(() => {});
  coming.push(...begun);
  return hits.length;
};

// The next of them: its tags, one a line, if no hit before it had them; title and address; and then three texts for each
// of its sections: title, address and excerpt. After each text a NUL.
export const next = async () => {
  const mine = turn;
  const { meta, url, filters, sub_results } = await coming.shift() ?? {};
  if (mine !== turn || !url) return;
  const fresh = (filters.tag ?? []).filter((tag) => !tags.includes(tag));
  tags.push(...fresh);
  const sections = sub_results.slice(0, 3).flatMap(({ title, url, excerpt }) => [title, url, excerpt]);
  return [fresh.join("\n"), meta.title, url, ...sections].map((text) => text + "\0").join("");
};
