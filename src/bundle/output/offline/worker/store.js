
// What is kept. A cache may fail at any time (a full disk, a private window): whoever writes to one says what then.

// How many pages stay readable that nobody asked to keep.
const MOST = 50;
// What names files.
const NAMES = /(\/|\.html|\.json|\.css)$/;

const any = { ignoreVary: true };
const has = (cache, address) => caches.match(address, { cacheName: cache, ...any });
const find = async (address) => {
  for (const cache of [KEPT, READ, FILES, OWN]) {
    const found = await has(cache, address).catch(() => {});
    if (found) return found;
  }
};
const put = async (cache, address, answer) => (await caches.open(cache)).put(address, answer);
const drop = async (cache, page) => {
  const from = await caches.open(cache);
  await Promise.all([page, page + "index.json"].map((address) => from.delete(address, any)));
};

// Where a page is, or would be: it was kept on purpose, or read.
const holder = async (page) => (await has(KEPT, page)) ? KEPT : READ;

// Deletes the files that no page names any more. One from before a deploy has its own program for as long as it stays.
const sweep = async () => {
  const named = new Set();
  for (const name of [OWN, READ, KEPT, FILES]) {
    const cache = await caches.open(name);
    for (const request of (await cache.keys()).filter(({ url }) => NAMES.test(url))) {
      const text = await (await cache.match(request, any))?.text() ?? "";
      for (const [file] of text.matchAll(FILE)) named.add(file);
    }
  }
  const cache = await caches.open(FILES);
  const unnamed = (await cache.keys()).filter(({ url }) => !named.has(url.split("/").pop()));
  await Promise.all(unnamed.map((request) => cache.delete(request, any)));
};

// Forgets the pages that were read the longest ago. A cache lists them in the order in which they came.
const forget = async () => {
  const addresses = (await (await caches.open(READ)).keys()).map(({ url }) => url);
  const old = [...new Set(addresses.reverse().map(pageOf))].slice(MOST);
  for (const page of old) await drop(READ, page);
  if (old.length) await sweep();
};
