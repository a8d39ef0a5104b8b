// A service worker: it lets a reader open offline what was read before, and what was kept on purpose. The bundler puts
// in what it alone knows: which pages there are, and where their files lie. No other address is this worker's business,
// for other projects may share the host.
const { version, pages, folders, files } = /* site */ {};
const [ofPages, ofFolders, ofFiles] = [pages, folders, files].map((list) => new Set(list));

const base = new URL(registration.scope).pathname;
const ours = `personal-page:${base}:`;
const [OWN, READ, KEPT, FILES] = [`own:${version}`, "read", "kept", "files"].map((name) => ours + name);
const [PAGE, SCRIPT] = ["offline.html", "offline.js"].map((name) => registration.scope + name);

// What a page shows or runs. What has the hash of its content in its name never changes.
const FILE = /[^\s"'/\\]+\.(?:js|wasm|css|svg|png|jpe?g|gif|webp|avif|ico|woff2?)(?!\w)/g;
const ENDS = /\.(js|wasm|css|svg|png|jpe?g|gif|webp|avif|ico|woff2?)$/;
const PROGRAM = /^personal-page-[0-9a-f]+(_bg)?\.(js|wasm)$/;
const COPY = /-\d+(-[0-9a-f]{8}\.webp)$/;

// The path of an address below the base, if it is there.
const below = (address) => {
  const { origin, pathname } = new URL(address);
  if (origin !== location.origin || !pathname.startsWith(base)) return;
  try {
    return decodeURIComponent(pathname.slice(base.length));
  } catch {}
};

// The page at an address that a reader goes to, as a host finds it: with its `index.html`, and without its slash.
const pageAt = ({ origin, pathname }) => {
  const page = origin + pathname.replace(/(\/index\.html|\/)?$/, "/");
  return ofPages.has(below(page)) ? page : undefined;
};
// The page that data is of.
const pageOf = (address) => address.replace(/index\.json$/, "");

const isFile = (path) => {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return PROGRAM.test(path) || ENDS.test(path) && (ofFiles.has(path) || ofFolders.has(folder));
};

// Whether an answer is whole, and what its address promises: hosts answer with HTML where something else is missing.
const isRight = ({ status, type, redirected, headers }, address) => {
  const kind = /(\/|\.html)$/.test(address) ? /^text\/html/ : /\.json$/.test(address) ? /^application\/json/ : /^(?!text\/html)/;
  return status === 200 && type === "basic" && !redirected && kind.test(headers.get("content-type") ?? "");
};
