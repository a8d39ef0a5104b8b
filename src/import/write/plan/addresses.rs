//! Old addresses: which of them answer, and how.

use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;

use super::super::addresses::{key, spelled};
use super::super::lists;
use super::Plan;
use crate::bundle::MAX_SLUG_BYTES;
use crate::content::Route;
use crate::import::notes::Open;
use crate::import::permalink::single_slashes;
use crate::import::site::{OldSite, Text};

/// What a site of files cannot do about `/?p=12`.
const BY_QUERY: &str = "hosts of files answer an address whatever its query is: redirect it at the host";

/// Why an old address does not lead to its text.
enum Lost {
    /// It leads nowhere.
    Dead(&'static str),
    /// It leads to another text.
    Elsewhere,
}

impl Plan {
    /// Makes each old address an alias of its text, unless it is the new address.
    pub(super) fn keep_addresses(&mut self, site: &OldSite, taken: &BTreeSet<Route>, old_base: &str, base: &str) {
        for (index, place) in self.texts.iter().enumerate() {
            self.by_address.insert(key(&place.route.path()), index);
        }
        let new = self.texts.iter().map(|place| place.route.clone()).chain(taken.iter().cloned());
        let new: BTreeSet<String> = new.chain(lists::routes(site)).map(|route| key(&route.path())).collect();
        for (index, text) in site.texts.iter().enumerate() {
            self.by_number.extend(text.number.clone().map(|number| (number, index)));
            // Nobody knows the address of a draft, but links in other texts may have it.
            if text.draft {
                for address in &text.addresses {
                    let key = key(&old_address(address, text.is_of_export(), old_base));
                    self.by_address.entry(key).or_insert(index);
                }
                continue;
            }
            for address in &text.addresses {
                if address.contains('?') {
                    self.lost.push((address.clone(), BY_QUERY.to_owned()));
                    continue;
                }
                self.keep(index, address, text, &new, old_base, base);
            }
        }
    }

    fn keep(&mut self, index: usize, address: &str, text: &Text, new: &BTreeSet<String>, old_base: &str, base: &str) {
        let full = full(text, address, old_base);
        let address = old_address(address, text.is_of_export(), old_base);
        // Links in the old texts mean the text, whatever becomes of the address.
        let of_old = key(&address);
        self.by_address.entry(of_old).or_insert(index);
        let lost = match below_base(&full, base) {
            None => Some(Lost::Dead("it is not below the address of the new site: redirect it at the host")),
            Some(alias) => self.alias(index, &alias, new),
        };
        match lost {
            Some(Lost::Dead(reason)) => self.lost.push((full, reason.to_owned())),
            Some(Lost::Elsewhere) => {
                let message = format!("its old address {full} leads to another text now");
                let remedy = "link it from there, if readers may look for it".to_owned();
                self.texts[index].open.push(Open { line: 1, message, remedy });
                self.answering += 1;
            }
            None => self.answering += 1,
        }
    }

    /// Makes a path of the new site an alias, unless it answers anyway. The reason why it cannot be one.
    fn alias(&mut self, index: usize, alias: &str, new: &BTreeSet<String>) -> Option<Lost> {
        let of_alias = key(alias);
        let route = Route::parse(&of_alias);
        let own = self.texts[index].route.path();
        if spelled(alias) == spelled(&own) {
            None
        } else if of_alias == key(&own) {
            // In another case, which a host answers by a page of its own.
            self.add(index, of_alias, alias);
            None
        } else if new.contains(&of_alias) {
            Some(Lost::Elsewhere)
        } else if matches!(route, Route::Home(_) | Route::Archive(_) | Route::Tags | Route::Tag(..)) {
            None
        } else if !is_path(alias) {
            Some(Lost::Dead("it has characters that a file name cannot have: redirect it at the host"))
        } else if self.owners.get(&of_alias).is_some_and(|owner| *owner != index) {
            Some(Lost::Elsewhere)
        } else {
            self.add(index, of_alias, alias);
            None
        }
    }

    fn add(&mut self, index: usize, key: String, alias: &str) {
        if is_path(alias) && self.owners.insert(key, index).is_none() {
            self.texts[index].aliases.push(decoded(alias));
        }
    }
}

/// An old address of a text, below the base path of the new site. `None` if it is not below it.
pub(in crate::import::write) fn below(text: &Text, address: &str, old_base: &str, base: &str) -> Option<String> {
    below_base(&full(text, address, old_base), base)
}

fn below_base(full: &str, base: &str) -> Option<String> {
    full.strip_prefix(base).map(|rest| format!("/{rest}"))
}

/// An old address of a text, from the root of its host.
fn full(text: &Text, address: &str, old_base: &str) -> String {
    single_slashes(&format!("{old_base}{}", old_address(address, text.is_of_export(), old_base)))
}

/// An address below the old base. An alias may be a full URL, and an export has the base in its paths.
fn old_address(address: &str, export: bool, base: &str) -> String {
    let path = match address.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("/", |start| &rest[start..]),
        None => address,
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let is_full = export || address.contains("://");
    let path = if is_full { path.strip_prefix(base).unwrap_or(path) } else { path };
    single_slashes(&format!("/{path}"))
}

/// An alias as it is written: decoded, but for what would be read as something else.
fn decoded(alias: &str) -> String {
    match percent_decode_str(alias).decode_utf8() {
        Ok(decoded) if !decoded.contains('%') => decoded.into_owned(),
        _ => alias.to_owned(),
    }
}

/// Whether a file can have this path on every system.
fn is_path(alias: &str) -> bool {
    let Ok(path) = percent_decode_str(alias).decode_utf8() else { return false };
    let plain = |c: char| !c.is_control() && !matches!(c, '\\' | '?' | '#' | '<' | '>' | '"' | ':' | '|' | '*');
    let named =
        path.trim_matches('/').split('/').all(|name| !matches!(name, "" | "." | "..") && name.len() <= MAX_SLUG_BYTES);
    named && path.len() <= 500 && path.chars().all(plain)
}
