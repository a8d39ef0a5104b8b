//! The cache of the bundler, shared by the tests of a run: what was made for the first site of a fixture is not made again
//! for the others.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::Mutex;

use walkdir::WalkDir;

use crate::common::folder::Folder;
use crate::manner::lock;

/// The folder of the cache, in the folder of a test.
const CACHE: &str = "site/target/site/cache";

/// The files of a cache, by their paths below it.
type Files = Vec<(PathBuf, Vec<u8>)>;

static CACHES: Mutex<BTreeMap<String, Files>> = Mutex::new(BTreeMap::new());

/// Gives a new site the cache of an earlier one from the same fixture.
pub(crate) fn fill(fixture: &str, folder: &Folder) {
    let files = lock(&CACHES).get(fixture).cloned().unwrap_or_default();
    for (path, bytes) in files {
        folder.write(PathBuf::from(CACHE).join(path), bytes);
    }
}

/// Keeps the cache of the first site of a fixture.
pub(crate) fn keep(fixture: &str, folder: &Folder) {
    let root = folder.path(CACHE);
    let files = || -> Files {
        let entries = WalkDir::new(&root).into_iter().map(|entry| entry.expect("a readable cache"));
        let files = entries.filter(|entry| entry.file_type().is_file()).map(|entry| {
            let path = entry.path().strip_prefix(&root).expect("it is below the cache");
            (path.to_owned(), fs::read(entry.path()).expect("a readable entry"))
        });
        files.collect()
    };
    lock(&CACHES).entry(fixture.to_owned()).or_insert_with(files);
}
