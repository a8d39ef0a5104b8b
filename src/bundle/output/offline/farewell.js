// This site works without a service worker. Where a browser still has one of its own, this takes its place, deletes what
// it kept, and goes. It answers nothing, and other projects of the host keep theirs.
addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
  const go = async () => {
    const ours = `personal-page:${new URL(registration.scope).pathname}:`;
    const names = (await caches.keys()).filter((name) => name.startsWith(ours));
    await Promise.all(names.map((name) => caches.delete(name)));
  };
  event.waitUntil(go().catch(() => {}).then(() => registration.unregister()));
});
