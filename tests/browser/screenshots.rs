//! Pictures of the fixture's pages for people to look at, in `.screenshots/`, which git ignores:
//! `cargo site test -- --test browser -- --ignored screenshots`.

use std::fs;
use std::path::Path;

use crate::visit::{Visit, at_root};

/// A page of each kind, and the name of its pictures.
const PAGES: [(&str, &str); 6] = [
    ("", "home"),
    ("posts/the-whole-pantry/", "article"),
    ("tags/", "tags"),
    ("tags/bread/", "tag"),
    ("archive/", "archive"),
    ("nowhere/", "404"),
];

#[tokio::test]
#[ignore = "takes pictures to look at, and holds nothing"]
async fn screenshots_of_every_kind_of_page() {
    at_root(async |visit: Visit| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(".screenshots");
        fs::create_dir_all(&folder).expect("the folder can be made");
        for (path, name) in PAGES {
            for width in [390, 820, 1440] {
                for scheme in ["light", "dark"] {
                    visit.is_wide(width).await;
                    visit.prefers(scheme).await;
                    visit.open(path).await;
                    let picture = visit.client.screenshot().await.expect("the browser takes a picture");
                    let file = folder.join(format!("{name}-{width}-{scheme}.png"));
                    fs::write(&file, picture).expect("the picture can be kept");
                    println!("{}", file.display());
                }
            }
        }
    })
    .await;
}
