// Keeps an open page in step with the site that is being written. Only `cargo site serve` sends it.
{
  // The version of the site that the page shows.
  let seen = Number(new URL(document.currentScript.src).searchParams.get("seen"));

  let panel;
  const dismiss = () => panel?.remove();
  const show = (text) => {
    dismiss();
    panel = document.createElement("pre");
    panel.setAttribute("role", "alert");
    panel.textContent = text;
    // Set property by property: the page's policy forbids a style attribute.
    Object.assign(panel.style, {
      position: "fixed", inset: "auto 0 0 0", zIndex: "2147483647", margin: "0", padding: "1rem",
      maxHeight: "50vh", overflow: "auto", whiteSpace: "pre-wrap",
      font: "14px/1.5 ui-monospace, monospace", color: "#fff", background: "#7a1f1f",
    });
    document.body.append(panel);
  };

  const hear = ({ data: { version, shell, failure } }) => {
    if (failure !== null) return show(failure);
    dismiss();
    if (seen >= version) return;
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
  addEventListener("keydown", (event) => event.key === "Escape" && dismiss());
}
