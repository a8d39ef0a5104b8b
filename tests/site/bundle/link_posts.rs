//! Link posts: posts about a page elsewhere, to which their titles lead in lists and feeds.

use serde_json::Value;

use crate::bundle::site::{Built, Site};

const KEYS: &str = "title = \"On rye\"\ndate = 2025-03-02\ndescription = \"Read it.\"\ntags = [\"bread\", \"rye\"]";

fn built() -> Built {
    let link = "\nlink = \"https://www.rye.example/on?a=1&b=2\"";
    let site = Site::new().post("hello.md", "Words.").post_with("rye.md", &(KEYS.to_owned() + link), "Worth it.");
    let built = site.post_with("own.md", &KEYS.replace("On rye", "My rye"), "Mine.").bundle();
    assert_eq!(built.warnings(), [""; 0]);
    built
}

#[test]
fn the_title_of_a_link_post_leads_there_in_lists_and_a_sign_leads_to_the_post() {
    let built = built();
    let title = "<a href=\"https://www.rye.example/on?a=1&amp;b=2\" rel=\"external\">On rye</a> \
                 <a class=\"permalink\" href=\"/posts/rye/\" aria-label=\"Permanent link\">∞</a>";
    for list in ["index.html", "archive/index.html", "tags/bread/index.html"] {
        let html = built.text(list);
        assert!(html.contains(title), "{html}");
        assert!(html.contains("<a href=\"/posts/own/\">My rye</a>"), "{html}");
        assert_eq!(html.matches("permalink").count(), 1, "only beside it: {html}");
    }
    let data: Value = serde_json::from_str(&built.text("index.json")).expect("JSON");
    assert!(data["content"]["html"].as_str().is_some_and(|html| html.contains(title)), "{data}");
    let head = built.text("tags/bread/index.html");
    assert!(
        head.contains("title=\"bread · ") && head.contains("BreadcrumbList"),
        "its head is that of the tag: {head}"
    );
    assert!(built.text("index.html").contains("\"@type\":\"WebSite\""));
}

#[test]
fn the_page_of_a_link_post_names_the_host_above_the_title() {
    let built = built();
    let html = built.text("posts/rye/index.html");
    let link = "<p class=\"elsewhere\"><a class=\"u-bookmark-of\" rel=\"external\" href=\"https://www.rye.example/on?a=1&amp;b=2\">rye.example</a></p><h1";
    assert!(html.contains(link), "{html}");
    assert!(!built.text("posts/own/index.html").contains("elsewhere"));
}

#[test]
fn feeds_lead_there_and_end_with_a_link_to_the_post() {
    let built = built();
    let atom = built.text("feed.xml");
    assert!(
        atom.contains("<link rel=\"alternate\" type=\"text/html\" href=\"https://www.rye.example/on?a=1&amp;b=2\"/>"),
        "{atom}"
    );
    assert!(
        atom.contains("<link rel=\"related\" type=\"text/html\" href=\"https://me.example/posts/rye/\"/>"),
        "{atom}"
    );
    assert!(atom.contains("∞ Permanent link"), "{atom}");
    assert!(built.text("rss.xml").contains("<link>https://www.rye.example/on?a=1&amp;b=2</link>"));
    let feed: Value = serde_json::from_str(&built.text("feed.json")).expect("JSON");
    let items = feed["items"].as_array().expect("items");
    let item = items.iter().find(|item| item["title"] == "On rye").expect("the post");
    assert_eq!(item["external_url"], "https://www.rye.example/on?a=1&b=2");
    assert_eq!(item["url"], "https://me.example/posts/rye/");
    assert!(items.iter().filter(|item| item["title"] != "On rye").all(|item| item["external_url"].is_null()));
}

#[test]
fn a_site_without_link_posts_sends_its_lists_as_data() {
    let built = Site::new().post("hello.md", "Words.").bundle();
    assert!(built.text("index.json").contains("\"home\""), "{}", built.text("index.json"));
}

#[test]
fn a_link_that_is_no_full_address_is_a_mistake() {
    for link in ["javascript:alert(1)", "/about/", "rye.example", "mailto:a@b.example"] {
        let mistakes = Site::new().post_with("rye.md", &format!("{KEYS}\nlink = \"{link}\""), "Words.").mistakes();
        let told =
            "posts/rye.md:6: \"link\" is not the full address of a page — write link = \"https://example.org/page/\"";
        assert_eq!(mistakes, [told], "{link}");
    }
}
