//! A hostile text breaks no file made from it. `tests/browser` tests the pages in a browser.

use roxmltree::Document;
use serde_json::Value;

use crate::bundle::site::{Built, Site};
use crate::common::hostile;

fn built(html: bool) -> Built {
    let config = if html { "[markdown]\nhtml = true\n" } else { "" };
    let posts = hostile::posts().into_iter();
    posts
        .fold(Site::new().config(config), |site, (name, text)| site.file(&format!("posts/{name}"), text))
        .lenient()
        .bundle()
}

#[test]
fn a_hostile_text_ends_no_script_and_begins_none() {
    for html in [false, true] {
        let files = built(html).files();
        let pages = files.iter().filter(|(path, _)| path.ends_with(".html"));
        let mut scripts = 0;
        for (path, bytes) in pages {
            let page = String::from_utf8_lossy(bytes).to_lowercase();
            let ours = page.matches("<script type=\"application/").count();
            assert_eq!(page.matches("<script").count(), ours, "{path}: {page}");
            assert_eq!(page.matches("</script").count(), ours, "{path}: {page}");
            scripts += ours;
        }
        assert!(scripts > 0);
    }
}

#[test]
fn a_hostile_text_breaks_no_feed_and_no_data() {
    for html in [false, true] {
        for (path, bytes) in built(html).files() {
            let text = String::from_utf8(bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
            if path.ends_with(".xml") {
                Document::parse(&text).unwrap_or_else(|error| panic!("{path}: {error}\n{text}"));
            } else if path.ends_with(".json") || path.ends_with(".webmanifest") {
                serde_json::from_str::<Value>(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
            }
        }
    }
}
