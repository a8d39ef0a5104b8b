//! Lists of posts and their pages.

use personal_page::content::{Content, List};

use crate::bundle::site::{Built, Site};

fn site(posts: usize) -> Built {
    let mut site = Site::new().config("per_page = 10\n");
    for n in 1..=posts {
        let keys = format!("title = \"Day {n}\"\ndate = 2025-03-{n:02}\ntags = [\"Diary\"]");
        site = site.post_with(&format!("day-{n}.md"), &keys, "Words.");
    }
    site.bundle()
}

fn list(built: &Built, path: &str) -> List {
    match built.page(path).content {
        Content::Home(_, list) | Content::Archive(list) | Content::Tag(_, list) => list,
        other => panic!("{path} is no list: {other:?}"),
    }
}

#[test]
fn a_long_list_is_cut_into_pages_newest_first() {
    let built = site(25);
    for base in ["", "tags/diary/"] {
        let pages = ["", "page/2/", "page/3/"].map(|page| list(&built, &format!("{base}{page}")));
        let numbers = pages.each_ref().map(|list| (list.page, list.pages, list.posts.len()));
        assert_eq!(numbers, [(1, 3, 10), (2, 3, 10), (3, 3, 5)]);
        let titles: Vec<&str> = pages.iter().flat_map(|list| &list.posts).map(|post| post.title.as_str()).collect();
        let expected: Vec<String> = (1..=25).rev().map(|n| format!("Day {n}")).collect();
        assert_eq!(titles, expected);
    }
}

#[test]
fn the_pages_of_a_list_lead_to_each_other() {
    let built = site(25);
    for base in ["", "tags/diary/"] {
        let links = |page: &str| {
            let html = built.text(&format!("{base}{page}index.html"));
            let link = |rel: &str| {
                let (_, rest) = html.split_once(&format!("rel=\"{rel}\" href=\"/{base}"))?;
                rest.split_once('"').map(|(path, _)| path.to_owned())
            };
            (link("prev"), link("next"))
        };
        let to = |path: &str| Some(path.to_owned());
        assert_eq!(links(""), (None, to("page/2/")));
        assert_eq!(links("page/2/"), (to(""), to("page/3/")));
        assert_eq!(links("page/3/"), (to("page/2/"), None));
    }
}

#[test]
fn a_full_page_has_no_empty_one_after_it() {
    let built = site(10);
    assert!(!built.folder.join("page").exists());
    assert!(!built.folder.join("tags/diary/page").exists());
    assert!(!built.text("index.html").contains("rel=\"next\""));
}

#[test]
fn posts_of_one_day_stand_in_the_order_of_their_paths() {
    let built = Site::new().post("b.md", "").post("c/index.md", "").post("a.md", "").bundle();
    let paths: Vec<String> = list(&built, "").posts.iter().map(|post| post.route.path()).collect();
    assert_eq!(paths, ["posts/a/", "posts/b/", "posts/c/"]);
}

#[test]
fn the_archive_has_a_hundred_posts_a_page() {
    let site = (1..=101).fold(Site::new(), |site, n| site.post(&format!("day-{n}.md"), ""));
    let built = site.bundle();
    let pages = ["archive/", "archive/page/2/"].map(|path| list(&built, path));
    assert_eq!(pages.map(|list| (list.page, list.pages, list.posts.len())), [(1, 2, 100), (2, 2, 1)]);
}

#[test]
fn a_featured_post_stands_first_and_only_once() {
    let site = Site::new().config("per_page = 1\n").post("b.md", "").post("c.md", "");
    let built = site.post_with("a.md", "title = \"Pinned\"\ndate = 2020-01-01\nfeatured = true", "").bundle();
    let shown = |path: &str| match built.page(path).content {
        Content::Home(pinned, list) => (pinned.len(), list.pages, list.posts.len()),
        other => panic!("{path} is not the homepage: {other:?}"),
    };
    assert_eq!((shown(""), shown("page/2/")), ((1, 2, 1), (0, 2, 1)));
    let html = built.text("index.html");
    assert!(html.find("Pinned") < html.find("/posts/b/"), "{html}");
    assert_eq!(html.matches("/posts/a/").count(), 1, "{html}");
}

#[test]
fn an_unlisted_post_is_at_its_address_and_in_no_list() {
    let keys = "title = \"Secret plans\"\ndate = 2025-03-01\ntags = [\"Hidden\"]\nunlisted = true";
    let built = Site::new().post("hello.md", "[Plans](plans.md)").post_with("plans.md", keys, "Hush.").bundle();
    assert_eq!(built.body("posts/plans/"), "<p>Hush.</p>");
    for path in ["index.html", "archive/index.html", "tags/index.html"] {
        assert!(!built.text(path).contains("Secret"), "{path}");
    }
    assert!(!built.folder.join("tags/hidden").exists());
}

#[test]
fn pages_of_their_own_are_in_no_list() {
    let built = Site::new().post_with("about.md", "title = \"About me\"\npage = true", "I write.").bundle();
    for path in ["index.html", "archive/index.html"] {
        assert!(!built.text(path).contains("About me"), "{path}");
    }
}
