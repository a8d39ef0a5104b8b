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

const engines = Promise.all(parts.map(engine));

// What was asked, the hits that were not handed on yet, and the tags that were.
let turn = 0, hits = [], tags = [];

export const search = async (words, tag) => {
  const mine = ++turn;
  // A reader who types pauses between two words, not between two letters.
  await new Promise((done) => setTimeout(done, 90));
  if (mine !== turn) return;
  words = words.trim();
  const asked = words || tag ? await engines : [];
  const found = await Promise.all(asked.map((instance) => instance.search(words || null, { filters: tag ? { tag } : {} })));
  if (mine !== turn) return;
  hits = found.flatMap(({ results }) => results).sort((one, other) => other.score - one.score);
  tags = tag ? [tag] : [];
  return hits.length;
};

// The next hit: its tags, one a line, if no hit before it had them; title and address; and then three texts for each of
// its sections: title, address and excerpt. After each text a NUL.
export const next = async () => {
  const mine = turn, hit = hits.shift();
  // The ones after it are asked for before this one has come. Whether they come is for their turn to say.
  for (const other of hits.slice(0, 4)) (other.coming ??= other.data()).catch(() => {});
  const { meta, url, filters, sub_results } = await (hit?.coming ?? hit?.data()) ?? {};
  if (mine !== turn || !url) return;
  const fresh = (filters.tag ?? []).filter((tag) => !tags.includes(tag));
  tags.push(...fresh);
  const sections = sub_results.slice(0, 3).flatMap(({ title, url, excerpt }) => [title, url, excerpt]);
  return [fresh.join("\n"), meta.title, url, ...sections].map((text) => text + "\0").join("");
};
