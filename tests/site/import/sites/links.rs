//! Links and pictures of an old text in its new place.

use super::old::{Old, PICTURE};

fn body(text: &str) -> String {
    Old::new()
        .file("hugo.toml", "baseURL = \"https://a.example/\"\n")
        .file("content/posts/one.md", format!("---\ntitle: One\ndate: 2024-05-01\n---\n{text}\n"))
        .file(
            "content/posts/two.md",
            "---\ntitle: Two\ndate: 2024-05-02\ntags: [x]\ncategories: [Big Ideas]\n---\nText.\n",
        )
        .file("static/p.png", PICTURE)
        .import()
        .body("posts/one.md")
}

#[test]
fn links_lead_to_the_new_files() {
    for (old, new) in [
        ("[a](/posts/two/#x)", "[a](./two.md#x)"),
        ("[a](https://a.example/posts/two/)", "[a](./two.md)"),
        ("[a](http://www.a.example/posts/two)", "[a](./two.md)"),
        ("[a](../two/)", "[a](./two.md)"),
        ("[a](two.md \"T\")", "[a](./two.md \"T\")"),
        ("[a][b]\n\n[b]: /posts/two/", "[a][b]\n\n[b]: ./two.md"),
        ("<u><a href=\"/posts/two/\">a</a></u>", "<u><a href=\"./two.md\">a</a></u>"),
        ("[a](/posts/)", "[a](/archive/)"),
        ("[a](/categories/X/)", "[a](/tags/x/)"),
        ("[a](/category/Big%20Ideas/)", "[a](/categories/big-ideas/)"),
        ("[a](/tags/big-ideas/)", "[a](/categories/big-ideas/)"),
        ("[a](/categories/)", "[a](/categories/)"),
        ("[a](/index.xml)", "[a](/feed.xml)"),
        ("[a](/shop/)", "[a](https://a.example/shop/)"),
        ("[a](ada@a.example)", "[a](mailto:ada@a.example)"),
        ("![a](http://b.example/c.png)", "![a](https://b.example/c.png)"),
    ] {
        assert_eq!(body(old), new);
    }
}

#[test]
fn what_is_no_link_of_the_site_stays_byte_for_byte() {
    for text in [
        "`[a](/posts/two/)`",
        "```\n[a](/posts/two/)\n![p](../p.png)\n```",
        "[a](https://b.example/posts/two/)",
        "https://a.example/posts/two/",
        "[a](#x) ![p](/p.png) [a](mailto:a@b.example)",
        "Not a link: ](/posts/two/)",
    ] {
        assert_eq!(body(text), text);
    }
}

#[test]
fn hosts_of_pictures_and_html_are_allowed_in_the_settings() {
    let new = Old::new()
        .file(
            "a.md",
            "---\ntitle: A\ndate: 2024-05-01\n---\n![x](https://img.example/x.png)\n\n<div align=\"center\">Hi</div>\n",
        )
        .import();
    let settings = new.settings();
    assert_eq!(settings["policy"]["img"][0].as_str(), Some("https://img.example"));
    assert_eq!(settings["markdown"]["html"].as_bool(), Some(true));
    assert_eq!(new.errors(), [""; 0]);
}
