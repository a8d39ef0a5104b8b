//! The link from a page to its source.

use crate::bundle::site::Site;

/// The start of the link. Its text alone is on every page, in the data of the program.
const LINK: &str = "<p class=\"edit\">";

/// The URL of the link below a post.
#[track_caller]
fn leads(config: &str, expected: &str) {
    let site = Site::new().config(config).post("2025-03-01-größe und maß.md", "Words.");
    let html = site.bundle().text("posts/größe-und-maß/index.html");
    let link = format!("{LINK}<a rel=\"external\" href=\"{expected}\">Edit this page</a></p>");
    assert!(html.contains(&link), "{link} is not in {html}");
}

#[test]
fn every_host_has_its_own_way_to_edit_a_file() {
    let file = "posts/2025-03-01-gr%C3%B6%C3%9Fe%20und%20ma%C3%9F.md";
    for (repository, way) in [
        ("https://github.com/me/site", "https://github.com/me/site/edit/main/"),
        ("https://github.com/me/site/", "https://github.com/me/site/edit/main/"),
        ("https://gitlab.com/me/site", "https://gitlab.com/me/site/-/edit/main/"),
        ("https://gitlab.gnome.org/me/site", "https://gitlab.gnome.org/me/site/-/edit/main/"),
        ("https://codeberg.org/gitlab/site", "https://codeberg.org/gitlab/site/_edit/main/"),
        ("https://gitea.com/me/site", "https://gitea.com/me/site/_edit/main/"),
    ] {
        leads(&format!("repository = \"{repository}\""), &format!("{way}{file}"));
    }
    let branch = "repository = \"https://github.com/me/site\"\nbranch = \"published/pages\"";
    leads(branch, &format!("https://github.com/me/site/edit/published/pages/{file}"));
}

#[test]
fn a_page_can_be_edited_too_and_without_a_repository_nothing_can() {
    let site = |config| {
        let about = "title = \"About\"\npage = true\ndescription = \"Who I am.\"";
        Site::new().config(config).post_with("about.md", about, "I write.").post("hello/index.md", "Hi.")
    };
    let built = site("repository = \"https://github.com/me/site\"").bundle();
    for (page, file) in [("about/", "posts/about.md"), ("posts/hello/", "posts/hello/index.md")] {
        let html = built.text(&format!("{page}index.html"));
        assert!(html.contains(&format!("href=\"https://github.com/me/site/edit/main/{file}\"")), "{html}");
    }
    assert!(!built.text("index.html").contains(LINK));
    let built = site("").bundle();
    assert!(["about/", "posts/hello/"].iter().all(|page| !built.text(&format!("{page}index.html")).contains(LINK)));
}

#[test]
fn a_repository_is_a_full_address() {
    let mistakes = Site::new().config("repository = \"me/site\"").mistakes();
    assert_eq!(mistakes, ["site.toml:4: \"repository\" is not a full address — write repository = \"https://…\""]);
}
