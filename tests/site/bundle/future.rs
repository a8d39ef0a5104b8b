//! Posts with a future date.

use crate::bundle::site::Site;

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
fn a_day_of_another_engine_that_has_not_come_publishes_nothing() {
    let site = |keys: &str| {
        let text = format!("---\ntitle: Soon\ndate: 2025-02-01\ndescription: S.\n{keys}\n---\n\nWords.\n");
        let mut site = Site::new().file("posts/soon.md", text);
        site.options.today = "2025-03-01".parse().expect("a day");
        site
    };
    for (keys, day) in [
        ("publishDate: 2025-03-02", "2025-03-02"),
        ("publishDate: 2025-03-02T08:00:00+01:00", "2025-03-02T08:00:00+01:00"),
        ("publish_date: 2030/01/01", "2030-01-01"),
        ("publishedAt: soon", "2025-03-01"),
        ("params: {publishDate: 2025-03-02}", "2025-03-02"),
    ] {
        let mistakes = site(keys).mistakes();
        let told = format!(
            "\" may be meant to hold this text back, but is not a key here — write date: {day}: it is shown from that day on; or draft: true"
        );
        assert!(mistakes.len() == 1 && mistakes[0].starts_with("posts/soon.md:5: \""), "{keys}: {mistakes:#?}");
        assert!(mistakes[0].ends_with(&told), "{keys}: {mistakes:#?}");
    }
    for keys in
        ["publishDate: 2025-03-01", "publishDate: 2024-01-01", "publishDate:", "publishDate: 2030-01-01\ndraft: true"]
    {
        let built = site(keys).bundle();
        assert!(built.warnings().iter().all(|line| line.contains("unknown key")), "{keys}: {:#?}", built.warnings());
    }
    let mut dated =
        Site::new().file("posts/soon.md", "---\ntitle: S\ndate: 2025-03-05\npublishDate: 2025-03-05\n---\n\nWords.\n");
    dated.options.today = "2025-03-01".parse().expect("a day");
    assert!(!dated.bundle().files().keys().any(|path| path.contains("soon")));
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
