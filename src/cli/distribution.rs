//! Where the engine runs: in its source, or as one packaged file that needs neither source nor compiler.

use std::sync::OnceLock;

/// The files of the built shell, each with its name.
pub type ShellFiles = &'static [(&'static str, &'static [u8])];

/// What a packaged engine knows of itself.
#[derive(Clone, Copy, Debug)]
pub struct Package {
    /// The shell with the page's program.
    pub shell: ShellFiles,
    /// The system it was compiled for, as rustc names it.
    pub target: &'static str,
    /// The address below which its releases are, if a release made it.
    pub releases: Option<&'static str>,
    /// The SHA-256, in hexadecimal, of the program of the same release for the machines of GitHub (x86_64 Linux, static).
    pub publisher_sha256: Option<&'static str>,
}

/// The system of the machines on which GitHub builds sites.
pub(crate) const PUBLISHER: &str = "x86_64-unknown-linux-musl";

/// How this program was built.
#[derive(Clone, Copy, Debug)]
pub enum Distribution {
    /// In the source: cargo runs it, and the page's program is compiled when it is needed.
    Source,
    /// As one file, with the page's program in it.
    Packaged(Package),
}

/// The name by which the author runs this program, for messages.
static COMMAND: OnceLock<&str> = OnceLock::new();

impl Distribution {
    /// Notes the name of the command for messages. The first engine of a process counts.
    pub(crate) fn announce(self) {
        let _ = COMMAND.set(self.command_name());
    }

    pub(crate) fn is_source(self) -> bool {
        matches!(self, Self::Source)
    }

    /// The name by which the author runs it.
    pub(crate) fn command_name(self) -> &'static str {
        match self {
            Self::Source => "cargo site",
            Self::Packaged(_) => "personal-page",
        }
    }
}

/// The name by which the author runs this program.
pub(crate) fn command_name() -> &'static str {
    COMMAND.get().copied().unwrap_or_else(|| Distribution::Source.command_name())
}
