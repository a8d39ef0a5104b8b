//! The metadata of a document for browsers, search engines and previews.

use serde_json::Value;

use crate::bundle::picture::png;
use crate::bundle::site::{Built, Site};

fn full() -> Site {
    let keys = "title = \"Bread </script> & <water>\"\ndate = 2025-03-01\nupdated = 2025-04-02\ntags = [\"Bread\"]
description = \"How it \\\"rises\\\".\"\ncover = \"jar.png\"\nlang = \"pt-BR\"";
    Site::new()
        .config(
            "[author]\nname = \"Ines Aldana\"\n[[author.links]]\nname = \"Mastodon\"\nurl = \"https://a.example/@ines\"
[reply]\nfediverse = \"https://a.example/@ines\"\n",
        )
        .post_with("bread/index.md", keys, "Flour.")
        .file("posts/bread/jar.png", png(1000))
        .post("plain.md", "Water.")
        .post_with("about.md", "title = \"About\"\npage = true", "I bake.")
}

#[track_caller]
fn has(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "{part} is not in {html}");
    }
}

/// The structured data of a page, by kind.
#[track_caller]
fn data(built: &Built, page: &str, kind: &str) -> Option<Value> {
    let html = built.text(&format!("{page}index.html"));
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">")?;
    let data: Value = serde_json::from_str(rest.split_once("</script>")?.0).expect("JSON");
    assert_eq!(data["@context"], "https://schema.org");
    data["@graph"].as_array().expect("a graph").iter().find(|thing| thing["@type"] == kind).cloned()
}

#[test]
fn a_post_says_what_a_preview_of_it_shows() {
    let built = full().base("/repo/").bundle();
    has(
        &built.text("posts/bread/index.html"),
        &[
            "<meta property=\"og:type\" content=\"article\">",
            "<meta property=\"og:title\" content=\"Bread &lt;/script&gt; &amp; &lt;water&gt;\">",
            "<meta property=\"og:description\" content=\"How it &quot;rises&quot;.\">",
            "<meta property=\"og:url\" content=\"https://me.example/repo/posts/bread/\">",
            "<meta property=\"og:site_name\" content=\"Field Notes\">",
            "<meta property=\"og:locale\" content=\"pt_BR\">",
            "<meta property=\"article:published_time\" content=\"2025-03-01T00:00:00Z\">",
            "<meta property=\"article:modified_time\" content=\"2025-04-02T00:00:00Z\">",
            "<meta property=\"article:tag\" content=\"Bread\">",
            "<meta property=\"og:image\" content=\"https://me.example/repo/posts/bread/jar.png\">",
            "<meta property=\"og:image:width\" content=\"1000\">",
            "<meta property=\"og:image:height\" content=\"1\">",
            "<meta property=\"og:image:alt\" content=\"Bread &lt;/script&gt;",
            "<meta name=\"twitter:card\" content=\"summary_large_image\">",
            "<meta name=\"fediverse:creator\" content=\"@ines@a.example\">",
            "<link rel=\"alternate\" type=\"text/markdown\" title=",
        ],
    );
    assert_eq!(built.bytes("posts/bread/jar.png"), png(1000));
}

#[test]
fn a_page_without_a_cover_names_no_picture() {
    let built = full().bundle();
    for page in ["", "archive/", "posts/plain/", "about/"] {
        let html = built.text(&format!("{page}index.html"));
        has(&html, &["<meta name=\"twitter:card\" content=\"summary\">"]);
        assert!(!html.contains("og:image"), "{html}");
    }
    has(&built.text("about/index.html"), &["<meta property=\"og:type\" content=\"website\">"]);
}

#[test]
fn the_browser_frames_a_page_in_the_colour_of_its_paper() {
    let tokens = std::fs::read_to_string("style/tokens.css").expect("the tokens");
    let html = full().bundle().text("404.html");
    for scheme in ["light", "dark"] {
        let start = format!("<meta name=\"theme-color\" media=\"(prefers-color-scheme: {scheme})\" content=\"");
        let colour = html.split_once(&start).and_then(|(_, rest)| rest.split_once('"')).expect("a colour").0;
        assert!(tokens.contains(colour) && colour.starts_with('#'), "{colour}");
    }
}

#[test]
fn a_post_is_a_blog_posting_to_search_engines() {
    let built = full().bundle();
    let post = data(&built, "posts/bread/", "BlogPosting").expect("a posting");
    assert_eq!(post["headline"], "Bread </script> & <water>");
    assert_eq!(post["datePublished"], "2025-03-01T00:00:00Z");
    assert_eq!(post["dateModified"], "2025-04-02T00:00:00Z");
    assert_eq!(post["image"][0], "https://me.example/posts/bread/jar.png");
    assert_eq!(post["author"]["@type"], "Person");
    assert_eq!(post["author"]["name"], "Ines Aldana");
    assert_eq!(post["author"]["url"], "https://me.example/");
    assert_eq!(post["author"]["sameAs"][0], "https://a.example/@ines");
    assert_eq!(post["mainEntityOfPage"], "https://me.example/posts/bread/");
    assert!(data(&built, "posts/plain/", "BlogPosting").expect("a posting").get("image").is_none());
    assert!(data(&built, "about/", "BlogPosting").is_none());
}

#[test]
fn posts_and_tags_have_a_breadcrumb_list() {
    let built = full().bundle();
    for (page, between) in [("posts/bread/", "archive/"), ("tags/bread/", "tags/")] {
        let trail = data(&built, page, "BreadcrumbList").expect("a trail");
        let items = trail["itemListElement"].as_array().expect("items");
        let told: Vec<_> = items.iter().map(|item| (item["position"].as_u64(), item["item"].as_str())).collect();
        let full = ["", between, page].map(|path| format!("https://me.example/{path}"));
        assert_eq!(told, [1, 2, 3].map(|n| (Some(n), Some(full[n as usize - 1].as_str()))));
    }
}

#[test]
fn the_homepage_is_the_site() {
    let site = data(&full().bundle(), "", "WebSite").expect("a site");
    assert_eq!((&site["name"], &site["url"]), (&"Field Notes".into(), &"https://me.example/".into()));
}

#[test]
fn an_unlisted_post_is_not_for_search_engines() {
    let built = Site::new().post_with("plans.md", "title = \"Plans\"\ndate = 2025-03-01\nunlisted = true", "").bundle();
    has(&built.text("posts/plans/index.html"), &["<meta name=\"robots\" content=\"noindex\">"]);
    assert!(!built.text("sitemap.xml").contains("plans") && !built.text("llms.txt").contains("plans"));
}

#[test]
fn a_cover_that_is_not_there_or_no_picture() {
    let table = [
        ("gone.png", "leads nowhere"),
        ("other.md", "is not a picture"),
        ("#here", "is not a picture"),
        ("../public/notes.txt", "is not a picture"),
    ];
    for (cover, problem) in table {
        let keys = format!("title = \"Hello\"\ndate = 2025-03-01\ncover = \"{cover}\"\ndescription = \"Hi.\"");
        let site =
            Site::new().post_with("hello.md", &keys, "Hi.").post("other.md", "Other.").file("public/notes.txt", "");
        let mistakes = site.mistakes();
        assert_eq!(mistakes.len(), 1, "{mistakes:?}");
        assert!(mistakes[0].starts_with(&format!("posts/hello.md:4: \"{cover}\" {problem} — ")), "{mistakes:?}");
    }
}

#[test]
fn a_cover_may_be_elsewhere() {
    let keys = "title = \"Hello\"\ndate = 2025-03-01\ncover = \"https://a.example/b.png\"";
    let html = Site::new().post_with("hello.md", keys, "").bundle().text("posts/hello/index.html");
    has(&html, &["<meta property=\"og:image\" content=\"https://a.example/b.png\">"]);
}

#[test]
fn a_missing_cover_is_a_warning_where_another_engines_key_names_it() {
    for line in [
        "image = \"/images/jar.png\"",
        "hero = \"/images/jar.png\"",
        "heroImage = \"/images/jar.png\"",
        "thumbnail = \"/images/jar.png\"",
        "ogImage = { src = \"/images/jar.png\" }",
        "cover = { image = \"/images/jar.png\" }",
    ] {
        let keys = format!("title = \"Hello\"\ndate = 2025-03-01\n{line}\ndescription = \"Hi.\"");
        let built = Site::new().post_with("hello.md", &keys, "Hi.").bundle();
        let warnings = built.warnings();
        assert_eq!(warnings.len(), 1, "{warnings:?}");
        let wrong =
            "posts/hello.md:4: warning: \"/images/jar.png\" leads nowhere, so the post has no cover — write the path";
        assert!(warnings[0].starts_with(wrong), "{warnings:?}");
        assert!(!built.text("posts/hello/index.html").contains("jar.png"));
    }
}

#[test]
fn a_missing_cover_is_an_error_where_cover_names_it_whatever_stands_beside_it() {
    for keys in ["cover = \"gone.png\"", "image = \"other.png\"\ncover = \"gone.png\""] {
        let keys = format!("title = \"Hello\"\ndate = 2025-03-01\ndescription = \"Hi.\"\n{keys}");
        let mistakes = Site::new().post_with("hello.md", &keys, "Hi.").mistakes();
        assert_eq!(mistakes.len(), 1, "{mistakes:?}");
        assert!(mistakes[0].contains("\"gone.png\" leads nowhere — "), "{mistakes:?}");
    }
}

#[test]
fn a_cover_that_another_engines_key_names_is_shown() {
    let keys = "title = \"Hello\"\ndate = 2025-03-01\ndescription = \"Hi.\"\nimage = \"jar.png\"";
    let site = Site::new().post_with("hello/index.md", keys, "Hi.").file("posts/hello/jar.png", png(1));
    let built = site.bundle();
    assert!(built.warnings().is_empty(), "{:?}", built.warnings());
    assert!(built.text("posts/hello/index.html").contains("https://me.example/posts/hello/jar.png"));
}
