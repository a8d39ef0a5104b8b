//! The fonts of preview pictures: the owner's, then those in `fonts/` here. Never the system's, so that a picture is
//! the same on every machine.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use super::font::Font;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::key::Key;

/// The folder of the owner's fonts, in the site's folder.
pub(super) const FOLDER: &str = "fonts";

/// The embedded fonts, in the order in which they are searched for a character.
const OURS: [&[u8]; 8] = [
    include_bytes!("fonts/latin.ttf"),
    include_bytes!("fonts/hebrew.ttf"),
    include_bytes!("fonts/arabic.ttf"),
    include_bytes!("fonts/japanese.ttf"),
    include_bytes!("fonts/chinese.ttf"),
    include_bytes!("fonts/korean.ttf"),
    include_bytes!("fonts/symbols.ttf"),
    include_bytes!("fonts/emoji.ttf"),
];
/// By language, the index in [`OURS`] of the font that takes precedence for the characters that these fonts share.
const FORMS: [(&str, usize); 3] = [("ja", 3), ("zh", 4), ("ko", 5)];

/// All fonts, in the order in which they are searched for a character.
pub(super) struct Fonts {
    all: Vec<Font>,
    /// How many of them are the owner's, which come first.
    own: usize,
}

impl Fonts {
    /// Reads all fonts. An invalid one is a warning.
    pub(super) fn new(root: &Path, findings: &mut Diagnostics) -> Self {
        let mut all = Vec::new();
        for file in files(&root.join(FOLDER)) {
            let shown = file.strip_prefix(root).unwrap_or(&file);
            match std::fs::read(&file).map(|data| Font::new(Cow::Owned(data))) {
                Ok(Some(font)) => all.push(font),
                Ok(None) => findings.warning(shown, 0, "is not a font", "save it as TTF or OTF, or delete it"),
                Err(error) => findings.warning(shown, 0, format!("cannot be read: {error}"), "make it readable"),
            }
        }
        let own = all.len();
        let ours = OURS.into_iter().map(|data| Font::new(Cow::Borrowed(data)).expect("a font, as every test has seen"));
        all.extend(ours);
        Self { all, own }
    }

    /// The hash of all fonts, for cache keys.
    pub(super) fn key(&self) -> Key {
        Key::new("fonts", &self.all.iter().map(Font::data).collect::<Vec<_>>())
    }

    /// The fonts for a text, in search order. Chinese, Japanese and Korean share characters: where the language does
    /// not decide on their form, the font with most of the text does.
    pub(super) fn of(&self, text: &str, language: &str) -> Vec<&Font> {
        let mut fonts: Vec<&Font> = self.all.iter().collect();
        let forms = FORMS.map(|(name, place)| (name, self.own + place));
        let lacks = |place: usize| text.chars().filter(|c| !self.all[place].has(*c)).count();
        let first = forms.iter().find(|(name, _)| language.starts_with(name));
        let first = first.or_else(|| forms.iter().min_by_key(|(_, place)| lacks(*place)));
        if let Some((_, place)) = first {
            let from = self.own + FORMS[0].1;
            fonts[from..=*place].rotate_right(1);
        }
        fonts
    }
}

/// The owner's files with the extension of a font, sorted by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let is_font = |path: &PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
        ending.is_some_and(|ending| ["ttf", "otf", "ttc", "woff", "woff2"].contains(&ending.as_str()))
    };
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_font).collect();
    files.sort();
    files
}

/// Whether a character is invisible: joiners, directional marks, variation selectors.
pub(super) fn shows_nothing(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{e0000}'..='\u{e0fff}')
}
