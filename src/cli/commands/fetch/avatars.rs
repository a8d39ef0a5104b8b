//! The pictures of people, stored beside the conversations: readers' browsers ask no other host for them.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use sha2::{Digest, Sha256};

use super::client::Client;
use super::store::save;
use crate::bundle::article::pictures::avatar::avatar;
use crate::bundle::input::conversation::avatar::{SIZE, check, path};
use crate::bundle::input::conversation::values::{AvatarName, WebUrl};

/// The pictures of this run.
#[derive(Default)]
pub(super) struct Avatars {
    /// Those that were asked for, by address: `None` if there is no usable one.
    known: BTreeMap<WebUrl, Option<AvatarName>>,
}

impl Avatars {
    /// Fetches a picture, unless it is stored already: it is named by its address, which services change with the
    /// picture. `None` if there is no usable picture.
    pub(super) fn get(&mut self, root: &Path, client: &mut Client, url: &WebUrl) -> Result<Option<AvatarName>> {
        if let Some(known) = self.known.get(url) {
            return Ok(known.clone());
        }
        let hash = format!("{:x}", Sha256::digest(url.as_str()));
        let Some(name) = AvatarName::parse(&format!("{}.webp", &hash[..16])) else { return Ok(None) };
        let file = path(root, &name);
        let mut stored = check(&file).is_ok();
        if !stored && let Some(picture) = client.picture(url).ok().and_then(|bytes| avatar(&bytes, SIZE)) {
            save(&file, &picture)?;
            stored = check(&file).is_ok();
        }
        let name = stored.then_some(name);
        self.known.insert(url.clone(), name.clone());
        Ok(name)
    }
}
