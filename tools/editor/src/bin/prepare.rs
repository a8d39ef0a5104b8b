//! The program of the editor's worker: it prepares texts as the bundler does. The page loads it when a text is opened.
//! Natively it does nothing.

/// As fast as the standard library's allocator, and smaller to download.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    #[cfg(target_arch = "wasm32")]
    start();
}

#[cfg(target_arch = "wasm32")]
fn start() {
    use personal_page_editor::worker::serve;
    use wasm_bindgen::JsCast;
    use web_sys::DedicatedWorkerGlobalScope;

    if let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        serve::start(scope);
    }
}
