//! Blogs of Docusaurus and VitePress.

use super::old::{Old, PICTURE};

#[test]
fn docusaurus_is_brought_with_its_authors_and_addresses() {
    let new = Old::new()
        .file("docusaurus.config.js", "module.exports = { title: 'Notes', tagline: 'Short.', url: 'https://a.example', baseUrl: '/', i18n: { defaultLocale: 'en', locales: ['en'] }, themeConfig: { navbar: { items: [{ to: '/blog', label: 'Blog' }, { href: 'https://code.example', label: 'Code' }] } } }")
        .file("blog/authors.yml", "ada:\n  name: Ada L.\n")
        .file("blog/2024-05-01-hello.md", "---\ntitle: Hello\nauthors: [ada]\ntags: [a, {label: B, permalink: /b}]\n---\nHello.\n\n{/* truncate */}\n\nMore.\n")
        .file("blog/2024-05-02-bundle/index.md", "---\nslug: welcome\ntitle: Welcome\nimage: ./p.png\n---\n![p](./p.png)\n")
        .file("blog/2024-05-02-bundle/p.png", PICTURE)
        .file("blog/2024/06/03/deep.md", "---\ntitle: Deep\nunlisted: true\n---\nText.\n")
        .file("docs/intro.md", "# Intro\n")
        .import();
    assert_eq!(new.list("posts/hello.md", "aliases"), ["/blog/2024/05/01/hello"]);
    assert_eq!(new.list("posts/hello.md", "tags"), ["a", "B"]);
    assert_eq!(new.keys("posts/hello.md")["description"].as_str(), Some("Hello."));
    assert_eq!(new.list("posts/welcome/index.md", "aliases"), ["/blog/welcome"]);
    assert_eq!(new.list("posts/deep.md", "aliases"), ["/blog/2024/06/03/deep"]);
    assert_eq!(new.keys("posts/deep.md")["date"].to_string(), "2024-06-03");
    assert_eq!(new.keys("posts/deep.md")["unlisted"].as_bool(), Some(true));
    assert!(new.report.contains("docs/intro.md:1: documentation in docs/ is not imported"), "{}", new.report);
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn vitepress_is_brought_from_its_folder() {
    for (clean, address) in [("", "/posts/hello.html"), ("cleanUrls: true,", "/posts/hello")] {
        let new = Old::new()
            .file("docs/.vitepress/config.mts", format!("export default defineConfig({{ title: \"Notes\", {clean} lang: 'en', sitemap: {{ hostname: 'https://a.example' }}, themeConfig: {{ nav: [{{ text: 'Archive', link: '/posts/' }}] }} }})"))
            .file("docs/index.md", "---\nlayout: home\n---\n")
            .file("docs/posts/hello.md", "---\ntitle: Hello\ndate: 2024-05-01\n---\n![p](/p.png)\n")
            .file("docs/public/p.png", PICTURE)
            .import();
        let wanted: Vec<&str> = if clean.is_empty() { vec![address] } else { Vec::new() };
        assert_eq!(new.list("posts/hello.md", "aliases"), wanted);
        assert!(new.has("public/p.png"));
        assert_eq!(new.errors(), [""; 0]);
    }
}
