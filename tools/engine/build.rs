//! Writes the list of the shell's files, for the program to include. `SITE_SHELL` names their folder. Without it, as for
//! `cargo install`, the shell has the style and no page's program.

#[path = "../../src/cli/toolchain/plain_shell.rs"]
#[allow(dead_code, reason = "a build script needs one of its functions")]
mod plain_shell;

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-env-changed=SITE_SHELL");
    println!("cargo::rustc-env=TARGET={}", env::var("TARGET").expect("cargo sets it"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let files =
        env::var_os("SITE_SHELL").map_or_else(|| vec![without_program(&out)], |folder| files(Path::new(&folder)));
    let mut list = "&[".to_owned();
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        println!("cargo::rerun-if-changed={}", file.display());
        write!(list, "({name:?}, include_bytes!({file:?}) as &[u8]),").expect("a text can grow");
    }
    list.push(']');
    fs::write(out.join("shell.rs"), list).expect("cargo made the folder");
}

/// The files of a folder, in the order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    files.sort();
    files
}

/// Writes the shell without the page's program.
fn without_program(out: &Path) -> PathBuf {
    let read = |path: &str| {
        let path = Path::new("../..").join(path);
        println!("cargo::rerun-if-changed={}", path.display());
        fs::read_to_string(&path)
    };
    let html = read("index.html").and_then(|index| plain_shell::of(&index, read)).expect("index.html and its styles");
    let index = out.join("index.html");
    fs::write(&index, html).expect("cargo made the folder");
    index
}
