//! Sites of Jekyll.

use super::old::{Old, PICTURE};

const POST: &str = "---\nlayout: post\ntitle: \"Hello: a start\"\ndate: 2024-05-01 23:30:00 -0800\n\
                    categories: life update\ntags: [one, two]\nredirect_from:\n  - /first/\n---\n\
                    Hello.\n\n![cat](/assets/cat.png)\n";

fn with(config: &str) -> Old {
    Old::new()
        .file("_config.yml", format!("title: Notes\nurl: https://a.example\n{config}"))
        .file("_posts/2024-05-01-Hello-World.markdown", POST)
        .file("assets/cat.png", PICTURE)
        .file("assets/main.scss", "body {}")
}

#[test]
fn every_style_of_permalinks_is_known() {
    for (style, address) in [
        ("", "/life/update/2024/05/01/Hello-World.html"),
        ("permalink: date\n", "/life/update/2024/05/01/Hello-World.html"),
        ("permalink: pretty\n", "/life/update/2024/05/01/Hello-World/"),
        ("permalink: ordinal\n", "/life/update/2024/122/Hello-World.html"),
        ("permalink: weekdate\n", "/life/update/2024/W18/Wed/Hello-World.html"),
        ("permalink: none\n", "/life/update/Hello-World.html"),
        ("permalink: /blog/:year/:i_month/:short_year/:slug/\n", "/blog/2024/5/24/hello-world/"),
        ("timezone: Europe/Berlin\n", "/life/update/2024/05/02/Hello-World.html"),
        ("baseurl: /notes\n", "/life/update/2024/05/01/Hello-World.html"),
    ] {
        let new = with(style).import();
        assert_eq!(new.list("posts/hello-world.md", "aliases"), [address, "/first/"], "{style}");
    }
}

#[test]
fn a_post_brings_its_categories_and_its_pictures_but_not_the_styles() {
    let new = with("").import();
    assert_eq!(new.list("posts/hello-world.md", "tags"), ["one", "two"]);
    assert_eq!(new.list("posts/hello-world.md", "categories"), ["life", "update"]);
    assert_eq!(new.keys("posts/hello-world.md")["date"].to_string(), "2024-05-01T23:30:00-08:00");
    assert!(new.has("public/assets/cat.png") && !new.has("public/assets/main.scss"));
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn drafts_pages_collections_and_defaults_are_brought() {
    let new = with(
        "collections:\n  recipes:\n    output: true\n    permalink: /cook/:name/\ndefaults:\n  - scope:\n      path: _posts/secret\n\
         \x20   values:\n      published: false\n  - scope:\n      path: \"\"\n      type: posts\n    values:\n      author: Ada\n",
    )
    .file("_drafts/idea.md", "---\ntitle: Idea\n---\nAn idea.\n")
    .file("_posts/secret/2024-01-01-s.md", "---\ntitle: S\n---\nSecret.\n")
    .file("_recipes/soup.md", "---\ntitle: Soup\n---\nBoil it.\n")
    .file("about.md", "---\ntitle: About\npermalink: /me/\n---\nMe.\n")
    .file("cv.md", "---\ntitle: CV\n---\nWork.\n")
    .file("index.md", "---\nlayout: home\n---\n")
    .import();
    assert_eq!(new.keys("posts/idea.md")["draft"].as_bool(), Some(true));
    assert_eq!(new.keys("posts/s.md")["draft"].as_bool(), Some(true));
    assert_eq!(new.list("posts/soup.md", "aliases"), ["/cook/soup/"]);
    assert_eq!(new.keys("posts/me.md")["page"].as_bool(), Some(true), "its address is /me/, as it was");
    assert_eq!(new.list("posts/cv.md", "aliases"), ["/cv.html"]);
    assert!(!new.has("posts/index.md"));
}

#[test]
fn settings_that_texts_write_are_those_of_the_configuration() {
    let text = "---\ntitle: T\n---\n[i]({{ site.repository }}/issues) {{ site.author.name }} {{ site.other }}\n";
    let config = "repository: https://code.example/x\nauthor:\n  name: Ann\n";
    let new = with(config).file("_posts/2024-05-02-t.md", text).import();
    assert_eq!(new.body("posts/t.md"), "[i](https://code.example/x/issues) Ann {{ site.other }}");
}

#[test]
fn lists_that_jekyll_had_lead_to_the_new_ones() {
    let lists = |config: &str| with(config).import().settings().get("old_lists").map(ToString::to_string);
    assert_eq!(lists(""), None, "without its plugin, Jekyll makes none");
    let of = |new: super::old::New, key: &str| new.settings()["old_lists"][key].as_str().map(str::to_owned);
    let usual = "jekyll-archives:\n  enabled: all\n";
    assert_eq!(of(with(usual).import(), "categories").as_deref(), Some("/category/"));
    assert_eq!(of(with(usual).import(), "tags").as_deref(), Some("/tag/"));
    let own =
        "baseurl: /notes\njekyll-archives:\n  permalinks:\n    category: /blog/topic/:name/\n    tag: /tags/:name/\n";
    let new = with(own).import();
    assert_eq!(new.errors(), [""; 0]);
    let lists = new.settings()["old_lists"].clone();
    assert_eq!(lists.get("categories").and_then(|path| path.as_str()), Some("/blog/topic/"));
    assert_eq!(lists.get("tags"), None, "their addresses stay");
}

#[test]
fn a_page_at_the_address_of_the_categories_gets_another() {
    let page =
        |name: &str| with("").file(&format!("{name}.md"), "---\ntitle: Mine\npermalink: /categories/\n---\nBy hand.\n");
    let new = page("all").import();
    assert_eq!(new.errors(), [""; 0]);
    let loaf = "---\ntitle: Loaf\ncategories: [Baking]\n---\nRye.\n";
    let baking = "---\ntitle: All my baking\npermalink: /categories/baking/\n---\nBread, mostly.\n";
    let new = with("").file("_posts/2024-05-02-loaf.md", loaf).file("baking.md", baking).import();
    assert_eq!(new.errors(), [""; 0]);
    assert_eq!(new.body("posts/baking.md"), "Bread, mostly.");
    let listing = "---\ntitle: All\n---\n{% for category in site.categories %}{{ category[0] }}{% endfor %}\n";
    assert!(!with("").file("categories.md", listing).import().has("posts/categories.md"));
}
