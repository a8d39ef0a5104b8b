// Keeps an open page in step with the site that is being written. Only `cargo site serve` sends it.
{
  const seen = new URL(document.currentScript.src).searchParams.get("seen");
  const events = new EventSource(`/_site/events/${seen}`);

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

  events.addEventListener("failed", (event) => show(event.data));
  events.addEventListener("changed", ({ data }) => {
    dismiss();
    // A change of the pages the app may draw itself, and then prevents the default, which is to load the page anew.
    const drawn = data === "pages" && !window.dispatchEvent(new CustomEvent("site:changed", { cancelable: true }));
    if (!drawn) location.reload();
  });
  window.addEventListener("keydown", (event) => event.key === "Escape" && dismiss());
}
