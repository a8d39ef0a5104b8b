//! Destinations that are never written into a page, such as scripts: why, and what to write instead.

use strsim::damerau_levenshtein;

use super::broken_link::BrokenLink;
use crate::markdown::destination::{Destination, Kind, SCHEMES};

/// One edit makes another scheme of a shorter one.
const SHORT: usize = 4;

/// Why a destination is refused.
pub(crate) fn refused(destination: &Destination) -> BrokenLink {
    let url = &destination.url;
    let Some(scheme) = destination.scheme() else { return no_host() };
    let rest = &url[scheme.len() + 1..];
    let lower = scheme.to_ascii_lowercase();
    match lower.as_str() {
        "http" | "https" => no_host(),
        "javascript" | "vbscript" | "livescript" => BrokenLink::new(
            format!("is a script, which would run in the page: \"{scheme}:\" is never allowed in a link"),
            format!("link to a page, or show it as code: `{url}`"),
        ),
        "data" | "blob" | "filesystem" => BrokenLink::new(
            format!(
                "has a file in its address, which could be a page with scripts: \"{scheme}:\" is never allowed in a link"
            ),
            "save it as a file beside the post, and write its path: ./picture.png",
        ),
        _ if lower == "file" || (lower.len() == 1 && rest.starts_with(['/', '\\'])) => BrokenLink::new(
            "is on your machine, which readers cannot reach",
            "put a copy of the file beside the post, and write its path: ./file.pdf",
        ),
        _ if let Some(meant) = meant(&lower, rest) => {
            BrokenLink::new(format!("has an unknown scheme, \"{scheme}:\""), format!("did you mean \"{meant}\"?"))
        }
        _ if is_scheme(scheme) => BrokenLink::new(
            format!("has a scheme that is not on the list of safe ones, \"{scheme}:\""),
            format!("link to a page about it, https://…, or show it as code: `{url}`; write ./{url} if it is a file"),
        ),
        _ => BrokenLink::new(
            "has a colon before its first slash, so it is not a path",
            format!("write ./{url} if it is a file, or {} if it is on the web", "https://…"),
        ),
    }
}

fn no_host() -> BrokenLink {
    BrokenLink::new("names no host", "write a full address, https://example.org/, or a path from the root, /about/")
}

/// What the author of a destination with an unknown scheme most likely meant.
pub(crate) fn meant_by(destination: &Destination) -> Option<String> {
    let scheme = destination.scheme().filter(|_| destination.kind == Kind::Refused)?;
    meant(&scheme.to_ascii_lowercase(), &destination.url[scheme.len() + 1..])
}

/// The likely correction: a host with its port gets a scheme, and a scheme with one wrong letter is corrected.
fn meant(scheme: &str, rest: &str) -> Option<String> {
    let port = rest.split(['/', '?', '#']).next().filter(|port| !port.is_empty() && port.parse::<u16>().is_ok());
    let local = scheme == "localhost";
    if port.is_some() && (local || scheme.contains('.')) {
        return Some(format!("{}://{scheme}:{rest}", if local { "http" } else { "https" }));
    }
    let known = ["https", "http"].into_iter().chain(SCHEMES.split(' '));
    let near = known.map(|known| (damerau_levenshtein(known, scheme), known));
    let mut near = near.filter(|(slips, known)| *slips == 1 && known.len() >= SHORT);
    let (_, known) = near.next()?;
    let meant = format!("{known}:{rest}");
    matches!(Destination::new(&meant).kind, Kind::Web | Kind::Program).then_some(meant)
}

/// Whether a name is a valid scheme (RFC 3986, 3.1).
fn is_scheme(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}
