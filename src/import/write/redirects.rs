//! Redirects of the old site: what led to a text still does.

use std::collections::HashMap;
use std::path::PathBuf;

use super::addresses::key;
use crate::import::notes::Open;
use crate::import::site::OldSite;

/// Gives each address to the text that it led to. One that led to no text is told of.
pub(super) fn apply(site: &mut OldSite) {
    let mut owners = HashMap::new();
    for (index, text) in site.texts.iter().enumerate() {
        text.addresses.iter().for_each(|address| {
            owners.entry(key(address)).or_insert(index);
        });
    }
    let (mut open, mut found) = (Vec::new(), Vec::new());
    for (from, to) in std::mem::take(&mut site.redirects) {
        // What leads to another site, or has a pattern in it, is for the host.
        match owners.get(&key(&to)).filter(|_| !to.contains("://")) {
            Some(index) => found.push((*index, from)),
            None => {
                let message = format!("the old site led {from} to {to}, which is no text here");
                let remedy =
                    "redirect it at the host, or add it to aliases of the text that readers look for".to_owned();
                open.push((PathBuf::from("site.toml"), Open { line: 1, message, remedy }));
            }
        }
    }
    found.into_iter().for_each(|(index, from)| site.texts[index].addresses.push(from));
    site.open.extend(open);
}
