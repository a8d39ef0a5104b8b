// Live reload: updates an open page when the site changes. Only `cargo site serve` adds it.
{
  // The version of the site that the page shows.
  let seen = Number(new URL(document.currentScript.src).searchParams.get("seen"));

  // A text at the bottom edge. Its style is set property by property: the page's policy forbids a style attribute.
  const shown = {};
  const show = (role, text, style) => {
    shown[role]?.remove();
    if (text === null) return;
    const box = shown[role] = document.createElement("pre");
    box.setAttribute("role", role);
    box.textContent = text;
    Object.assign(box.style, {
      position: "fixed", inset: "auto 0 0 0", zIndex: "2147483647", margin: "0", whiteSpace: "pre-wrap",
      font: "14px/1.5 ui-monospace, monospace", color: "#fff", ...style,
    });
    document.body.append(box);
  };
  const fail = (text) => show("alert", text, { padding: "1rem", maxHeight: "50vh", overflow: "auto", background: "#7a1f1f" });
  const progress = (text) => show("status", text, { padding: ".25rem 1rem", fontSize: "12px", background: "#333d" });

  // The editor is neither covered nor reloaded, once it has started: it shows what is wrong in its text by itself.
  const writes = () => document.querySelector("#write:not([hidden])") !== null;

  const hear = ({ data: { version, shell, failure, progress: step } }) => {
    if (writes()) step = failure = null;
    progress(step);
    fail(failure);
    if (failure !== null || seen >= version) return;
    // It reads what it knows of the site again.
    if (writes()) {
      seen = version;
      dispatchEvent(new CustomEvent("site:changed"));
      return;
    }
    // If only pages changed, the app redraws and prevents the default, which is a reload.
    const drawn = seen >= shell && !dispatchEvent(new CustomEvent("site:changed", { cancelable: true }));
    seen = version;
    if (!drawn) location.reload();
  };

  // A link to the editor after each article, also of those that the program shows later. It names the block at the top of
  // the window when it is clicked. The server knows the file.
  const main = document.querySelector("main");
  const edit = () => {
    for (const article of main?.querySelectorAll(":scope > .page > article.h-entry:not(:has(+ .edit-here))") ?? []) {
      const line = document.createElement("p");
      line.className = "edit edit-here";
      line.lang = "en";
      const link = line.appendChild(document.createElement("a"));
      link.rel = "external nofollow";
      link.textContent = "Edit this text";
      const aim = () => {
        const blocks = [...article.querySelectorAll(":scope > .text > *")];
        const at = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 0);
        link.href = `/_site/edit?${new URLSearchParams({ page: location.pathname, at: Math.max(at, 0) })}`;
      };
      aim();
      for (const event of ["pointerenter", "focus", "pointerdown", "click"]) link.addEventListener(event, aim);
      article.after(line);
    }
  };
  edit();
  if (main) new MutationObserver(edit).observe(main, { childList: true });

  let news;
  const listen = () => {
    news = new BroadcastChannel("/_site/news");
    news.onmessage = hear;
    new SharedWorker("/_site/news.js");
  };
  listen();
  // A page with an open channel is not put into the back/forward cache.
  addEventListener("pagehide", () => news.close());
  addEventListener("pageshow", (event) => event.persisted && listen());
  addEventListener("keydown", (event) => event.key === "Escape" && fail(null));
}
