//! The findings of a site with mistakes, word by word.

use crate::bundle::site::Site;

const WRITE: &str =
    "write the path of a file from here (../other.md, ./picture.png), or of a page from the root (/about/)";

/// A post with mistakes in its text, which begins on line 5.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(Site::new().post("hello.md", text).mistakes(), expected);
}

#[test]
fn a_link_to_a_file_that_is_not_there() {
    check("One.\n\nSee [this](../gone.md).", &[&format!("posts/hello.md:7: \"../gone.md\" leads nowhere — {WRITE}")]);
}

#[test]
fn a_picture_that_is_not_there() {
    check("![A cat](cat.png)", &[&format!("posts/hello.md:5: \"cat.png\" leads nowhere — {WRITE}")]);
}

#[test]
fn an_absolute_link_to_nowhere() {
    check("[About](/abuot/)", &[&format!("posts/hello.md:5: \"/abuot/\" leads nowhere — {WRITE}")]);
}

#[test]
fn what_was_likely_meant_is_named() {
    let table = [
        ("2025-03-02-other", "/posts/other/"),
        ("other.html#end", "/posts/other/#end"),
        ("@/blog/other/index.md", "/posts/other/"),
        ("/2025/03/02/other/", "/posts/other/"),
        ("/pages/about.html", "/about/"),
        ("me@example.org", "mailto:me@example.org"),
    ];
    for (written, meant) in table {
        let site = Site::new()
            .post("hello.md", &format!("[x]({written})"))
            .post("2025-03-02-other.md", "Other.")
            .post_with("about.md", "title = \"About\"\npage = true\ndescription = \"Me.\"", "Me.");
        let expected = format!("posts/hello.md:5: \"{written}\" leads nowhere — did you mean \"{meant}\"?");
        assert_eq!(site.mistakes(), [expected]);
    }
}

#[test]
fn a_file_outside_the_site_is_never_published() {
    let remedy = "put a copy of the file beside the post";
    check(
        "[x](../../etc/passwd)",
        &[&format!("posts/hello.md:5: \"../../etc/passwd\" leads out of the site's folder — {remedy}")],
    );
    check(
        "[x](/../secret.txt)",
        &[&format!("posts/hello.md:5: \"/../secret.txt\" leads out of the site's folder — {remedy}")],
    );
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_out_of_the_site_is_refused_wherever_it_is() {
    let outside = tempfile::NamedTempFile::new().expect("a file");
    let site = Site::new().post("hello.md", "[x](../notes/x.txt)").file("notes/a", "").file("public/a", "");
    for place in ["notes/x.txt", "public/y.txt"] {
        std::os::unix::fs::symlink(outside.path(), site.root().join(place)).expect("a link");
    }
    assert_eq!(
        site.mistakes(),
        [
            "posts/hello.md:5: \"../notes/x.txt\" leads out of the site's folder — put a copy of the file beside the post",
            "public/y.txt: this symbolic link points outside the site's folder — replace it by a copy of the file",
        ]
    );
}

#[test]
fn a_link_to_a_draft() {
    let site = Site::new().post("hello.md", "[Soon](soon.md)").post_with(
        "soon.md",
        "title = \"Soon\"\ndate = 2025-03-02\ndraft = true",
        "",
    );
    assert_eq!(
        site.mistakes(),
        [
            "posts/hello.md:5: \"soon.md\" has no page — it is a draft, has errors, or is not a post: correct it, or remove the link"
        ]
    );
}

#[test]
fn an_id_that_is_given_twice_or_belongs_to_the_page() {
    check(
        "## A {#one}\n\n## B {#one}\n\n## C {#main}\n\n## D {#fn-1}",
        &[
            "posts/hello.md:7: the id \"one\" is taken — give this heading another id than {#one}",
            "posts/hello.md:9: the id \"main\" is taken — give this heading another id than {#main}",
            "posts/hello.md:11: the id \"fn-1\" is taken — give this heading another id than {#fn-1}",
        ],
    );
}

#[test]
fn a_page_at_an_address_of_the_sites_own() {
    let site = Site::new().post_with("archive.md", "title = \"Archive\"\npage = true", "Old things.");
    assert_eq!(
        site.mistakes(),
        ["posts/archive.md: the address /archive/ is reserved for the site — write slug = \"an-address\""]
    );
}

#[test]
fn an_invalid_address_on_the_command_line() {
    let mut site = Site::new();
    site.options.url = Some("me.example".to_owned());
    assert_eq!(
        site.mistakes(),
        ["--url: \"me.example\" is not the full address of a site — write --url https://example.org"]
    );
}

#[test]
fn a_shell_without_a_placeholder() {
    let site = Site::new();
    std::fs::write(site.options.shell.join("index.html"), "<html lang=\"en\"><!-- page -->").expect("a file");
    assert_eq!(site.mistakes(), ["index.html: has no <!-- head --> — put it back: the bundler writes there"]);
}

#[test]
fn all_mistakes_come_at_once_in_the_order_of_files_and_lines() {
    let site = Site::new()
        .post_with("b.md", "title = \"B\"", "[x](gone.md)")
        .post("c.md", "[x](gone.md)\n\n![y](gone.png)")
        .post("a.md", "[broken](b.md)")
        .file("public/posts/c/index.html", "mine");
    assert_eq!(
        site.mistakes(),
        [
            "posts/a.md:5: \"b.md\" has no page — it is a draft, has errors, or is not a post: correct it, or remove the link",
            "posts/b.md:1: there is no date — write date = 2025-03-01, or put it before the name: 2025-03-01-b",
            &format!("posts/c.md:5: \"gone.md\" leads nowhere — {WRITE}"),
            &format!("posts/c.md:7: \"gone.png\" leads nowhere — {WRITE}"),
            "public/posts/c/index.html: would be written to posts/c/index.html, the path of the page /posts/c/ — rename one of the two",
        ]
    );
}

#[test]
fn leniently_a_reference_to_nowhere_is_a_warning_and_stays() {
    let built = Site::new().post("hello.md", "[a](../gone.md) ![b](gone.png) [c](/gone/)").lenient().bundle();
    let warning = |written: &str| format!("posts/hello.md:5: warning: \"{written}\" leads nowhere — {WRITE}");
    assert_eq!(built.warnings(), ["../gone.md", "gone.png", "/gone/"].map(warning));
    let body = built.body("posts/hello/");
    for link in ["<a href=\"../gone.md\">a</a>", "src=\"gone.png\"", "<a href=\"/gone/\">c</a>"] {
        assert!(body.contains(link), "{body}");
    }
}

#[test]
fn leniently_other_mistakes_stay_mistakes() {
    let mistakes = Site::new().post("hello.md", "## A {#one}\n\n## B {#one}\n\n[a](gone.md)").lenient().mistakes();
    assert_eq!(mistakes.len(), 2);
    assert!(mistakes[0].starts_with("posts/hello.md:7: the id \"one\" is taken"), "{mistakes:?}");
}
