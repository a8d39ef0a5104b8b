//! What must not be published: settings and passwords of the author, and texts that are not to be shown.

use super::old::{Old, PICTURE};

fn post(keys: &str, text: &str) -> String {
    format!("---\ntitle: T\ndate: 2024-05-01\n{keys}---\n{text}\n")
}

#[test]
fn a_file_whose_name_begins_with_a_dot_is_not_published() {
    let new = Old::new()
        .file("hugo.toml", "baseURL = \"https://a.example/\"\n")
        .file("content/posts/a.md", post("", "[settings](../../.env) [more](/.env) ![p](/p.png)"))
        .file(".env", "TOKEN=x")
        .file("static/.env", "TOKEN=x")
        .file("static/.git/config", "url = x")
        .file("static/.well-known/security.txt", "Contact: mailto:a@a.example")
        .file("static/p.png", PICTURE)
        .import();
    let published: Vec<_> = new.files().into_keys().filter(|path| path.ends_with(".env")).collect();
    assert!(published.is_empty(), "{published:?}");
    assert!(!new.has("public/.git/config"));
    assert!(new.has("public/.well-known/security.txt") && new.has("public/p.png"));
    let line = "public/.env:1: its name begins with a dot, and it may have settings or passwords: it is not imported";
    assert!(new.report.contains(line), "{}", new.report);
}

#[test]
fn a_file_that_only_a_draft_shows_stays_beside_it() {
    let new = Old::new()
        .file("a.md", post("draft: true\n", "![p](/secret/p.png)"))
        .file("b.md", post("", "![p](/open/p.png)"))
        .file("secret/p.png", PICTURE)
        .file("open/p.png", PICTURE)
        .import();
    assert!(!new.has("public/secret/p.png") && new.has("public/open/p.png"));
    assert_eq!(new.body("posts/a/index.md"), "![p](./p.png)");
    assert_eq!(new.body("posts/b.md"), "![p](/open/p.png)");
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn a_draft_whose_front_matter_is_broken_is_a_draft() {
    for text in [
        "---\ntitle: T\ndate: 2024-05-01\ndraft: true\n\nText.\n",
        "+++\ntitle = \"T\"\ndate = 2024-05-01\ndraft = true\n\nText.\n",
        "{\n  \"title\": \"T\",\n  \"draft\": true,\n}\nText.\n",
        "---\ntitle: T: a\nbuild:\n  render: never\n---\nText.\n",
        "---\rtitle: T\rdraft: true\r---\rText.\r",
    ] {
        let new = Old::new().file("a.md", text).import();
        assert_eq!(new.keys("posts/a.md")["draft"].as_bool(), Some(true), "{text}");
        assert_eq!(new.body("posts/a.md"), "Text.", "{text}");
    }
    let new = Old::new().file("a.md", "---\n\nText: after a rule.\n").import();
    assert!(!new.keys("posts/a.md").contains_key("draft"));
    assert_eq!(new.body("posts/a.md"), "---\n\nText: after a rule.");
}
