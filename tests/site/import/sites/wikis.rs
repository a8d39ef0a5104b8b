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

#[test]
fn tags_in_the_text_of_a_note_are_its_tags() {
    let new = Old::new()
        .file(".obsidian/app.json", "{}")
        .file("a.md", "---\ntitle: A\ntags: [garden]\n---\n#area/plants #Garden\n\nI like #water, not #1, `#code` or [x](#part).\n\n# Part\n")
        .import();
    assert_eq!(new.list("posts/a.md", "tags"), ["garden", "area/plants", "water"]);
    assert_eq!(new.body("posts/a.md"), "I like #water, not #1, `#code` or [x](#part).\n\n## Part");
}

#[test]
fn notes_of_a_day_have_its_date_and_other_names_lead_to_their_note() {
    let new = Old::new()
        .file(".obsidian/app.json", "{}")
        .file("Daily/2024-05-01.md", "Rain. See [[The other name]].\n")
        .file("Daily/2024-05-02 A walk.md", "Sun.\n")
        .file("Note.md", "---\naliases: [The other name]\n---\nText.\n")
        .import();
    let keys = new.keys("posts/2024-05-01.md");
    assert_eq!((keys["title"].as_str(), keys["date"].to_string().as_str()), (Some("2024-05-01"), "2024-05-01"));
    assert_eq!(new.body("posts/2024-05-01.md"), "Rain. See [The other name](./note.md).");
    assert_eq!(new.keys("posts/a-walk.md")["date"].to_string(), "2024-05-02");
    assert_eq!(new.list("posts/note.md", "aliases"), [""; 0]);
}

#[test]
fn what_the_settings_of_a_vault_set_apart_is_told_of_and_not_shown() {
    let new = Old::new()
        .file(".obsidian/app.json", "{\"userIgnoreFilters\": [\"Private/\"]}")
        .file(".obsidian/templates.json", "{\"folder\": \"Templates\"}")
        .file("Private/diary.md", "Secret.\n")
        .file("Templates/day.md", "# {{date}}\n")
        .file("Sketch.excalidraw.md", "---\nexcalidraw-plugin: parsed\n---\nText.\n")
        .file("Hidden.md", "---\npublish: false\n---\nText.\n")
        .file("Note.md", "---\npublish: true\npermalink: my/note\n---\nText.\n")
        .import();
    for told in ["Private/diary.md:1: the vault excludes it", "Templates/day.md:1: it is a template", "it is a drawing"]
    {
        assert!(new.report.contains(told), "{told}: {}", new.report);
    }
    assert!(!new.has("posts/diary.md") && !new.has("posts/day.md"));
    assert_eq!(new.keys("posts/hidden.md")["draft"].as_bool(), Some(true));
    assert_eq!(new.list("posts/note.md", "aliases"), ["/my/note", "/Note"]);
}

#[test]
fn quartz_shows_what_its_configuration_says() {
    let new = Old::new()
        .file("quartz.config.ts", "const config = { configuration: { pageTitle: \"G\", baseUrl: \"a.github.io/g\", ignorePatterns: [\"secret\", \"**/draft-*\"] }, plugins: { filters: [\n  Plugin.ExplicitPublish(),\n] } }")
        .file("content/Open.md", "---\npublish: true\ndate: 2024-05-01\naliases: [first name]\n---\nText. #tag\n")
        .file("content/Shut.md", "---\ndate: 2024-05-01\n---\nText.\n")
        .file("content/secret/x.md", "Secret.\n")
        .file("content/a/draft-y.md", "Secret.\n")
        .file("content/b/secret/w.md", "Secret.\n")
        .file("content/private/z.md", "---\npublish: true\ndate: 2024-05-01\n---\nNot ignored any more.\n")
        .import();
    assert_eq!(new.list("posts/open.md", "aliases"), ["/Open", "/first-name"]);
    assert_eq!(new.list("posts/open.md", "tags"), ["tag"]);
    assert_eq!(new.keys("posts/shut.md")["draft"].as_bool(), Some(true));
    assert!(!new.has("posts/x.md") && !new.has("posts/w.md") && !new.has("posts/draft-y.md"));
    assert!(new.has("posts/z.md"));
    assert_eq!(new.settings()["url"].as_str(), Some("https://a.github.io/g"));
}
