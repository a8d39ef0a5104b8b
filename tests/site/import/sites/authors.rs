//! Who wrote the texts of an old site.

use super::old::{New, Old};

/// A text by the authors that some lines of YAML name.
fn text(keys: &str) -> String {
    format!("---\ntitle: A\ndate: 2024-05-01\n{keys}\n---\nText.\n")
}

/// The name of an author in the new settings.
fn name<'t>(settings: &'t toml::Table, id: &str) -> Option<&'t str> {
    settings.get("authors")?.get(id)?.get("name")?.as_str()
}

#[track_caller]
fn is_by(new: &New, path: &str, id: &str) {
    assert_eq!(new.keys(path).get("author").and_then(|author| author.as_str()), Some(id), "{path}");
}

#[test]
fn one_author_of_all_texts_is_that_of_the_site() {
    let new = Old::new().file("a.md", text("author: Ada")).file("b.md", text("author: Ada")).import();
    assert_eq!(new.settings()["author"]["name"].as_str(), Some("Ada"));
    assert!(!new.settings().contains_key("authors") && !new.keys("posts/a.md").contains_key("author"));
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn several_authors_become_tables_and_each_text_names_its_own() {
    let new = Old::new()
        .file("a.md", text("author: Ada Lovelace"))
        .file("b.md", text("authors: [Grace Hopper, Ada Lovelace]"))
        .file("c.md", text("author:\n  name: Alan\n  url: https://alan.example/"))
        .file("d.md", text("draft: true"))
        .import();
    let settings = new.settings();
    assert_eq!(name(&settings, "ada-lovelace"), Some("Ada Lovelace"));
    assert_eq!(name(&settings, "grace-hopper"), Some("Grace Hopper"));
    assert_eq!(settings["authors"]["alan"]["url"].as_str(), Some("https://alan.example/"));
    is_by(&new, "posts/a.md", "ada-lovelace");
    assert_eq!(new.list("posts/b.md", "authors"), ["grace-hopper", "ada-lovelace"]);
    is_by(&new, "posts/c.md", "alan");
    assert!(!new.keys("posts/d.md").contains_key("author"));
    assert!(!new.report.contains("it is by"), "{}", new.report);
    assert_eq!(new.errors(), [""; 0]);
    let before = new.files();
    new.again();
    assert_eq!(new.files(), before, "a second import changes nothing");
}

#[test]
fn another_than_the_author_of_the_site_is_named() {
    let config = "title = \"Notes\"\nbaseURL = \"https://a.example/\"\n[params]\nauthor = \"Ada\"\n";
    let new = Old::new()
        .file("hugo.toml", config)
        .file("content/posts/a.md", text("author: Ada"))
        .file("content/posts/b.md", text("authors: [Grace]"))
        .import();
    assert_eq!(new.settings()["author"]["name"].as_str(), Some("Ada"));
    is_by(&new, "posts/a.md", "ada");
    is_by(&new, "posts/b.md", "grace");
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn ids_are_looked_up_where_each_engine_has_its_authors() {
    let jekyll = Old::new()
        .file("_config.yml", "title: Notes\n")
        .file("_data/authors.yml", "ada:\n  name: Ada Lovelace\n  web: https://ada.example\n  bio: Writes.\ngrace:\n  display_name: Grace Hopper\n")
        .file("_posts/2024-05-01-a.md", text("author: ada"))
        .file("_posts/2024-05-02-b.md", text("author: grace"));
    let hugo = Old::new()
        .file("hugo.toml", "title = \"Notes\"\n")
        .file(
            "data/authors/ada.json",
            "{\"name\": \"Ada Lovelace\", \"website\": \"https://ada.example\", \"bio\": \"Writes.\"}",
        )
        .file("content/authors/grace/_index.md", "---\ntitle: Grace Hopper\n---\n")
        .file("content/posts/a.md", text("authors: [ada]"))
        .file("content/posts/b.md", text("authors: [grace]"));
    let docusaurus = Old::new()
        .file("docusaurus.config.js", "module.exports = { title: 'Notes', url: 'https://a.example', baseUrl: '/' }")
        .file("blog/authors.yml", "ada:\n  name: Ada Lovelace\n  title: Writes.\n  url: https://ada.example\n")
        .file("blog/2024-05-01-a.md", text("authors: ada"))
        .file("blog/2024-05-02-b.md", text("authors:\n  - name: Grace Hopper\n    title: Admiral\n    key: grace"));
    let astro = Old::new()
        .file("astro.config.mjs", "export default { site: 'https://a.example' }")
        .file("src/data/authors.json", "[{\"id\": \"ada\", \"name\": \"Ada Lovelace\", \"url\": \"https://ada.example\", \"bio\": \"Writes.\"}, {\"id\": \"grace\", \"name\": \"Grace Hopper\"}]")
        .file("src/content/blog/a.md", text("author: ada"))
        .file("src/content/blog/b.md", text("author: grace"));
    for old in [jekyll, hugo, docusaurus, astro] {
        let new = old.import();
        let settings = new.settings();
        let ada = &settings["authors"]["ada"];
        assert_eq!(ada["name"].as_str(), Some("Ada Lovelace"), "{}", new.report);
        assert_eq!(ada["url"].as_str(), Some("https://ada.example"), "{}", new.report);
        assert_eq!(ada["bio"].as_str(), Some("Writes."), "{}", new.report);
        assert_eq!(name(&settings, "grace"), Some("Grace Hopper"), "{}", new.report);
        is_by(&new, "posts/a.md", "ada");
        is_by(&new, "posts/b.md", "grace");
        assert_eq!(new.errors(), [""; 0]);
    }
}

#[test]
fn zola_names_its_authors_in_each_text() {
    let toml = |keys: &str| format!("+++\ntitle = \"A\"\ndate = 2024-05-01\n{keys}\n+++\nText.\n");
    let new = Old::new()
        .file("zola.toml", "base_url = \"https://a.example\"\ntitle = \"Notes\"\n")
        .file("content/a.md", toml("authors = [\"Ada\"]"))
        .file("content/b.md", toml("[taxonomies]\nauthors = [\"Grace\", \"Ada\"]"))
        .file("content/c.md", toml("[extra]\nauthor = \"Grace\""))
        .import();
    is_by(&new, "posts/a.md", "ada");
    assert_eq!(new.list("posts/b.md", "authors"), ["grace", "ada"]);
    is_by(&new, "posts/c.md", "grace");
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn an_author_of_whom_no_text_is_gets_no_table() {
    let new = Old::new()
        .file("_config.yml", "title: Notes\nauthor: ada\n")
        .file("_data/authors.yml", "ada:\n  name: Ada Lovelace\nbob:\n  name: Bob\n")
        .file("_posts/2024-05-01-a.md", text("author: ada"))
        .import();
    assert_eq!(new.settings()["author"]["name"].as_str(), Some("Ada Lovelace"));
    assert!(!new.settings().contains_key("authors"));
}

#[test]
fn the_authors_that_the_new_site_has_already_stay() {
    let old = || Old::new().file("a.md", text("author: Ada")).file("b.md", text("author: Grace"));
    let own = "title = \"Mine\"\nurl = \"https://a.example\"\n[authors.ada]\nname = \"Countess\"\n";
    let settings = old().own("site.toml", own).import().settings();
    assert_eq!((name(&settings, "ada"), name(&settings, "grace")), (Some("Countess"), Some("Grace")));
    let own = "title = \"Mine\"\nurl = \"https://a.example\"\nauthors = { ada = { name = \"Countess\" } }\n";
    let new = old().own("site.toml", own).import();
    assert_eq!(name(&new.settings(), "grace"), None, "a table in one line cannot be extended");
    assert!(
        new.report.contains("`authors.grace` in site.toml stays \"\". The old site had \"Grace\"."),
        "{}",
        new.report
    );
}

#[test]
fn an_export_of_wordpress_names_its_authors() {
    let author = |login: &str, name: &str| {
        format!(
            "<wp:author><wp:author_login>{login}</wp:author_login>\
             <wp:author_display_name><![CDATA[{name}]]></wp:author_display_name></wp:author>"
        )
    };
    let item = |login: &str, slug: &str| {
        format!(
            "<item><title>T</title><dc:creator>{login}</dc:creator><wp:post_date>2024-05-01 01:30:00</wp:post_date>\
             <wp:post_name>{slug}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>\
             <content:encoded><![CDATA[<p>Text.</p>]]></content:encoded></item>"
        )
    };
    let export = |items: &str| {
        format!(
            "<?xml version=\"1.0\"?>\n<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Notes</title>\
             <wp:base_blog_url>https://a.example</wp:base_blog_url>{}{}{items}</channel></rss>",
            author("admin", "Ada L."),
            author("gh", "Grace H.")
        )
    };
    let new = Old::new().file("wp.xml", export(&(item("admin", "a") + &item("gh", "b")))).import_export("wp.xml");
    assert_eq!(name(&new.settings(), "ada-l"), Some("Ada L."));
    is_by(&new, "posts/a.md", "ada-l");
    is_by(&new, "posts/b.md", "grace-h");
    assert_eq!(new.errors(), [""; 0]);
    let one = Old::new().file("wp.xml", export(&(item("gh", "a") + &item("gh", "b")))).import_export("wp.xml");
    assert_eq!(one.settings()["author"]["name"].as_str(), Some("Grace H."));
    assert!(!one.settings().contains_key("authors"));
}

#[test]
fn an_export_of_ghost_names_its_authors_with_their_pages() {
    let post = |id: &str| {
        format!(
            "{{\"id\":\"{id}\",\"title\":\"T\",\"slug\":\"{id}\",\"html\":\"<p>x</p>\",\"status\":\"published\",\
             \"visibility\":\"public\",\"type\":\"post\",\"published_at\":\"2024-05-01T10:20:00.000Z\"}}"
        )
    };
    let export = format!(
        "{{\"db\":[{{\"meta\":{{\"version\":\"5.0\"}},\"data\":{{\"posts\":[{},{}],\"users\":[\
         {{\"id\":\"1\",\"name\":\"Ada\",\"slug\":\"countess\",\"website\":\"https://ada.example\",\"bio\":\"Writes.\"}},\
         {{\"id\":\"2\",\"name\":\"Grace\",\"slug\":\"grace\"}}],\"posts_authors\":[\
         {{\"post_id\":\"a\",\"author_id\":\"2\",\"sort_order\":0}},{{\"post_id\":\"a\",\"author_id\":\"1\",\"sort_order\":1}},\
         {{\"post_id\":\"b\",\"author_id\":\"1\",\"sort_order\":0}}],\"settings\":[{{\"key\":\"title\",\"value\":\"N\"}}]}}}}]}}",
        post("a"),
        post("b")
    );
    let new = Old::new().file("ghost.json", export).import_export("ghost.json");
    assert_eq!(new.list("posts/a.md", "authors"), ["grace", "countess"]);
    is_by(&new, "posts/b.md", "countess");
    assert_eq!(new.settings()["authors"]["countess"]["url"].as_str(), Some("https://ada.example"));
    assert_eq!(new.settings()["authors"]["countess"]["bio"].as_str(), Some("Writes."));
    assert_eq!(new.errors(), [""; 0]);
}
