
// The link by which a reader suggests a change names the block of the text in which the selection begins, or the topmost
// that is seen.
{
  const aim = ({ target }) => {
    const link = target.closest(".suggest a");
    if (!link) return;
    const { anchorNode, isCollapsed } = getSelection();
    const blocks = [...page().querySelectorAll(".text > *")];
    const selected = blocks.findIndex((block) => !isCollapsed && block.contains(anchorNode));
    const seen = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 0);
    const address = new URL(link.href);
    address.searchParams.set("at", Math.max(selected < 0 ? seen : selected, 0));
    link.href = address;
  };
  // Before the press ends the selection.
  addEventListener("pointerdown", aim);
  // A click by a key.
  addEventListener("click", (event) => event.detail || aim(event), true);
}
