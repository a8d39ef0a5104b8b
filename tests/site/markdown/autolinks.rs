//! Bare URLs.

use super::{check_line, html};

/// The link for a bare URL.
fn link(url: &str) -> String {
    let url = url.replace('&', "&amp;");
    format!("<a href=\"{url}\" rel=\"external\">{url}</a>")
}

#[test]
fn a_bare_url_is_a_link() {
    for url in [
        "https://rust-lang.org",
        "http://localhost:8080/a",
        "HTTPS://Example.org/A",
        "https://example.org/a_b_c/d_e?x=1&y=2#z",
        "https://example.org/a,b.c;d",
        "https://example.org/~me",
    ] {
        check_line(&[(url, &link(url)), (&format!("See {url} there"), &format!("See {} there", link(url)))]);
    }
    check_line(&[("www.example.org", "<a href=\"https://www.example.org\" rel=\"external\">www.example.org</a>")]);
}

#[test]
fn smart_punctuation_stays_out_of_urls() {
    for url in ["https://example.org/a--b---c", "https://example.org/it's", "https://example.org/a...b"] {
        check_line(&[(&format!("\"So\" -- {url} -- so"), &format!("“So” – {} – so", link(url)))]);
    }
    check_line(&[("<https://a.org/x--y>", &link("https://a.org/x--y"))]);
}

#[test]
fn the_sentence_around_a_url_is_not_part_of_it() {
    let url = &link("https://a.org/b");
    check_line(&[
        ("https://a.org/b.", &format!("{url}.")),
        ("https://a.org/b...", &format!("{url}…")),
        ("https://a.org/b?!", &format!("{url}?!")),
        ("(https://a.org/b)", &format!("({url})")),
        ("[https://a.org/b], so", &format!("[{url}], so")),
        ("\"https://a.org/b\"", &format!("“{url}”")),
        ("**https://a.org/b**", &format!("<strong>{url}</strong>")),
        ("https://a.org/b<c", &format!("{url}&lt;c")),
        ("见 https://a.org/b。好", &format!("见 {url}。好")),
        ("(https://a.org/b_(c))", &format!("({})", link("https://a.org/b_(c)"))),
    ]);
}

#[test]
fn text_that_is_not_a_url_stays_text() {
    for text in
        ["xhttps://a.org", "https://", "http:// a", "www.", "www.localhost", "me@www.example.org", "ftp://www.a.org"]
    {
        check_line(&[(text, text)]);
    }
}

#[test]
fn links_and_code_keep_their_urls_as_they_are() {
    check_line(&[
        ("`https://a.org`", "<code>https://a.org</code>"),
        ("[https://a.org](https://b.org)", "<a href=\"https://b.org\" rel=\"external\">https://a.org</a>"),
        ("[see *https://a.org*](/b/)", "<a href=\"/repo/b/\">see <em>https://a.org</em></a>"),
    ]);
    assert_eq!(html("```\nhttps://a.org\n```").matches("<a").count(), 0);
    assert!(html("![https://a.org](/b.png)").contains("alt=\"https://a.org\""));
}

#[test]
fn a_line_of_urls_or_brackets_takes_no_quadratic_time() {
    for text in ["http://a.b)", "(www.a.b", "www.", "http://", "xhttp://a"] {
        assert!(html(&text.repeat(50_000)).len() > 50_000);
    }
    assert!(html(&("http://a.b".to_owned() + &")".repeat(500_000))).len() > 500_000);
}
