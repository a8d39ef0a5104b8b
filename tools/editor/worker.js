// Starts the program that prepares texts, in the worker of the editor. The build appends this to the script that
// wasm-bindgen writes.

// The program that it loads when a text needs it: tools/editor/src/worker/costly.rs.
self.loadCostly = async () => {
  const costly = await import("./" + "/* costly script */");
  await costly.default({ module_or_path: new URL("/* costly program */", import.meta.url) });
  self.costly = costly;
};
// An error in a promise is no event of the worker in the page: tools/editor/src/worker/port.rs.
addEventListener("unhandledrejection", ({ reason }) => setTimeout(() => { throw reason; }));
__wbg_init({ module_or_path: new URL("/* program */", import.meta.url) });
