//! Sites of Docusaurus: blogs, documentation, pages and translations.

use super::old::{Old, PICTURE};

const CONFIG: &str = "module.exports = { title: 'Notes', tagline: 'Short.', url: 'https://a.example', baseUrl: '/', \
    i18n: { defaultLocale: 'en', locales: ['en'] }, themeConfig: { navbar: { items: [{ type: 'doc', label: 'Start' }, \
    { to: '/blog', label: 'Blog' }, { href: 'https://code.example', label: 'Code' }] } } }";

#[test]
fn a_blog_is_brought_with_its_authors_tags_and_addresses() {
    let new = Old::new()
        .file("docusaurus.config.js", CONFIG)
        .file("blog/authors.yml", "ada:\n  name: Ada L.\n")
        .file("blog/tags.yml", "rs:\n  label: Rust\n  permalink: /rust\n")
        .file("blog/2024-05-01-hello.md", "---\ntitle: Hello\nauthors: [ada]\ntags: [rs, {label: B, permalink: /b}]\n---\nHello.\n\n{/* truncate */}\n\nMore.\n")
        .file("blog/2024-05-02-bundle/index.md", "---\nslug: welcome\ntitle: Welcome\nimage: ./p.png\n---\n![p](./p.png)\n")
        .file("blog/2024-05-02-bundle/p.png", PICTURE)
        .file("blog/2024/06/03/deep.md", "---\ntitle: Deep\nunlisted: true\n---\nText.\n")
        .file("blog/_part.mdx", "A part.\n")
        .import();
    assert_eq!(new.list("posts/hello.md", "aliases"), ["/blog/2024/05/01/hello"]);
    assert_eq!(new.list("posts/hello.md", "tags"), ["Rust", "B"]);
    assert_eq!(new.keys("posts/hello.md")["description"].as_str(), Some("Hello."));
    assert_eq!(new.list("posts/welcome/index.md", "aliases"), ["/blog/welcome"]);
    assert_eq!(new.list("posts/deep.md", "aliases"), ["/blog/2024/06/03/deep"]);
    assert_eq!(new.keys("posts/deep.md")["date"].to_string(), "2024-06-03");
    assert_eq!(new.keys("posts/deep.md")["unlisted"].as_bool(), Some(true));
    assert!(new.report.contains("blog/_part.mdx:1: it is a part that other texts import"), "{}", new.report);
    let navigation = new.settings()["navigation"].as_array().expect("a list").len();
    assert_eq!(navigation, 1, "an entry without an address is no link: {}", new.text("site.toml"));
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn documentation_becomes_pages_at_the_addresses_that_it_had() {
    let new = Old::new()
        .file("docusaurus.config.js", CONFIG)
        .file(
            "docs/01-intro.md",
            "---\nsidebar_position: 1\n---\n# Intro\n\nSee [the guide](./02-guides/01-start.mdx#go).\n",
        )
        .file("docs/02-guides/01-start.mdx", "---\ntitle: Start\nslug: begin\n---\n## Go\n\nText.\n")
        .file("docs/02-guides/guides.md", "---\ntitle: Guides\nslug: /handbook\ndraft: true\n---\nText.\n")
        .file(
            "docs/02-guides/_category_.json",
            "{\"label\": \"All guides\", \"link\": {\"type\": \"generated-index\"}}",
        )
        .file("versioned_docs/version-1.0/intro.md", "# Intro\n\nOld.\n")
        .import();
    assert_eq!(new.list("posts/intro.md", "aliases"), ["/docs/intro"]);
    assert_eq!(new.keys("posts/intro.md")["page"].as_bool(), Some(true));
    assert_eq!(new.body("posts/intro.md"), "See [the guide](./begin.md#go).");
    assert_eq!(new.list("posts/begin.md", "aliases"), ["/docs/guides/begin"]);
    assert_eq!(new.keys("posts/handbook.md")["draft"].as_bool(), Some(true));
    assert!(new.report.contains("the list \"All guides\" that it asks for is not imported"), "{}", new.report);
    assert!(new.report.contains("older versions of the documentation"), "{}", new.report);
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn each_blog_and_documentation_of_the_configuration_is_read_at_its_path() {
    let config = "export default { title: 'N', url: 'https://a.example', baseUrl: '/base/', presets: [['classic', { docs: false, \
        blog: { path: './news', routeBasePath: '/' } }]], plugins: [['@docusaurus/plugin-content-blog', { id: 'lab', \
        path: 'lab-posts', routeBasePath: 'lab' }], ['@docusaurus/plugin-content-docs', { id: 'wiki', path: 'wiki', \
        routeBasePath: 'w' }], ['@docusaurus/plugin-client-redirects', { redirects: [{ from: ['/a', '/b'], to: '/w/x' }, \
        { from: '/c', to: '/gone' }] }]] }";
    let new = Old::new()
        .file("docusaurus.config.ts", config)
        .file("news/2024-05-01-hello.md", "---\ntitle: Hello\n---\nText. [x](/base/w/x)\n")
        .file("lab-posts/2024-05-02-try.md", "---\ntitle: Try\n---\nText.\n")
        .file("wiki/x.md", "---\ntitle: X\n---\nText.\n")
        .file("docs/no.md", "---\ntitle: No\n---\nText.\n")
        .import();
    assert_eq!(new.list("posts/hello.md", "aliases"), ["/2024/05/01/hello"]);
    assert_eq!(new.body("posts/hello.md"), "Text. [x](./x.md)");
    assert_eq!(new.list("posts/try.md", "aliases"), ["/lab/2024/05/02/try"]);
    assert_eq!(new.list("posts/x.md", "aliases"), ["/w/x", "/a", "/b"]);
    assert!(!new.has("posts/no.md"));
    assert!(new.report.contains("the old site led /c to /gone, which is no text here"), "{}", new.report);
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn translations_have_their_language_and_their_addresses() {
    let config = "module.exports = { title: 'N', url: 'https://a.example', baseUrl: '/', i18n: { defaultLocale: 'en', \
        locales: ['en', 'fr'], localeConfigs: { fr: { htmlLang: 'fr-FR' } } } }";
    let new = Old::new()
        .file("docusaurus.config.js", config)
        .file("blog/2024-05-01-hello.md", "---\ntitle: Hello\n---\nText.\n")
        .file("i18n/fr/docusaurus-plugin-content-blog/2024-05-01-hello.md", "---\ntitle: Bonjour\n---\nTexte.\n")
        .file("docs/intro.md", "# Intro\n\nText.\n")
        .file("i18n/fr/docusaurus-plugin-content-docs/current/intro.md", "# Entrée\n\nTexte.\n")
        .file("i18n/fr/code.json", "{}")
        .import();
    assert_eq!(new.list("posts/hello-fr-fr.md", "aliases"), ["/fr/blog/2024/05/01/hello"]);
    assert_eq!(new.keys("posts/hello-fr-fr.md")["lang"].as_str(), Some("fr-FR"));
    assert_eq!(new.list("posts/intro-fr-fr.md", "aliases"), ["/fr/docs/intro"]);
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn pages_of_markdown_are_brought_and_pages_of_code_are_told_of() {
    let new = Old::new()
        .file("docusaurus.config.js", CONFIG)
        .file(
            "src/pages/about/index.md",
            "---\ntitle: About\n---\nMe. ![p](@site/static/img/p.png) [f](pathname:///img/p.png)\n",
        )
        .file("src/pages/index.tsx", "export default () => null")
        .file("src/pages/talks.tsx", "export default () => null")
        .file("static/img/p.png", PICTURE)
        .import();
    assert_eq!(new.keys("posts/about.md")["page"].as_bool(), Some(true));
    assert_eq!(new.body("posts/about.md"), "Me. ![p](/img/p.png) [f](/img/p.png)");
    assert!(new.report.contains("src/pages/talks.tsx:1: it is a page of code"), "{}", new.report);
    assert!(!new.report.contains("src/pages/index.tsx"), "{}", new.report);
    assert_eq!(new.errors(), [""; 0]);
}
