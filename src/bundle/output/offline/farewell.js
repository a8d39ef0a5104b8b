// The service worker of a site without offline reading, and of an editor that is turned off. It replaces a former worker of
// the same scope, deletes its caches and unregisters itself. It handles no requests, and leaves the caches of other sites
// on the host alone.
addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
  const go = async () => {
    const ours = `personal-page:${new URL(registration.scope).pathname}:`;
    const names = (await caches.keys()).filter((name) => name.startsWith(ours));
    await Promise.all(names.map((name) => caches.delete(name)));
  };
  event.waitUntil(go().catch(() => {}).then(() => registration.unregister()));
});
