//! Starts other programs in the environment of the terminal, without the variables that `cargo run` adds.

use std::env;
use std::ffi::OsStr;
use std::process::Command;

/// The variables that cargo sets for the program it runs, besides those that begin with [`OF_PACKAGE`].
/// <https://doc.rust-lang.org/cargo/reference/environment-variables.html>
const OF_CARGO: [&str; 9] = [
    "CARGO",
    "CARGO_BIN_NAME",
    "CARGO_CRATE_NAME",
    "CARGO_MANIFEST_DIR",
    "CARGO_MANIFEST_LINKS",
    "CARGO_MANIFEST_PATH",
    "CARGO_PRIMARY_PACKAGE",
    "CARGO_TARGET_TMPDIR",
    "OUT_DIR",
];
const OF_PACKAGE: [&str; 2] = ["CARGO_PKG_", "CARGO_BIN_EXE_"];

/// A program to start. Build scripts (ring's, for one) rerun when these variables change: a cargo that inherited them
/// would recompile what depends on such a script, and the next cargo in the terminal would do so again.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in env::vars_os().filter(|(name, _)| name.to_str().is_some_and(is_of_cargo)) {
        command.env_remove(name);
    }
    command
}

/// Whether cargo sets a variable. The author's configuration of cargo (`CARGO_HOME`, `CARGO_TARGET_DIR`,
/// `CARGO_NET_…`) is not among them.
fn is_of_cargo(name: &str) -> bool {
    OF_CARGO.contains(&name) || OF_PACKAGE.iter().any(|start| name.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::is_of_cargo;

    #[test]
    fn what_an_author_configures_cargo_with_is_handed_on() {
        for name in
            ["CARGO_HOME", "CARGO_TARGET_DIR", "CARGO_NET_OFFLINE", "CARGO_BUILD_JOBS", "RUSTUP_TOOLCHAIN", "PATH"]
        {
            assert!(!is_of_cargo(name), "{name}");
        }
        for name in ["CARGO", "CARGO_MANIFEST_DIR", "CARGO_PKG_VERSION", "CARGO_PKG_VERSION_PRE", "OUT_DIR"] {
            assert!(is_of_cargo(name), "{name}");
        }
    }
}
