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
    let folder = env::var_os("SITE_SHELL").map_or_else(|| without_program(&out), PathBuf::from);
    let mut list = "&[".to_owned();
    for file in files(&folder) {
        let parts = file.strip_prefix(&folder).unwrap_or(&file).iter().map(|part| part.to_string_lossy());
        let name = parts.collect::<Vec<_>>().join("/");
        println!("cargo::rerun-if-changed={}", file.display());
        write!(list, "({name:?}, include_bytes!({file:?}) as &[u8]),").expect("a text can grow");
    }
    list.push(']');
    fs::write(out.join("shell.rs"), list).expect("cargo made the folder");
}

/// The files in a folder and in its folders, in the order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Writes the shell without the page's program to a folder of its own.
fn without_program(out: &Path) -> PathBuf {
    let read = |path: &str| {
        let path = Path::new("../..").join(path);
        println!("cargo::rerun-if-changed={}", path.display());
        fs::read_to_string(&path)
    };
    let html = read("index.html").and_then(|index| plain_shell::of(&index, read)).expect("index.html and its styles");
    let folder = out.join("shell");
    fs::create_dir_all(&folder).expect("cargo made the folder");
    fs::write(folder.join("index.html"), html).expect("cargo made the folder");
    folder
}
