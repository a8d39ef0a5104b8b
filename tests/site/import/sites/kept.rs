//! What is in the new site already stays.

use super::old::{Old, PICTURE};

fn folder() -> Old {
    Old::new()
        .file("hello.md", "---\ntitle: Hello\ndate: 2024-05-01\n---\nText.\n")
        .file("other.md", "---\ntitle: Other\ndate: 2024-05-02\n---\nText.\n")
        .file("pictured.md", "---\ntitle: Pictured\ndate: 2024-05-03\n---\n![p](p.png)\n")
        .file("p.png", PICTURE)
}

#[test]
fn a_second_import_changes_no_byte() {
    let new = folder().import();
    let before = new.files();
    new.again();
    assert_eq!(new.files(), before);
}

#[test]
fn a_file_that_was_edited_or_deleted_stays_so_and_is_told_of() {
    let new = folder().import();
    new.edit("posts/hello.md", "mine");
    new.delete("posts/other.md");
    new.edit("site.toml", "title = \"Mine\"\nurl = \"https://me.example/\"\n");
    let report = new.again();
    assert_eq!(new.text("posts/hello.md"), "mine");
    assert_eq!(new.text("site.toml"), "title = \"Mine\"\nurl = \"https://me.example/\"\n");
    assert!(!new.has("posts/other.md"));
    assert!(report.contains("posts/hello.md: it was edited since"), "{report}");
    assert!(report.contains("posts/other.md: it was deleted since"), "{report}");
}

#[test]
fn a_text_that_changed_in_the_source_is_written_again() {
    let new = folder().import();
    new.edit_old("hello.md", "---\ntitle: Hello\ndate: 2024-05-01\n---\nNew text. ![p](p.png)\n");
    new.again();
    assert!(new.body("posts/hello/index.md").starts_with("New text."));
    assert!(!new.has("posts/hello.md"), "it is in a folder now, with its picture");
}

#[test]
fn a_post_and_settings_of_the_owner_are_not_touched() {
    let own = "+++\ntitle = \"Mine\"\ndate = 2024-01-01\n+++\nMine.\n";
    let new = folder()
        .own("posts/hello.md", own)
        .own("site.toml", "title = \"Mine\"\nurl = \"https://me.example/\"\n")
        .import();
    assert_eq!(new.text("posts/hello.md"), own);
    assert_eq!(new.keys("posts/hello-2024.md")["title"].as_str(), Some("Hello"));
    assert_eq!(new.settings()["title"].as_str(), Some("Mine"));
    assert!(new.report.contains("hello.md:1: its address would be that of another page"), "{}", new.report);
}

#[test]
fn two_texts_of_one_name_get_their_year_and_then_a_number() {
    let post = |date: &str| format!("---\ntitle: Same\ndate: {date}\n---\nText.\n");
    let new = Old::new()
        .file("a/same.md", post("2023-01-01"))
        .file("b/same.md", post("2024-01-01"))
        .file("c/same.md", post("2024-02-01"))
        .import();
    for path in ["posts/same.md", "posts/same-2024.md", "posts/same-2.md"] {
        assert!(new.has(path), "{path}");
    }
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn tags_have_one_spelling_the_most_common_one() {
    let post = |tag: &str| format!("---\ntitle: T\ndate: 2024-05-01\ntags: [{tag}]\n---\nText.\n");
    let new = Old::new().file("a.md", post("Rust")).file("b.md", post("rust")).file("c.md", post("rust, '!'")).import();
    assert_eq!(new.list("posts/a.md", "tags"), ["rust"]);
    assert_eq!(new.list("posts/c.md", "tags"), ["rust"]);
    assert!(new.report.contains("c.md:1: the tag \"!\" has no letter"), "{}", new.report);
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn a_site_is_not_imported_into_a_folder_of_itself_that_does_not_exist_yet() {
    let old = Old::new().file("a.md", "---\ntitle: A\ndate: 2024-05-01\n---\nText.\n");
    let message = old.import_into("old/new/site").expect_err("a refusal").to_string();
    assert!(message.ends_with("is in the folder to import: give another folder with --into"), "{message}");
}

#[test]
fn what_a_killed_import_left_half_written_is_gone_after_the_next() {
    let new = folder().own("posts/.import-part", "half").own(".import-part", "half").import();
    assert!(!new.has("posts/.import-part") && !new.has(".import-part"));
    assert_eq!(new.body("posts/hello.md"), "Text.");
}

#[test]
fn addresses_stay_if_the_first_import_was_killed_before_it_wrote_the_settings() {
    let post = "---\ntitle: T\n---\nText.\n";
    let old = || {
        let config = "url: https://a.example\npermalink: /:year/:month/:title/\n";
        let site = Old::new().file("_config.yml", config);
        site.file("_posts/2024-05-01-a.md", post)
            .file("_posts/2024-05-02-b.md", post)
            .file("_posts/2024-05-03-c.md", post)
    };
    let killed = "[files]\n\"site.toml\" = [\"0\", \"pending\"]\n\"posts/a.md\" = [\"1\", \"pending\"]\n";
    let new = old().own(".import.toml", killed).import();
    assert_eq!(new.settings()["permalink"].as_str(), Some("/:year/:month/:slug/"));
    assert_eq!(new.errors(), [""; 0]);
    let files = |new: &super::old::New| {
        new.files().into_iter().filter(|(path, _)| path.starts_with("posts")).collect::<Vec<_>>()
    };
    assert_eq!(files(&new), files(&old().import()));
}
