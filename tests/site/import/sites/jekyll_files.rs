//! The files of sites of Jekyll.

use super::old::{New, Old};

fn post(keys: &str) -> String {
    format!("---\ntitle: T\n{keys}---\nText.\n")
}

fn with(config: &str, path: &str, keys: &str) -> New {
    Old::new()
        .file("_config.yml", format!("title: Notes\nurl: https://a.example\n{config}"))
        .file(path, post(keys))
        .file("_posts/2020-01-01-other.md", post(""))
        .import()
}

/// The aliases of the text that is not the other one.
fn aliases(config: &str, path: &str, keys: &str) -> Vec<String> {
    with(config, path, keys).aliases_besides("other")
}

#[test]
fn every_kind_of_text_has_its_address() {
    let recipes = "collections:\n  recipes:\n    output: true\n";
    for (config, path, keys, address) in [
        ("", "_posts/2024-5-1-hello.md", "", "/2024/05/01/hello.html"),
        (
            "",
            "web/_posts/2024-05-01-hello.md",
            "categories: [Web, \"Big Ideas\"]\n",
            "/web/big ideas/2024/05/01/hello.html",
        ),
        ("", "_posts/2024-05-01-hello.md", "category: One Two\ncategories: x\n", "/one two/2024/05/01/hello.html"),
        ("", "_posts/2024-05-01-Hello World!.md", "", "/2024/05/01/Hello-World!.html"),
        ("collections_dir: texts\n", "texts/_posts/2024-05-01-hello.md", "", "/2024/05/01/hello.html"),
        ("collections:\n  posts:\n    permalink: /b/:title/\n", "_posts/2024-05-01-hello.md", "", "/b/hello/"),
        ("permalink: pretty\n", "_posts/2024-05-01-hello.md", "permalink: /own/:title.html\n", "/own/hello.html"),
        (recipes, "_recipes/soup/hot.md", "", "/recipes/soup/hot.html"),
        (&format!("permalink: pretty\n{recipes}"), "_recipes/soup/hot.md", "", "/recipes/soup/hot/"),
        (&format!("{recipes}    permalink: /cook/:path/\n"), "_recipes/soup/hot.md", "", "/cook/soup/hot/"),
        ("", "docs/guide.md", "", "/docs/guide.html"),
        ("permalink: /:title/\n", "docs/guide.md", "", "/docs/guide/"),
        ("permalink: /:title\n", "docs/guide.md", "", "/docs/guide"),
        ("include: [_pages]\n", "_pages/guide.md", "permalink: /g.html\n", "/g.html"),
    ] {
        assert_eq!(aliases(config, path, keys).first().map(String::as_str), Some(address), "{config} {path}");
    }
}

#[test]
fn what_jekyll_does_not_publish_is_a_draft_or_told_of() {
    let new = with("", "_posts/hello.md", "date: 2024-05-01\n");
    assert_eq!(new.keys("posts/hello.md")["draft"].as_bool(), Some(true));
    assert!(new.report.contains("a post whose file name has no date"), "{}", new.report);
    let new = with("exclude: [secret/, '*.tmp.md']\n", "secret/a.md", "");
    assert!(!new.has("posts/a.md") && new.report.contains("| texts in exclude → left out | 1 |"), "{}", new.report);
    let new = with("collections: [recipes]\n", "_recipes/soup.md", "");
    assert!(new.report.contains("_recipes/soup.md:1: the collection recipes has no pages"), "{}", new.report);
    let new = with("", "_posts/2024-05-01-a.md", "hidden: true\n");
    let keys = new.keys("posts/a.md");
    assert_eq!((keys["unlisted"].as_bool(), keys.get("draft")), (Some(true), None));
}

#[test]
fn a_post_of_html_is_brought_with_its_links_and_a_template_is_not() {
    let new = Old::new()
        .file("_config.yml", "url: https://a.example\n")
        .file(
            "_posts/2024-05-01-a.html",
            "---\ntitle: A\n---\n<p>It <b>works</b>, see <a href=\"{% post_url 2024-05-02-b %}\">b</a>.</p>\n<img src=\"{{ site.baseurl }}/x.png\">\n",
        )
        .file("_posts/2024-05-02-b.md", post(""))
        .file("about.html", "---\ntitle: About\n---\n<p>Me.</p>\n")
        .file("feed.html", "---\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}\n")
        .file("_posts/2024-05-03-c.textile", "h1. C\n")
        .import();
    let body = new.body("posts/a.md");
    assert!(body.contains("It **works**, see [b](<./b.md>)."), "{body}");
    assert!(body.contains("(</x.png>)"), "{body}");
    assert_eq!(new.body("posts/about.md"), "Me.");
    assert!(!new.has("posts/feed.md"));
    assert!(
        new.report.contains("_posts/2024-05-03-c.textile:1: .textile is markup that is not read"),
        "{}",
        new.report
    );
}
