//! Pictures made to exhaust memory, or to read other files.

use image::ImageFormat;

use super::{Sample, encoded, jpeg, view};

fn svg(type_: &str, inside: &str) -> Vec<u8> {
    format!("{type_}<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\">{inside}</svg>").into_bytes()
}

/// The findings on a picture, without its location and name.
fn error(name: &str, bytes: &[u8]) -> String {
    let errors = Sample::new(&[(name, bytes)]).bundle().expect_err("it cannot be shown");
    // What a browser would run in the file is reported for the file itself.
    let place = format!("posts/hello/index.md:5: \"./{name}\" ");
    let of_file = format!("posts/hello/{name}");
    let in_text: Vec<_> = errors.iter().filter(|error| !error.starts_with(&of_file)).collect();
    let [error] = &in_text[..] else { panic!("{errors:#?}") };
    error.strip_prefix(&place).unwrap_or_else(|| panic!("{error}")).to_owned()
}

#[test]
fn a_drawing_whose_entities_unfold_to_billions_is_refused() {
    let entity = |n: usize| format!("<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10));
    let laughs: String = (1..12).map(entity).collect();
    let laughs = svg(&format!("<!DOCTYPE svg [<!ENTITY a0 \"ha\">{laughs}]>"), "<text>&a11;</text>");
    let many = format!("<!DOCTYPE svg [<!ENTITY a \"{}\">]>", "ha".repeat(50_000));
    let many = svg(&many, &format!("<text>{}</text>", "&a;".repeat(50_000)));
    let itself = svg("<!DOCTYPE svg [<!ENTITY a \"&a;\">]>", "<text>&a;</text>");
    let names: String = (0..5_000).map(|n| format!("<g xmlns:a{n}=\"u{n}\">")).collect();
    let names = svg("", &(names + &"</g>".repeat(5_000)));
    for bytes in [many, names] {
        assert!(error("a.svg", &bytes).starts_with("is not an SVG: its entities expand to too much text"));
    }
    for bytes in [laughs, itself] {
        let error = error("a.svg", &bytes);
        assert!(error.starts_with("is not an SVG: a possible entity reference loop is detected"), "{error}");
    }
}

#[test]
fn a_drawing_cannot_read_other_files() {
    let file = svg("<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "<text>&a;</text>");
    assert!(error("a.svg", &file).starts_with("is not an SVG: unknown entity reference"), "{}", error("a.svg", &file));
    // An external document type is never fetched, and does not affect the content.
    let sample = Sample::new(&[("a.svg", &svg("<!DOCTYPE svg SYSTEM \"http://127.0.0.1:9/x.dtd\">", ""))]);
    assert_eq!(sample.pictures().len(), 1);
}

#[test]
fn a_drawing_nested_a_hundred_thousand_deep_is_measured_or_refused() {
    assert!(error("a.svg", &svg("", &"<g>".repeat(300_000))).starts_with("is not an SVG: "));
    let sample = Sample::new(&[("a.svg", &svg("", &("<g>".repeat(900) + &"</g>".repeat(900))))]);
    assert_eq!(sample.pictures().len(), 1);
}

#[test]
fn a_drawing_of_impossible_size_is_refused() {
    for root in [
        "<svg viewBox=\"0 0 NaN inf\"/>",
        "<svg viewBox=\"0 0 0 3\"/>",
        "<svg viewBox=\"0 0 -4 3\"/>",
        "<svg width=\"-4\" height=\"1e999\"/>",
    ] {
        assert!(error("a.svg", root.as_bytes()).starts_with("has no size"), "{root}");
    }
}

#[test]
fn a_picture_that_claims_more_pixels_than_any_screen_has_is_refused() {
    let mut jpeg = vec![0xff, 0xd8, 0xff, 0xc0, 0, 0x11, 8, 0xff, 0xff, 0xff, 0xff, 3];
    jpeg.extend([1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xd9]);
    let gif = b"GIF89a\xff\xff\xff\xff\0\0\0;";
    let webp = b"RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0\xff\xff\xff\xff\xff\xff";
    for (name, bytes) in [("a.jpg", &jpeg[..]), ("a.gif", gif), ("a.webp", webp)] {
        let error = error(name, bytes);
        assert!(error.ends_with("pixels — scale it down: the maximum is 40 million pixels"), "{error}");
    }
}

#[test]
fn a_picture_that_ends_in_its_middle_is_shown_or_refused() {
    let image = view(600, 400);
    for (name, bytes) in [
        ("a.jpg", jpeg(&image)),
        ("a.png", encoded(&image, ImageFormat::Png)),
        ("a.webp", encoded(&image, ImageFormat::WebP)),
    ] {
        for part in 1..20 {
            let sample = Sample::new(&[(name, &bytes[..bytes.len() * part / 20])]);
            if let Err(errors) = sample.bundle() {
                assert!(errors[0].starts_with("posts/hello/index.md:5: \"./a."), "{errors:#?}");
            }
        }
    }
}
