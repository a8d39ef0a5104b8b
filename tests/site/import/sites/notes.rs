//! What the report tells.

use super::old::Old;

#[test]
fn front_matter_with_a_mistake_loses_no_text_and_is_told_of() {
    let new = Old::new().file("a.md", "---\ntitle: Rust: a start\ndate: 2024-05-01\ntags: [x\n---\nText.\n").import();
    assert_eq!(new.keys("posts/a.md")["title"].as_str(), Some("Rust: a start"));
    assert_eq!(new.body("posts/a.md"), "Text.");
    assert!(new.report.contains("a.md:2: this is not YAML"), "{}", new.report);
}

#[test]
fn a_file_that_is_no_text_is_told_of() {
    let new = Old::new().file("a.md", b"\xff\xfe\x00".as_slice()).file("b.md", "Text.\n").import();
    assert!(new.report.contains("a.md:1: this is not UTF-8"), "{}", new.report);
}

#[test]
fn the_engine_is_named_with_the_reason() {
    for (path, text, reason) in [
        ("hugo.toml", "", "Hugo: hugo.toml is there"),
        ("zola.toml", "", "Zola: zola.toml is there"),
        ("_config.yml", "", "Jekyll: _config.yml is there"),
        ("quartz.config.ts", "", "Quartz: quartz.config.ts is there"),
        ("astro.config.mjs", "", "Astro: astro.config.mjs is there"),
        (".eleventy.js", "", "Eleventy: .eleventy.js is there"),
        (".vitepress/config.ts", "", "VitePress: .vitepress/config.ts is there"),
        ("docusaurus.config.ts", "", "Docusaurus: docusaurus.config.ts is there"),
        (".obsidian/app.json", "", "Obsidian: .obsidian/ is there"),
        ("x.txt", "", "Markdown: "),
    ] {
        let post = "---\ntitle: A\ndate: 2024-05-01\n---\nText.\n";
        let old = Old::new().file(path, text);
        let posts = if path == "_config.yml" { "_posts/2024-05-01-a.md" } else { "content/posts/a.md" };
        let folders = [posts, "blog/a.md", "src/content/blog/a.md"];
        let new = folders.iter().fold(old, |old, path| old.file(path, post)).import();
        assert!(new.report.contains(reason), "{}", new.report);
    }
}

#[test]
fn a_text_without_a_title_gets_one_from_its_address_and_is_told_of() {
    let new = Old::new().file("edge-case.md", "---\ntitle: \"\"\ndate: 2024-05-01\n---\nText.\n").import();
    assert_eq!(new.keys("posts/edge-case.md")["title"].as_str(), Some("edge case"));
    assert_eq!(new.errors(), [""; 0]);
}
