//! Former addresses of posts.

use crate::bundle::site::Site;

fn with(aliases: &str) -> Site {
    Site::new().post_with(
        "hello.md",
        &format!("title = \"Hello <b>\"\ndate = 2025-03-01\naliases = [{aliases}]\ndescription = \"Hi.\""),
        "Hi.",
    )
}

#[test]
fn an_old_address_leads_to_the_new_one_and_keeps_the_place_in_the_text() {
    let built = with("\"/2019/old/\", \"/old.html\", \"/käse\", \"/b%20c/\"").base("/repo/").bundle();
    for path in ["2019/old/index.html", "old.html", "käse/index.html", "b c/index.html"] {
        let html = built.text(path);
        for part in [
            "<title>Hello &lt;b&gt;</title>",
            "<link rel=\"canonical\" href=\"https://me.example/repo/posts/hello/\">",
            "<meta name=\"robots\" content=\"noindex\">",
            "<script>location.replace(\"/repo/posts/hello/\" + location.search + location.hash)</script>",
            "<meta http-equiv=\"refresh\" content=\"0; url=/repo/posts/hello/\">",
            "<a href=\"/repo/posts/hello/\">Hello &lt;b&gt;</a>",
        ] {
            assert!(html.contains(part), "{path}: {part} is not in {html}");
        }
    }
    assert!(!built.text("sitemap.xml").contains("old"));
}

#[test]
fn an_alias_is_a_path_of_the_site() {
    for alias in ["../old", "https://a.example/old/", "/", "//a.example/", "/a/../b/", "/a?b", "/a#b", ""] {
        let site = with(&format!("\"/fine/\", \"{alias}\""));
        if alias.is_empty() {
            site.bundle();
            continue;
        }
        let message = format!("posts/hello.md:4: the alias \"{alias}\" is not a path of the site — ");
        let mistakes = site.mistakes();
        assert!(mistakes[0].starts_with(&message), "{mistakes:?}");
    }
}

#[test]
fn an_alias_where_something_else_is() {
    let table = [
        ("/archive/", "the alias \"/archive/\" is the address of a page — delete it, or give that page another slug"),
        ("/archive/index.html", "the alias \"/archive/index.html\" is the address of a page"),
        ("/posts/Other", "the alias \"/posts/Other\" is the address of a page"),
        ("/old/\", \"/OLD", "the alias \"/OLD\" is also an alias of posts/hello.md — delete one of the two"),
    ];
    for (alias, message) in table {
        let mistakes = with(&format!("\"{alias}\"")).post("other.md", "").mistakes();
        assert!(mistakes[0].starts_with(&format!("posts/hello.md:4: {message}")), "{mistakes:?}");
    }
}

#[test]
fn two_posts_cannot_have_had_one_address() {
    let keys = "title = \"Other\"\ndate = 2025-02-01\naliases = \"/old\"\ndescription = \"Old.\"";
    let mistakes = with("\"/old/\"").post_with("other.md", keys, "Other.").mistakes();
    assert_eq!(
        mistakes,
        ["posts/other.md:4: the alias \"/old\" is also an alias of posts/hello.md — delete one of the two"]
    );
}

#[test]
fn an_alias_and_a_public_file() {
    let mistakes = with("\"/old.html\"").file("public/old.html", "mine").mistakes();
    assert!(mistakes[0].starts_with("public/old.html: would be written to old.html, the path of"), "{mistakes:?}");
}

#[test]
fn the_posts_own_address_as_an_alias_is_a_warning() {
    let built = with("\"/posts/hello/\"").bundle();
    let warning = "posts/hello.md:4: warning: the alias \"/posts/hello/\" is the post's own address — delete it";
    assert_eq!(built.warnings(), [warning]);
}

#[test]
fn the_posts_own_address_in_another_case_redirects_to_it() {
    let built = with("\"/Posts/Hello/\"").bundle();
    assert_eq!(built.warnings(), [""; 0]);
    assert!(built.text("Posts/Hello/index.html").contains("/posts/hello/"), "the redirect");
    assert!(built.text("posts/hello/index.html").contains("<article"), "the post");
}
