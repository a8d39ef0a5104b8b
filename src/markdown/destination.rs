//! The destinations of links and pictures: one policy on what may be written, for writer, resolver and checks.

use super::escape;
use crate::content::RenderData;

/// The schemes other than HTTP that a link may have: those for which the HTML Standard lets a site register itself
/// (8.9.1.3, "safelisted scheme"), and `gemini`. All others are refused: a blocklist misses the next `javascript:`.
pub const SCHEMES: &str = "bitcoin ftp ftps gemini geo im irc ircs magnet mailto matrix mms news nntp openpgp4fpr sftp \
                           sip sms smsto ssh tel urn webcal wtai xmpp";

/// The kinds of destinations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An empty destination.
    Empty,
    /// A fragment or a query of the same page: `#id`, `?query`.
    SamePage,
    /// A path from the root of the site: `/about/`.
    Root,
    /// A path relative to the file that has it: `../other.md`.
    Relative,
    /// A web address, of any host: `https://…`, `//…`.
    Web,
    /// An address that another program opens: `mailto:…`.
    Program,
    /// Never written into a page: an unknown scheme, or a web address without a host.
    Refused,
}

/// A destination as a browser reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// Its kind.
    pub kind: Kind,
    /// The address, without the characters that browsers drop.
    pub url: String,
}

impl Destination {
    /// Classifies a destination as in the source, entities and escapes resolved.
    #[must_use]
    pub fn new(written: &str) -> Self {
        let url = as_browsers_read(written);
        let kind = match scheme(&url) {
            Some(scheme) if is_web(scheme) && has_host(&url[scheme.len() + 1..]) => Kind::Web,
            Some(scheme) if is_known(scheme) => Kind::Program,
            Some(_) => Kind::Refused,
            None if url.is_empty() => Kind::Empty,
            None if url.starts_with(['#', '?']) => Kind::SamePage,
            None if url.starts_with("//") => {
                if has_host(&url) {
                    Kind::Web
                } else {
                    Kind::Refused
                }
            }
            None if url.starts_with('/') => Kind::Root,
            None => Kind::Relative,
        };
        Self { kind, url }
    }

    /// The scheme, without its colon. It may be invalid by RFC 3986: a relative path with a colon in its first segment
    /// has to be written `./a:b`.
    #[must_use]
    pub fn scheme(&self) -> Option<&str> {
        scheme(&self.url)
    }
}

/// An address that may be written.
pub(super) struct Address {
    /// Escaped for an attribute in double quotes.
    pub(super) escaped: String,
    /// Whether it leaves the site.
    pub(super) external: bool,
}

/// Resolves the destination of a link or a picture. `None` if it must not be written.
///
/// Targets found by the bundler come first; `/path` is a path below the base, since an author does not know under
/// which folder the site will be served; anything else without a scheme stays as it is.
pub(super) fn resolve(written: &str, image: bool, beside: &RenderData, base: &str) -> Option<Address> {
    let address = |parts: [&str; 2], external| {
        let mut escaped = String::new();
        parts.iter().for_each(|part| escape::url(&mut escaped, part));
        Some(Address { escaped, external })
    };
    if let Some(target) = beside.target(written) {
        return address([base, &target.path], false);
    }
    let Destination { kind, url } = Destination::new(written);
    match kind {
        Kind::Empty | Kind::Refused => None,
        Kind::Program if image => None,
        Kind::Root => address([base, &url[1..]], false),
        Kind::SamePage | Kind::Relative | Kind::Web | Kind::Program => address([&url, ""], kind == Kind::Web),
    }
}

/// The address of a picture as it is written into an attribute in double quotes. `None` if it must not be written.
#[must_use]
pub fn of_picture(written: &str, beside: &RenderData, base: &str) -> Option<String> {
    resolve(written, true, beside, base).map(|address| address.escaped)
}

/// A URL as it is written into an attribute in double quotes.
#[must_use]
pub fn escaped(url: &str) -> String {
    let mut escaped = String::new();
    escape::url(&mut escaped, url);
    escaped
}

/// Removes tabs, line ends and control characters from a URL, as browsers do before they look for its scheme (URL
/// Standard, 4.4): to them, `java\tscript:` is `javascript:`.
fn as_browsers_read(written: &str) -> String {
    let mut clean = String::with_capacity(written.len());
    clean.extend(written.trim_matches(|c| c <= ' ').chars().filter(|c| !matches!(c, '\0'..='\x1f' | '\x7f')));
    clean
}

/// The part before the first colon, unless a path, a query or a fragment begins before it.
fn scheme(url: &str) -> Option<&str> {
    let end = url.find([':', '/', '?', '#'])?;
    url[end..].starts_with(':').then(|| &url[..end])
}

fn is_web(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")
}

fn is_known(scheme: &str) -> bool {
    SCHEMES.split(' ').any(|known| known.eq_ignore_ascii_case(scheme))
}

/// Whether a host follows. In a page served over HTTPS, browsers read `https:a.org` as a path of the same host.
fn has_host(after_scheme: &str) -> bool {
    after_scheme
        .strip_prefix("//")
        .is_some_and(|host| !host.is_empty() && !host.starts_with(['/', '?', '#', ':', '\\']))
}
