//! Addresses in a form in which they can be compared, and paths of links between files.

use std::path::Path;

use percent_encoding::percent_decode_str;

/// An address that can be compared: decoded, in lower case, without slashes at its ends and without `index.html`.
pub(crate) fn key(address: &str) -> String {
    spelled(address).to_lowercase()
}

/// As [`key`], in the case of the address: most hosts tell `/Hello/` from `/hello/`.
pub(super) fn spelled(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    let folder = decoded.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
    folder.unwrap_or(&decoded).trim_matches('/').to_owned()
}

/// The path of a full URL below an origin and a base, with a slash at its start. The scheme and `www.` do not matter.
pub(crate) fn below(url: &str, origin: &str, base: &str) -> Option<String> {
    let host = |url: &str| {
        let (_, rest) = url.split_once("//")?;
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let host = rest[..end].to_lowercase();
        Some((host.strip_prefix("www.").unwrap_or(&host).to_owned(), rest[end..].to_owned()))
    };
    let ((own, _), (other, path)) = (host(origin)?, host(url)?);
    let path = if path.starts_with('/') { path } else { format!("/{path}") };
    let path = if path.len() + 1 == base.len() { path + "/" } else { path };
    (own == other).then(|| path.strip_prefix(base).map(|rest| format!("/{rest}"))).flatten()
}

/// The path from a folder to a file, with `/` between the names.
pub(super) fn relative(from: &Path, to: &Path) -> String {
    let shared = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    let up = from.components().skip(shared).map(|_| "..".to_owned());
    let down = to.components().skip(shared).map(|name| name.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// A path for the destination of a link: what would end it is percent-encoded, letters of any script stay.
pub(super) fn encoded(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for c in path.chars() {
        if c <= ' ' || "\"'<>()[]{}`%?#\\|^&*_~".contains(c) && c != '_' && c != '~' {
            encoded.push_str(&format!("%{:02X}", c as u32));
        } else {
            encoded.push(c);
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{below, key, relative};

    #[test]
    fn addresses_that_one_file_answers_are_equal() {
        for address in ["/a/b/", "/a/b", "/A/b/index.html", "/a/%62/?x#y"] {
            assert_eq!(key(address), "a/b", "{address}");
        }
        assert_ne!(key("/a/b.html"), key("/a/b/"));
    }

    #[test]
    fn an_address_of_the_site_is_below_its_base() {
        let below = |url| below(url, "https://a.org", "/blog/");
        assert_eq!(below("http://www.a.org/blog/x/").as_deref(), Some("/x/"));
        assert_eq!(below("https://a.org/blog").as_deref(), Some("/"));
        assert_eq!(below("https://a.org/x/"), None);
        assert_eq!(below("https://b.org/blog/x/"), None);
    }

    #[test]
    fn a_link_leads_from_a_folder_to_a_file() {
        assert_eq!(relative(Path::new("posts/a"), Path::new("posts/b.md")), "../b.md");
        assert_eq!(relative(Path::new("posts"), Path::new("posts/b.md")), "b.md");
    }
}
