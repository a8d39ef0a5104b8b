//! The same files make the same site, byte for byte.

use crate::bundle::picture::png;
use crate::bundle::site::{Built, Site};

/// Enough posts for several threads to finish in any order.
fn bundle(order: impl Iterator<Item = usize>) -> Built {
    let mut site = Site::new().config("per_page = 3\n[markdown]\nhtml = true\n");
    for n in order {
        let keys =
            format!("title = \"Day {n}\"\ndate = 2025-03-{:02}\ntags = [\"Rust\", \"Day {}\"]", 1 + n / 3, n % 4);
        let text =
            format!("# One\n\n![A cat](cat.png) [before](../day-{}/index.md) <b>bold</b>[^1]\n\n[^1]: Note.", n / 2);
        site = site
            .post_with(&format!("day-{n}/index.md"), &keys, &text)
            .file(&format!("posts/day-{n}/cat.png"), png(n as u32 + 1));
    }
    site.file("public/robots.txt", "").bundle()
}

#[test]
fn bundling_twice_gives_the_same_bytes() {
    let (one, two) = (bundle(0..24).files(), bundle(0..24).files());
    assert!(one.len() > 80);
    assert_eq!(one, two);
}

#[test]
fn the_order_in_which_files_were_made_does_not_matter() {
    assert_eq!(bundle(0..24).files(), bundle((0..24).map(|n| n * 7 % 24)).files());
}

#[test]
fn bundling_once_more_over_a_site_gives_the_same_bytes() {
    let built = Site::new().post("hello.md", "Hi.").bundle();
    let before = built.files();
    built.again();
    assert_eq!(before, built.files());
}
