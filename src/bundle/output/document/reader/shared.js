// What readers do with pointer, keys and selections: loaded by the first of them (start.js).
const words = /* words */ {};
const root = document.documentElement, main = document.getElementById("main");
// The page that is shown. Those that the program lays out in advance follow it.
const page = () => main.firstElementChild;

// An element above the page, outside the layout. `manual`: it closes no other one, and takes no focus.
const above = (name, className) => {
  const box = Object.assign(document.createElement(name), { className, popover: "manual" });
  document.body.append(box);
  return box;
};

// Shows or hides a box. An extension may have put another body into the document meanwhile.
const toggle = (box, isShown) => {
  if (!box.isConnected) document.body.append(box);
  box.togglePopover(isShown);
};

// Distance to what a box belongs to, and to the edges of the window, in CSS pixels.
const GAP = 8;

// Puts a box below a rectangle of the window, or above it if there is more room. It scrolls with the page.
const place = (box, { left, right, top, bottom }) => {
  const { clientWidth, clientHeight } = root, { offsetWidth, offsetHeight } = box;
  const isBelow = bottom + offsetHeight + 2 * GAP < clientHeight || top < clientHeight - bottom;
  const x = root.dir === "rtl" ? right - offsetWidth : left;
  const y = isBelow ? bottom + GAP : top - offsetHeight - GAP;
  const within = (at, size, all) => Math.max(GAP, Math.min(at, all - size - GAP));
  box.style.translate = `${scrollX + within(x, offsetWidth, clientWidth)}px ${scrollY + within(y, offsetHeight, clientHeight)}px`;
};

// Whether an element is drawn. Older browsers cannot say, and none of what is asked about is hidden there.
const isDrawn = (element) => element.checkVisibility?.() ?? true;

// Browsers have a clipboard only with HTTPS.
const copy = async (text) => navigator.clipboard.writeText(text);

// Shows on a button, and tells screen readers, whether something was copied. Resolves when the button has shown it.
const labels = new WeakMap();
const report = async (button, written) => {
  // On a second click it may still say that something was copied.
  if (!labels.has(button)) labels.set(button, button.textContent);
  const said = await written.then(() => words.copied, () => words.not_copied);
  button.textContent = document.getElementById("announcer").textContent = said;
  await new Promise((done) => setTimeout(done, 2000));
  button.textContent = labels.get(button);
};
