// Brings the search: what the program asks for, in terms of Pagefind. The bundler puts in what it alone knows: which
// indices there are, and which of their files every search needs.
const parts = /* parts */ [];

// On this thread: a worker would have to be loaded as well, and one search takes a few milliseconds.
const engine = async ({ folder, tag, first }) => {
  const base = new URL(folder, import.meta.url).href;
  for (const file of first) fetch(base + file).catch(() => {});
  const { createInstance } = await import(base + "pagefind.js");
  const options = { noWorker: true, metaCacheTag: tag, excerptLength: 24, excerptEllipsis: "…" };
  const instance = createInstance(options);
  await instance.init();
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
  // A reader who types pauses between two words, not between two letters.
  await new Promise((done) => setTimeout(done, 60));
  if (mine !== turn) return;
  words = words.trim();
  const ask = (instance) => instance.search(words || null, { filters: tag ? { tag } : {} });
  const asked = words || tag ? load() : Promise.resolve([]);
  const found = await asked.then((instances) => Promise.all(instances.map(ask))).catch(failed);
  if (mine !== turn) return;
  hits = found.flatMap(({ results }) => results).sort((one, other) => other.score - one.score);
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
