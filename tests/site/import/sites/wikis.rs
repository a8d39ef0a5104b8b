//! Vaults of Obsidian, sites of Quartz, and folders of Markdown.

use super::old::{Old, PICTURE};

#[test]
fn a_vault_is_brought_with_its_attachments() {
    let new = Old::new()
        .file(".obsidian/app.json", "{}")
        .file("Notes/My Note.md", "---\ncreated: 2024-05-01\ntags: \"#garden, area/plants\"\naliases: [Other name]\n---\n[b](../B.md) ![p](<../Files/a b.png>)\n")
        .file("B.md", "# The B note\n\nText from 2024.\n")
        .file("Files/a b.png", PICTURE)
        .import();
    let path = "posts/my-note/index.md";
    assert_eq!(new.list(path, "tags"), ["garden", "area/plants"]);
    assert!(new.body(path).contains("[b](../b.md) ![p](<./a%20b.png>)"), "{}", new.body(path));
    assert_eq!(new.keys("posts/b.md")["title"].as_str(), Some("The B note"));
    assert_eq!(new.body("posts/b.md"), "Text from 2024.");
    assert!(new.report.contains("B.md:1: it has no date"), "{}", new.report);
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn quartz_has_addresses_by_the_paths_of_its_notes() {
    let new = Old::new()
        .file("quartz.config.ts", "const config: QuartzConfig = { configuration: { pageTitle: \"Garden\", baseUrl: \"a.example\", locale: \"en-US\" } }")
        .file("content/index.md", "---\ntitle: Welcome\n---\nHello.\n")
        .file("content/Plants/Big Tree.md", "---\ntitle: Tree\ndate: 2024-05-01\n---\nTall.\n")
        .file("content/private/Diary.md", "Secret.\n")
        .import();
    assert_eq!(new.list("posts/big-tree.md", "aliases"), ["/Plants/Big-Tree"]);
    assert!(!new.files().keys().any(|path| path.ends_with("diary.md")));
    assert_eq!(new.settings()["url"].as_str(), Some("https://a.example"));
}

#[test]
fn a_folder_of_markdown_is_brought_by_the_names_of_its_files() {
    let new = Old::new()
        .file("2024-05-01-hello-there.md", "Hello.\n")
        .file("about.md", "# About me\n\nMe.\n")
        .file("README.md", "This folder has my posts.\n")
        .file("deep/er/post.md", "---\ntitle: Deep\ndate: May 2, 2024\n---\nText.\n")
        .import();
    let keys = new.keys("posts/hello-there.md");
    assert_eq!((keys["title"].as_str(), keys["date"].to_string().as_str()), (Some("hello there"), "2024-05-01"));
    assert_eq!(new.keys("posts/about.md")["page"].as_bool(), Some(true));
    assert_eq!(new.keys("posts/post.md")["date"].to_string(), "2024-05-02");
    assert!(!new.has("posts/readme.md"));
}

#[test]
fn a_line_break_is_shown_as_obsidian_shows_it() {
    for (settings, body) in [("{}", "One\\\ntwo"), ("{\"strictLineBreaks\": true}", "One\ntwo")] {
        let new = Old::new()
            .file(".obsidian/app.json", settings)
            .file("a.md", "---\ntitle: A\ncreated: 2024-05-01\n---\nOne\ntwo\n")
            .import();
        assert_eq!(new.body("posts/a.md"), body);
    }
}
