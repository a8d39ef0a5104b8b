//! Sites of Eleventy.

use super::old::{Old, PICTURE};

#[test]
fn data_of_folders_and_permalinks_are_read() {
    let new = Old::new()
        .file("eleventy.config.js", "export const config = { dir: { input: \"content\", includes: \"../_includes\" } };")
        .file("_data/metadata.js", "export default {\n\ttitle: \"Notes\",\n\turl: \"https://a.example/\",\n\tlanguage: \"en\",\n\tauthor: { name: \"Ada\" }\n}")
        .file("content/blog/blog.11tydata.js", "export default { tags: [\"posts\"], layout: \"post.njk\" };")
        .file("content/blog/first.md", "---\ntitle: First\ndate: 2024-05-01\ntags: one\n---\n[fourth](/blog/fourth/fourth.md)\n")
        .file("content/blog/2024-05-02-second.md", "---\ntitle: Second\npermalink: \"/{{ page.date | date: '%Y' }}/{{ title | slugify }}/\"\n---\nText.\n")
        .file("content/blog/fourth/fourth.md", "---\ntitle: Fourth\ndate: 2024-05-04\n---\n![p](possum.png)\n")
        .file("content/blog/fourth/possum.png", PICTURE)
        .file("content/about.md", "---js\nconst eleventyNavigation = {\n\tkey: \"About\"\n};\n---\n# About\n\nMe.\n")
        .file("content/404.md", "---\npermalink: 404.html\n---\nNot here.\n")
        .import();
    assert_eq!(new.list("posts/first.md", "aliases"), ["/blog/first/"]);
    assert_eq!(new.list("posts/second.md", "aliases"), ["/2024/second/"]);
    assert_eq!(new.list("posts/fourth/index.md", "aliases"), ["/blog/fourth/"]);
    assert!(new.has("posts/fourth/possum.png") && !new.has("posts/404.md"));
    assert!(new.body("posts/first.md").contains("(./fourth/index.md)"), "{}", new.body("posts/first.md"));
    let about = new.keys("posts/about.md");
    assert_eq!((about["title"].as_str(), about["page"].as_bool()), (Some("About"), Some(true)));
    assert_eq!(new.settings()["title"].as_str(), Some("Notes"));
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn a_permalink_that_is_code_has_no_address_and_false_means_a_draft() {
    let new = Old::new()
        .file(".eleventy.js", "module.exports = function (config) { return { dir: { input: \"src\" } } };")
        .file(
            "src/posts/a.md",
            "---\ntitle: A\ndate: 2024-05-01\npermalink: \"/{% if x %}a{% endif %}/\"\n---\nText.\n",
        )
        .file("src/posts/b.md", "---\ntitle: B\ndate: 2024-05-01\npermalink: false\n---\nText.\n")
        .import();
    assert_eq!(new.list("posts/a.md", "aliases"), [""; 0]);
    assert_eq!(new.keys("posts/b.md")["draft"].as_bool(), Some(true));
}
