//! On wasm32 the page's program, natively the command line.

#[cfg(target_arch = "wasm32")]
fn main() {
    personal_page::app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    personal_page::cli::main()
}
