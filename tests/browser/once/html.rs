//! The HTML of every page is valid, according to html-validate.

use std::path::Path;
use std::process::Command;

use crate::driver::prepared;
use crate::host::Host;

/// Follows html-validate's recommended rules except (`tests/npm/.htmlvalidate.json`): a list may have a name
/// (`aria-label-misuse` rejects only what WAI-ARIA forbids), the doctype is in lower case, and the length of a title
/// is up to its author (`long-title`).
#[tokio::test]
async fn every_page_is_valid_html() {
    let checker = Path::new(&prepared("SITE_NPM")).join("node_modules/.bin/html-validate");
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/npm/.htmlvalidate.json");
    for base in ["/", "/repo/"] {
        let host = Host::start(base).await;
        host.is_readable_offline(true);
        let pages = host.pages().into_iter().map(|page| page + "index.html");
        let pages: Vec<_> = pages.chain(["404.html", "offline.html", "write/index.html"].map(str::to_owned)).collect();
        let mut command = Command::new(&checker);
        command.arg("--config").arg(&rules).args(["--formatter", "text", "--max-warnings", "0"]).args(&pages);
        let said = command.current_dir(host.out()).output();
        let said = said.unwrap_or_else(|error| panic!("{}: {error}", checker.display()));
        let (found, failed) = (String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
        assert!(said.status.success(), "{} lines for {} pages\n{found}{failed}", found.lines().count(), pages.len());
    }
}
