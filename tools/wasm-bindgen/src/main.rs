//! The program `wasm-bindgen`, as its own package has it.

use std::env;
use std::process::ExitCode;

/// The names of functions are 1 kB (gzip) of the program, which no reader needs. Trunk has no setting that leaves them out.
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
