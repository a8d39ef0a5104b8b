
// Messages from pages, installation and activation.

// Stores a page and its files for offline reading. With Save-Data, reading alone causes no requests.
const take = async (cache, page, files) => {
  const spared = cache === READ && navigator.connection?.saveData;
  const how = spared ? { cache: "only-if-cached", mode: "same-origin" } : {};
  const bring = async (into, address) => {
    const answer = await fetch(address, how).catch(() => find(address));
    if (answer && isRight(answer, address)) await put(into, address, answer);
  };
  const missing = async (address) => isFile(below(address) ?? "") && !await find(address) && bring(FILES, address);
  await Promise.all([...[page, page + "index.json"].map((address) => bring(cache, address)), ...files.map(missing)]);
};

// Each reports whether the page is kept afterwards.
const acts = {
  async read(page, files, say) {
    const cache = await holder(page);
    say(cache === KEPT);
    await take(cache, page, files);
    await forget();
  },
  async keep(page, files, say) {
    await take(KEPT, page, files).catch(() => drop(KEPT, page));
    const kept = await holder(page) === KEPT;
    if (kept) await drop(READ, page);
    say(kept);
  },
  async release(page, files, say) {
    await take(READ, page, files);
    await drop(KEPT, page);
    say(false);
    await forget();
  },
};

// Messages wait for this: a file stored before its page would be deleted by the sweep.
let tidied = Promise.resolve();

addEventListener("message", (event) => {
  const { act, path, files } = event.data;
  const page = pageAt(new URL(path, location.origin));
  const say = (kept) => event.ports[0].postMessage(kept);
  if (page) event.waitUntil(tidied.then(() => acts[act](page, files, say)).catch(() => say(false)));
});

addEventListener("install", (event) => {
  // Open pages need not close first: files that differ between deploys have different names.
  skipWaiting();
  const bring = async (address) => {
    const answer = await fetch(address, { cache: "no-cache" });
    if (isRight(answer, address)) await put(OWN, address, answer);
  };
  event.waitUntil(Promise.all([PAGE, SCRIPT].map(bring)).catch(() => {}));
});

addEventListener("activate", (event) => {
  const tidy = async () => {
    await clients.claim();
    const former = (await caches.keys()).filter((name) => name.startsWith(`${ours}own:`) && name !== OWN);
    await Promise.all(former.map((name) => caches.delete(name)));
    await sweep();
  };
  event.waitUntil(tidied = tidy().catch(() => {}));
});
