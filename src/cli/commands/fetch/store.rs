//! Writes the files of the conversations, and removes those that nothing needs.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::NamedTempFile;
use walkdir::WalkDir;

use crate::bundle::input::conversation::values::AvatarName;
use crate::bundle::input::conversation::{Conversation, FOLDER, avatar};

/// Writes a file in one step, so that an interrupted run leaves no half of one. A file that is the same is left alone.
pub(super) fn save(path: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|known| known == bytes) {
        return Ok(());
    }
    let write = || -> std::io::Result<()> {
        let folder = path.parent().unwrap_or(Path::new(""));
        fs::create_dir_all(folder)?;
        let mut file = NamedTempFile::new_in(folder)?;
        file.write_all(bytes)?;
        file.persist(path)?;
        Ok(())
    };
    write().with_context(|| format!("{}: cannot be written", path.display()))
}

/// Writes a conversation, or removes its file if there is none.
pub(super) fn save_conversation(path: &Path, conversation: &Conversation) -> Result<()> {
    if conversation.threads.is_empty() {
        return remove(path);
    }
    let json = serde_json::to_string_pretty(conversation).context("a conversation cannot be written as JSON")?;
    save(path, (json + "\n").as_bytes())
}

/// Removes the conversations that are about no text, and the pictures that none of the others shows. Other files are
/// left alone.
pub(super) fn prune(root: &Path, files: &BTreeSet<PathBuf>, avatars: &BTreeSet<AvatarName>) -> Result<()> {
    let avatars: BTreeSet<PathBuf> = avatars.iter().map(|name| avatar::path(root, name)).collect();
    for entry in WalkDir::new(root.join(FOLDER)).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy());
        let is_conversation = name.ends_with(".json") && !files.contains(path);
        let is_avatar = AvatarName::parse(&name).is_some() && !avatars.contains(path);
        if is_conversation || is_avatar {
            remove(path)?;
        }
    }
    Ok(())
}

fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        removed => removed.with_context(|| format!("{}: cannot be removed", path.display())),
    }
}
