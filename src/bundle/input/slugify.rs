//! Turns words into slugs, which are segments of addresses.

use crate::bundle::unicode::{is_mark, nfc};
use crate::content::Slug;

/// Tags whose signs carry the meaning: without them `C++` and `C#` would both be `c`.
const NAMES: [(&str, &str); 4] = [("c++", "cpp"), ("c#", "csharp"), ("f#", "fsharp"), (".net", "dotnet")];

/// The slug of words, in lower case: letters, digits and marks of any script, and one `-` for each run of anything
/// else. `None` if nothing is left. In NFC, so that a file's name means the same on every system.
#[must_use]
pub fn slugify(words: &str) -> Option<Slug> {
    let mut slug = String::with_capacity(words.len());
    let lower: String = nfc(words).chars().flat_map(char::to_lowercase).collect();
    for c in nfc(&lower).chars() {
        if c.is_alphanumeric() || is_mark(c) {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    Slug::new(slug.trim_end_matches('-'))
}

/// The slug of a tag: as for any words, except that `C++`, `C#`, `F#` and `.NET` have their own.
#[must_use]
pub fn slugify_tag(name: &str) -> Option<Slug> {
    let lower = name.trim().to_lowercase();
    let own = NAMES.iter().find(|(written, _)| *written == lower);
    slugify(own.map_or(name, |(_, slug)| slug))
}
