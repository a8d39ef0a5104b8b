//! The output for a site without mistakes.

use crate::bundle::picture::png;
use crate::bundle::site::Site;

/// One of each kind of page.
fn full() -> Site {
    Site::new()
        .config("[author]\nname = \"Ada\"\n[[navigation]]\nname = \"About\"\nurl = \"/about/\"\n")
        .post_with(
            "hello/index.md",
            "title = \"Hello\"\ndate = 2025-03-01\ndescription = \"A first word.\"\ntags = [\"Rust\"]\nlang = \"de\"",
            "Guten Tag. ![A cat](cat.png)",
        )
        .file("posts/hello/cat.png", png(1))
        .post("second.md", "See [the first](hello/index.md).")
        .post_with("about.md", "title = \"About\"\npage = true\ndescription = \"Who I am.\"", "I write.")
}

#[test]
fn every_route_has_a_document_and_its_data() {
    let built = full().bundle();
    let routes = ["", "archive/", "tags/", "tags/rust/", "posts/hello/", "posts/second/", "about/"];
    for route in routes {
        assert!(built.text(&format!("{route}index.html")).contains("<main id=\"main\""), "{route}");
        assert_eq!(built.page(route).route.path(), route);
    }
    assert_eq!(built.report.pages, routes.len());
    assert_eq!(built.warnings(), [""; 0]);
    let files: Vec<String> = built.files().into_keys().collect();
    let mut expected: Vec<String> =
        routes.iter().flat_map(|route| ["index.html", "index.json"].map(|name| format!("{route}{name}"))).collect();
    expected.extend([".nojekyll", "404.html", "posts/hello/cat.png", "write/index.html"].map(str::to_owned));
    let feeds = ["feed.css", "feed.xml", "rss.xml", "feed.json", "tags/rust/feed.xml"];
    let sources = ["posts/hello/index.md", "posts/second/index.md", "about/index.md"];
    let machines = ["sitemap.xml", "sw.js", "robots.txt", "llms.txt", "manifest.webmanifest"];
    expected.extend(feeds.into_iter().chain(sources).chain(machines).map(str::to_owned));
    expected.sort();
    assert_eq!(files, expected);
}

#[test]
fn the_document_of_a_post_says_what_it_is_and_has_the_whole_text() {
    let html = full().bundle().text("posts/hello/index.html");
    for part in [
        "<html lang=\"en\" dir=\"ltr\" data-base=\"/\">",
        "<article class=\"h-entry\" lang=\"de\" dir=\"ltr\">",
        "<title>Hello · Field Notes</title>",
        "<meta name=\"description\" content=\"A first word.\">",
        "<link rel=\"canonical\" href=\"https://me.example/posts/hello/\">",
        "<h1 class=\"p-name\">Hello</h1>",
        "<p>Guten Tag. <img src=\"/posts/hello/cat.png\"",
        "href=\"/tags/rust/\"",
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
    assert_eq!(html.matches("<title>").count(), 1);
    assert_eq!(html.matches("<h1").count(), 1);
}

#[test]
fn a_page_without_a_description_or_language_has_those_of_the_site() {
    let site = full().post_with("second.md", "title = \"Second\"\ndate = 2025-03-01", "Again.");
    let built = site.post_with("about.md", "title = \"About\"\npage = true", "I write.").bundle();
    for route in ["", "archive/", "tags/", "tags/rust/", "posts/second/", "about/"] {
        let html = built.text(&format!("{route}index.html"));
        assert!(html.contains("<html lang=\"en\" dir=\"ltr\" data-base=\"/\">"), "{route}");
        assert!(!html.contains("<article class=\"h-entry\" lang"), "{route}");
        assert!(html.contains("<meta name=\"description\" content=\"What I learned this week.\">"), "{route}");
        assert!(html.contains(&format!("<link rel=\"canonical\" href=\"https://me.example/{route}\">")), "{route}");
    }
    assert!(built.text("index.html").contains("<title>Field Notes</title>"));
    assert!(!built.text("posts/second/index.html").contains("<p class=\"lede"));
}

#[test]
fn the_page_of_what_is_not_found_is_not_for_search_engines() {
    let html = full().bundle().text("404.html");
    assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"), "{html}");
    assert!(!html.contains("canonical"), "{html}");
    assert!(html.contains("href=\"/archive/\""), "{html}");
}

#[test]
fn drafts_are_only_shown_when_asked_for() {
    let site = || {
        Site::new().post_with("idea.md", "title = \"Idea\"\ndate = 2025-03-01\ntags = [\"New\"]\ndraft = true", "Hm.")
    };
    let published = site().bundle();
    assert!(!published.files().keys().any(|path| path.contains("idea") || path.contains("new")));
    assert!(!published.text("index.html").contains("Idea"));
    let drafted = site().drafts().bundle();
    assert!(drafted.article("posts/idea/").draft);
    assert!(drafted.text("index.html").contains("Idea"));
}

#[test]
fn public_files_are_copied_as_they_are() {
    let built = Site::new().file("public/a b/ü.txt", "text").file("public/.well-known/x", "y").bundle();
    assert_eq!(built.text("a b/ü.txt"), "text");
    assert_eq!(built.text(".well-known/x"), "y");
}

#[test]
fn the_files_of_the_program_go_along() {
    let site = Site::new();
    std::fs::write(site.options.shell.join("page-1234.js"), "start()").expect("a file");
    assert_eq!(site.bundle().text("page-1234.js"), "start()");
}

#[test]
fn under_a_base_every_link_of_the_site_begins_with_it() {
    let built = full().base("/repo/").bundle();
    for (path, bytes) in built.files().into_iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8(bytes).expect("text");
        for link in html.split("href=\"").chain(html.split("src=\"")).skip(1).filter(|link| link.starts_with('/')) {
            assert!(link.starts_with("/repo/"), "{path}: {}", &link[..link.len().min(40)]);
        }
    }
    let html = built.text("posts/second/index.html");
    assert!(html.contains("<a href=\"/repo/posts/hello/\">the first</a>"), "{html}");
    assert!(html.contains("<link rel=\"canonical\" href=\"https://me.example/repo/posts/second/\">"), "{html}");
}

#[test]
fn the_address_given_on_the_command_line_goes_before_that_of_site_toml() {
    let mut site = full();
    site.options.url = Some("https://other.example/blog".to_owned());
    let html = site.bundle().text("posts/second/index.html");
    assert!(html.contains("<link rel=\"canonical\" href=\"https://other.example/blog/posts/second/\">"), "{html}");
    assert!(html.contains("<a href=\"/blog/posts/hello/\">"), "{html}");
}

#[test]
fn a_site_without_posts_builds() {
    let built = Site::new().bundle();
    assert!(built.text("index.html").contains("Nothing is published here yet."));
    assert_eq!(built.report.pages, 3);
}

#[test]
fn a_homepage_without_links_has_no_empty_list() {
    assert!(full().bundle().text("index.html").contains("<div class=\"intro\"><h1>Field Notes</h1></div>"));
}

#[test]
fn a_site_with_one_post_left_builds() {
    let built = Site::new().post("last.md", "Alone.").bundle();
    assert_eq!(built.body("posts/last/"), "<p>Alone.</p>");
    assert_eq!(built.warnings(), [""; 0]);
}

#[test]
fn the_buttons_of_the_reader_are_in_the_page_and_what_they_open_is_not() {
    let html = full().bundle().text("posts/hello/index.html");
    for part in ["data-act=\"theme\"", "Theme: dark", "Reading settings"] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
    for part in ["id=\"reading-panel\"", "<dialog", "class=\"unread", "class=\"resume"] {
        assert!(!html.contains(part), "{part} is in {html}");
    }
}

#[test]
fn a_page_of_its_own_says_when_it_was_updated_if_it_has_the_date() {
    let now = "title = \"Now\"\npage = true\ndescription = \"These weeks.\"\nupdated = 2025-06-01";
    let built = full().post_with("now.md", now, "I bake.").bundle();
    let html = built.text("now/index.html");
    let dates = "<p class=\"dates\"><span class=\"updated\">updated <time class=\"dt-updated\" datetime=\"2025-06-01\">1 Jun 2025</time></span></p>";
    assert!(html.contains(dates), "{html}");
    assert!(!built.text("about/index.html").contains("class=\"dates\""));
}
