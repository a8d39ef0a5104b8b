//! The paths that may be read and written: those of files in the folders of texts that the bundler reads.

use std::ffi::OsStr;
use std::fmt;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::refused::Refused;
use super::text_folders::TextFolders;
use crate::bundle::{is_leftover, printable};

/// The maximum length of a path in bytes. On Windows and macOS, the path of the site's folder is added to it.
const MAX_PATH_BYTES: usize = 512;
/// The maximum length of a name in bytes, on all usual file systems.
const MAX_NAME_BYTES: usize = 255;
/// Names of devices on Windows, also with an extension: `con.md`. The digits may be superscript.
/// <https://learn.microsoft.com/windows/win32/fileio/naming-a-file>
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// The path of a file below the site's folder, with slashes: `posts/trip/lake.jpg`. No name in it is `..`, is hidden, or
/// is one that the bundler skips.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FilePath(String);

impl FilePath {
    /// Reads a path of a request, percent-decoded.
    pub(super) fn parse(text: &str, folders: &TextFolders) -> Result<Self, Refused> {
        let shown = printable(text);
        let refused = |why: &str, remedy: &str| Err(Refused::cannot(format!("\"{shown}\" {why}"), remedy));
        if text.len() > MAX_PATH_BYTES {
            let why = format!("a path has {} bytes, and the maximum is {MAX_PATH_BYTES}", text.len());
            return Err(Refused::cannot(why, "choose a shorter name"));
        }
        if *shown != *text {
            return refused("has a control character", "remove it: names have letters, digits, - and _");
        }
        if text.contains('\\') {
            return refused("has a backslash", "separate folders by /");
        }
        let mut names = text.split('/');
        if !names.next().is_some_and(|folder| folders.has(folder)) || !text.contains('/') {
            let why = format!("is not below {}/", folders.iter().collect::<Vec<_>>().join("/ or "));
            return refused(&why, "texts and their files are there: write posts/ before the name");
        }
        for (name, is_folder) in with_kind(text).skip(1) {
            if name.is_empty() || name.starts_with('.') {
                return refused("has an empty name, or one that begins with a dot", "write posts/hello.md");
            }
            if is_leftover(OsStr::new(name), is_folder) {
                return refused("has the name of a temporary file, which is never read", "choose another name");
            }
        }
        Ok(Self(text.to_owned()))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// The names in it, and whether each is that of a folder.
    pub(super) fn names(&self) -> impl Iterator<Item = (&str, bool)> {
        with_kind(&self.0)
    }

    /// The name of the file.
    pub(super) fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// The name of the folder of texts that it is in.
    pub(super) fn top(&self) -> &str {
        self.0.split('/').next().unwrap_or_default()
    }

    /// Whether it is in a folder of texts itself, in none below that.
    pub(super) fn is_at_top(&self) -> bool {
        self.folder() == self.top()
    }

    /// The path of its folder.
    pub(super) fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

impl fmt::Display for FilePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn with_kind(path: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut names = path.split('/').peekable();
    std::iter::from_fn(move || {
        let name = names.next()?;
        Some((name, names.peek().is_some()))
    })
}

/// Checks the name of a file or folder that does not exist yet: it has to be possible on all systems, because the site may
/// be cloned on another one.
pub(super) fn check_new_name(name: &str) -> Result<(), Refused> {
    let refused = |why: &str, remedy: &str| Err(Refused::cannot(format!("the name \"{name}\" {why}"), remedy));
    if name.len() > MAX_NAME_BYTES {
        let why = format!("a name has {} bytes, and the maximum is {MAX_NAME_BYTES}", name.len());
        return Err(Refused::cannot(why, "choose a shorter name"));
    }
    if !is_nfc(name) {
        let composed: String = name.nfc().collect();
        return refused("has letters and accents apart", &format!("write \"{composed}\", in Unicode's form NFC"));
    }
    if let Some(c) = name.chars().find(|c| "<>:\"|?*".contains(*c)) {
        return refused(&format!("has {c}, which Windows allows in no name"), "remove it");
    }
    if name.ends_with(['.', ' ']) || name.starts_with(' ') {
        return refused("begins or ends with a space, or ends with a dot", "remove it");
    }
    if is_device(name) {
        return refused("is that of a device on Windows", "choose another name");
    }
    Ok(())
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let is_number = |rest: &str| rest.chars().count() == 1 && "123456789¹²³".contains(rest);
    let is_numbered = |device: &&str| stem.strip_prefix(*device).is_some_and(is_number);
    DEVICES.contains(&&*stem) || NUMBERED_DEVICES.iter().any(is_numbered)
}

/// The form of a name in which two names are equal that some file system takes for one: macOS and Windows ignore case,
/// macOS also how accents are written.
pub(super) fn folded(name: &str) -> String {
    name.nfc().collect::<String>().to_lowercase().nfc().collect()
}
