// Starts the program of the editor in the page. The build appends this to the script that wasm-bindgen writes.
// A new worker, which loads its own program: tools/editor/src/worker/port.rs.
self.openWorker = () => new Worker(new URL("/* worker script */", import.meta.url), { type: "module" });
// Where what a reader sees as one character begins: tools/editor/src/text/graphemes/browser.rs. A browser without the
// interface takes each code point for one.
let segmenter;
self.graphemes = (text) => {
  if (Intl.Segmenter) return Uint32Array.from((segmenter ??= new Intl.Segmenter()).segment(text), ({ index }) => index);
  let end = 0;
  return Uint32Array.from(text, (character) => (end += character.length) - character.length);
};
// Without a network, or while the page is left.
__wbg_init({ module_or_path: new URL("/* program */", import.meta.url) }).catch((error) => {
  const about = document.getElementById("write-about");
  about?.prepend(Object.assign(document.createElement("p"), {
    role: "alert",
    textContent: `The program of the editor cannot be loaded (${error.message}). Load the page again.`,
  }));
});
