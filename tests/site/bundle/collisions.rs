//! No two outputs are written to the same path.

use crate::bundle::picture::png;
use crate::bundle::site::Site;

#[test]
fn a_public_file_in_the_place_of_a_page() {
    let site = Site::new().file("public/archive/index.html", "mine").file("public/404.html", "mine");
    assert_eq!(
        site.mistakes(),
        [
            "public/404.html: would be written to 404.html, the path of the page for missing addresses — rename one of the two",
            "public/archive/index.html: would be written to archive/index.html, the path of the page /archive/ — rename one of the two",
        ]
    );
}

#[test]
fn a_public_file_where_a_page_has_its_folder() {
    let site = Site::new().file("public/archive", "mine");
    assert_eq!(
        site.mistakes(),
        ["public/archive: would be written to archive, a folder with the page /archive/ in it — rename one of the two"]
    );
}

#[test]
fn two_posts_whose_names_differ_only_in_case() {
    let built = Site::new().post("Hello.md", "One.").post("hello.md", "Two.").bundle();
    assert_eq!(
        built.warnings(),
        ["posts/hello.md: warning: posts/Hello.md has the address /posts/hello/ already, so this text is at \
          /posts/hello-2025/ — write slug: \"hello-2025\" to keep it there"]
    );
    assert!(built.body("posts/hello/").contains("One.") && built.body("posts/hello-2025/").contains("Two."));
}

#[test]
fn a_picture_and_a_public_file_that_differ_only_in_case() {
    let site = Site::new()
        .post("hello/index.md", "![A cat](cat.png)")
        .file("posts/hello/cat.png", png(1))
        .file("public/posts/hello/Cat.png", "two");
    assert_eq!(
        site.mistakes(),
        [
            "public/posts/hello/Cat.png: would be written to posts/hello/Cat.png, the path of posts/hello/cat.png — rename one of the two"
        ]
    );
}

#[test]
fn pictures_of_one_name_from_two_folders_stay_two() {
    let built = Site::new()
        .post("hello.md", "![A](a/cat.png) ![B](b/cat.png) ![C](../drawings/cat.png)")
        .file("posts/a/cat.png", png(1))
        .file("posts/b/cat.png", png(2))
        .file("drawings/cat.png", png(3))
        .bundle();
    assert_eq!(built.bytes("posts/a/cat.png"), png(1));
    assert_eq!(built.bytes("posts/b/cat.png"), png(2));
    assert_eq!(built.bytes("drawings/cat.png"), png(3));
    let body = built.body("posts/hello/");
    for path in ["/posts/a/cat.png", "/posts/b/cat.png", "/drawings/cat.png"] {
        assert!(body.contains(&format!("src=\"{path}\"")), "{body}");
    }
}

#[test]
fn a_picture_that_two_posts_refer_to_is_one_file() {
    let built = Site::new()
        .post("2025-03-01-hello/index.md", "![A cat](cat.png) ![again](./cat.png)")
        .file("posts/2025-03-01-hello/cat.png", png(1))
        .post("other.md", "![A cat](2025-03-01-hello/cat.png)")
        .bundle();
    assert_eq!(
        built.files().keys().filter(|path| path.ends_with("cat.png")).collect::<Vec<_>>(),
        ["posts/hello/cat.png"]
    );
    assert!(built.body("posts/other/").contains("src=\"/posts/hello/cat.png\""));
}
