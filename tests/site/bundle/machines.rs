//! The files for programs, beside the pages.

use roxmltree::Document;
use serde_json::Value;

use crate::bundle::site::Site;

fn full() -> Site {
    Site::new()
        .post_with(
            "new.md",
            "title = \"New [1]\"\ndate = 2025-03-01\ntags = [\"Käse\"]\ndescription = \"Ripe.\"",
            "# Gas\n\nHi.",
        )
        .post_with("old.md", "title = \"Old\"\ndate = 2024-01-01\nupdated = 2025-05-06", "[New](new.md)")
        .post_with("about.md", "title = \"About\"\npage = true", "I write.")
}

#[test]
fn the_sitemap_has_every_page_and_the_day_it_changed() {
    let text = full().base("/repo/").bundle().text("sitemap.xml");
    let document = Document::parse(&text).expect("XML");
    let root = document.root_element();
    let space = Some("http://www.sitemaps.org/schemas/sitemap/0.9");
    assert_eq!((root.tag_name().name(), root.tag_name().namespace()), ("urlset", space));
    let mut found = Vec::new();
    for url in root.children().filter(roxmltree::Node::is_element) {
        assert_eq!((url.tag_name().name(), url.tag_name().namespace()), ("url", space));
        let fields: Vec<_> = url.children().filter(roxmltree::Node::is_element).collect();
        let names: Vec<&str> = fields.iter().map(|field| field.tag_name().name()).collect();
        assert!(names == ["loc", "lastmod"] || names == ["loc"], "{names:?}");
        found.push((fields[0].text().expect("an address"), fields.get(1).and_then(|field| field.text())));
    }
    found.sort();
    assert_eq!(
        found,
        [
            ("https://me.example/repo/", Some("2025-05-06")),
            ("https://me.example/repo/about/", None),
            ("https://me.example/repo/archive/", Some("2025-05-06")),
            ("https://me.example/repo/posts/new/", Some("2025-03-01")),
            ("https://me.example/repo/posts/old/", Some("2025-05-06")),
            ("https://me.example/repo/tags/", Some("2025-05-06")),
            ("https://me.example/repo/tags/k%C3%A4se/", Some("2025-03-01")),
        ]
    );
}

#[test]
fn robots_are_led_to_the_sitemap_unless_the_owner_leads_them() {
    let robots = full().bundle().text("robots.txt");
    assert_eq!(robots, "User-agent: *\nAllow: /\n\nSitemap: https://me.example/sitemap.xml\n");
    let own = full().file("public/robots.txt", "User-agent: *\nDisallow: /\n").bundle();
    assert_eq!(own.text("robots.txt"), "User-agent: *\nDisallow: /\n");
}

#[test]
fn language_models_find_the_texts_as_their_author_wrote_them() {
    let built = full().bundle();
    let expected = "# Field Notes

> What I learned this week.

## Posts

- [New \\[1\\]](https://me.example/posts/new/index.md): Ripe.
- [Old](https://me.example/posts/old/index.md)

## Pages

- [About](https://me.example/about/index.md)
";
    assert_eq!(built.text("llms.txt"), expected);
    assert_eq!(built.text("posts/new/index.md"), "# New [1]\n\n# Gas\n\nHi.\n");
}

#[test]
fn the_manifest_says_what_the_site_is_called_and_looks_like() {
    let built = full().base("/repo/").file("public/favicon.svg", "<svg/>").bundle();
    let manifest: Value = serde_json::from_str(&built.text("manifest.webmanifest")).expect("JSON");
    assert_eq!((&manifest["name"], &manifest["start_url"]), (&"Field Notes".into(), &"/repo/".into()));
    assert_eq!(manifest["icons"][0]["src"], "/repo/favicon.svg");
    assert!(built.text("index.html").contains("<link rel=\"manifest\" href=\"/repo/manifest.webmanifest\">"));
    let without: Value = serde_json::from_str(&full().bundle().text("manifest.webmanifest")).expect("JSON");
    assert_eq!(without["icons"].as_array().map(Vec::len), Some(0));
}
