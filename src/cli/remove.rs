//! Removes files, links and folders that an earlier command left.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

/// Removes what is at a path, if anything: a file, a link (not its target), or a folder with its content.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
        Ok(found) if found.is_dir() => remove_folder(path).or_else(|_| {
            make_writable(path);
            fs::remove_dir_all(path)
        }),
        Ok(_) => fs::remove_file(path),
    }
}

/// Removes a folder. Those in its folders, such as those of all posts, are removed on all cores.
fn remove_folder(path: &Path) -> io::Result<()> {
    let inside = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
        folders.map(|entry| entry.path()).collect()
    };
    let deep: Vec<PathBuf> = inside(path).iter().flat_map(|folder| inside(folder)).collect();
    deep.par_iter().try_for_each(fs::remove_dir_all)?;
    fs::remove_dir_all(path)
}

/// Makes a folder and all below it writable for the owner. Best effort: the removal that follows reports errors.
fn make_writable(folder: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
    }
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            make_writable(&entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::remove;

    #[test]
    fn a_folder_a_file_and_nothing_are_removed() {
        let dir = tempfile::tempdir().expect("a folder for a test");
        let path = dir.path().join("next");
        remove(&path).expect("nothing is there");
        fs::write(&path, "a file").expect("a file for a test");
        remove(&path).expect("it is ours");
        fs::create_dir_all(path.join("posts/lake")).expect("a folder for a test");
        remove(&path).expect("it is ours");
        assert!(!path.exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_removed_and_what_it_leads_to_stays() {
        let dir = tempfile::tempdir().expect("a folder for a test");
        let (link, target) = (dir.path().join("next"), dir.path().join("target"));
        fs::create_dir(&target).expect("a folder for a test");
        std::os::unix::fs::symlink(&target, &link).expect("a link for a test");
        remove(&link).expect("it is ours");
        assert!(target.is_dir() && fs::symlink_metadata(&link).is_err());
    }
}
