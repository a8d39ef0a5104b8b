//! The two pictures of the README: `.github/home-light.webp` and `.github/post-dark.webp`.

use std::fs;
use std::path::Path;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::visit::{Visit, at_root};

/// Path, id of the element at the top, colour scheme, and file name of each picture.
const PICTURES: [(&str, &str, &str, &str); 2] =
    [("", "app", "light", "home-light.webp"), ("posts/the-whole-pantry/", "programs", "dark", "post-dark.webp")];
/// In bytes: each clone has every version of a picture.
const MAX_BYTES: usize = 60_000;

#[tokio::test]
#[ignore = "writes files of the repository"]
async fn pictures_of_the_readme() {
    at_root(async |visit: Visit| {
        // 1.5 device pixels for a CSS pixel: sharp at half the width of a README, and small.
        let screen = json!({ "width": 720, "height": 560, "deviceScaleFactor": 1.5, "mobile": false });
        visit.devtools("Emulation.setDeviceMetricsOverride", screen).await;
        visit.devtools("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
        for (path, top, scheme, name) in PICTURES {
            visit.prefers(scheme).await;
            visit.open(path).await;
            // Without a fragment, which would mark the heading.
            let scroll = format!("document.getElementById('{top}').scrollIntoView()");
            visit.client.execute(&scroll, vec![]).await.expect("the element is there");
            visit.at_rest().await;
            // The last resources of a page load only when nothing else is loading.
            tokio::time::sleep(Duration::from_millis(500)).await;
            let said = visit.devtools("Page.captureScreenshot", json!({ "format": "webp", "quality": 80 })).await;
            let data = said["data"].as_str().expect("Chromium returns a picture");
            let picture = STANDARD.decode(data).expect("it is Base64");
            assert!(picture.len() < MAX_BYTES, "{name} has {} bytes", picture.len());
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(".github").join(name);
            fs::write(&file, picture).expect("the picture can be written");
            println!("{}", file.display());
        }
    })
    .await;
}
