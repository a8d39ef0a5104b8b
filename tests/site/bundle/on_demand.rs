//! The site during writing: each file is made on request.

use personal_page::bundle::BuiltSite;

use crate::bundle::site::Site;

#[test]
fn a_file_that_is_asked_for_is_the_one_that_is_published() {
    for name in ["site", "japanese"] {
        let mut site = Site::of_fixture(name).drafts().lenient();
        site.options.previews = true;
        site.options.offline = true;
        let made = BuiltSite::new(&site.options).expect("a site without mistakes");
        // A copied file is read again on each request.
        let built = site.bundle();
        assert!(built.files().len() > 20, "{name}");
        for (path, bytes) in built.files() {
            assert!(made.file(&path).as_deref() == Some(&*bytes), "{name}: {path}");
        }
    }
}

#[test]
fn what_is_not_published_is_not_there() {
    let site =
        Site::new().post("hello.md", "Hi.").post_with("later.md", "title = \"L\"\ndate = 2025-03-01\ndraft = true", "");
    let made = BuiltSite::new(&site.options).expect("a site without mistakes");
    assert!(made.file("posts/hello/index.html").is_some());
    for path in ["posts/later/index.html", "posts/hello", "posts/hello/", "", "site.toml", "../site/site.toml"] {
        assert!(made.file(path).is_none(), "{path}");
    }
    assert!(
        made.is_folder("posts/hello") && !made.is_folder("posts/hell") && !made.is_folder("posts/hello/index.html")
    );
}

#[test]
fn the_index_is_the_one_that_is_published() {
    let mut site = Site::of_fixture("site").drafts().lenient();
    let made = BuiltSite::new(&site.options).expect("a site without mistakes");
    site.options.search = true;
    let published = site.bundle().files();
    let index = made.index().expect("an index");
    assert!(index.contains_key("pagefind/start.js"));
    for (path, bytes) in index {
        assert!(published.get(&path) == Some(&bytes), "{path}");
    }
}

#[test]
fn a_file_that_became_a_link_out_of_the_site_is_not_sent() {
    let site = Site::new().post("trip/index.md", "[The map](map.pdf)").file("posts/trip/map.pdf", "a map");
    let site = site.file("../elsewhere/key", "a key");
    let made = BuiltSite::new(&site.options).expect("a site without mistakes");
    assert_eq!(made.file("posts/trip/map.pdf").as_deref(), Some(&b"a map"[..]));
    let map = site.root().join("posts/trip/map.pdf");
    std::fs::remove_file(&map).expect("it can be removed");
    #[cfg(unix)]
    std::os::unix::fs::symlink(site.root().join("../elsewhere/key"), &map).expect("a link");
    assert_eq!(made.file("posts/trip/map.pdf"), None);
}

#[test]
fn the_folder_of_the_index_is_the_sites_own() {
    let mistakes = Site::new().file("public/pagefind/en/pagefind.js", "mine").mistakes();
    assert!(mistakes.len() == 1 && mistakes[0].contains("search index"), "{mistakes:#?}");
}
