// Keeps an open page in step with the site that is being written. Only `cargo site serve` sends it.
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

  const hear = ({ data: { version, shell, failure, progress: step } }) => {
    progress(step);
    fail(failure);
    if (failure !== null || seen >= version) return;
    // A change of the pages the app may draw itself, and then prevents the default, which is to load the page anew.
    const drawn = seen >= shell && !dispatchEvent(new CustomEvent("site:changed", { cancelable: true }));
    seen = version;
    if (!drawn) location.reload();
  };

  let news;
  const listen = () => {
    news = new BroadcastChannel("/_site/news");
    news.onmessage = hear;
    new SharedWorker("/_site/news.js");
  };
  listen();
  // Browsers keep a page for Back only if nothing is open in it.
  addEventListener("pagehide", () => news.close());
  addEventListener("pageshow", (event) => event.persisted && listen());
  addEventListener("keydown", (event) => event.key === "Escape" && fail(null));
}
