//! Findings on files that cannot be shown.

use image::ImageFormat;

use super::{Sample, encoded, jpeg, view};

#[test]
fn a_file_that_cannot_be_shown_says_so_where_it_is_shown() {
    let png = encoded(&view(60, 40), ImageFormat::Png);
    let mut huge = png.clone();
    // IHDR: width and height, and the checksum over them.
    huge[16..24].copy_from_slice(&[0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60]);
    let sample = Sample::new(&[
        ("text.png", b"Dear diary,"),
        ("photo.png", &jpeg(&view(60, 40))),
        ("huge.png", &huge),
        ("half.png", &png[..png.len() / 2]),
        ("half.svg", b"<svg viewBox=\"0 0 4 3\">"),
        ("page.svg", b"<html/>"),
        ("none.svg", b"<svg/>"),
        ("empty.gif", b""),
    ]);
    let errors = sample.bundle().expect_err("none of them can be shown");
    let expected = [
        "posts/hello/index.md:5: \"./text.png\" is named as PNG, but has other content — save it as PNG again",
        "posts/hello/index.md:7: \"./photo.png\" is named as PNG, but is JPEG — change its extension to .jpeg, or save it as PNG",
        "posts/hello/index.md:9: \"./huge.png\" has 60000 × 60000 pixels — scale it down: the maximum is 40 million pixels",
        "posts/hello/index.md:11: \"./half.png\" cannot be read as PNG: unexpected end of file — save it as PNG again",
        "posts/hello/index.md:13: \"./half.svg\" is not an SVG: the root node was opened but never closed — export it from its program again",
        "posts/hello/index.md:15: \"./page.svg\" is not an SVG: it begins with <html> — export it from its program again",
        "posts/hello/index.md:17: \"./none.svg\" has no size — give its svg element a viewBox: viewBox=\"0 0 800 450\"",
        "posts/hello/index.md:19: \"./empty.gif\" is named as GIF, but has other content — save it as GIF again",
    ];
    assert_eq!(errors, expected);
    assert!(!sample.path("out").exists(), "nothing was written");
}

#[test]
fn a_picture_without_alt_text_is_warned_of_each_time() {
    let sample = Sample::new(&[("a.png", &encoded(&view(20, 20), ImageFormat::Png))]);
    let text = "---\n{title: Hello, date: 2026-01-02,\ndescription: A view.}\n---\n![](a.png)\n\n![A](a.png)\n\n![ ](a.png \"With a caption\")\n";
    sample.write("posts/hello/index.md", text.as_bytes());
    let warning = |line| {
        format!(
            "posts/hello/index.md:{line}: warning: the picture \"a.png\" has no alt text \
             — describe what it shows: ![A red fox](a.png)"
        )
    };
    assert_eq!(sample.bundle(), Ok(vec![warning(5), warning(9)]));
}
