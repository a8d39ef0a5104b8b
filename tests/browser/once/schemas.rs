//! Feeds and the sitemap are valid by their schemas.

use std::path::Path;
use std::process::Command;

use crate::driver::prepared;
use crate::host::Host;

#[tokio::test]
async fn feeds_and_the_sitemap_are_valid() {
    let modules = Path::new(&prepared("SITE_NPM")).join("node_modules");
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for base in ["/", "/repo/"] {
        let host = Host::start(base).await;
        for (schema, files) in [
            ("atom.rng", &["feed.xml", "tags/bread/feed.xml"][..]),
            ("rss.rng", &["rss.xml"]),
            ("feed.json", &["feed.json"]),
            ("sitemap.xsd", &["sitemap.xml"]),
        ] {
            let mut command = Command::new("node");
            command.arg(tests.join("npm/validate.cjs")).arg(tests.join("schemas").join(schema)).args(files);
            let said = command.env("NODE_PATH", &modules).current_dir(host.out()).output().expect("node runs");
            let (found, failed) = (String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
            assert!(said.status.success(), "{files:?} under {base}\n{found}{failed}");
        }
    }
}
