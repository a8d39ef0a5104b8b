// The service worker of the editor: the page opens without a network, and takes what other apps share. The bundler inserts
// the addresses of the files that the page needs. Their names have the hash of their content.
const { version, first, later } = /* files */ {};
const lasting = new Set([...first, ...later]);

const base = new URL(registration.scope).pathname;
const ours = `personal-page:${base}:`;
const [EDITOR, SHARED] = [`editor:${version}`, "shared"].map((name) => ours + name);
// How long to wait for the network if there is a stored copy, in milliseconds.
const LIMIT = 2500;

// The caches of former versions, by their age.
const former = async () => (await caches.keys()).filter((name) => name.startsWith(`${ours}editor:`) && name !== EDITOR);
// In the cache of this version, or else of the one before it, whose page may still be open.
const find = async (address) => {
  for (const name of [EDITOR, ...await former()]) {
    const found = await caches.match(address, { cacheName: name, ignoreVary: true });
    if (found) return found;
  }
};
// The local server's page has the secret of its run, and may not be stored.
const isRight = ({ status, type, redirected, headers }) =>
  status === 200 && type === "basic" && !redirected && !/no-store/.test(headers.get("cache-control"));

// From the network, and stored; if it fails or takes too long, from the stored copy.
const freshly = async (event, address) => {
  const asked = fetch(event.request).then((answer) => {
    if (isRight(answer)) {
      const copy = answer.clone();
      event.waitUntil(caches.open(EDITOR).then((cache) => cache.put(address, copy)).catch(() => {}));
    }
    return answer;
  });
  event.waitUntil(asked.catch(() => {}));
  const known = await find(address);
  if (!known) return asked;
  const late = new Promise((done) => setTimeout(done, LIMIT, known));
  // The host has the files of a former version no more, but the page of an editor that is switched off is gone.
  const isGone = ({ status }) => status >= 500 || status === 404 && address !== base;
  return Promise.race([asked.then((answer) => isGone(answer) ? known : answer, () => known), late]);
};

// Keeps what another app shares until the page has made a draft of it: tools/editor/src/page/glue/share.rs.
const share = async (request) => {
  const address = `${base}?shared=${crypto.randomUUID()}`;
  const cache = await caches.open(SHARED);
  await cache.put(address, new Response(await request.formData()));
  return Response.redirect(address, 303);
};

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.mode === "navigate" && pathname === base && request.method === "POST") {
    event.respondWith(share(request));
  } else if (request.method !== "GET") {
    return;
  } else if (lasting.has(pathname)) {
    event.respondWith(find(pathname).then((found) => found ?? freshly(event, pathname)));
  } else if (pathname.startsWith(base) && !pathname.startsWith(`${base}api/`)) {
    event.respondWith(freshly(event, pathname.replace(/index\.html$/, "")));
  }
});

addEventListener("install", (event) => {
  // Open pages need not close first: files that differ between deploys have different names.
  skipWaiting();
  const store = async () => {
    const cache = await caches.open(EDITOR);
    await cache.addAll([new Request(base, { cache: "no-cache" }), `${base}site.json`, ...first]);
  };
  event.waitUntil(store());
});

addEventListener("activate", (event) => {
  const tidy = async () => {
    await clients.claim();
    const open = await clients.matchAll({ type: "window" });
    // A page that is open may still need files of the version that it came with.
    const unused = (await former()).slice(0, open.length ? -1 : undefined);
    await Promise.all(unused.map((name) => caches.delete(name)));
  };
  event.waitUntil(tidy().catch(() => {}));
});
