//! What a browser stores for a site between visits.

/// The name of the reader's settings: `theme=dark&size=large`.
pub const SETTINGS: &str = "settings";

/// The name of the reading progress.
pub const PROGRESS: &str = "reading";

/// The key that something is stored under. Sites on the same host share storage, so the base is in every key. The
/// caches of the service worker are named in the same way.
#[must_use]
pub fn key(base: &str, name: &str) -> String {
    ["personal-page:", base, ":", name].concat()
}
