//! The program of the editor's page. Natively it does nothing.

/// As fast as the standard library's allocator, and smaller to download.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    #[cfg(target_arch = "wasm32")]
    personal_page_editor::page::start();
}
