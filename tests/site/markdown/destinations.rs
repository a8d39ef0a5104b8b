//! The kinds of destinations.

use personal_page::markdown::destination::{Destination, Kind, SCHEMES};

use super::check_line;

#[test]
fn a_harmless_scheme_is_a_link() {
    for destination in
        ["sms:+1", "xmpp:me@a.org", "geo:52.5,13.4", "magnet:?xt=urn:btih:c", "ftp://a.org/", "MATRIX:u/me:a.org"]
    {
        check_line(&[(
            &format!("[x]({destination})"),
            &format!("<a href=\"{}\">x</a>", destination.replace('&', "&amp;")),
        )]);
    }
    for scheme in SCHEMES.split(' ') {
        assert_eq!(Destination::new(&format!("{scheme}:x")).kind, Kind::Program, "{scheme}");
    }
}

#[test]
fn a_picture_is_a_file_or_on_the_web() {
    check_line(&[
        ("a ![b](sms:+1)", "a b"),
        ("a ![b](mailto:me@a.org)", "a b"),
        ("a ![b](//a.org/b.png)", "a <img src=\"//a.org/b.png\" alt=\"b\" decoding=\"async\">"),
    ]);
}

#[test]
fn each_destination_is_of_one_kind() {
    for (kind, all) in [
        (Kind::Empty, &["", " ", "\t\n", "\u{1}"][..]),
        (Kind::SamePage, &["#a", "?a=1", " #a:b", "#//a"]),
        (Kind::Root, &["/", "/a:b", "/\\a.org", "/#a"]),
        (Kind::Relative, &["a", "./a:b", "../a.md#b", "a/b:c", "\\\\a.org", "größe.md"]),
        (Kind::Web, &["https://a.org", "HTTP://a.org/b", "//a.org", "/\t/a.org", "ht\ntps://a.org"]),
        (Kind::Program, &["mailto:me@a.org", "TEL:1", "urn:isbn:1"]),
        (
            Kind::Refused,
            &[
                "javascript:x",
                "data:,x",
                "https:a.org",
                "https:///a.org",
                "http://",
                "//",
                "C:\\a",
                "a b:c",
                "12:30.png",
            ],
        ),
    ] {
        for written in all {
            assert_eq!(Destination::new(written).kind, kind, "{written:?}");
        }
    }
}
