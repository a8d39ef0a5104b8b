// Starts the program of the editor, in the page and in its worker. The build appends this to the script that wasm-bindgen
// writes: both load this one script, and the program is compiled once.
if (self.document) {
  const compile = async () => {
    const answer = await fetch(new URL("/* program */", import.meta.url));
    // Some hosts send another media type than compileStreaming demands.
    const streams = answer.headers.get("content-type") === "application/wasm";
    return streams ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
  };
  const compiled = compile();
  // A new worker: tools/editor/src/worker/port.rs.
  self.openWorker = () => {
    const worker = new Worker(import.meta.url, { type: "module" });
    compiled.then((module) => worker.postMessage(module));
    return worker;
  };
  // Without a network, or while the page is left.
  __wbg_init({ module_or_path: compiled }).catch((error) => {
    const about = document.getElementById("write-about");
    about?.prepend(Object.assign(document.createElement("p"), {
      role: "alert",
      textContent: `The program of the editor cannot be loaded (${error.message}). Load the page again.`,
    }));
  });
} else {
  // The first message is the program. It listens for the next ones, which the page sends when it is told to.
  addEventListener("message", ({ data }) => __wbg_init({ module_or_path: data }), { once: true });
  // The program that the worker loads when a text needs it: tools/editor/src/worker/costly.rs.
  self.loadCostly = async () => {
    const costly = await import("./" + "/* costly script */");
    await costly.default({ module_or_path: new URL("/* costly program */", import.meta.url) });
    self.costly = costly;
  };
  // An error in a promise is no event of the worker in the page: tools/editor/src/worker/port.rs.
  addEventListener("unhandledrejection", ({ reason }) => setTimeout(() => { throw reason; }));
}
