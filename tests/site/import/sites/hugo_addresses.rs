//! The addresses of sites of Hugo.

use super::old::{New, Old};

fn post(keys: &str) -> String {
    format!("---\ntitle: \"Big Day: It's A - B\"\ndate: 2024-05-01\n{keys}---\nText.\n")
}

/// Imports a post, and returns the aliases of the new one.
fn aliases(config: &str, path: &str, keys: &str) -> Vec<String> {
    let new = with(config, path, keys);
    let files = new.files();
    let name = files.keys().filter_map(|path| path.to_str()).find(|path| path.starts_with("posts/")).expect("a post");
    new.list(name, "aliases")
}

fn with(config: &str, path: &str, keys: &str) -> New {
    Old::new().file("hugo.toml", format!("baseURL = \"https://a.example/\"\n{config}")).file(path, post(keys)).import()
}

#[test]
fn every_form_of_permalinks_is_known() {
    let path = "content/blog/2024/Big Day.md";
    for (config, keys, address) in [
        ("", "", "/blog/2024/big-day/"),
        ("", "slug: Own Name\n", "/blog/2024/own-name/"),
        ("disablePathToLower = true\n", "", "/blog/2024/Big-Day/"),
        ("uglyURLs = true\n", "", "/blog/2024/big-day.html"),
        ("[uglyURLs]\nblog = true\n", "", "/blog/2024/big-day.html"),
        ("[uglyURLs]\nother = true\n", "", "/blog/2024/big-day/"),
        ("[permalinks]\nblog = \"/:year/:slug/\"\n", "", "/2024/big-day-its-a-b/"),
        ("[permalinks.page]\nblog = \"/:section/:slugorfilename/\"\n", "", "/blog/big-day/"),
        ("[permalinks.page]\nblog = \"/:contentbasename\"\n", "slug: own\n", "/big-day/"),
        ("[permalinks.section]\nblog = \"/x/\"\n", "", "/blog/2024/big-day/"),
        ("[permalinks]\nblog = \"/:sections[last]/:06/:1/:2/:title/\"\n", "", "/2024/24/5/1/big-day-its-a-b/"),
        ("[[permalinks]]\npattern = \"/all/:filename/\"\n", "", "/all/big-day/"),
        (
            "[[permalinks]]\npattern = \"/x/:filename/\"\n[permalinks.target]\npath = \"{/notes/**}\"\n\
             [[permalinks]]\npattern = \"/y/:filename/\"\n[permalinks.target]\npath = \"{/blog,/blog/**}\"\n",
            "",
            "/y/big-day/",
        ),
        ("", "url: articles/:year/:slugorfilename\n", "/articles/2024/big-day"),
        ("", "url: /a\\:b/\n", "it has a sign that no file can have"),
        (
            "[frontmatter]\ndate = [\"written\", \":default\"]\n[permalinks]\nblog = \"/:year/x/\"\n",
            "written: 2020-02-03\n",
            "/2020/x/",
        ),
    ] {
        let found = aliases(config, path, keys);
        assert_eq!(
            found.first().map_or("it has a sign that no file can have", String::as_str),
            address,
            "{config}{keys}"
        );
    }
}

#[test]
fn the_date_and_the_slug_of_a_file_name_count_only_if_the_configuration_says_so() {
    let path = "content/blog/2023-01-02-hello.md";
    let named = "[frontmatter]\ndate = [\":filename\", \":default\"]\n";
    assert_eq!(aliases(named, path, ""), ["/blog/hello/"]);
    assert_eq!(aliases("", path, ""), ["/blog/2023-01-02-hello/"]);
    assert_eq!(with(named, path, "").keys("posts/hello.md")["date"].to_string(), "2023-01-02");
}

#[test]
fn languages_have_folders_prefixes_and_patterns_of_their_own() {
    let config = "defaultContentLanguage = \"en\"\n[languages.en]\ncontentDir = \"content/english\"\n\
                  [languages.de]\ncontentDir = \"german\"\n[languages.de.permalinks.page]\nposts = \"/artikel/:slug/\"\n\
                  [languages.fr]\ndisabled = true\n";
    let new = Old::new()
        .file("hugo.toml", format!("baseURL = \"https://a.example/\"\n{config}"))
        .file("content/english/posts/one.md", post("slug: one\n"))
        .file("german/posts/eins.md", post("slug: eins\naliases: [/alt/, neben, ../oben]\n"))
        .file("content/posts/un.fr.md", post("slug: un\n"))
        .import();
    assert_eq!(new.list("posts/one.md", "aliases"), [""; 0], "it is the address itself");
    let german = new.list("posts/eins.md", "aliases");
    assert_eq!(german, ["/de/artikel/eins/", "/alt/", "/de/alt/", "/de/artikel/neben", "/de/oben"]);
    assert_eq!(new.keys("posts/eins.md")["lang"].as_str(), Some("de"));
    assert_eq!(new.keys("posts/un.md")["draft"].as_bool(), Some(true));
    assert!(new.report.contains("the site has no pages in its language, fr"), "{}", new.report);
}

#[test]
fn a_module_mounts_folders_of_texts() {
    let config = "[languages.en]\n[languages.de]\n[[module.mounts]]\nsource = \"texts/de\"\ntarget = \"content\"\nlang = \"de\"\n\
                  [[module.mounts]]\nsource = \"texts/en\"\ntarget = \"content\"\nlang = \"en\"\n";
    let new = Old::new()
        .file("hugo.toml", format!("baseURL = \"https://a.example/\"\n{config}"))
        .file("texts/en/posts/one.md", post("slug: one\n"))
        .file("texts/de/posts/eins.md", post("slug: eins\n"))
        .import();
    assert_eq!(new.list("posts/eins.md", "aliases"), ["/de/posts/eins/"]);
    assert!(new.has("posts/one.md"));
}

#[test]
fn the_configuration_of_production_counts_before_the_default_one() {
    let new = Old::new()
        .file("config/_default/hugo.toml", "baseURL = \"http://localhost/\"\ntitle = \"Notes\"\n")
        .file("config/_default/params.toml", "[params]\ndescription = \"Short.\"\n")
        .file("config/production/hugo.yaml", "baseURL: https://a.example/\n")
        .file("config/staging/hugo.yaml", "baseURL: https://staging.example/\n")
        .file("content/posts/a.md", post(""))
        .import();
    assert_eq!(new.settings()["url"].as_str(), Some("https://a.example/"));
    assert_eq!(new.settings()["description"].as_str(), Some("Short."));
}

#[test]
fn a_ref_leads_to_the_text_in_its_language_or_in_the_one_it_names() {
    let body = |text: &str| format!("---\ntitle: T\ndate: 2024-05-01\n---\n{text}\n");
    let new = Old::new()
        .file("hugo.toml", "baseURL = \"https://a.example/\"\n[languages.en]\n[languages.fr]\n")
        .file("content/posts/one.md", body("[x]({{< ref \"two.md\" >}}) [y]({{< relref path=\"two\" lang=\"fr\" >}})"))
        .file("content/posts/one.fr.md", body("[x]({{< ref \"two.md\" >}}) [y]({{< ref \"/posts/two\" \"en\" >}})"))
        .file("content/posts/two.md", body("Two."))
        .file("content/posts/two.fr.md", body("Deux."))
        .import();
    assert_eq!(new.body("posts/one.md"), "[x](./two.md) [y](./two-fr.md)");
    assert_eq!(new.body("posts/one-fr.md"), "[x](./two-fr.md) [y](./two.md)");
}
