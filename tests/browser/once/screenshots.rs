//! Screenshots of the fixture's pages for people to review, in `.screenshots/`, which git ignores: `cargo site test --
//! --test browser -- --ignored screenshots`.

use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::visit::{Visit, at_root, at_root_of};

/// A page of each kind, and the name of its screenshots.
const PAGES: &[(&str, &str)] = &[
    ("", "home"),
    ("posts/the-whole-pantry/", "article"),
    ("tags/", "tags"),
    ("tags/bread/", "tag"),
    ("archive/", "archive"),
    ("nowhere/", "404"),
];
/// Pages in other scripts, and a post in another language.
const ARABIC: &[(&str, &str)] = &[
    ("", "arabic-home"),
    ("posts/watering-by-numbers/", "arabic-article"),
    ("posts/a-letter-from-a-reader/", "arabic-english-article"),
    ("archive/", "arabic-archive"),
];
const JAPANESE: &[(&str, &str)] = &[
    ("", "japanese-home"),
    ("posts/the-right-grind/", "japanese-article"),
    ("posts/a-letter-from-cairo/", "japanese-arabic-article"),
    ("archive/", "japanese-archive"),
];

#[tokio::test]
#[ignore = "takes pictures to look at, and holds nothing"]
async fn screenshots_of_every_kind_of_page() {
    at_root(async |visit: Visit| take(&visit, PAGES).await).await;
}

#[tokio::test]
#[ignore = "takes pictures to look at, and holds nothing"]
async fn screenshots_of_other_scripts() {
    at_root_of("arabic", async |visit: Visit| take(&visit, ARABIC).await).await;
    at_root_of("japanese", async |visit: Visit| take(&visit, JAPANESE).await).await;
}

#[tokio::test]
#[ignore = "takes pictures to look at, and holds nothing"]
async fn screenshots_of_reading_offline() {
    at_root(async |visit: Visit| {
        visit.is_readable_offline(true);
        visit.dwells_on("posts/the-starter/").await;
        take(&visit, &[("about/", "keep")]).await;
        visit.open("posts/the-whole-pantry/").await;
        visit.is("document.querySelector('.keep')?.getAttribute('aria-pressed')", "false").await;
        visit.press(".keep").await;
        visit.is("document.querySelector('.keep').getAttribute('aria-pressed')", "true").await;
        visit.host.leaves();
        take(&visit, &[("posts/the-whole-pantry/", "kept"), ("posts/rye-the-loaf/", "offline")]).await;
    })
    .await;
}

#[tokio::test]
#[ignore = "takes pictures to look at, and holds nothing"]
async fn screenshots_of_feeds() {
    at_root(async |visit: Visit| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(".screenshots");
        fs::create_dir_all(&folder).expect("the folder can be made");
        for (feed, kind) in [("feed.xml", "atom"), ("rss.xml", "rss")] {
            for (width, scheme) in [(390, "light"), (1440, "dark"), (1440, "light")] {
                visit.is_wide(width).await;
                visit.prefers(scheme).await;
                visit.arrive(feed).await;
                visit.is("document.readyState", "complete").await;
                let picture = visit.client.screenshot().await.expect("the browser takes a picture");
                let file = folder.join(format!("feed-{kind}-{width}-{scheme}.png"));
                fs::write(&file, picture).expect("the picture can be kept");
                println!("{}", file.display());
            }
        }
    })
    .await;
}

async fn take(visit: &Visit, pages: &[(&str, &str)]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(".screenshots");
    fs::create_dir_all(&folder).expect("the folder can be made");
    for (path, name) in pages {
        for width in [390, 820, 1440] {
            for scheme in ["light", "dark"] {
                visit.is_wide(width).await;
                visit.prefers(scheme).await;
                visit.open(path).await;
                // The last resources of a page load only when nothing else is loading.
                tokio::time::sleep(Duration::from_millis(500)).await;
                let picture = visit.client.screenshot().await.expect("the browser takes a picture");
                let file = folder.join(format!("{name}-{width}-{scheme}.png"));
                fs::write(&file, picture).expect("the picture can be kept");
                println!("{}", file.display());
            }
        }
    }
}
