//! `permalink` in `site.toml`: posts at the addresses they had elsewhere.

use crate::bundle::site::{Built, Site};

fn with(form: &str) -> Site {
    Site::new().config(&format!("permalink = \"{form}\"\n"))
}

/// Adds a post of a day, which links to the post before it by its file.
fn diary(site: Site, name: &str, day: &str) -> Site {
    let keys = format!("title = \"{name}\"\ndate = {day}\ndescription = \"On {name}.\"\ntags = [\"diary\"]");
    site.post_with(&format!("{name}.md"), &keys, "I walked. [Hello](hello.md#walks)\n\n## Walks\n")
}

fn assert_page(built: &Built, address: &str) {
    let html = built.text(&format!("{address}index.html"));
    assert!(html.contains(&format!("<link rel=\"canonical\" href=\"https://me.example/{address}\"")), "{html}");
    assert_eq!(built.article(address).tags.len(), 1, "the app loads it from there, too");
}

#[test]
fn a_post_is_where_the_form_says_and_everything_leads_there() {
    let site = diary(with("/:year/:month/:day/:slug/"), "hello", "2025-03-01");
    let built = diary(site, "rain", "2025-11-09T23:30:00+02:00").bundle();
    for address in ["2025/03/01/hello/", "2025/11/09/rain/"] {
        assert_page(&built, address);
        for file in ["index.html", "index.json", "tags/diary/index.html", "sitemap.xml", "feed.xml", "feed.json"] {
            assert!(built.text(file).contains(address), "{address} is not in {file}");
        }
    }
    assert!(built.body("2025/11/09/rain/").contains("href=\"/2025/03/01/hello/#walks\""));
    assert!(!built.folder.join("posts").exists());
}

#[test]
fn pages_stay_where_they_are_and_a_post_can_be_beside_them() {
    let about = "title = \"About\"\npage = true\ndescription = \"Me.\"\ntags = [\"diary\"]";
    let built = diary(with("/:slug/"), "hello", "2025-03-01").post_with("about.md", about, "Me.").bundle();
    assert_page(&built, "hello/");
    assert!(built.text("about/index.html").contains("Me."));
}

#[test]
fn a_fixed_word_may_be_before_the_slug() {
    assert_page(&diary(with("/blog/:year/:slug/"), "hello", "2025-03-01").bundle(), "blog/2025/hello/");
}

#[test]
fn two_posts_of_one_name_need_no_other_slug_in_different_years() {
    let keys = |day: &str| format!("title = \"Spring\"\ndate = {day}\ndescription = \"On spring.\"\ntags = [\"a\"]");
    let site = with("/:year/:slug/").post_with("2024/spring.md", &keys("2024-04-01"), "Frost.");
    let built = site.post_with("2025/spring.md", &keys("2025-04-01"), "Swallows.").bundle();
    assert!(built.body("2024/spring/").contains("Frost."));
    assert!(built.body("2025/spring/").contains("Swallows."));
}

#[test]
fn a_post_and_a_page_of_one_address_are_told_apart() {
    let about = "title = \"About\"\npage = true\nslug = \"hello\"\ndescription = \"Me.\"";
    let built = diary(with("/:slug/"), "hello", "2025-03-01").post_with("about.md", about, "Me.").bundle();
    assert!(built.text("hello/index.html").contains("Me."), "the written slug wins");
    assert_page(&built, "hello-2025/");
    assert_eq!(
        built.warnings(),
        ["posts/hello.md: warning: posts/about.md has the address /hello/ already, so this text is at /hello-2025/ — \
          write slug = \"hello-2025\" to keep it there"]
    );
}

#[test]
fn a_post_is_not_put_over_a_list_of_the_site() {
    let mistakes = diary(with("/:slug/"), "archive", "2025-03-01").mistakes();
    assert_eq!(
        mistakes,
        ["posts/archive.md: the address /archive/ is reserved for the site — write slug = \"an-address\""]
    );
}

#[test]
fn a_form_that_cannot_be_an_address_is_an_error_with_one_that_can() {
    for (form, message) in [
        ("/:year/:title/", "\":title\" is no part of an address that is known"),
        ("/:year/:month/", "\"/:year/:month/\" does not have :slug once"),
        ("/:slug/:slug/", "\"/:slug/:slug/\" does not have :slug once"),
        (":year/:slug/", "\":year/:slug/\" does not begin and end with a slash"),
        ("/:year/:slug.html", "\"/:year/:slug.html\" does not begin and end with a slash"),
        ("/a b/:slug/", "\"a b\" cannot be a part of an address"),
        ("/../:slug/", "\"..\" cannot be a part of an address"),
        ("/:year//:slug/", "\"\" cannot be a part of an address"),
        ("/tags/:slug/", "\"/tags/:slug/\" is an address of the site's own lists"),
        ("/archive/:year/:slug/", "\"/archive/:year/:slug/\" is an address of the site's own lists"),
    ] {
        let mistakes = diary(with(form), "hello", "2025-03-01").mistakes();
        let remedy = "write permalink = \"/:year/:month/:day/:slug/\", or another form of :year, :month, :day, :slug and \
                      fixed words between slashes";
        assert_eq!(mistakes, [format!("site.toml:4: {message} — {remedy}")], "{form}");
    }
}

#[test]
fn a_link_that_was_mistyped_is_corrected_to_the_form() {
    let site = diary(with("/:year/:slug/"), "hello", "2025-03-01");
    let mistakes = site.post("rain.md", "[Hello](/2025/helloo/)").mistakes();
    assert_eq!(mistakes, ["posts/rain.md:5: \"/2025/helloo/\" leads nowhere — did you mean \"/2025/hello/\"?"]);
}
