//! Reads `[old_lists]`: where another engine had the lists of tags and categories.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use crate::bundle::input::fields::reader::FieldReader;
use crate::bundle::input::fields::value::Entry;
use crate::bundle::taxonomy::Taxonomy;

/// The folders of old lists by taxonomy, each with a slash at its end: the list of a name was in a folder below.
pub(crate) type OldLists = BTreeMap<Taxonomy, Vec<String>>;

/// Reads the folders. One that is no path is an error.
pub(super) fn old_lists(entry: &Entry, reader: &mut FieldReader) -> OldLists {
    let mut lists = OldLists::new();
    for entry in reader.table(entry) {
        let Some(taxonomy) = Taxonomy::ALL.into_iter().find(|taxonomy| taxonomy.key() == entry.key) else {
            reader.unknown(entry, "old_lists.", &Taxonomy::ALL.map(Taxonomy::key));
            continue;
        };
        for (path, at) in reader.texts(entry, |text| vec![text.to_owned()]) {
            // As browsers copy it.
            let decoded = percent_decode_str(&path).decode_utf8_lossy();
            let folder = decoded.trim_matches('/');
            if path.starts_with('/') && folder.split('/').all(is_plain) {
                lists.entry(taxonomy).or_default().push(format!("{folder}/"));
            } else {
                let message = format!("\"{path}\" is not the path of a folder of the old site");
                reader.error(at, message, format!("write the path after the host, such as \"/{}/\"", taxonomy.name()));
            }
        }
    }
    lists
}

/// Whether a segment can be a folder.
fn is_plain(segment: &str) -> bool {
    let plain = |c: char| !c.is_control() && !matches!(c, '\\' | '?' | '#' | '<' | '>' | '"' | ':' | '|' | '*' | '%');
    !matches!(segment, "" | "." | "..") && segment.len() <= 100 && segment.chars().all(plain)
}
