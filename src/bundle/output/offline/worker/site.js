// A service worker for offline reading of pages that were read before or kept. The bundler inserts the list of pages and
// the folders of their files. All other addresses are left to the network: other sites may share the host.
const { version, pages, folders, files } = /* site */ {};
const [ofPages, ofFolders, ofFiles] = [pages, folders, files].map((list) => new Set(list));

const base = new URL(registration.scope).pathname;
const ours = `personal-page:${base}:`;
const [OWN, READ, KEPT, FILES] = [`own:${version}`, "read", "kept", "files"].map((name) => ours + name);
const [PAGE, SCRIPT] = ["offline.html", "offline.js"].map((name) => registration.scope + name);

// Files that a page shows or runs. Those with the hash of their content in their name never change.
const FILE = /[^\s"'/\\]+\.(?:js|wasm|css|svg|png|jpe?g|gif|webp|avif|ico|woff2?)(?!\w)/g;
const ENDS = /\.(js|wasm|css|svg|png|jpe?g|gif|webp|avif|ico|woff2?)$/;
const PROGRAM = /^personal-page-(start-|reader-)?[0-9a-f]+(_bg)?\.(js|wasm|css)$/;
const COPY = /-\d+(-[0-9a-f]{8}\.webp)$/;

// The path of an address below the base; undefined elsewhere.
const below = (address) => {
  const { origin, pathname } = new URL(address);
  if (origin !== location.origin || !pathname.startsWith(base)) return;
  try {
    return decodeURIComponent(pathname.slice(base.length));
  } catch {}
};

// The page at the address of a navigation, as a host resolves it: `index.html` or a missing slash are allowed.
const pageAt = ({ origin, pathname }) => {
  const page = origin + pathname.replace(/(\/index\.html|\/)?$/, "/");
  return ofPages.has(below(page)) ? page : undefined;
};
// The page that an `index.json` belongs to.
const pageOf = (address) => address.replace(/index\.json$/, "");

const isFile = (path) => {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return PROGRAM.test(path) || ENDS.test(path) && (ofFiles.has(path) || ofFolders.has(folder));
};

// Whether a response is complete and of the expected type: hosts return HTML for missing files.
const isRight = ({ status, type, redirected, headers }, address) => {
  const kind = /(\/|\.html)$/.test(address) ? /^text\/html/ : /\.json$/.test(address) ? /^application\/json/ : /^(?!text\/html)/;
  return status === 200 && type === "basic" && !redirected && kind.test(headers.get("content-type") ?? "");
};
