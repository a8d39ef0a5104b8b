//! Parses the URLs in `site.toml`.

use std::fmt::Write as _;

use crate::bundle::composed;
use crate::markdown::destination::{Destination, Kind};

/// What [`link`] reads, for messages, and an example.
pub(crate) const WANTED: &str = "a full address or a path of the site";
pub(crate) const EXAMPLE: &str = "\"/about/\"";

/// Splits the site's URL into origin and base: `https://me.github.io/blog` is `https://me.github.io` and `/blog/`.
/// `None` if it is not an absolute http or https URL, or has a query or a fragment.
pub(crate) fn origin_and_base(url: &str) -> Option<(String, String)> {
    let (scheme, rest) = url.split_once("://")?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let plain = |text: &str| !text.contains(|c: char| c.is_whitespace() || c.is_control() || "?#@\\\"<>".contains(c));
    if !matches!(scheme, "http" | "https") || host.is_empty() || !plain(rest) {
        return None;
    }
    Some((format!("{scheme}://{host}"), base(path)))
}

/// A path with one slash at both ends: `repo` is `/repo/`, and nothing is `/`.
pub(crate) fn base(path: &str) -> String {
    let segments = path.split('/').filter(|segment| !segment.is_empty());
    segments.fold("/".to_owned(), |base, segment| base + &encode(segment) + "/")
}

/// The target of a link of the owner's: a full URL as it is, a path of the site below the base. `None` if it is
/// neither.
pub(crate) fn link(url: &str) -> Option<String> {
    let plain = !url.contains(|c: char| c.is_whitespace() || c.is_control());
    match Destination::new(url).kind {
        Kind::Root if !url.starts_with("/\\") => url.strip_prefix('/').map(|path| encode(&composed::fragment(path))),
        Kind::Web | Kind::Program if plain && !url.starts_with("//") => Some(url.to_owned()),
        _ => None,
    }
}

/// Percent-encodes what a URL cannot have as it is (RFC 3986), and the colon, which would make a scheme of a path's
/// start. A `%` stays: it is the owner's own encoding.
fn encode(path: &str) -> String {
    let mut url = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => url.push(char::from(byte)),
            _ if b"/-_.~%?#=&+,;!$()*@".contains(&byte) => url.push(char::from(byte)),
            _ => {
                let _ = write!(url, "%{byte:02X}");
            }
        }
    }
    url
}
