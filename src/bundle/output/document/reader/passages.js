
// Copies a link to the selected words: a text fragment (https://wicg.github.io/scroll-to-text-fragment/).
if ("popover" in root && "Segmenter" in Intl) {
  // A passage of more characters, or of several blocks, is given by its first and its last words. Where the same words
  // are before it, so are those around it.
  const LONGEST = 200, FEWEST = 3, MOST = 8;
  const button = Object.assign(above("button", "passage"), { type: "button", textContent: words.copy_passage });
  let range, timer, isPressed;

  // The text of the document as browsers search it: blocks are apart by line breaks, other white space is one space. With
  // the positions of the range.
  const read = () => {
    let text = "", start, end;
    const add = (piece, isCode) => {
      piece = piece.replace(isCode ? /[^\S\n]+/g : /\s+/g, " ");
      text += /\s$/.test(text) ? piece.trimStart() : piece;
    };
    const walk = (node, isCode) => {
      if (node instanceof Text) {
        const from = node === range.startContainer ? range.startOffset : 0;
        const to = node === range.endContainer ? range.endOffset : node.length;
        add(node.data.slice(0, from), isCode);
        if (range.comparePoint(node, from) >= 0) start ??= text.length;
        add(node.data.slice(from, to), isCode);
        if (range.comparePoint(node, to) <= 0) end = text.length;
        add(node.data.slice(to), isCode);
      } else if (node instanceof Element && !node.matches("script, style, [data-staged]")) {
        const { display, whiteSpace, userSelect, webkitUserSelect } = getComputedStyle(node);
        // Browsers do not search it.
        if (display === "none") return;
        // A sign of the page's own, which is no part of a selection.
        if ((userSelect ?? webkitUserSelect) === "none") return text += "\n";
        const edge = /^(inline|contents|ruby.*)$/.test(display) && node.localName !== "br" ? "" : "\n";
        text += edge;
        for (const child of node.childNodes) walk(child, whiteSpace.startsWith("pre"));
        text += edge;
      }
    };
    walk(document.body);
    while (/\s/.test(text[start])) start++;
    while (/\s/.test(text[end - 1])) end--;
    return { text, start, end };
  };

  // Browsers compare without case and accents.
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").toLowerCase();
  // In a URL, a hyphen is a sign of the directive.
  const encode = (text) => encodeURIComponent(text.trim()).replaceAll("-", "%2D");

  const directive = () => {
    let { text, start, end } = read();
    const segmenter = new Intl.Segmenter(page().querySelector("article").lang || root.lang, { granularity: "word" });
    // The words of a part of the text, each by its beginning and its end.
    const wordsIn = (from, to) => [...segmenter.segment(text.slice(from, to))].filter(({ isWordLike }) => isWordLike)
      .map(({ index, segment }) => [from + index, from + index + segment.length]);
    const blockStart = (at) => text.lastIndexOf("\n", at - 1) + 1;
    const blockEnd = (at) => (text.indexOf("\n", at) + text.length + 1) % (text.length + 1);
    const first = [blockStart(start), blockEnd(start)], last = [blockStart(end), blockEnd(end)];
    // Browsers find whole words only.
    start = wordsIn(...first).find(([from, to]) => from < start && start < to)?.[0] ?? start;
    end = wordsIn(...last).find(([from, to]) => from < end && end < to)?.[1] ?? end;

    const folded = fold(text), at = (position) => fold(text.slice(0, position)).length;
    // Whether the same words are nowhere between a position and theirs.
    const isFirst = (from, to, after = 0) => folded.indexOf(fold(text.slice(from, to)), at(after)) === at(from);
    // The beginning of some words before a position, and the end of some after one. Both are in one block.
    const before = (position, count) => {
      const to = text.slice(0, position).trimEnd().length;
      return count && to ? wordsIn(blockStart(to), to).at(-count)?.[0] ?? blockStart(to) : position;
    };
    const after = (position, count) => {
      const from = text.length - text.slice(position).trimStart().length;
      return count && from < text.length ? wordsIn(from, blockEnd(from)).at(count - 1)?.[1] ?? blockEnd(from) : position;
    };
    const written = (prefix, terms, suffix) => [
      ...prefix < start ? [encode(text.slice(prefix, start)) + "-"] : [],
      ...terms.map(([from, to]) => encode(text.slice(from, to))),
      ...suffix > end ? ["-" + encode(text.slice(end, suffix))] : [],
    ].join(",");

    const isShort = first[0] === last[0] && end - start <= LONGEST;
    let found;
    for (let count = 0; count <= MOST; count++) {
      let prefix = before(start, count), suffix = end;
      if (isShort) {
        if (!isFirst(prefix, end)) suffix = after(end, count);
        found = written(prefix, [[start, end]], suffix);
        if (isFirst(prefix, suffix)) break;
      } else {
        const many = FEWEST + count, stop = Math.min(first[1], end);
        const head = wordsIn(start, stop)[many - 1]?.[1] ?? stop, from = Math.max(last[0], head);
        const tail = wordsIn(from, end).at(-many)?.[0] ?? from;
        if (!isFirst(tail, end, head)) suffix = after(end, count);
        found = written(prefix, [[start, head], [tail, end]], suffix);
        if (isFirst(prefix, head) && isFirst(tail, suffix, head)) break;
      }
    }
    return found;
  };

  const offer = () => {
    if (isPressed) return;
    const text = page()?.querySelector(".text"), selection = getSelection();
    range = selection.rangeCount ? selection.getRangeAt(0).cloneRange() : undefined;
    // A triple click selects up to the beginning of the next block.
    if (range && text?.contains(range.startContainer) && !text.contains(range.endContainer)) range.setEnd(text, text.childNodes.length);
    if (!text?.contains(range?.commonAncestorContainer) || !/\S/.test(range)) range = undefined;
    toggle(button, !!range);
    if (!range) return;
    const { left, right, top, bottom } = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
    // At the end of the selection.
    place(button, { left: right, right: left, top, bottom });
  };
  const offerSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(offer, 250);
  };

  document.addEventListener("selectionchange", offerSoon);
  addEventListener("pointerdown", () => isPressed = true);
  for (const event of ["pointerup", "pointercancel"]) addEventListener(event, ({ target }) => {
    isPressed = false;
    if (target !== button) offerSoon();
  });
  // The selection stays while the button is pressed.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", async () => {
    const copied = range, address = document.querySelector("link[rel=canonical]").href + "#:~:text=" + directive();
    await report(button, copy(address));
    if (range === copied) toggle(button, false);
  });
  // The button follows the selection in the order of the keyboard.
  addEventListener("keydown", (event) => {
    if (!button.matches(":popover-open")) return;
    const from = document.activeElement, isFocused = from === button;
    if (event.key === "Escape" || event.key === "Tab" && isFocused) toggle(button, false);
    if (event.key !== "Tab" || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!isFocused && !from.contains(range.startContainer)) return;
    const isNext = (stop) => range.comparePoint(stop, 0) > 0 && isDrawn(stop);
    const next = isFocused ? [...main.querySelectorAll("a[href], button, summary")].find(isNext) : button;
    next?.focus();
    event.preventDefault();
  });
  // What was selected before this script came.
  offerSoon();
  new MutationObserver(() => range?.startContainer.isConnected || toggle(button, false)).observe(main, { childList: true });
}
