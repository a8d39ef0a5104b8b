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
