//! Starts other programs in the environment of the terminal, without the variables that `cargo run` adds.

use std::env;
use std::ffi::OsStr;
use std::io;
use std::process::{Command, ExitCode, ExitStatus};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

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

/// Asks for the end of a program that was started. Copies share it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stop(Arc<AtomicBool>);

impl Stop {
    pub(crate) fn ask(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub(crate) fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// How often it is looked whether a program has ended.
const POLL: Duration = Duration::from_millis(50);

/// Runs a program until it ends. `None` if it was asked to stop: then it is killed.
///
/// # Errors
/// It cannot be run.
pub(crate) fn run(command: &mut Command, stop: &Stop) -> io::Result<Option<ExitStatus>> {
    let mut child = command.spawn()?;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if stop.is_asked() {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        sleep(POLL);
    }
}

/// The variables that cargo sets in this project. Read as text, because `cargo install --git` compiles without them.
const CONFIG: &str = include_str!("../../.cargo/config.toml");
/// The variable that the search index depends on. Pagefind reads it from its environment only.
const INDEX_CHUNK_SIZE: &str = "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE";

/// Runs this program again with the settings that cargo would give it, if it was started without cargo. Otherwise the
/// search index would be another than that of `cargo site build`. Returns only if nothing has to be set.
///
/// # Errors
/// The program cannot be started again.
pub(crate) fn with_settings_of_cargo() -> io::Result<Option<ExitCode>> {
    if env::var_os(INDEX_CHUNK_SIZE).is_some() {
        return Ok(None);
    }
    let mut again = Command::new(env::current_exe()?);
    again.args(env::args_os().skip(1)).env(INDEX_CHUNK_SIZE, index_chunk_size());
    #[cfg(unix)]
    return Err(std::os::unix::process::CommandExt::exec(&mut again));
    #[cfg(not(unix))]
    return Ok(Some(
        again.status()?.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from),
    ));
}

/// The value in `.cargo/config.toml`.
fn index_chunk_size() -> String {
    let config: toml::Table = CONFIG.parse().expect("cargo has read it");
    config["env"][INDEX_CHUNK_SIZE].as_str().expect("a text").to_owned()
}

/// Whether cargo sets a variable. The author's configuration of cargo (`CARGO_HOME`, `CARGO_TARGET_DIR`,
/// `CARGO_NET_…`) is not among them.
fn is_of_cargo(name: &str) -> bool {
    OF_CARGO.contains(&name) || OF_PACKAGE.iter().any(|start| name.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::{INDEX_CHUNK_SIZE, index_chunk_size, is_of_cargo};

    #[test]
    fn a_program_without_cargo_gets_the_setting_that_cargo_sets() {
        assert_eq!(std::env::var(INDEX_CHUNK_SIZE).as_deref(), Ok(index_chunk_size().as_str()));
    }

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
