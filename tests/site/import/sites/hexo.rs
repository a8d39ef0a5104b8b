//! Sites of Hexo.

use super::old::{Old, PICTURE};

fn with(config: &str) -> Old {
    Old::new()
        .file("_config.yml", format!("title: 笔记\nurl: https://a.example\nlanguage: zh_CN\ntimezone: Asia/Shanghai\n{config}"))
        .file(
            "source/_posts/tech/hello.md",
            "title: Hello\ndate: 2024-05-01 08:07:00\ntags:\n- a\ncategories:\n- [Tech, Web]\n- Life\n---\n![p](p.png)\n",
        )
        .file("source/_posts/tech/hello/p.png", PICTURE)
        .file("source/_drafts/idea.md", "---\ntitle: Idea\n---\nAn idea.\n")
        .file("source/about/index.md", "---\ntitle: About\ndate: 2024-01-01\n---\nMe.\n")
        .file("source/tags/index.md", "---\ntitle: Tags\ntype: tags\n---\n")
}

#[test]
fn every_name_of_a_permalink_is_known() {
    for (permalink, address) in [
        ("", "/2024/05/01/tech/hello/"),
        ("permalink: :year/:i_month/:i_day/:name.html\n", "/2024/5/1/hello.html"),
        ("permalink: :category/:title/\n", "/Life/tech/hello/"),
        ("permalink: posts/:hour:minute:second/\n", "the address itself"),
    ] {
        let new = with(permalink).import();
        let path = if permalink.contains("second") { "posts/080700/index.md" } else { "posts/hello/index.md" };
        assert_eq!(
            new.list(path, "aliases").first().map_or("the address itself", String::as_str),
            address,
            "{permalink}"
        );
    }
}

#[test]
fn posts_drafts_pages_and_folders_of_assets_are_brought() {
    let new = with("").import();
    assert_eq!(new.list("posts/hello/index.md", "tags"), ["a"]);
    assert_eq!(new.list("posts/hello/index.md", "categories"), ["Tech", "Web", "Life"]);
    assert!(new.has("posts/hello/p.png"));
    assert_eq!(new.keys("posts/idea.md")["draft"].as_bool(), Some(true));
    assert_eq!(new.keys("posts/about.md")["page"].as_bool(), Some(true));
    assert!(!new.has("posts/tags.md"));
    assert_eq!(new.settings()["language"].as_str(), Some("zh-CN"));
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn a_line_break_is_shown_as_hexo_shows_it() {
    let text =
        "---\ntitle: 诗\ndate: 2024-05-02\n---\n床前明月光，\n疑是地上霜。  \nTwo\n\n```\na\nb\n```\n\n- One\n- Two\n";
    let code = "\n\n```\na\nb\n```\n\n- One\n- Two";
    let hard = format!("床前明月光，\\\n疑是地上霜。  \nTwo{code}");
    let soft = format!("床前明月光，\n疑是地上霜。  \nTwo{code}");
    for (config, body) in
        [("", &hard), ("marked:\n  breaks: false\n", &soft), ("markdown:\n  render:\n    breaks: false\n", &soft)]
    {
        let new = with(config).file("source/_posts/poem.md", text).import();
        assert_eq!(new.body("posts/poem.md"), **body, "{config}");
    }
}
