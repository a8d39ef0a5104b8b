
// Closing a card empties its frame: what plays there stops, and opening the card loads it anew. Without a script it stays
// loaded, because nothing else unloads a frame. The event does not bubble.
addEventListener("toggle", ({ target }) => {
  const frame = target.matches(".embed > details:not([open])") && target.querySelector("iframe");
  if (frame) frame.replaceWith(frame.cloneNode());
}, true);
