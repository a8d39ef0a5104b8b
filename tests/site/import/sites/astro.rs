//! Sites of Astro, as its themes lay them out.

use super::old::{Old, PICTURE};

#[test]
fn astropaper_is_brought_with_its_addresses() {
    let new = Old::new()
        .file("astro.config.ts", "export default defineConfig({ site: SITE.website, trailingSlash: 'ignore' })")
        .file(
            "src/config.ts",
            "export const SITE = {\n  website: \"https://a.example/\", // yours\n  author: \"Ada\",\n  desc: \"Short.\",\n\
             \x20 title: \"Notes\",\n  lang: \"en\",\n  timezone: \"Asia/Bangkok\",\n} as const;\n",
        )
        .file("src/pages/posts/[...slug]/index.astro", "getCollection(\"blog\")")
        .file("src/pages/posts/[...page].astro", "getCollection(\"blog\")")
        .file("src/data/blog/_releases/v4.md", "---\ntitle: V4\npubDatetime: 2024-01-04T09:30:41.816Z\nslug: four\nfeatured: true\n---\nOut.\n")
        .file(
            "src/data/blog/deep/Second Post.mdx",
            "---\ntitle: Second\npubDatetime: 2024-02-04T09:30:41Z\nmodDatetime: null\nogImage: ../../../assets/x.png\n\
             description: Short.\n---\n![x](../../../assets/x.png) [v4](/posts/four)\n",
        )
        .file("src/assets/x.png", PICTURE)
        .file("src/pages/about.md", "---\ntitle: About\n---\nMe.\n")
        .import();
    assert_eq!(new.list("posts/four.md", "aliases"), [""; 0], "its address stays");
    assert_eq!(new.keys("posts/four.md")["featured"].as_bool(), Some(true));
    let path = "posts/second-post/index.md";
    assert_eq!(new.list(path, "aliases"), ["/posts/deep/second-post/"]);
    assert_eq!(new.keys(path)["cover"].as_str(), Some("./x.png"));
    assert!(new.body(path).starts_with("![x](./x.png) [v4](../four.md)"), "{}", new.body(path));
    let settings = new.settings();
    assert_eq!(settings["timezone"].as_str(), Some("Asia/Bangkok"));
    assert_eq!(settings["author"]["name"].as_str(), Some("Ada"));
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn fuwari_is_brought_with_its_addresses() {
    let new = Old::new()
        .file("astro.config.mjs", "export default defineConfig({ site: \"https://a.example/\", base: \"/\" });")
        .file("src/config.ts", "export const siteConfig: SiteConfig = { title: \"Notes\", lang: \"en\" };\nexport const profileConfig = { name: \"Ada\" };")
        .file("src/pages/posts/[...slug].astro", "getSortedPosts()")
        .file("src/content/posts/guide/index.md", "---\ntitle: Guide\npublished: 2024-04-01\nimage: \"./cover.png\"\ntags: [x]\ncategory: Guides\ndraft: false\n---\nText.\n")
        .file("src/content/posts/guide/cover.png", PICTURE)
        .file("src/content/spec/about.md", "# About\n\nMe.\n")
        .import();
    let keys = new.keys("posts/guide/index.md");
    assert_eq!(keys["date"].to_string(), "2024-04-01");
    assert_eq!(keys["cover"].as_str(), Some("./cover.png"));
    assert_eq!(new.keys("posts/about.md")["title"].as_str(), Some("About"));
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn a_collection_is_read_from_the_folder_that_its_loader_names() {
    let new = Old::new()
        .file("astro.config.mjs", "export default defineConfig({ site: 'https://a.example', base: '/docs', redirects: { '/old': '/posts/hello', '/gone': { status: 301, destination: '/nowhere' } } })")
        .file("src/content.config.ts", "const DIR = \"texts/mine\";\nconst posts = defineCollection({ loader: glob({ pattern: '**/[^_]*.md', base: `./${DIR}` }) })")
        .file("src/pages/posts/[...slug].astro", "getCollection('posts')")
        .file("texts/mine/hello.md", "---\ntitle: Hello\npubDate: 2024-05-01\n---\n![x](@/assets/x.png) ![x](~/assets/x.png) ![y](/src/assets/y.png)\n")
        .file("texts/mine/_later.md", "---\ntitle: Later\npubDate: 2024-05-01\n---\nText.\n")
        .file("texts/mine/v1.0 Out.md", "---\ntitle: Out\npubDate: 2024-05-02\n---\nText.\n")
        .file("src/assets/x.png", PICTURE)
        .file("src/assets/y.png", PICTURE)
        .file("src/pages/talks.astro", "<h1>Talks</h1>")
        .import();
    let path = "posts/hello/index.md";
    assert_eq!(new.list(path, "aliases"), ["/old"]);
    assert!(new.body(path).starts_with("![x](./x.png) ![x](./x.png)"), "{}", new.body(path));
    assert_eq!(new.list("posts/v10-out.md", "aliases"), [""; 0], "its address stays");
    assert!(!new.has("posts/later.md"));
    for told in [
        "texts/mine/_later.md:1: its name begins with _",
        "src/pages/talks.astro:1: it is a page of code",
        "the old site led /gone to /nowhere",
    ] {
        assert!(new.report.contains(told), "{told}: {}", new.report);
    }
    assert_eq!(new.settings()["url"].as_str(), Some("https://a.example/docs/"));
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn the_languages_of_folders_and_the_files_of_addresses_are_those_of_the_configuration() {
    let new = Old::new()
        .file("astro.config.mjs", "export default defineConfig({ site: 'https://a.example', build: { format: 'file' }, i18n: { locales: ['en', 'fr'], defaultLocale: 'en' } })")
        .file("src/pages/[lang]/blog/[...slug].astro", "getCollection('blog')")
        .file("src/content/blog/en/one.md", "---\ntitle: One\npubDate: 2024-05-01\n---\nText.\n")
        .file("src/content/blog/fr/one.md", "---\ntitle: Un\npubDate: 2024-05-01\n---\nTexte.\n")
        .import();
    assert_eq!(new.list("posts/one.md", "aliases"), ["/en/blog/one.html"]);
    assert_eq!(new.keys("posts/one-fr.md")["lang"].as_str(), Some("fr"));
    assert_eq!(new.list("posts/one-fr.md", "aliases"), ["/fr/blog/one.html"]);
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn profiles_of_a_theme_are_links_of_the_author_and_shares_are_not() {
    let new = Old::new()
        .file("astro.config.mjs", "export default defineConfig({})")
        .file("src/config.ts", "export const SITE = { website: \"https://a.example/\", title: \"Notes\", author: \"Ada\" };")
        .file("src/constants.ts", "export const SOCIALS = [{ name: \"Code\", href: \"https://code.example/ada\", linkTitle: `${SITE.title} on Code` }];\nexport const SHARE_LINKS = [{ name: \"X\", href: \"https://x.com/intent/post?url=\" }];")
        .file("src/content/blog/one.md", "---\ntitle: One\npubDate: 2024-05-01\n---\nText.\n")
        .import();
    let settings = new.settings();
    let links = settings["author"]["links"].as_array().expect("a list");
    assert_eq!(links.len(), 1, "{links:?}");
    assert_eq!(links[0]["url"].as_str(), Some("https://code.example/ada"));
}
