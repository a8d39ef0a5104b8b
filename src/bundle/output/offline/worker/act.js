
// What a page tells of its reader, and how this worker comes and goes.

// Puts a page and its files where they can be read offline. A reader who saves data is sent nothing they did not ask for.
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

// Each says whether the page is kept on purpose then.
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

// What is put somewhere meanwhile would be swept away with what no page names: its page comes with it, and not before.
let tidied = Promise.resolve();

addEventListener("message", (event) => {
  const { act, path, files } = event.data;
  const page = pageAt(new URL(path, location.origin));
  const say = (kept) => event.ports[0].postMessage(kept);
  if (page) event.waitUntil(tidied.then(() => acts[act](page, files, say)).catch(() => say(false)));
});

addEventListener("install", (event) => {
  // Without waiting for pages that are open: what differs between two deploys differs in its name, so nothing is mixed.
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
