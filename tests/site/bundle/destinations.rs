//! Destinations that pages cannot have, those at the site's own address, old addresses, names in two Unicode forms.

use std::time::{Duration, Instant};

use crate::bundle::picture::png;
use crate::bundle::site::Site;

/// The findings on a destination in a text: in full, without the location.
#[track_caller]
fn told(text: &str) -> Vec<String> {
    let told = Site::new().post("hello.md", text).mistakes();
    told.iter().map(|line| line.strip_prefix("posts/hello.md:5: ").expect("its place").to_owned()).collect()
}

#[test]
fn a_refused_destination_says_why_and_what_to_write() {
    for (text, expected) in [
        (
            "[x](javascript:alert(1))",
            "\"javascript:alert(1)\" is a script, which would run in the page: \"javascript:\" is never allowed in a link — link to a \
             page, or show it as code: `javascript:alert(1)`",
        ),
        (
            "![x](data:image/png;base64,eA==)",
            "\"data:image/png;base64,eA==\" has a file in its address, which could be a page with scripts: \"data:\" is never \
             allowed in a link — save it as a file beside the post, and write its path: ./picture.png",
        ),
        (
            "[x][r]\n\n[r]: file:///home/me/a.pdf",
            "\"file:///home/me/a.pdf\" is on your machine, which readers cannot reach — put a copy of the file beside the \
             post, and write its path: ./file.pdf",
        ),
        (
            "[x](obsidian://open?vault=a)",
            "\"obsidian://open?vault=a\" has a scheme that is not on the list of safe ones, \"obsidian:\" — link to a page about \
             it, https://…, or show it as code: `obsidian://open?vault=a`; write ./obsidian://open?vault=a if it is a file",
        ),
        ("[x](htps://a.org/)", "\"htps://a.org/\" has an unknown scheme, \"htps:\" — did you mean \"https://a.org/\"?"),
        (
            "[x](malto:me@a.org)",
            "\"malto:me@a.org\" has an unknown scheme, \"malto:\" — did you mean \"mailto:me@a.org\"?",
        ),
        (
            "[x](a.org:8080/b)",
            "\"a.org:8080/b\" has an unknown scheme, \"a.org:\" — did you mean \"https://a.org:8080/b\"?",
        ),
        (
            "[x](https:/a.org)",
            "\"https:/a.org\" names no host — write a full address, https://example.org/, or a path from the root, /about/",
        ),
        ("[z]()", "the destination is empty — write its address, [text](https://…), or delete the brackets"),
        ("![z](<>)", "the destination is empty — write its address, [text](https://…), or delete the brackets"),
        (
            "![x](sms:+1)",
            "\"sms:+1\" is not a picture — put the picture beside the post, ![its content](./picture.png), or make it a link: delete the !",
        ),
    ] {
        assert_eq!(told(text), [expected], "{text}");
    }
}

#[test]
fn what_to_write_instead_works() {
    let built = Site::new()
        .post(
            "hello.md",
            "`javascript:alert(1)` [x](https://a.org:8080/b) [y](./12:30.txt) [z](sms:+1) [t](<./a b.txt>)",
        )
        .file("posts/12:30.txt", "noon")
        .file("posts/a b.txt", "words")
        .bundle();
    assert_eq!(built.warnings(), [""; 0]);
    let body = built.body("posts/hello/");
    assert!(body.contains("href=\"/posts/12%3A30.txt\"") && body.contains("href=\"sms:+1\""), "{body}");
}

#[test]
fn a_full_address_of_the_site_is_a_path_of_it() {
    let site = |text: &str| {
        Site::new()
            .config("")
            .post("hello/index.md", text)
            .file("posts/hello/p.png", png(1))
            .post("other.md", "## Größe")
            .file("public/a.pdf", "%PDF")
    };
    let built = site(
        "[a](https://me.example/posts/other/) [b](http://ME.example/posts/other#größe) [c](//me.example) \
         [d](https://me.example/a.pdf) [e](https://me.example.org/) [f](https://me.example/posts/hello/p.png)",
    )
    .bundle();
    assert_eq!(built.warnings(), [""; 0]);
    let body = built.body("posts/hello/");
    for href in [
        "/posts/other/",
        "/posts/other/#gr%C3%B6%C3%9Fe",
        "/",
        "/a.pdf",
        "https://me.example.org/",
        "/posts/hello/p.png",
    ] {
        assert!(body.contains(&format!("href=\"{href}\"")), "{href} in {body}");
    }
    assert!(built.files().contains_key("posts/hello/p.png"));
    let gone = site("[a](https://me.example/posts/ohter/) [b](https://me.example/posts/gone/)").bundle();
    assert_eq!(
        gone.warnings(),
        [
            "posts/hello/index.md:5: warning: \"https://me.example/posts/ohter/\" leads nowhere on this site — did you mean \
             \"/posts/other/\"?",
            "posts/hello/index.md:5: warning: \"https://me.example/posts/gone/\" leads nowhere on this site — write the path of a \
             file from here (../other.md, ./picture.png), or of a page from the root (/about/)",
        ]
    );
    assert!(gone.body("posts/hello/").contains("href=\"https://me.example/posts/gone/\" rel=\"external\""));
    let fragment = site("[a](https://me.example/posts/other/#grösse)").mistakes();
    assert!(fragment[0].contains("has no id \"grösse\" — did you mean \"#größe\"?"), "{fragment:?}");
}

#[test]
fn a_full_address_of_the_site_that_leads_nowhere_is_reported() {
    let text = "[a](https://me.example/cv.pdf) [b](https://me.example/tags/nope/) [c](https://me.example/project/) [d](https://other.example/nope/)";
    let write = "write the path of a file from here (../other.md, ./picture.png), or of a page from the root (/about/)";
    let what = |url: &str| format!("posts/hello.md:5: warning: \"{url}\" leads nowhere on this site — {write}");
    let site = Site::new().file("site.toml", "title = \"A\"\ndescription = \"B\"\nurl = \"https://me.example\"\n");
    // A folder may be another project of this host: GitHub Pages serves all projects of an owner from one.
    assert_eq!(
        site.post("hello.md", text).bundle().warnings(),
        [what("https://me.example/cv.pdf"), what("https://me.example/tags/nope/")]
    );
}

#[test]
fn below_a_base_only_what_is_below_it_is_the_sites() {
    let text = "[a](https://me.example/repo/posts/hello/) [b](https://me.example/posts/hello/) [c](https://me.example/repository)";
    let site = Site::new().file("site.toml", "title = \"A\"\ndescription = \"B\"\nurl = \"https://me.example/repo\"\n");
    let body = site.post("hello.md", text).bundle().body("posts/hello/");
    assert_eq!(
        body,
        "<p><a href=\"/repo/posts/hello/\">a</a> <a href=\"https://me.example/posts/hello/\" rel=\"external\">b</a> \
         <a href=\"https://me.example/repository\" rel=\"external\">c</a></p>"
    );
}

#[test]
fn an_old_address_leads_to_the_page_it_became() {
    let keys =
        "title = \"Other\"\ndate = 2025-03-01\ndescription = \"A.\"\naliases = [\"/2019/old.html\", \"/früher/\"]";
    let site = |text: &str| {
        Site::new().post("hello.md", text).post_with("other.md", keys, "## Frag\n\n[own](/2019/old.html#frag)")
    };
    let built = site("[a](/2019/old.html) [b](/früher#frag) [c](https://me.example/fr%C3%BCher/?q)").bundle();
    assert_eq!(built.warnings(), [""; 0]);
    assert_eq!(
        built.body("posts/hello/"),
        "<p><a href=\"/posts/other/\">a</a> <a href=\"/posts/other/#frag\">b</a> <a href=\"/posts/other/?q\">c</a></p>"
    );
    assert!(built.body("posts/other/").contains("<a href=\"/posts/other/#frag\">own</a>"));
    let told = site("[a](/2019/old.html#gone)").mistakes();
    assert!(told[0].contains("leads to a page that has no id \"gone\""), "{told:?}");
}

#[test]
fn names_match_in_either_unicode_form() {
    let text = "## Café ici\n\n[a](#cafe\u{301}-ici) [b](#cafe%CC%81-ici) [c](#café-ici) [d](u\u{308}ber.md#cafe\u{301})\n\
                [e](/posts/u\u{308}ber/) [f](u\u{308}.txt) [g](/A\u{308}/)";
    let built = Site::new()
        .post("hello.md", text)
        .post_with(
            "über.md",
            "title = \"Ü\"\ndate = 2025-03-01\ndescription = \"A.\"\naliases = [\"/Ä/\"]",
            "## X {#cafe\u{301}}",
        )
        .file("posts/ü.txt", "u")
        .bundle();
    assert_eq!(built.warnings(), [""; 0]);
    let body = built.body("posts/hello/");
    for (name, href) in [
        ("a", "/posts/hello/#caf%C3%A9-ici"),
        ("b", "/posts/hello/#caf%C3%A9-ici"),
        ("c", "#caf%C3%A9-ici"),
        ("d", "/posts/%C3%BCber/#caf%C3%A9"),
        ("e", "/posts/%C3%BCber/"),
        ("f", "/posts/%C3%BC.txt"),
        ("g", "/posts/%C3%BCber/"),
    ] {
        assert!(body.contains(&format!("href=\"{href}\">{name}</a>")), "{name} in {body}");
    }
    assert!(body.contains("id=\"café-ici\"") && built.body("posts/über/").contains("id=\"café\""));
}

#[test]
fn a_page_is_drawn_once_however_many_links_lead_to_places_that_it_has_not() {
    let links: Vec<String> = (0..3_000).map(|number| format!("See [the place](#none-{number}).")).collect();
    let site = Site::new().post("hello.md", &links.join("\n\n"));
    let start = Instant::now();
    assert_eq!(site.mistakes().len(), 3_000);
    // If drawn for each link, it takes more than a minute.
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
}
