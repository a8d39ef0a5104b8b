//! One folder takes another's place in one step, so that nobody ever sees half a site.

use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, Result};

/// Puts `fresh` in the place of `live`, and removes what was there. If that fails, `live` is what it was.
pub(super) fn exchange(fresh: &Path, live: &Path) -> Result<()> {
    let moved = if live.exists() { swap(fresh, live) } else { fs::rename(fresh, live) };
    moved.with_context(|| format!("{} cannot take the place of {}", fresh.display(), live.display()))?;
    if fresh.exists() {
        fs::remove_dir_all(fresh).with_context(|| format!("{}: cannot be removed", fresh.display()))?;
    }
    Ok(())
}

/// Swaps the two folders: at once where the file system can, else by three renamings.
fn swap(fresh: &Path, live: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, fresh, CWD, live, RenameFlags::EXCHANGE).is_ok() {
            return Ok(());
        }
    }
    let old = fresh.with_extension("old");
    fs::rename(live, &old)?;
    if let Err(error) = fs::rename(fresh, live) {
        fs::rename(&old, live)?;
        return Err(error);
    }
    fs::rename(&old, fresh)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::exchange;

    fn folder(path: &Path, text: &str) {
        fs::create_dir_all(path).and_then(|()| fs::write(path.join("index.html"), text)).expect("a folder for a test");
    }

    #[test]
    fn the_new_site_takes_the_place_of_the_old() {
        let dir = tempfile::tempdir().expect("a folder for a test");
        let (fresh, live) = (dir.path().join("next"), dir.path().join("dist"));
        for text in ["first", "second"] {
            folder(&fresh, text);
            exchange(&fresh, &live).expect("both are on one disk");
            assert_eq!(fs::read_to_string(live.join("index.html")).ok().as_deref(), Some(text));
            assert!(!fresh.exists());
        }
    }

    #[test]
    fn the_old_site_stays_when_there_is_no_new_one() {
        let dir = tempfile::tempdir().expect("a folder for a test");
        let live = dir.path().join("dist");
        folder(&live, "old");
        assert!(exchange(&dir.path().join("next"), &live).is_err());
        assert_eq!(fs::read_to_string(live.join("index.html")).ok().as_deref(), Some("old"));
    }
}
