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
