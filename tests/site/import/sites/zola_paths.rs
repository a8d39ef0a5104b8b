//! The addresses of sites of Zola, and what they do not show.

use super::old::Old;

fn post(keys: &str) -> String {
    format!("+++\ntitle = \"T\"\ndate = 2024-05-01\n{keys}+++\nText.\n")
}

fn site(config: &str) -> Old {
    Old::new().file("zola.toml", format!("base_url = \"https://a.example\"\n{config}"))
}

#[test]
fn the_strategy_of_slugs_makes_the_address() {
    let path = "content/My Blog/2024-05-01-Über Köln.md";
    for (config, wanted) in [
        ("", vec!["/my-blog/uber-koln/", "/My Blog/uber-koln/"]),
        ("[slugify]\npaths = \"safe\"\n", vec!["/My Blog/Über Köln/"]),
        ("[slugify]\npaths = \"off\"\n", vec!["/My Blog/Über Köln/"]),
        (
            "[slugify]\npaths_keep_dates = true\n",
            vec!["/my-blog/2024-05-01-uber-koln/", "/My Blog/2024-05-01-uber-koln/"],
        ),
    ] {
        let new = site(config).file(path, post("")).import();
        let files = new.files();
        let name =
            files.keys().filter_map(|path| path.to_str()).find(|path| path.starts_with("posts/")).expect("a post");
        assert_eq!(new.list(name, "aliases"), wanted, "{config}");
    }
}

#[test]
fn a_draft_section_makes_all_below_it_drafts_and_ignored_files_are_left_out() {
    let new = site("ignored_content = [\"**/*.tmp.md\"]\n")
        .file("content/secret/_index.md", "+++\ndraft = true\n+++\n")
        .file("content/secret/deep/a.md", post(""))
        .file("content/open/b.md", post(""))
        .file("content/open/c.tmp.md", post(""))
        .import();
    assert_eq!(new.keys("posts/a.md")["draft"].as_bool(), Some(true));
    assert!(!new.keys("posts/b.md").contains_key("draft"));
    assert!(!new.has("posts/c-tmp.md") && !new.has("posts/c.md"));
    assert!(new.report.contains("| texts in ignored_content → left out | 1 |"), "{}", new.report);
}
