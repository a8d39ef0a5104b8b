
// The caches. Any operation may fail (a full disk, a private window): callers that write handle that.

// How many pages are stored besides the kept ones.
const MOST = 50;
// Responses that may refer to files.
const NAMES = /(\/|\.html|\.json|\.css|\.js)$/;

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

// The cache of a page: KEPT if the reader keeps it, otherwise READ.
const holder = async (page) => (await has(KEPT, page)) ? KEPT : READ;

// Deletes files that no stored page refers to. A page from before a deploy keeps its own program while it is stored.
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
  // A script that is gone may have been the last that referred to another file.
  if (unnamed.length) await sweep();
};

// Deletes the pages that were read longest ago. A cache lists its keys in order of insertion.
const forget = async () => {
  const addresses = (await (await caches.open(READ)).keys()).map(({ url }) => url);
  const old = [...new Set(addresses.reverse().map(pageOf))].slice(MOST);
  for (const page of old) await drop(READ, page);
  if (old.length) await sweep();
};
