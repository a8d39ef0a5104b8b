// Starts the program, once the whole style is there. What pages need only with the program is in this file, and not in
// each of them.

// What all pages share: src/app/session/boot.rs.
self.siteData = /* data */ {};
// WebAssembly cannot import a module by an address known only at run time: src/app/features/search/engine.rs.
self.dynamicImport = (address) => import(address);
// What draws pages is loaded after the program, if it is a file of its own: src/app/session/drawing.rs.
// If it takes as long as the data of a page may take, the browser loads the page: src/app/session/fetch.rs.
self.loadDrawing = () => Promise.race([wasmBindings.loadLater?.(), new Promise((_, fail) => setTimeout(fail, 7000))]);
self.drawPage = (...page) => wasmBindings.draw(...page);
addEventListener("TrunkApplicationStarted", () => {
  if (navigator.connection?.saveData) return;
  loadDrawing().catch(() => {});
  // What needs a pointer or keys is loaded by the first of them: reader/shared.js. Browsers import a file once.
  for (const event of ["pointerover", "pointerdown", "keydown"]) addEventListener(event, () => import(".//* reader */").catch(() => {}));
});

// If the program fails, the page becomes a static one: the browser follows links, and buttons are hidden.
{
  const root = document.documentElement;
  let page;
  const fail = ({ error, reason }) => {
    if (page || !/wasm-function/.test((error ?? reason)?.stack)) return;
    page = location.pathname;
    delete root.dataset.ready;
    // The target of an unfinished navigation: src/app/navigation/navigate.rs.
    const to = root.dataset.going;
    if (to) to.split("#")[0] === page + location.search ? location.reload() : location.assign(to);
  };
  addEventListener("error", fail);
  addEventListener("unhandledrejection", fail);
  addEventListener("click", (event) => page && event.stopImmediatePropagation(), true);
  addEventListener("popstate", () => page && page !== location.pathname && location.reload());
}
