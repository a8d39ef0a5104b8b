//! The looks of a site: each gives other values to tokens of `style/tokens.css`. `look` in `site.toml` chooses one.

use std::fs;
use std::path::Path;

/// A look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// That of `style/tokens.css`: warm paper, and letters with serifs.
    #[default]
    Paper,
    /// Black on white, without serifs.
    Plain,
    /// Letters of one width.
    Typewriter,
}

impl Look {
    /// Every look by its name in `site.toml`.
    pub const NAMED: [(&str, Self); 3] =
        [("paper", Self::Paper), ("plain", Self::Plain), ("typewriter", Self::Typewriter)];

    /// The look of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMED.iter().find(|(known, _)| *known == name).map(|(_, look)| *look)
    }

    /// Its file, relative to the site's folder, and what the file had when this program was compiled. `None` for the look
    /// of `style/tokens.css` itself.
    fn file(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Paper => None,
            Self::Plain => Some(("style/looks/plain.css", include_str!("../../style/looks/plain.css"))),
            Self::Typewriter => Some(("style/looks/typewriter.css", include_str!("../../style/looks/typewriter.css"))),
        }
    }

    /// Its values: the path of their file, and its text, read now because it may have been edited.
    pub(crate) fn sheet(self, root: &Path) -> Option<(&'static str, String)> {
        let (path, compiled_in) = self.file()?;
        Some((path, fs::read_to_string(root.join(path)).unwrap_or_else(|_| compiled_in.to_owned())))
    }
}
