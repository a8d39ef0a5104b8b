//! Sites of Hugo.

use super::old::{Old, PICTURE};

fn site() -> Old {
    Old::new()
        .file(
            "hugo.toml",
            "baseURL = \"https://ada.example/\"\ntitle = \"Ada's notes\"\nlanguageCode = \"en-gb\"\n\
             timeZone = \"Europe/London\"\n[params]\ndescription = \"On machines.\"\n[params.author]\nname = \"Ada\"\n\
             [permalinks]\nposts = \"/:year/:month/:slug/\"\n[languages.en]\n[languages.fr]\n\
             [[menu.main]]\nname = \"Blog\"\nurl = \"/posts/\"\nweight = 2\n[[menu.main]]\nname = \"About\"\n\
             pageRef = \"about\"\nweight = 1\n",
        )
        .file(
            "content/posts/engine.md",
            "---\ntitle: The engine\ndate: 2024-05-01T23:30:00+01:00\nlastmod: 2024-06-01\ntags: [machines]\n\
             categories: [History]\nseries: Engines\naliases: [/old/engine/, engine-1]\ncover:\n  image: mill.png\n---\n\
             It *works*.\n\n<!--more-->\n\n![The mill](/images/mill.png) [about](/about/) [next](../next/)\n",
        )
        .file("content/posts/engine.fr.md", "+++\ntitle = \"La machine\"\ndate = 2024-05-02\n+++\nElle marche.\n")
        .file("content/posts/next/index.md", "---\ntitle: Next\ndate: 2024-07-01\nslug: the-next\ndraft: true\n---\n![w](wheel.png)\n")
        .file("content/posts/next/wheel.png", PICTURE)
        .file("content/posts/_index.md", "---\ntitle: Posts\n---\n")
        .file("content/about.md", "---\ntitle: About\n---\nI am Ada. [First](posts/engine.md)\n")
        .file("content/archives.md", "---\ntitle: Archive\nlayout: archives\n---\n")
        .file("static/images/mill.png", PICTURE)
        .file("static/CNAME", "ada.example\n")
}

#[test]
fn a_post_brings_its_keys_its_picture_and_its_address() {
    let new = site().import();
    let keys = new.keys("posts/the-engine.md");
    assert_eq!(keys["title"].as_str(), Some("The engine"));
    assert_eq!(keys["date"].to_string(), "2024-05-01T23:30:00+01:00");
    assert_eq!(keys["updated"].to_string(), "2024-06-01");
    assert_eq!(keys["description"].as_str(), Some("It works."));
    assert_eq!(keys["series"].as_str(), Some("Engines"));
    assert_eq!(new.list("posts/the-engine.md", "tags"), ["machines"]);
    assert_eq!(new.list("posts/the-engine.md", "categories"), ["History"]);
    assert_eq!(
        new.list("posts/the-engine.md", "aliases"),
        ["/2024/05/the-engine/", "/old/engine/", "/2024/05/engine-1"]
    );
    let body = new.body("posts/the-engine.md");
    assert!(body.contains("![The mill](/images/mill.png) [about](./about.md)"), "{body}");
    assert!(new.has("public/images/mill.png") && new.has("public/CNAME"));
}

#[test]
fn a_bundle_becomes_a_folder_with_its_pictures() {
    let new = site().import();
    assert!(new.has("posts/the-next/index.md") && new.has("posts/the-next/wheel.png"));
    assert_eq!(new.keys("posts/the-next/index.md")["draft"].as_bool(), Some(true));
    assert!(new.body("posts/the-next/index.md").contains("(./wheel.png)"));
}

#[test]
fn a_translation_has_its_language_and_the_address_of_its_language() {
    let new = site().import();
    let path = "posts/la-machine.md";
    assert_eq!(new.keys(path)["lang"].as_str(), Some("fr"));
    assert_eq!(new.list(path, "aliases"), ["/fr/2024/05/la-machine/"]);
}

#[test]
fn pages_are_pages_and_lists_without_a_text_are_not_brought() {
    let new = site().import();
    assert_eq!(new.keys("posts/about.md")["page"].as_bool(), Some(true));
    assert!(new.body("posts/about.md").contains("[First](./the-engine.md)"));
    assert!(!new.has("posts/posts.md") && !new.has("posts/archives.md"));
    assert!(new.report.contains("content/archives.md:1: it is a page without a text"), "{}", new.report);
}

#[test]
fn the_settings_come_from_the_configuration() {
    let settings = site().import().settings();
    let texts = ["title", "description", "url", "language", "timezone"].map(|key| settings[key].as_str());
    let wanted = ["Ada's notes", "On machines.", "https://ada.example/", "en-gb", "Europe/London"];
    assert_eq!(texts, wanted.map(Some));
    assert_eq!(settings["author"]["name"].as_str(), Some("Ada"));
    let links = settings["navigation"].as_array().expect("a list").iter();
    let links: Vec<_> = links.map(|link| link["url"].as_str().unwrap_or_default()).collect();
    assert_eq!(links, ["/archive/", "/about/"], "the list of posts is the archive");
}

#[test]
fn a_fresh_import_has_no_error() {
    assert_eq!(site().import().errors(), [""; 0]);
}

#[test]
fn a_configuration_in_a_folder_and_in_yaml_is_read() {
    let new = Old::new()
        .file("config/_default/hugo.yaml", "title: Notes\nbaseURL: https://a.example/blog/\n")
        .file("config/_default/params.yaml", "description: Short.\n")
        .file("config/_default/menus.toml", "[[main]]\nname = \"Code\"\nurl = \"https://code.example/\"\n")
        .file("content/post/Big Day.md", "---\ntitle: Day\ndate: 2024-05-01\nurl: /special/day.html\n---\nText.\n")
        .file("content/post/Other Day.md", "{\n\"title\": \"Other\",\n\"date\": \"2024-05-02\"\n}\nText.\n")
        .import();
    assert_eq!(new.settings()["description"].as_str(), Some("Short."));
    assert_eq!(new.list("posts/day.md", "aliases"), ["/special/day.html"]);
    assert_eq!(new.list("posts/other-day.md", "aliases"), ["/post/other-day/"]);
    assert_eq!(new.settings()["author"]["links"][0]["name"].as_str(), Some("Code"));
}

#[test]
fn what_may_be_meant_to_hide_a_text_makes_it_a_draft() {
    let post = |keys: &str| format!("---\ntitle: T\ndate: 2024-05-01\n{keys}\n---\nText.\n");
    let new = Old::new()
        .file("hugo.toml", "baseURL = \"https://a.example/\"\n")
        .file("content/posts/a.md", post("hidden: true"))
        .file("content/posts/b.md", post("status: private"))
        .file("content/posts/c.md", post("params:\n  secret: true"))
        .file("content/posts/d.md", post("hidden: false\nstatus: published"))
        .import();
    for (path, draft) in [("a", true), ("b", true), ("c", true), ("d", false)] {
        assert_eq!(new.keys(&format!("posts/{path}.md")).contains_key("draft"), draft, "{path}");
    }
    assert!(
        new.report.contains("content/posts/a.md:1: \"hidden\" may mean that the text is not shown"),
        "{}",
        new.report
    );
}
