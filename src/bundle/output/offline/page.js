// The page's part of offline reading: registers the worker, reports which page is read, and adds the button to keep it.
const words = /* words */ {};
const root = document.documentElement, main = document.getElementById("main");
// The page that is shown. Those that the program lays out in advance follow it.
const page = () => main.firstElementChild;

// The URLs of the current page's style sheets and pictures, as the browser has chosen them.
const files = () => [...document.querySelectorAll("link[href]"), ...page().querySelectorAll("img")].map(({ href, currentSrc }) => href ?? currentSrc);

// Sends a page to the worker. Resolves to whether it is kept.
const tell = (act, path) => {
  const { port1, port2 } = new MessageChannel();
  navigator.serviceWorker.controller.postMessage({ act, path, files: files().filter(Boolean) }, [port2]);
  return new Promise((said) => port1.onmessage = ({ data }) => said(data));
};

// A page restored from memory already has its button.
const draw = (article) => {
  const button = article.querySelector(".keep") ?? document.createElement("button");
  Object.assign(button, { type: "button", className: "keep", textContent: words.keep, lang: root.lang, dir: root.dir });
  article.querySelector("header").append(button);
  return button;
};

const show = async () => {
  const [path, article] = [location.pathname, page().querySelector("article")];
  const kept = await tell("read", path);
  if (article?.isConnected) draw(article).setAttribute("aria-pressed", kept);
};

// Lazy pictures are loaded now: later there may be no network.
const load = (picture) => {
  picture.loading = "eager";
  return picture.decode().catch(() => {});
};

addEventListener("click", async ({ target }) => {
  const button = target.closest?.(".keep");
  if (!button) return;
  const [path, keep] = [location.pathname, button.getAttribute("aria-pressed") !== "true"];
  if (keep) await Promise.all([...page().querySelectorAll("img")].map(load));
  const kept = await tell(keep ? "keep" : "release", path);
  const said = kept !== keep ? words.not_kept : kept ? words.kept : words.let_go;
  button.setAttribute("aria-pressed", kept);
  button.textContent = kept === keep ? words.keep : said;
  document.getElementById("announcer").textContent = said;
});

// On the offline page: lists the stored pages, the latest first.
const list = async (readable) => {
  for (const name of ["kept", "read"]) {
    const cache = await caches.open(`personal-page:${root.dataset.base}:${name}`);
    const pages = (await cache.keys()).filter(({ url }) => url.endsWith("/"));
    for (const request of pages.reverse()) {
      const html = await (await cache.match(request, { ignoreVary: true })).text();
      const article = new DOMParser().parseFromString(html, "text/html").querySelector("main article");
      if (!article) continue;
      const link = document.createElement("a");
      const textContent = article.querySelector("h1").textContent;
      Object.assign(link, { href: request.url, textContent, lang: article.lang || root.lang, dir: article.dir || root.dir });
      const item = document.createElement("li");
      item.append(link);
      readable.querySelector("ul").append(item);
      readable.hidden = false;
    }
  }
};

// A browser without service workers, or that refuses one, shows the page unchanged.
const begin = async () => {
  const readable = document.getElementById("readable");
  const worker = navigator.serviceWorker;
  const again = () => worker.controller && show().catch(() => {});
  // The first worker takes control now; a newer one may know a page that its predecessor did not.
  worker.addEventListener("controllerchange", again);
  // The program replaces the page on each navigation.
  let shown = page();
  const change = () => {
    if (shown === page()) return;
    shown = page();
    again();
  };
  new MutationObserver(change).observe(main, { childList: true });
  await worker.register(root.dataset.base + "sw.js");
  await (readable ? list(readable) : again());
};
begin().catch(() => {});
