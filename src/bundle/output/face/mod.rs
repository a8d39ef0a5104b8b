//! The typeface of texts, if the owner wants it: Literata, from the site itself. Pages are painted without waiting for it,
//! and a page that began in the system's face stays in it, so no line moves.

use std::fmt::Write as _;

use super::hashed;
use crate::bundle::address::OutputPath;
use crate::bundle::css::properties;

/// A file of the typeface, in the weights from regular to bold.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FaceFile {
    bytes: &'static [u8],
    style: &'static str,
    /// Its characters. A browser loads only the files that the text of a page needs.
    range: &'static str,
}

const LATIN: &str = "U+20-7E,U+A0-FF,U+131,U+152-153,U+2C6,U+2DA,U+2DC,U+2013-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,\
                     U+2032-2033,U+2039-203A,U+2044,U+20AC,U+2122,U+2212";
const EXTENDED: &str = "U+100-130,U+132-151,U+154-17E,U+18F,U+192,U+1A0-1A1,U+1AF-1B0,U+1C4-1DC,U+1E6-1E7,U+1FA-21B,U+237,\
                        U+259,U+1E08-1E9E,U+1EF2-1EF9";

/// The files. See `README.md` here.
const FILES: [FaceFile; 4] = [
    FaceFile { bytes: include_bytes!("latin.woff2"), style: "normal", range: LATIN },
    FaceFile { bytes: include_bytes!("latin-italic.woff2"), style: "italic", range: LATIN },
    FaceFile { bytes: include_bytes!("extended.woff2"), style: "normal", range: EXTENDED },
    FaceFile { bytes: include_bytes!("extended-italic.woff2"), style: "italic", range: EXTENDED },
];

/// As wide and as high as the system's faces that stand before it, so that a line has as many letters.
const SIZE: &str = "95%";
/// The token with the names of the Latin faces.
const TOKEN: &str = "--latin";

impl FaceFile {
    pub(crate) fn bytes(self) -> &'static [u8] {
        self.bytes
    }
}

/// The files, each with its path.
pub(crate) fn files() -> impl Iterator<Item = (OutputPath, FaceFile)> {
    FILES.into_iter().map(|file| (hashed::path("personal-page-literata", file.bytes, "woff2"), file))
}

/// The rules that load the typeface.
pub(crate) fn rules(base: &str) -> String {
    let mut css = String::new();
    for (path, FaceFile { style, range, .. }) in files() {
        let _ = write!(
            css,
            "@font-face{{font-family:Literata;font-style:{style};font-weight:400 700;font-display:optional;\
             size-adjust:{SIZE};src:url({base}{path}) format(\"woff2\");unicode-range:{range}}}"
        );
    }
    css
}

/// The value of the token with the typeface before the others, as a sheet.
pub(crate) fn tokens(css: &str) -> String {
    let latin = properties(css).into_iter().find(|property| property.within == ":root" && property.name == TOKEN);
    latin.map(|latin| format!(":root{{{TOKEN}:Literata,{}}}", latin.value)).unwrap_or_default()
}
