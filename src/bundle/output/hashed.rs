//! Files with the hash of their content in their name: they are cached for ever. The service worker knows the form of
//! their names (`offline/worker/site.js`).

use sha2::{Digest, Sha256};

use crate::bundle::address::OutputPath;

/// The path of a file at the root of the site.
pub(crate) fn path(name: &str, content: impl AsRef<[u8]>, extension: &str) -> OutputPath {
    let hash = format!("{:x}", Sha256::digest(content));
    OutputPath::new(format!("{name}-{}.{extension}", &hash[..16]))
}
