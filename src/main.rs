//! The entry point: of the app on wasm32, of the command line elsewhere.

/// As fast as the standard library's allocator, and smaller to download.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_arch = "wasm32")]
fn main() {
    #[cfg(not(feature = "prepare"))]
    personal_page::app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    personal_page::cli::main(personal_page::cli::distribution::Distribution::Source)
}
