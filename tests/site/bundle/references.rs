//! The targets of references in a text.

use crate::bundle::picture::png;
use crate::bundle::site::Site;

fn neighbours() -> Site {
    Site::new()
        .post("2024-05-06-other.md", "## Frag")
        .post("old.markdown", "Old.")
        .post("folder/index.md", "Folder.")
        .post_with("about.md", "title = \"About\"\npage = true", "## Me")
        .file("posts/folder/diagram.svg", "<svg/>")
        .file("public/file.pdf", "%PDF")
        .file("public/slides/index.html", "slides")
}

/// The targets of the links in `posts/hello/index.md`.
#[track_caller]
fn check(table: &[(&str, &str)]) {
    let links: Vec<String> = table.iter().map(|(written, _)| format!("[x]({written})")).collect();
    let built = neighbours()
        .post("hello/index.md", &links.join("\n\n"))
        .file("posts/hello/picture.png", "one")
        .file("posts/hello/picture two.png", "two")
        .file("posts/hello/LICENSE", "free")
        .base("/repo/")
        .bundle();
    let body = built.body("posts/hello/");
    for ((written, expected), line) in table.iter().zip(body.lines()) {
        assert_eq!(line.replace(" rel=\"external\"", ""), format!("<p><a href=\"{expected}\">x</a></p>"), "{written}");
    }
}

#[test]
fn the_file_of_another_post_is_its_page() {
    check(&[
        ("../2024-05-06-other.md", "/repo/posts/other/"),
        ("../2024-05-06-other.md#frag", "/repo/posts/other/#frag"),
        ("../2024-05-06-other.md?a=1&b=2#frag", "/repo/posts/other/?a=1&amp;b=2#frag"),
        ("../old.markdown", "/repo/posts/old/"),
        ("../folder/index.md", "/repo/posts/folder/"),
        ("../folder/", "/repo/posts/folder/"),
        ("../folder", "/repo/posts/folder/"),
        ("../about.md", "/repo/about/"),
        ("index.md", "/repo/posts/hello/"),
        ("./", "/repo/posts/hello/"),
    ]);
}

#[test]
fn a_path_from_the_root_is_a_page_or_a_public_file() {
    check(&[
        ("/", "/repo/"),
        ("/about/", "/repo/about/"),
        ("/about", "/repo/about/"),
        ("/about/#me", "/repo/about/#me"),
        ("/archive/", "/repo/archive/"),
        ("/posts/other/", "/repo/posts/other/"),
        ("/file.pdf", "/repo/file.pdf"),
        ("/file.pdf#page=2", "/repo/file.pdf#page=2"),
        ("/slides/", "/repo/slides/"),
        ("../../public/file.pdf", "/repo/file.pdf"),
    ]);
}

#[test]
fn a_file_beside_the_text_is_copied_beside_the_page() {
    check(&[
        ("./picture.png", "/repo/posts/hello/picture.png"),
        ("picture.png?v=2#top", "/repo/posts/hello/picture.png?v=2#top"),
        ("picture%20two.png", "/repo/posts/hello/picture%20two.png"),
        ("<picture two.png>", "/repo/posts/hello/picture%20two.png"),
        ("../folder/diagram.svg", "/repo/posts/folder/diagram.svg"),
        ("LICENSE", "/repo/posts/hello/LICENSE"),
    ]);
}

#[test]
fn what_is_elsewhere_stays_as_it_is() {
    check(&[
        ("https://example.org/a?b#c", "https://example.org/a?b#c"),
        ("//example.org/", "//example.org/"),
        ("mailto:me@example.org", "mailto:me@example.org"),
        ("#top", "#top"),
        ("?page=2", "?page=2"),
    ]);
}

#[test]
fn only_files_that_a_text_refers_to_are_copied() {
    let built = Site::new()
        .post("hello/index.md", "![A cat](img/my%20cat.png)")
        .file("posts/hello/img/my cat.png", png(1))
        .file("posts/hello/sketch.psd", "not for readers")
        .bundle();
    assert_eq!(built.bytes("posts/hello/img/my cat.png"), png(1));
    assert!(!built.files().contains_key("posts/hello/sketch.psd"));
}

#[test]
fn markdown_beside_a_post_is_not_published() {
    let site = Site::new().post("hello/index.md", "[Notes](notes.md)").file("posts/hello/notes.md", "Mine.");
    assert!(site.mistakes()[0].starts_with("posts/hello/index.md:5: \"notes.md\" has no page"));
}
