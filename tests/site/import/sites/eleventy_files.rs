//! The files and addresses of sites of Eleventy.

use super::old::{Old, PICTURE};

const CONFIG: &str = "export default function (eleventyConfig) {\n\televentyConfig.setInputDirectory('src');\n\
                      \televentyConfig.addPassthroughCopy(\"src/media\");\n\
                      \televentyConfig.addPassthroughCopy({ \"files\": \"/downloads\", \"./favicons/*.png\": \"/\" });\n\
                      \televentyConfig.ignores.add('src/drafts/**');\n\treturn { pathPrefix: \"/blog/\" };\n}\n";

fn site() -> Old {
    Old::new()
        .file("eleventy.config.js", CONFIG)
        .file("src/_data/site.json", "{\"title\": \"N\", \"url\": \"https://a.example\"}")
        .file("src/posts/posts.json", "{\"tags\": \"posts\"}")
}

fn post(keys: &str) -> String {
    format!("---\ntitle: \"What's new?\"\ndate: 2024-05-01\n{keys}---\nText.\n")
}

#[test]
fn permalinks_of_texts_and_filters_are_read() {
    for (permalink, address) in [
        ("/{{ page.date | date: '%Y/%m/%d' }}/{{ title | slugify }}/", Some("/2024/05/01/whats-new/")),
        ("/{{ title | slug }}.html", Some("/what's-new.html")),
        ("{{ page.filePathStem }}.html", Some("/posts/first.html")),
        ("/{{ page.date | format(\"yyyy\") }}/{{ page.fileSlug }}/index.html", Some("/2024/first/")),
        ("/{{ kind | lower }}/{{ page.fileSlug }}/", Some("/essay/first/")),
        ("/{{ page.fileSlug | reversed }}/", None),
        ("/{% if a %}x{% endif %}/", None),
    ] {
        let keys = format!("kind: Essay\npermalink: >-\n  {permalink}\n");
        let new = site().file("src/posts/2024-05-01-first.md", post(&keys)).import();
        let files = new.files();
        let name =
            files.keys().filter_map(|path| path.to_str()).find(|path| path.starts_with("posts/")).expect("a post");
        let found = new.list(name, "aliases");
        assert_eq!(found.first().map(String::as_str), address, "{permalink}");
        assert_eq!(new.report.contains("its old address is not known"), address.is_none(), "{}", new.report);
    }
}

#[test]
fn the_code_of_a_folder_that_makes_addresses_is_told_of() {
    let code = "export default { permalink: (data) => `/x/${data.page.fileSlug}/` };";
    let new = site().file("src/posts/posts.11tydata.js", code).file("src/posts/first.md", post("")).import();
    assert_eq!(new.list("posts/first.md", "aliases"), [""; 0]);
    assert!(new.report.contains("its old address is not known: src/posts/posts.11tydata.js"), "{}", new.report);
    let code = "module.exports = { permalink: \"/x/{{ page.fileSlug }}/\" };";
    let new = site().file("src/posts/posts.11tydata.js", code).file("src/posts/first.md", post("")).import();
    assert_eq!(new.list("posts/first.md", "aliases"), ["/x/first/"]);
}

#[test]
fn a_tag_that_collects_makes_a_post_and_is_no_subject() {
    let new = site()
        .file("src/posts/first.md", "---\ntitle: First\ntags: [posts, rust]\n---\nText.\n")
        .file("src/notes/notes.11tydata.json", "{\"tags\": [\"note\", \"short\"]}")
        .file("src/notes/a.md", "---\ntitle: A\n---\nText.\n")
        .file("src/notes/a.11tydata.json", "{\"draft\": true}")
        .file("src/about.md", "---\ntitle: About\n---\nMe.\n")
        .import();
    assert_eq!(new.list("posts/first.md", "tags"), ["rust"]);
    assert_eq!(new.list("posts/a.md", "tags"), ["short"]);
    assert_eq!(new.keys("posts/a.md")["draft"].as_bool(), Some(true));
    assert!(!new.keys("posts/a.md").contains_key("page") && new.keys("posts/about.md").contains_key("page"));
}

#[test]
fn files_are_copied_as_the_configuration_says_and_ignored_texts_are_not_brought() {
    let new = site()
        .file("src/posts/first.md", post("eleventyExcludeFromCollections: true\n"))
        .file("src/drafts/idea.md", post(""))
        .file("src/media/a.png", PICTURE)
        .file("files/b.png", PICTURE)
        .file("favicons/c.png", PICTURE)
        .file("src/index.njk", "{% for post in collections.posts %}{% endfor %}")
        .file("src/posts/2024-05-01-second.njk", "---\ntitle: S\n---\nText")
        .import();
    for path in ["public/media/a.png", "public/downloads/b.png", "public/c.png"] {
        assert!(new.has(path), "{path}: {:?}", new.files().keys());
    }
    assert!(!new.has("posts/idea.md"));
    assert_eq!(new.keys("posts/first.md")["unlisted"].as_bool(), Some(true));
    assert_eq!(new.settings()["url"].as_str(), Some("https://a.example/blog/"));
    assert!(new.report.contains("src/posts/2024-05-01-second.njk:1: it is a template"), "{}", new.report);
    assert!(new.report.contains("| templates → left out | 1 |"), "{}", new.report);
}
