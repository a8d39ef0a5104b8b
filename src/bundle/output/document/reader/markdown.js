
// Adds a button that copies the Markdown of the text, beside the link to it.
{
  // A promise, and not its text, because WebKit lets a page copy only at once after a click.
  const fetched = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok || /^text\/html/.test(answer.headers.get("content-type"))) throw address;
    return new Blob([await answer.text()], { type: "text/plain" });
  };
  const dress = () => {
    const link = page()?.querySelector(".as-markdown a");
    if (!link || link.nextElementSibling) return;
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: words.copy_markdown });
    const item = () => new ClipboardItem({ "text/plain": fetched(link.href) });
    button.addEventListener("click", () => report(button, (async () => navigator.clipboard.write([item()]))()));
    link.after(" ", button);
  };
  dress();
  new MutationObserver(dress).observe(main, { childList: true });
}
