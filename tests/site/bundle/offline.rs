//! The files for reading offline: a service worker, or one that removes a former worker.

use serde_json::Value;

use crate::bundle::picture::png;
use crate::bundle::site::{Built, Site};

const FILES: [&str; 3] = ["sw.js", "offline.html", "offline.js"];

fn site() -> Site {
    Site::new()
        .post("käse.md", "Ripe.")
        .post("hello/index.md", "![A cat](cat.png)")
        .file("posts/hello/cat.png", png(3))
        .file("public/owner.css", "p { color: red }")
}

fn offline(mut site: Site) -> Built {
    site.options.offline = true;
    site.config("offline = true\n").bundle()
}

/// The worker's data about the site.
fn known(built: &Built) -> Value {
    let worker = built.text("sw.js");
    let line = worker.lines().find(|line| line.starts_with("const { version,")).expect("what the bundler put in");
    let (_, data) = line.split_once(" = ").expect("data");
    serde_json::from_str(data.trim_end_matches(';')).expect("JSON")
}

fn lists(known: &Value, name: &str, path: &str) -> bool {
    known[name].as_array().expect("a list").iter().any(|item| item == path)
}

#[test]
fn a_site_without_the_setting_removes_a_former_worker() {
    let built = site().bundle();
    let worker = built.text("sw.js");
    assert!(worker.contains("registration.unregister()") && !worker.contains("\"fetch\""), "{worker}");
    assert!(!built.folder.join("offline.html").exists() && !built.folder.join("offline.js").exists());
    assert!(!built.text("index.html").contains("offline"));
    // The command line decides too: a site that is being written is never stored.
    let serving = site().config("offline = true\n").bundle();
    assert_eq!(serving.text("sw.js"), worker);
    assert!(!serving.text("index.html").contains("offline"));
}

#[test]
fn the_service_worker_has_the_list_of_pages_and_of_folders() {
    let known = known(&offline(site().base("/repo/")));
    for page in ["", "archive/", "tags/", "posts/hello/", "posts/käse/"] {
        assert!(lists(&known, "pages", page), "{page} is not in {known}");
    }
    assert!(lists(&known, "folders", "posts/hello/") && !lists(&known, "folders", "posts/käse/"), "{known}");
    assert!(lists(&known, "files", "owner.css") && lists(&known, "files", "offline.js"), "{known}");
    assert!(!known["pages"].to_string().contains("feed") && !known["files"].to_string().contains("sitemap"), "{known}");
}

#[test]
fn the_version_is_that_of_the_content() {
    let version = |site: Site| known(&offline(site))["version"].clone();
    let first = version(site());
    assert_eq!(first.as_str().map(str::len), Some(16));
    assert_eq!(version(site()), first);
    assert_ne!(version(site().base("/repo/")), first);
    let (one, two) = (offline(site()), offline(site()));
    for file in FILES {
        assert_eq!(one.bytes(file), two.bytes(file), "{file}");
    }
}

#[test]
fn the_page_without_a_network_speaks_the_sites_language() {
    let mut site = site();
    site.options.offline = true;
    let built = site.config("language = \"de\"\noffline = true\n").bundle();
    let page = built.text("offline.html");
    for words in
        ["<title>Du bist ohne Netz · Field Notes</title>", "Lesen kannst du", "name=\"robots\" content=\"noindex\""]
    {
        assert!(page.contains(words), "{words} is not in {page}");
    }
    assert!(built.text("offline.js").contains("\"keep\":\"Zum Lesen ohne Netz behalten\""));
    for file in ["index.html", "posts/hello/index.json"] {
        assert!(!built.text(file).contains("ohne Netz"), "{file} carries no words that it does not say");
    }
}

#[test]
fn a_service_worker_of_the_owner_replaces_the_one_that_removes_ours() {
    let own = || site().file("public/sw.js", "// mine");
    assert_eq!(own().bundle().text("sw.js"), "// mine");
    let mut own = own();
    own.options.offline = true;
    let wrong =
        "public/sw.js: would be written to sw.js, the path of the generated file /sw.js — rename one of the two";
    assert_eq!(own.config("offline = true\n").mistakes(), [wrong]);
}

#[test]
fn offline_is_true_or_false() {
    assert_eq!(
        site().config("offline = \"often\"\n").mistakes(),
        ["site.toml:4: \"offline\" is not true or false — write offline = true"]
    );
    assert_eq!(
        site().config("offlin = true\n").mistakes(),
        ["site.toml:4: unknown key \"offlin\" — did you mean \"offline\"?"]
    );
}
