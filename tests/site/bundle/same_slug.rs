//! Posts that would have one address: who keeps it, and where the other is.

use crate::bundle::site::{Built, Site};

/// Adds a text on a day, with further keys.
fn with(site: Site, path: &str, day: &str, keys: &str, text: &str) -> Site {
    site.post_with(path, &format!("title = \"Spring\"\ndate = {day}\ndescription = \"On spring.\"\n{keys}"), text)
}

fn assert_at(built: &Built, address: &str, text: &str) {
    assert!(built.body(address).contains(text), "{address} is not {text}: {}", built.body(address));
}

#[test]
fn the_later_of_two_posts_has_its_year_in_its_address_and_links_lead_there() {
    let site = with(Site::new(), "2024/spring.md", "2024-04-01", "", "Late frost.");
    let site = with(site, "2023/spring.md", "2023-04-02", "", "Early swallows. [The next year](../2024/spring.md)");
    let built = site.bundle();
    assert_eq!(
        built.warnings(),
        [
            "posts/2024/spring.md: warning: posts/2023/spring.md has the address /posts/spring/ already, so this text is \
          at /posts/spring-2024/ — write slug = \"spring-2024\" to keep it there"
        ]
    );
    assert_at(&built, "posts/spring/", "Early swallows.");
    assert_at(&built, "posts/spring-2024/", "Late frost.");
    assert_at(&built, "posts/spring/", "href=\"/posts/spring-2024/\"");
}

#[test]
fn what_the_warning_says_to_write_ends_it_and_keeps_the_addresses() {
    let site = with(Site::new(), "2024/spring.md", "2024-04-01", "slug = \"spring-2024\"", "Late frost.");
    let built = with(site, "2023/spring.md", "2023-04-02", "", "Early swallows.").bundle();
    assert!(built.warnings().is_empty(), "{:#?}", built.warnings());
    assert_at(&built, "posts/spring/", "Early swallows.");
    assert_at(&built, "posts/spring-2024/", "Late frost.");
}

#[test]
fn a_text_without_front_matter_is_told_to_begin_with_one() {
    let site = Site::new().file("posts/a/2024-04-01-spring.md", "# Spring\n\nLate frost.\n");
    let built = site.file("posts/b/2024-05-01-spring.md", "# Spring\n\nNo frost.\n").bundle();
    let start = "start the file with\n+++\nslug = \"spring-2024\"\n+++\nto keep it there";
    assert!(built.warnings().iter().any(|warning| warning.ends_with(start)), "{:#?}", built.warnings());
}

#[test]
fn of_posts_on_one_day_the_first_path_keeps_the_address() {
    let site = with(Site::new(), "b/spring.md", "2024-04-01", "", "B.");
    let built = with(site, "a/spring.md", "2024-04-01", "", "A.").bundle();
    assert_at(&built, "posts/spring/", "A.");
    assert_at(&built, "posts/spring-2024/", "B.");
}

#[test]
fn if_the_year_is_taken_too_the_month_and_the_day_are_added() {
    let site = with(Site::new(), "a/spring.md", "2024-03-01", "", "A.");
    let site = with(site, "b/spring.md", "2024-03-02", "", "B.");
    let site = with(site, "c/spring.md", "2024-03-03", "", "C.");
    let site = with(site, "d/spring.md", "2024-03-04", "", "D.");
    let built = with(site, "spring-2024.md", "2025-01-01", "", "A review of the year.").bundle();
    assert_at(&built, "posts/spring/", "A.");
    assert_at(&built, "posts/spring-2024/", "A review of the year.");
    assert_at(&built, "posts/spring-2024-03/", "B.");
    assert_at(&built, "posts/spring-2024-03-03/", "C.");
    assert_at(&built, "posts/spring-2024-03-04/", "D.");
}

#[test]
fn posts_whose_whole_dates_are_alike_too_are_an_error() {
    let site = ["a", "b", "c", "d", "e"]
        .into_iter()
        .fold(Site::new(), |site, folder| with(site, &format!("{folder}/spring.md"), "2024-03-01", "", "Frost."));
    let mistakes = site.mistakes();
    let error = "posts/e/spring.md: posts/a/spring.md has the address /posts/spring/ already \
                 — give one of them another slug";
    assert!(mistakes.iter().any(|mistake| mistake == error), "{mistakes:#?}");
}

#[test]
fn the_author_who_wrote_the_slug_keeps_it() {
    for key in ["slug = \"spring\"", "permalink = \"/posts/spring/\""] {
        let site = with(Site::new(), "2023/spring.md", "2023-04-02", "", "Early swallows.");
        let built = with(site, "frost.md", "2024-04-01", key, "Late frost.").bundle();
        assert_at(&built, "posts/spring/", "Late frost.");
        assert_at(&built, "posts/spring-2023/", "Early swallows.");
    }
}

#[test]
fn a_draft_takes_no_address_of_a_published_post() {
    let site = || {
        let site = with(Site::new(), "a/spring.md", "2022-04-02", "draft = true\nslug = \"spring-2024\"", "A draft.");
        let site = with(site, "b/spring.md", "2022-04-02", "draft = true", "Another draft.");
        let site = with(site, "c/spring.md", "2023-04-02", "", "Early swallows.");
        with(site, "d/spring.md", "2024-04-01", "", "Late frost.")
    };
    let published = site().bundle();
    assert_at(&published, "posts/spring/", "Early swallows.");
    assert_at(&published, "posts/spring-2024/", "Late frost.");
    let mistakes = site().drafts().mistakes();
    let error = "posts/a/spring.md:6: error in a draft: posts/d/spring.md has the address /posts/spring-2024/ already \
                 — give one of them another slug";
    assert!(mistakes.iter().any(|mistake| mistake == error), "{mistakes:#?}");
    let shown = site().drafts().lenient().bundle();
    assert_at(&shown, "posts/spring/", "Early swallows.");
    assert_at(&shown, "posts/spring-2022/", "Another draft.");
    assert_at(&shown, "posts/spring-2024/", "Late frost.");
}

#[test]
fn two_pages_of_one_name_are_an_error() {
    let about = "title = \"About\"\ndescription = \"On me.\"\npage = true";
    let site = Site::new().post_with("about.md", about, "Me.").post_with("me/about.md", about, "Me again.");
    assert_eq!(
        site.mistakes(),
        ["posts/me/about.md: posts/about.md has the address /about/ already — give one of them another slug"]
    );
}
