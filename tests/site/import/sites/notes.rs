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

#[test]
fn front_matter_without_a_counterpart_is_named_with_the_number_of_its_texts() {
    let post = "+++\ntitle = \"T\"\ndate = 2024-05-01\nversion = \"1.0\"\ntoc = true\ntags = [\"a\"]\n[extra]\nseries = \"S\"\nrating = 5\n+++\nT.\n";
    let new = Old::new().file("a.md", post).file("b.md", post).import();
    let section = new.report.split("## Front matter that is left out, by the number of texts\n\n").nth(1);
    assert!(section.is_some_and(|it| it.starts_with("- `extra.rating`: 2\n- `version`: 2\n\n")), "{}", new.report);
}

#[test]
fn the_terminal_has_one_line_for_each_thing_to_do_and_the_file_has_all() {
    let post = |key: &str| format!("---\ntitle: T\ndate: 2024-05-01\n{key}: x\n---\nText.\n");
    let old = Old::new().file("a.md", post("password")).file("b.md", post("password")).file("c.md", post("private"));
    let report = old.import_into("new").expect("an import");
    let (short, whole) = (report.short(), report.whole(&Default::default()));
    assert!(
        short.contains(
            "To do by hand (2):\n  a.md:1: \"password\" may mean that the text is not shown, so it is a draft (2 times)"
        ),
        "{short}"
    );
    assert!(
        whole.contains("- b.md:1: \"password\" may mean that the text is not shown, so it is a draft —"),
        "{whole}"
    );
}

#[test]
fn a_pattern_that_leaves_texts_out_and_is_not_understood_is_told_of() {
    let post = "---\ntitle: T\ndate: 2024-05-01\n---\nText.\n";
    for (config, text, path, key) in [
        ("_config.yml", "title: N\nskip_render: \"a{\"\n", "source/_posts/t.md", "skip_render"),
        ("_config.yml", "title: N\nexclude: [\"a{\"]\n", "_posts/2024-05-01-t.md", "exclude or include"),
        ("_config.yaml", "title: N\nexclude: [\"a{\"]\n", "_posts/2024-05-01-t.md", "exclude or include"),
        ("quartz.config.ts", "x = { ignorePatterns: ['a{'] }", "content/t.md", "ignorePatterns"),
        (".vitepress/config.ts", "x = { srcExclude: ['a{'] }", "t.md", "srcExclude"),
    ] {
        let new = Old::new().file(config, text).file(path, post).import();
        let told = format!("{config}:1: \"a{{\" of {key} is not understood — delete the new files that it left out");
        assert!(new.report.contains(&told), "{told}: {}", new.report);
        assert_eq!(new.report.matches("is not understood").count(), 1, "{}", new.report);
    }
}

#[test]
fn a_pattern_that_begins_at_the_folder_of_the_texts_is_understood() {
    let post = "---\ntitle: T\ndate: 2024-05-01\n---\nText.\n";
    for pattern in ["/private", "./private", "private", "**/private", "**/private/**"] {
        let new = Old::new()
            .file("quartz.config.ts", format!("x = {{ ignorePatterns: ['{pattern}'] }}"))
            .file("content/private/t.md", post)
            .file("content/notes/private/t.md", post)
            .file("content/public.md", post)
            .import();
        assert!(!new.report.contains("is not understood"), "{pattern}: {}", new.report);
        let files = new.files();
        let texts: Vec<_> = files.keys().filter(|path| path.starts_with("posts")).collect();
        assert_eq!(texts, [std::path::Path::new("posts/public.md")], "{pattern}");
    }
}

#[test]
fn values_of_a_section_that_no_text_has_are_told_of() {
    let section = "+++\n[[cascade]]\ndraft = true\n[cascade.target]\npath = \"a{\"\n+++\n";
    let new = Old::new()
        .file("hugo.toml", "title = \"N\"\n")
        .file("content/posts/_index.md", section)
        .file("content/posts/t.md", "---\ntitle: T\ndate: 2024-05-01\n---\nText.\n")
        .import();
    let told = "content/posts/_index.md:1: \"a{\" of cascade is not understood, so no text has its values — ";
    assert!(new.report.contains(told), "{}", new.report);
}

#[test]
fn a_cascade_that_is_not_understood_is_told_of_at_the_configuration_that_has_it() {
    let cascade = "[[cascade]]\ndraft = true\n[cascade.target]\npath = \"a{\"\n";
    let in_yaml = "cascade:\n  - draft: true\n    target:\n      path: \"a{\"\n";
    for (file, text) in [("hugo.toml", cascade), ("hugo.yaml", in_yaml), ("config.toml", cascade)] {
        let new = Old::new()
            .file(file, text)
            .file("content/posts/t.md", "---\ntitle: T\ndate: 2024-05-01\n---\nText.\n")
            .import();
        let told = format!("{file}:1: \"a{{\" of cascade is not understood");
        assert!(new.report.contains(&told), "{told}: {}", new.report);
    }
}
