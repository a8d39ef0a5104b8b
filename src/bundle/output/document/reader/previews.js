
// Previews of links to pages of this site, and to notes and sections of the page, on hover and focus. A page is
// previewed from the one that the program has staged (src/app/navigation/stage.rs): nothing is requested for it.
// Unless the reader has chosen otherwise, there are none on touch, and none with reduced motion.
if ("popover" in root) {
  const LINKS = ":is(.text, .series, .after) a[href]:not(.anchor, .back, .zoom)";
  // What a preview leaves out: signs of the page's own, and what would load or play.
  const EXTRA = ".anchor, .back, .sidenote, .footnote-ref, .copy, img, picture, iframe, video, audio, object, embed";
  // How long a link must be hovered or focused, and how long the way to the preview may take, in milliseconds.
  const DWELL = 400, GRACE = 300;
  const box = Object.assign(above("div", "preview"), { id: "reading-preview", role: "tooltip" });
  // The link under pointer, focus or finger; the one whose preview is shown; the one whose preview was dismissed; the
  // one that a finger holds.
  let aim, shown, gone, held, timer, isDue;

  const wanted = (isTouch) => root.dataset.previews
    ? root.dataset.previews === "on"
    : !isTouch && !matchMedia("(prefers-reduced-motion: reduce)").matches;

  const decoded = (text) => {
    try { return decodeURIComponent(text) } catch { return text }
  };

  // What is in an element, without names and stops of the keyboard.
  const part = (className, element) => {
    const copy = element.cloneNode(true);
    for (const extra of copy.querySelectorAll(EXTRA)) extra.remove();
    for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
    for (const stop of copy.querySelectorAll("a, button, summary, input, [tabindex]")) stop.tabIndex = -1;
    const made = Object.assign(document.createElement("div"), { className });
    made.append(...copy.childNodes);
    return made;
  };

  // A heading or a term with what follows it; anything else as it is.
  const ofTarget = (target) => {
    if (!target.matches("h2, h3, h4, h5, h6, dt")) return [part("", target)];
    const next = target.nextElementSibling;
    return [part("title", target), ...next?.matches("p, dd") ? [part("words", next)] : []];
  };

  const ofPage = (article) => Object.entries({ title: "h1", dates: ".dates", words: ".lede, .text > p" })
    .map(([className, selector]) => [className, article.querySelector(selector)])
    .flatMap(([className, found]) => found ? [part(className, found)] : []);

  const isInView = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return isDrawn(element) && bottom > 0 && top < root.clientHeight;
  };
  // Whether a reference has its note beside it, in the margin.
  const isBeside = (link) => link.closest(".footnote-ref") && [...page().querySelectorAll(".sidenote")]
    .some((note) => note.querySelector("sup")?.textContent === link.textContent && isInView(note));

  // The parts of a link's preview; none if it leads elsewhere, to what is in view, or to a page that is not staged yet.
  const content = (link) => {
    const { base } = root.dataset;
    if (link.host !== location.host || !link.pathname.startsWith(base)) return;
    const isHere = link.pathname === location.pathname, path = decoded(link.pathname.slice(base.length));
    const to = isHere ? page() : [...main.children].find(({ dataset }) => dataset.route === path);
    const article = to?.querySelector(":scope > article");
    const id = decoded(link.hash.slice(1).split(":~:")[0]);
    const target = id && article?.querySelector(`.text #${CSS.escape(id)}`);
    if (!article || isHere && (!target || isInView(target) || isBeside(link))) return;
    Object.assign(box, { lang: article.lang || root.lang, dir: article.dir || root.dir });
    return target ? ofTarget(target) : ofPage(article);
  };

  const hide = () => {
    shown?.removeAttribute("aria-describedby");
    shown = undefined;
    toggle(box, false);
  };

  const show = () => {
    isDue = true;
    if (aim === shown) return;
    hide();
    const parts = aim && content(aim);
    if (!parts) return;
    box.replaceChildren(...parts);
    // Pictures are left out, and there may be nothing else.
    if (!/\S/.test(box.textContent)) return;
    shown = aim;
    toggle(box, true);
    box.scrollTop = 0;
    place(box, shown.getBoundingClientRect());
    shown.setAttribute("aria-describedby", box.id);
  };

  // A preview that was dismissed is not shown again before the pointer, or the focus, has been elsewhere.
  const aimAt = (link, isTouch) => {
    if (link !== gone) gone = undefined;
    if (link && link !== shown && (link === gone || !wanted(isTouch))) link = undefined;
    if (link === aim) return;
    aim = link;
    isDue = false;
    clearTimeout(timer);
    timer = setTimeout(show, link ? DWELL : GRACE);
  };

  const dismiss = () => {
    gone = aim;
    aim = undefined;
    clearTimeout(timer);
    hide();
  };

  const linkAt = (target) => box.contains(target) ? shown : target.closest?.(LINKS) ?? undefined;
  const focused = () => document.activeElement?.matches(":focus-visible") ? linkAt(document.activeElement) : undefined;

  addEventListener("pointerover", ({ target, pointerType }) => pointerType !== "touch" && aimAt(linkAt(target) ?? focused()));
  addEventListener("focusin", () => focused() && aimAt(focused()));
  addEventListener("focusout", () => aimAt());
  addEventListener("keydown", ({ key }) => key === "Escape" && dismiss());
  addEventListener("popstate", dismiss);
  addEventListener("pointerdown", ({ target, pointerType }) => {
    held = undefined;
    if (pointerType !== "touch") return;
    const link = linkAt(target);
    if (shown !== link) dismiss();
    if (!shown) held = link;
    gone = undefined;
    aimAt(link, true);
  });
  for (const event of ["pointerup", "pointercancel"])
    addEventListener(event, ({ pointerType }) => pointerType === "touch" && !shown && aimAt());
  // What a browser does with a link that is held would cover the preview, or leave the page.
  for (const event of ["contextmenu", "click"]) addEventListener(event, (event) => {
    if (held && held === shown) event.preventDefault();
    else dismiss();
    if (event.type === "click") held = undefined;
  }, true);
  // What was hovered or focused before this script came.
  const hovered = matchMedia("(pointer: coarse)").matches ? undefined : [...document.querySelectorAll(":hover")].at(-1);
  aimAt(linkAt(hovered ?? root) ?? focused());
  // The page has changed, or another one was staged.
  new MutationObserver(() => shown?.isConnected === false ? dismiss() : isDue && show()).observe(main, { childList: true });
}
