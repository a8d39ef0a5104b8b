//! The mapping between routes and addresses.

use personal_page::content::{Route, Slug};

fn slug(text: &str) -> Slug {
    Slug::new(text).unwrap_or_else(|| panic!("{text:?} is no slug"))
}

fn article(path: &str) -> Route {
    Route::article(path).unwrap_or_else(|| panic!("{path:?} is no article"))
}

#[test]
fn a_route_and_its_path_are_two_names_of_one_page() {
    let table = [
        (Route::Home(1), "", "/repo/"),
        (Route::Home(2), "page/2/", "/repo/page/2/"),
        (Route::Archive(1), "archive/", "/repo/archive/"),
        (Route::Archive(2), "archive/page/2/", "/repo/archive/page/2/"),
        (Route::Tags, "tags/", "/repo/tags/"),
        (Route::Tag(slug("cpp"), 1), "tags/cpp/", "/repo/tags/cpp/"),
        (Route::Tag(slug("rust"), 3), "tags/rust/page/3/", "/repo/tags/rust/page/3/"),
        (article("posts/hello"), "posts/hello/", "/repo/posts/hello/"),
        (article("posts/v1.2"), "posts/v1.2/", "/repo/posts/v1.2/"),
        (article("posts/käse"), "posts/käse/", "/repo/posts/k%C3%A4se/"),
        (article("posts/日本"), "posts/日本/", "/repo/posts/%E6%97%A5%E6%9C%AC/"),
        (article("2025/03/01/hello"), "2025/03/01/hello/", "/repo/2025/03/01/hello/"),
        (article("about"), "about/", "/repo/about/"),
        (Route::NotFound, "404.html", "/repo/404.html"),
    ];
    for (route, path, href) in table {
        assert_eq!(route.path(), path);
        assert_eq!(route.href("/repo/"), href);
        assert_eq!(Route::parse(path), route);
        let json = serde_json::to_string(&route).expect("a route as JSON");
        assert_eq!(serde_json::from_str::<Route>(&json).expect("a route from JSON"), route);
    }
}

#[test]
fn slashes_and_index_html_do_not_change_the_page() {
    let table = [
        ("/", Route::Home(1)),
        ("index.html", Route::Home(1)),
        ("posts/hello", article("posts/hello")),
        ("/posts/hello/index.html", article("posts/hello")),
        ("//posts//hello//", article("posts/hello")),
    ];
    for (path, route) in table {
        assert_eq!(Route::parse(path), route, "{path}");
    }
}

#[test]
fn a_file_is_not_a_page() {
    for path in
        ["feed.xml", "2025/03/cat.png", "my-index.html", "posts/hello/cat.png", "posts/notes.pdf", "tags/rust.xml"]
    {
        assert_eq!(Route::parse(path), Route::NotFound, "{path}");
    }
}

#[test]
fn what_belongs_to_the_engine_is_no_page_of_the_owners() {
    for path in ["posts/", "page/", "pagefind/", "archive/2025/", "tags/rust/page/"] {
        assert_eq!(Route::parse(path), Route::NotFound, "{path}");
    }
}

#[test]
fn the_first_page_of_a_list_has_no_number() {
    for path in
        ["page/1/", "page/0/", "page/-1/", "page/two/", "tags/rust/page/1/", "archive/page/1/", "page/99999999999/"]
    {
        assert_eq!(Route::parse(path), Route::NotFound, "{path}");
    }
}
