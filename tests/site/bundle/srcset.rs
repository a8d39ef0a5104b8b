//! The pictures of a `srcset`: their positions, and the time for many of them.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::bundle::picture::png;
use crate::bundle::site::Site;

#[test]
fn the_words_at_fault_are_those_of_the_candidate() {
    let text = "x <img alt=\"a\" src=\"b.png\" srcset=\"./ab.png 1x, ./a 2x\">";
    let mut site = Site::new().post("hello/index.md", text);
    for name in ["b.png", "ab.png"] {
        site = site.file(&format!("posts/hello/{name}"), png(1));
    }
    let built = site.lenient().bundle();
    let findings = built.report.findings.sorted();
    let columns: Vec<_> = findings.iter().map(|finding| finding.location.columns).collect();
    // `./a`, and not the start of `./ab.png`.
    let start = text.find("./a 2x").expect("it");
    assert_eq!(columns, [Some((start, start + 3))]);
}

#[test]
fn as_many_candidates_as_a_text_holds_take_no_time() {
    let mut candidates = String::new();
    for number in 0..40_000 {
        let _ = write!(candidates, "/{number:012} {number}w, ");
    }
    let site = Site::new().post("hello.md", &format!("x <img alt=\"a\" src=\"/\" srcset=\"{candidates}\">"));
    let start = Instant::now();
    drop(personal_page::bundle::check(&site.options));
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}
