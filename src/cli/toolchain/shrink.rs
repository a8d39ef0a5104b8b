//! Makes the page's program and its script smaller after Trunk has written the shell, and names them by their new content.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

use super::{entity_table, glue, imports, split};

const UNKNOWN_TABLE: &str =
    "The page's program is an eighth larger than it could be: its table of named entities is not found.";
const UNKNOWN_IMPORTS: &str =
    "The page's program is a twentieth larger than it could be: its imports are not those of its script.";

const WHOLE: &str =
    "The page's program is loaded whole before it takes over a page: the code that can wait is not found.";

/// A file of a shell.
struct File {
    path: PathBuf,
    content: Vec<u8>,
}

/// Removes from a shell's program and its script what no reader needs. The shell's `index.html` gets their new names and
/// integrity.
pub(super) fn shrink(shell: &Path) -> Result<()> {
    let (Some(program), Some(script)) = (File::find(shell, "wasm")?, File::find(shell, "js")?) else { return Ok(()) };
    let mut small = entity_table::without(&program.content).unwrap_or_else(|| {
        eprintln!("{UNKNOWN_TABLE}");
        program.content.clone()
    });
    let mut lean = String::from_utf8_lossy(&script.content).into_owned();
    match imports::number(&small, &lean) {
        Some(numbered) => (small, lean) = numbered,
        None => eprintln!("{UNKNOWN_IMPORTS}"),
    }
    match split(shell, &small, &lean)? {
        Some(first) => (small, lean) = first,
        None => eprintln!("{WHOLE}"),
    }
    program.replace(shell, small, "_bg.wasm")?;
    script.replace(shell, glue::lean(&lean).into_bytes(), ".js")
}

/// Splits a program and writes its second file. Returns the first, and the script that loads the second.
fn split(shell: &Path, program: &[u8], script: &str) -> Result<Option<(Vec<u8>, String)>> {
    let script = glue::without_classes(script);
    let Some([first, second]) = split::split(program, &|name| glue::uses(&script, name)) else { return Ok(None) };
    let name = format!("personal-page-{}.wasm", hash(&second));
    let Some(script) = glue::with_later(&script, &name) else { return Ok(None) };
    write(&shell.join(name), &second)?;
    Ok(Some((first, script)))
}

impl File {
    /// The file with an extension.
    fn find(shell: &Path, extension: &str) -> Result<Option<Self>> {
        let files = shell.read_dir().into_iter().flatten().flatten().map(|entry| entry.path());
        let found = files.into_iter().find(|path| path.extension().is_some_and(|end| end == extension));
        found.map(|path| Ok(Self { content: read(&path)?, path })).transpose()
    }

    /// Writes another content, under a name with its hash, `personal-page-<hash><end>`.
    fn replace(&self, shell: &Path, content: Vec<u8>, end: &str) -> Result<()> {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let stem = name.rsplit_once('-').map_or(&*name, |(stem, _)| stem);
        let renamed = format!("{stem}-{}{end}", hash(&content));
        let index = shell.join("index.html");
        let html = String::from_utf8_lossy(&read(&index)?).into_owned();
        let html = html.replace(&*name, &renamed).replace(&integrity(&self.content), &integrity(&content));
        fs::remove_file(&self.path).with_context(|| format!("{}: cannot be removed", self.path.display()))?;
        write(&self.path.with_file_name(renamed), &content)?;
        write(&index, html.as_bytes())
    }
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{}: cannot be read", path.display()))
}

fn write(path: &Path, content: &[u8]) -> Result<()> {
    fs::write(path, content).with_context(|| format!("{}: cannot be written", path.display()))
}

/// What a name has of the content of its file.
fn hash(content: &[u8]) -> String {
    format!("{:x}", Sha256::digest(content))[..16].to_owned()
}

/// The value of the attribute `integrity` as Trunk writes it.
fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}
