//! Replaces a folder by another in one step, so that nobody sees a partial site.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use super::project::clear;
use super::remove::remove;

/// Empties `fresh`, and checks before the build that it can replace `live`.
pub(crate) fn prepare(fresh: &Path, live: &Path) -> Result<()> {
    let (name, old) = (live.display(), old(fresh));
    match fs::symlink_metadata(live) {
        Ok(found) if found.is_symlink() => bail!(
            "{name} is a symbolic link, which a build would replace by a folder: remove the link, and \
             replace its target by a link to {name}"
        ),
        Ok(found) if !found.is_dir() => bail!("{name} is a file, but the site needs a folder there: move it away"),
        // A build killed between two renames left the former site at `old`.
        Err(error) if error.kind() == ErrorKind::NotFound && old.is_dir() => {
            fs::rename(&old, live).with_context(|| format!("{} cannot be moved to {name}", old.display()))?;
        }
        _ => {}
    }
    clear(fresh)?;
    ensure!(
        is_one_disk(fresh, live),
        "{name} and {} are on different disks, and a finished site is moved by renaming: put both on one disk",
        fresh.display()
    );
    Ok(())
}

/// Whether a folder can be moved to the place of another by a rename.
fn is_one_disk(fresh: &Path, live: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let disk = |path: &Path| path.metadata().map(|found| found.dev());
        let live = disk(live).or_else(|_| disk(live.parent().unwrap_or(live)));
        disk(fresh).ok() == live.ok()
    }
    #[cfg(not(unix))]
    true
}

/// Replaces `live` by `fresh`, and removes the former content. On failure, `live` is left as it was.
pub(crate) fn exchange(fresh: &Path, live: &Path) -> Result<()> {
    let moved = if live.exists() { swap(fresh, live) } else { fs::rename(fresh, live) };
    moved.with_context(|| format!("{} cannot be moved to {}", fresh.display(), live.display()))?;
    remove(fresh).with_context(|| format!("{}: cannot be removed: remove it by hand", fresh.display()))
}

/// The temporary place of the former site, if folders cannot be swapped atomically.
fn old(fresh: &Path) -> PathBuf {
    fresh.with_extension("old")
}

/// Swaps two folders: atomically if the file system can, otherwise by three renames.
fn swap(fresh: &Path, live: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, fresh, CWD, live, RenameFlags::EXCHANGE).is_ok() {
            return Ok(());
        }
    }
    let old = old(fresh);
    remove(&old)?;
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
