//! A folder of its own for a test, removed on drop: the only place where tests write files.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use walkdir::WalkDir;

/// The least `site.toml` without a finding.
pub(crate) const CONFIG: &str =
    "title = \"Field Notes\"\ndescription = \"What I learned this week.\"\nurl = \"https://me.example\"\n";

/// A temporary folder with the files of a site.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    pub(crate) fn root(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file, and the folders above it.
    pub(crate) fn write(&self, path: impl AsRef<Path>, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        assert!(path.starts_with(self.root()));
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, content).expect("a file");
    }

    /// Copies the files of a fixture to a path, each changed by `change`: the fixture itself stays as it is.
    pub(crate) fn copy(&self, fixture: &str, to: &str, change: impl Fn(Vec<u8>) -> Vec<u8>) {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(fixture);
        for entry in WalkDir::new(&from).into_iter().map(|entry| entry.expect("a readable fixture")) {
            if entry.file_type().is_file() {
                let file = entry.path().strip_prefix(&from).expect("it is below the fixture");
                self.write(Path::new(to).join(file), change(fs::read(entry.path()).expect("a readable fixture")));
            }
        }
    }
}
