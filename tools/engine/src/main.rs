//! The entry point of the released engine.

use personal_page::cli::distribution::{Distribution, Package, ShellFiles};

/// The built shell: `index.html`, and the page's program.
const SHELL: ShellFiles = include!(concat!(env!("OUT_DIR"), "/shell.rs"));

fn main() -> std::process::ExitCode {
    personal_page::cli::main(Distribution::Packaged(Package {
        shell: SHELL,
        target: env!("TARGET"),
        releases: option_env!("SITE_RELEASES"),
        publisher_sha256: option_env!("SITE_PUBLISHER_SHA256"),
    }))
}
