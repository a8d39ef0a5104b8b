//! Posts whose day has not come.

use crate::site::Site;

fn site(today: &str) -> Site {
    let keys = "title = \"Tomorrow\"\ndate = 2025-03-02\ntags = [\"Plans\"]";
    let mut site = Site::new().post("today.md", "").post_with("tomorrow.md", keys, "Soon.");
    site.options.today = today.parse().expect("a day");
    site
}

#[test]
fn a_post_is_held_back_until_its_day() {
    let before = site("2025-03-01").bundle();
    assert!(!before.files().keys().any(|path| path.contains("tomorrow") || path.contains("plans")));
    for path in ["index.html", "feed.xml", "sitemap.xml"] {
        assert!(!before.text(path).contains("omorrow"), "{path}");
    }
    assert!(before.text("index.html").contains("/posts/today/"));
    let after = site("2025-03-02").bundle();
    assert!(!after.article("posts/tomorrow/").draft);
    assert!(after.text("feed.xml").contains("Tomorrow"));
}

#[test]
fn where_drafts_are_shown_it_is_one_until_its_day() {
    assert!(site("2025-03-01").drafts().bundle().article("posts/tomorrow/").draft);
    assert!(!site("2025-03-02").drafts().bundle().article("posts/tomorrow/").draft);
}

#[test]
fn mistakes_of_a_draft_keep_no_site_from_being_built() {
    let later = "title = \"Later\"\ndate = 2025-03-02\ndescription = \"L.\"";
    let mut site = Site::new()
        .post_with("a.md", &format!("{later}\ntags = [\"plans\", true]"), "[x](gone.md)")
        .post_with("b.md", "title = B\ndraft = true", "")
        .post_with("c.md", &format!("{later}\ntags = [\"plans\"]\nslug = \"today\"\ndraft = true"), "")
        .post_with("today.md", "title = \"T\"\ndate = 2025-03-01\ndescription = \"T.\"\ntags = [\"Plans\"]", "Now.");
    site.options.today = "2025-03-01".parse().expect("a day");
    assert_eq!(site.bundle().warnings(), [""; 0]);
}
