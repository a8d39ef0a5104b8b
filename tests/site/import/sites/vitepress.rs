//! Sites of VitePress.

use super::old::{Old, PICTURE};

#[test]
fn a_blog_is_brought_from_its_folder() {
    for (clean, address) in [("", "/posts/hello.html"), ("cleanUrls: true,", "/posts/hello")] {
        let new = Old::new()
            .file("docs/.vitepress/config.mts", format!("export default defineConfig({{ title: \"Notes\", {clean} lang: 'en', sitemap: {{ hostname: 'https://a.example' }}, themeConfig: {{ nav: [{{ text: 'Archive', link: '/posts/' }}] }} }})"))
            .file("docs/index.md", "---\nlayout: home\n---\n")
            .file("docs/posts/hello.md", "---\ntitle: Hello\ndate: 2024-05-01\n---\n![p](/p.png)\n\n## X\n")
            .file("docs/posts/other.md", "---\ntitle: Other\ndate: 2024-05-02\n---\n[a](./hello.html) [b](./hello) [c](/posts/hello#x) [d](hello.md)\n")
            .file("docs/public/p.png", PICTURE)
            .import();
        let wanted: Vec<&str> = if clean.is_empty() { vec![address] } else { Vec::new() };
        assert_eq!(new.list("posts/hello.md", "aliases"), wanted);
        assert_eq!(new.body("posts/other.md"), "[a](./hello.md) [b](./hello.md) [c](./hello.md#x) [d](./hello.md)");
        assert!(new.has("public/p.png"));
        assert_eq!(new.errors(), [""; 0]);
    }
}

#[test]
fn rewrites_languages_and_excluded_files_are_those_of_the_configuration() {
    let new = Old::new()
        .file(
            ".vitepress/config.ts",
            "export default { base: '/wiki/', cleanUrls: true, srcDir: './src', srcExclude: ['**/todo.md'], sitemap: { hostname: 'https://a.example' }, \
             rewrites: { 'en/:rest*': ':rest*' }, locales: { root: { label: 'English', lang: 'en-US' }, fr: { label: 'Français', lang: 'fr-FR' } } }",
        )
        .file("src/en/guide.md", "# Guide\n\nText.\n")
        .file("src/fr/guide.md", "# Guide\n\nTexte.\n")
        .file("src/en/todo.md", "# To do\n")
        .file("src/en/[pkg].md", "# Each\n")
        .import();
    assert_eq!(new.settings()["url"].as_str(), Some("https://a.example/wiki/"));
    assert_eq!(new.settings()["language"].as_str(), Some("en-US"));
    assert_eq!(new.list("posts/guide.md", "aliases"), [""; 0], "its address stays");
    assert_eq!(new.list("posts/guide-fr-fr.md", "aliases"), ["/fr/guide"]);
    assert_eq!(new.keys("posts/guide-fr-fr.md")["lang"].as_str(), Some("fr-FR"));
    assert!(new.report.contains("src/en/todo.md:1: it is no page of a text"), "{}", new.report);
    assert!(new.report.contains("src/en/[pkg].md:1: it is no page of a text"), "{}", new.report);
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn a_path_without_a_host_is_told_of() {
    let new = Old::new()
        .file(".vitepress/config.ts", "export default { base: '/wiki/' }")
        .file("guide.md", "# Guide\n\nText.\n")
        .import();
    assert!(new.report.contains("import again with --url https://…/wiki/"), "{}", new.report);
}

#[test]
fn files_that_a_text_shows_are_in_it() {
    let new = Old::new()
        .file(".vitepress/config.ts", "export default { title: 'N' }")
        .file("guide.md", "---\ntitle: Guide\ndate: 2024-05-01\n---\nCode:\n\n<<< @/code/a.ts#part{2 ts:line-numbers} [a.ts]\n\n<!--@include: ./parts/end.md-->\n\n```md\n<<< @/code/a.ts\n```\n\n<<< ./none.js\n")
        .file("code/a.ts", "let x\n// #region part\n  one()\n  two()\n// #endregion part\nlet y\n")
        .file("parts/end.md", "---\ntitle: End\nsearch: false\n---\nThe **end**.\n")
        .import();
    assert_eq!(
        new.body("posts/guide.md"),
        "Code:\n\n```ts title=\"a.ts\" linenos {2}\none()\ntwo()\n```\n\nThe **end**.\n\n```md\n<<< @/code/a.ts\n```\n\n`./none.js`"
    );
    assert!(new.report.contains("guide.md:15: ./none.js is not there"), "{}", new.report);
}
