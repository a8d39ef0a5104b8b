//! The addresses of sites of Hexo, and what they do not show.

use super::old::{New, Old};

fn with(config: &str, path: &str, keys: &str) -> New {
    Old::new()
        .file("_config.yml", format!("title: N\nurl: https://a.example\n{config}"))
        .file(path, format!("---\ntitle: \"Über: the A & B\"\ndate: 2024-05-01 08:07:00\n{keys}---\nText.\n"))
        .file("source/_posts/other.md", "---\ntitle: Other\ndate: 2020-01-01\n---\nText.\n")
        .import()
}

fn aliases(config: &str, path: &str, keys: &str) -> Vec<String> {
    with(config, path, keys).aliases_besides("other")
}

#[test]
fn every_name_and_every_key_may_be_in_a_permalink() {
    let path = "source/_posts/tech/hello.md";
    for (config, keys, wanted) in [
        ("permalink: posts/:abbrlink/\n", "abbrlink: 3f2a\n", vec![]),
        ("permalink: p/:abbrlink.html\n", "abbrlink: 3f2a\n", vec!["/p/3f2a.html"]),
        ("permalink: :post_title/\n", "", vec!["/uber-the-a-b/"]),
        ("permalink: :category/:name/\n", "categories: [Big Tech, Web]\n", vec!["/Big-Tech/Web/hello/"]),
        (
            "permalink: :category/:name/\n",
            "categories:\n- [Tech, Web]\n- Life\n",
            vec!["/Life/hello/", "/Tech/Web/hello/"],
        ),
        ("permalink: :category/:name/\nfilename_case: 1\n", "categories: Tech\n", vec!["/tech/hello/"]),
        ("permalink: :category/:name/\ncategory_map:\n  技术: tech\n", "categories: 技术\n", vec!["/tech/hello/"]),
        ("permalink: :category/:name/\n", "", vec!["/uncategorized/hello/"]),
        ("permalink: :lang/:name/\npermalink_defaults:\n  lang: en\n", "", vec!["/en/hello/"]),
        ("permalink: :year/:title/\n", "permalink: own/name.html\n", vec!["/own/name.html"]),
    ] {
        assert_eq!(aliases(config, path, keys), wanted, "{config}{keys}");
    }
}

#[test]
fn a_name_that_only_hexo_knows_is_told_of() {
    let told = ": its old address is not known: posts/:id/ is code, or has a name that is not understood";
    let new = with("permalink: posts/:id/\n", "source/_posts/hello.md", "");
    assert_eq!(new.report.matches(told).count(), 2, "{}", new.report);
    let new = with("permalink: posts/:id/\n", "source/_posts/hello.md", "id: 7\n");
    assert_eq!(new.report.matches(told).count(), 1, "one of the two has a key of that name: {}", new.report);
}

#[test]
fn folders_of_languages_are_languages() {
    let config = "language: [zh-CN, en]\nnew_post_name: :lang/:title.md\npermalink: :lang/:title/\n";
    let new = with(config, "source/_posts/en/hello.md", "");
    assert_eq!(new.keys("posts/hello.md")["lang"].as_str(), Some("en"));
    assert_eq!(new.list("posts/hello.md", "aliases"), ["/en/hello/"]);
    let new = with("language: [zh-CN, en]\n", "source/en/about/index.md", "");
    assert_eq!(new.keys("posts/about.md")["lang"].as_str(), Some("en"));
}

#[test]
fn what_hexo_does_not_publish_is_a_draft_and_what_it_hides_is_unlisted() {
    let new = with("", "source/_posts/_secret.md", "");
    assert_eq!(new.keys("posts/secret.md")["draft"].as_bool(), Some(true));
    let new = with("skip_render: _posts/hello.md\n", "source/_posts/hello.md", "");
    assert_eq!(new.keys("posts/hello.md")["draft"].as_bool(), Some(true));
    let new = with("", "source/_posts/hello.md", "hide: true\n");
    assert_eq!(new.keys("posts/hello.md")["unlisted"].as_bool(), Some(true));
}
