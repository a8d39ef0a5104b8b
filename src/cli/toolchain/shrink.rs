//! Makes the page's program smaller after Trunk has written the shell, and names it by its new content.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

use super::entity_table;

const UNKNOWN: &str =
    "The page's program is an eighth larger than it could be: its table of named entities is not found.";

/// Removes from the program in a shell what no text needs. The shell's `index.html` gets its new name and integrity.
pub(super) fn shrink(shell: &Path) -> Result<()> {
    let Some(path) = program(shell) else { return Ok(()) };
    let large = fs::read(&path).with_context(|| format!("{}: cannot be read", path.display()))?;
    let Some(small) = entity_table::without(&large) else {
        eprintln!("{UNKNOWN}");
        return Ok(());
    };
    let index = shell.join("index.html");
    let html = fs::read_to_string(&index).with_context(|| format!("{}: cannot be read", index.display()))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let renamed = renamed(&name, &small);
    let html = html.replace(&*name, &renamed).replace(&integrity(&large), &integrity(&small));
    let new = path.with_file_name(renamed);
    fs::write(&new, small).with_context(|| format!("{}: cannot be written", new.display()))?;
    fs::write(&index, html).with_context(|| format!("{}: cannot be written", index.display()))?;
    fs::remove_file(&path).with_context(|| format!("{}: cannot be removed", path.display()))
}

fn program(shell: &Path) -> Option<PathBuf> {
    let files = shell.read_dir().into_iter().flatten().flatten().map(|entry| entry.path());
    files.into_iter().find(|path| path.extension().is_some_and(|end| end == "wasm"))
}

/// The name of a program, `personal-page-<hash>_bg.wasm`, with the hash of another content.
fn renamed(name: &str, content: &[u8]) -> String {
    let stem = name.rsplit_once('-').map_or(name, |(stem, _)| stem);
    format!("{stem}-{}_bg.wasm", &format!("{:x}", Sha256::digest(content))[..16])
}

/// The value of the attribute `integrity` as Trunk writes it.
fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}
