//! Writes the list of the shell's files, for the program to include. `SITE_SHELL` names their folder; without it there
//! are none, so that tools which compile everything can compile this too.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-env-changed=SITE_SHELL");
    println!("cargo::rustc-env=TARGET={}", env::var("TARGET").expect("cargo sets it"));
    let mut list = "&[".to_owned();
    if let Some(folder) = env::var_os("SITE_SHELL") {
        println!("cargo::rerun-if-changed={}", Path::new(&folder).display());
        for file in files(Path::new(&folder)) {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            println!("cargo::rerun-if-changed={}", file.display());
            write!(list, "({name:?}, include_bytes!({file:?}) as &[u8]),").expect("a text can grow");
        }
    }
    list.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("shell.rs");
    fs::write(out, list).expect("cargo made the folder");
}

/// The files of a folder, in the order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    files.sort();
    files
}
