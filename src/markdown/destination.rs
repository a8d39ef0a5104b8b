//! The one policy on where a link or a picture may lead.

use crate::content::Beside;

use super::escape;

/// The schemes a reader can be sent to. All others are refused: the next `javascript:` has no name yet.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// An address that may be written.
pub(super) struct Address {
    /// Ready to stand in an attribute in double quotes.
    pub(super) escaped: String,
    /// Whether it leaves the site.
    pub(super) external: bool,
}

/// The address for a destination as the text has it, or `None` if it must not be written.
///
/// Targets found by the bundler come first; `/path` means a path below the base, since an author
/// does not know under which folder the site will live; anything else without a scheme stays as it is.
pub(super) fn resolve(written: &str, beside: &Beside, base: &str) -> Option<Address> {
    let address = |parts: [&str; 2], external| {
        let mut escaped = String::new();
        parts.iter().for_each(|part| escape::url(&mut escaped, part));
        Some(Address { escaped, external })
    };
    if let Some(target) = beside.target(written) {
        return address([base, &target.path], false);
    }
    let clean = as_browsers_read(written);
    if let Some(scheme) = scheme(&clean) {
        let allowed = SCHEMES.iter().position(|known| known.eq_ignore_ascii_case(scheme))?;
        return address([&clean, ""], allowed < 2);
    }
    match clean.strip_prefix('/') {
        Some(host) if host.starts_with('/') => address([&clean, ""], true),
        Some(path) => address([base, path], false),
        None if clean.is_empty() => None,
        None => address([&clean, ""], false),
    }
}

/// Browsers drop tabs, line ends and control characters from a URL before they look for its scheme
/// (URL Standard, 4.4), so `java\tscript:` is `javascript:` to them, and has to be to us.
fn as_browsers_read(written: &str) -> String {
    let mut clean = String::with_capacity(written.len());
    clean.extend(written.trim_matches(|c| c <= ' ').chars().filter(|c| !matches!(c, '\0'..='\x1f' | '\x7f')));
    clean
}

/// What stands before the first colon, unless a path, a query or a fragment begins before it.
fn scheme(url: &str) -> Option<&str> {
    let end = url.find([':', '/', '?', '#'])?;
    url[end..].starts_with(':').then(|| &url[..end])
}
