//! Opens an address in the author's browser.

/// Prints an address, and opens it in the browser. If there is none, as in a remote terminal, the address is to be opened
/// by hand.
pub(crate) fn open(address: &str) {
    println!("Opening {address}");
    if let Err(error) = open::that_detached(address) {
        eprintln!("no browser can be opened: {error}. Open this address in yours: {address}");
    }
}
