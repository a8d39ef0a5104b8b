//! Dates and slugs.

use personal_page::bundle::{slugify, slugify_tag};
use personal_page::content::{Date, Slug};

use crate::bundle::site::Site;

#[test]
fn a_date_is_a_day_of_the_calendar() {
    for day in ["2025-03-01", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"] {
        assert_eq!(day.parse::<Date>().map(|date| date.to_string()).as_deref(), Ok(day));
    }
    let wrong = [
        "2025-02-29",
        "1900-02-29",
        "2025-04-31",
        "2025-13-01",
        "2025-00-10",
        "2025-01-00",
        "2025-1-1",
        "25-01-01",
        "2025/03/01",
        "2025-03-01T00:00",
        " 2025-03-01",
        "+025-03-01",
        "２０２５-03-01",
        "",
    ];
    for day in wrong {
        assert!(day.parse::<Date>().is_err(), "{day}");
    }
}

#[test]
fn dates_stand_in_the_order_of_time() {
    let date = |text: &str| text.parse::<Date>().expect("a day");
    let mut days = ["2025-03-01", "2024-12-31", "2025-02-28"].map(date);
    days.sort();
    assert_eq!(days.map(|day| day.to_string()), ["2024-12-31", "2025-02-28", "2025-03-01"]);
}

#[test]
fn no_zone_moves_a_post_by_a_day() {
    for (at, time) in ["", "T00:00:00Z", "T23:59:59-11:00", "T00:30:00+14:00"].into_iter().enumerate() {
        let site = Site::new().post_with("hello.md", &format!("title = \"Hello\"\ndate = 2025-03-01{time}"), "Hi.");
        let built = site.bundle();
        assert_eq!(built.article("posts/hello/").date.map(|day| day.to_string()).as_deref(), Some("2025-03-01"));
        let html = built.text("posts/hello/index.html");
        assert!(html.contains("<time class=\"dt-published\" datetime=\"2025-03-01\">1 Mar "), "case {at}: {html}");
    }
}

#[test]
fn a_slug_is_one_plain_segment() {
    for segment in ["hello", "v1.2", "käse", "日本", "a_b-c"] {
        assert_eq!(Slug::new(segment).as_ref().map(Slug::as_str), Some(segment));
    }
    for segment in ["", ".", "..", "a/b", "a\\b", "a b", "a?b", "a#b", "a%b", "a\nb", "a\"b", "<b>", "a&b"] {
        assert_eq!(Slug::new(segment), None, "{segment:?}");
    }
}

#[test]
fn words_become_a_slug() {
    let table = [
        ("Hello, World!", "hello-world"),
        ("  spaces   around ", "spaces-around"),
        ("Ärger & Co.", "ärger-co"),
        ("C++ & <b>", "c-b"),
        ("日本語のブログ", "日本語のブログ"),
        ("e\u{301}te\u{301}", "été"),
        ("../../etc/passwd", "etc-passwd"),
        ("UPPER", "upper"),
    ];
    for (words, expected) in table {
        assert_eq!(slugify(words).as_ref().map(Slug::as_str), Some(expected), "{words}");
    }
    assert_eq!(slugify("!?"), None);
}

#[test]
fn tags_whose_signs_carry_the_meaning_have_addresses_of_their_own() {
    let table = [("C", "c"), ("C++", "cpp"), ("C#", "csharp"), ("F#", "fsharp"), (".NET", "dotnet"), ("Rust", "rust")];
    for (name, expected) in table {
        assert_eq!(slugify_tag(name).as_ref().map(Slug::as_str), Some(expected), "{name}");
    }
}
