//! The program `wasm-bindgen`, as in its own package, without function names in its output.

use std::env;
use std::process::ExitCode;

/// Function names are 1 kB (gzip) of the page's program, and unused. Trunk has no setting to remove them.
const NO_NAMES: &str = "--remove-name-section";

fn main() -> ExitCode {
    match wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(env::args_os().chain([NO_NAMES.into()])) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:?}");
            ExitCode::FAILURE
        }
    }
}
