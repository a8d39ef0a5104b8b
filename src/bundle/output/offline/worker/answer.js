
// Responses to the requests of pages and navigations.

// How long to wait for the network if there is a stored copy, in milliseconds.
const LIMIT = 2500;

// From the network; if it fails or takes too long, from the stored copy. A late response is stored for the next time.
const freshly = async (event, request, address, keep) => {
  const looked = find(address);
  const asked = fetch(request).then(async (answer) => {
    if (isRight(answer, address)) event.waitUntil(keep(answer.clone()).catch(() => {}));
    return answer.status >= 500 ? await looked ?? answer : answer;
  });
  event.waitUntil(asked.catch(() => {}));
  const known = await looked;
  if (!known) return asked;
  const late = new Promise((done) => setTimeout(done, LIMIT, known));
  return Promise.race([asked.catch(() => known), late]);
};

// Bypasses the HTTP cache, which may have the page from before a deploy.
const page = (event, address) => {
  const request = new Request(event.request, { cache: "no-cache" });
  const answer = freshly(event, request, address, async (answer) => {
    await put(await holder(address), address, answer);
    await forget();
  });
  return answer.catch(async (error) => await find(PAGE) ?? Promise.reject(error));
};

// Data may be prefetched: it is stored only if its page is.
const data = (event, address) => freshly(event, event.request, address, async (answer) => {
  const cache = await holder(pageOf(address));
  if (await has(cache, pageOf(address))) await put(cache, address, answer);
});

const file = (event, address) => freshly(event, event.request, address, (answer) => put(FILES, address, answer));

// A file that never changes. Offline, another copy of a picture will do: the window may have another width by now.
const lasting = async (event, address) => await find(address) ?? file(event, address).catch(async (error) => {
  const picture = address.replace(COPY, "$1");
  const keys = await (await caches.open(FILES)).keys();
  const other = keys.find(({ url }) => COPY.test(url) && url.replace(COPY, "$1") === picture);
  return other ? find(other.url) : Promise.reject(error);
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname;
  const path = below(address);
  if (path === undefined || request.method !== "GET" || request.headers.has("range")) return;
  if (request.mode === "navigate") {
    const to = pageAt({ origin, pathname });
    if (to) event.respondWith(page(event, to));
  } else if (path.endsWith("index.json") && ofPages.has(pageOf(path))) {
    event.respondWith(data(event, address));
  } else if (isFile(path)) {
    event.respondWith((PROGRAM.test(path) || COPY.test(path) ? lasting : file)(event, address));
  }
});
