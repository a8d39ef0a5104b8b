//! A folder of posts alone, without the site that they are from.

use super::old::{Old, PICTURE};

fn post(text: &str) -> String {
    format!("---\ntitle: T\ndate: 2024-05-01\n---\n{text}\n")
}

#[test]
fn links_between_posts_show_at_what_addresses_all_of_them_were() {
    for (first, second, third) in [
        ("/blog/one/", "/blog/two", "/blog/three/"),
        ("/news/2024/05/01/one/", "/news/2024/05/01/two/#end", "/news/2024/05/01/three/"),
        ("/one.html", "/two.html?x", "/three.html"),
        ("@/notes/one.md", "@/notes/two/index.md", "/notes/three/"),
    ] {
        let new = Old::new()
            .file("2024-05-01-one.md", post(&format!("[2]({second})")))
            .file("2024-05-01-two.md", post(&format!("[1]: {first}\n\n[1]")))
            .file("2024-05-01-three.md", post("Text."))
            // Beside a post of the owner, no post takes another form of address.
            .own("posts/mine.md", post("Mine."))
            .import();
        assert_eq!(new.list("posts/three.md", "aliases"), [third], "{first}");
        assert!(new.report.contains("are taken to be like those in links between the texts"), "{}", new.report);
    }
}

#[test]
fn links_to_one_post_or_to_another_site_show_nothing() {
    let new = Old::new()
        .file("one.md", post("[2](/blog/two/), [2](/blog/two/), https://other.example/blog/one/"))
        .file("two.md", post("[1](https://other.example/blog/one/), [2](https://other.example/blog/two/)"))
        .import();
    assert_eq!(new.list("posts/one.md", "aliases"), [""; 0]);
    assert_eq!(new.list("posts/two.md", "aliases"), [""; 0]);
}

#[test]
fn a_path_from_the_folder_of_all_texts_is_that_of_a_text_here() {
    let new = Old::new()
        .file("first/index.md", post("[s](@/blog/second.md#end) [home](@/_index.md) [all](@/blog/_index.md)"))
        .file("second.md", post("## End\n\n[f](@/blog/first/index.md)"))
        .import();
    assert_eq!(new.body("posts/first.md"), "[s](./second.md#end) [home](/) [all](/archive/)");
    assert_eq!(new.errors(), [""; 0]);
}

#[test]
fn pictures_that_the_source_lacks_are_one_line_for_each_text() {
    let text = "![a](a.png) ![b](/img/b.png) ![a](a.png) ![c](c.png)\n\n<img src=\"d.png\" alt=\"d\">";
    let new = Old::new()
        .file("one.md", post(text))
        .file("two.md", post("Text.\n\n![c](c.png)"))
        .file("c.png", PICTURE)
        .import();
    let line =
        "one.md:5: 3 files that it shows are not in the source: a.png, /img/b.png, d.png — add them to the source";
    assert!(new.report.contains(line), "{}", new.report);
    assert!(!new.report.contains("two.md:"), "{}", new.report);
}

#[test]
fn pictures_of_a_list_in_the_front_matter_are_below_the_text() {
    let new = Old::new()
        .file("one.md", "---\ntitle: T\ndate: 2024-05-01\nphotos:\n- a b.png\n- https://x.example/c.jpg\n---\nText.\n")
        .file("a b.png", PICTURE)
        .file("two.md", "---\ntitle: T\ndate: 2024-05-01\ngallery: true\n---\nText.\n")
        .import();
    assert_eq!(new.body("posts/one/index.md"), "Text.\n\n![](<./a%20b.png>)\n\n![](<https://x.example/c.jpg>)");
    assert_eq!(new.body("posts/two.md"), "Text.");
}

#[test]
fn a_scheme_with_a_letter_missing_is_corrected_and_told_of() {
    let new = Old::new().file("one.md", post("[a](ttps://a.example/x) [b](javascript:x) [c](gopher://x)")).import();
    assert_eq!(new.body("posts/one.md"), "[a](https://a.example/x) [b](javascript:x) [c](gopher://x)");
    assert!(
        new.report.contains("ttps://a.example/x has an unknown scheme: https://a.example/x is taken"),
        "{}",
        new.report
    );
}

#[test]
fn links_to_other_pages_of_the_old_site_need_its_address_and_the_home_page_does_not() {
    let text = "[docs](/docs/history/#v1) [more](/docs/) [home](/) [file](/a.pdf)";
    let new = Old::new().file("one.md", post(text)).import();
    assert_eq!(new.body("posts/one.md"), text);
    let line = "one.md:5: it links to pages of the old site that are not in the source — import again with --url";
    assert_eq!(new.report.matches(line).count(), 1, "{}", new.report);
    let new = Old::new().file("one.md", post("[home](/) [a](https://a.example/)")).import();
    assert!(!new.report.contains("--url"), "{}", new.report);
}
