//! Every kind of picture is measured.

use image::ImageFormat;

use super::{Sample, encoded, jpeg, size, view, widths};

/// Two frames of one pixel, shown as 3 × 2.
fn moving_gif() -> Vec<u8> {
    let frame = b"\x21\xf9\x04\x00\x0a\x00\x00\x00\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0";
    [&b"GIF89a\x03\0\x02\0\x80\0\0\0\0\0\xff\xff\xff"[..], frame, frame, b"\x3b"].concat()
}

#[test]
fn every_kind_of_picture_has_its_size() {
    let svg = |attributes: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}/>").into_bytes();
    let typed = b"<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"svg11.dtd\" [<!ENTITY w \"60\">]>\n<svg width=\"&w;\" height=\"20px\" />";
    let sample = Sample::new(&[
        ("small.png", &encoded(&view(40, 30), ImageFormat::Png)),
        ("small.JPG", &jpeg(&view(41, 30))),
        ("small.webp", &encoded(&view(42, 30), ImageFormat::WebP)),
        ("moving.gif", &moving_gif()),
        ("box.svg", &svg("viewBox=\"-10,-10 640.4 359.6\"")),
        ("own.svg", &svg("width=\"2in\" height=\"72pt\" viewBox=\"0 0 1 1\"")),
        ("one.svg", &svg("width=\"300\" height=\"100%\" viewBox=\"0 0 4 3\"")),
        ("typed.svg", typed),
    ]);
    let expected = [(40, 30), (41, 30), (42, 30), (3, 2), (640, 360), (192, 96), (300, 225), (60, 20)];
    let pictures = sample.pictures();
    assert_eq!(pictures.iter().map(size).collect::<Vec<_>>(), expected);
    assert!(pictures.iter().all(|picture| picture.copies.is_empty()), "they are small, or not to be copied");
    assert_eq!(sample.out("posts/hello/moving.gif"), moving_gif());
}

#[test]
fn a_picture_of_public_is_measured_too() {
    let sample = Sample::new(&[]);
    sample.write("public/img/view.jpg", &jpeg(&view(600, 400)));
    let text = "---\n{title: Hello, date: 2026-01-02,\ndescription: A view.}\n---\n[![A view](/img/view.jpg)](/img/view.jpg)\n";
    sample.write("posts/hello/index.md", text.as_bytes());
    let picture = sample.pictures().remove(0);
    assert_eq!((size(&picture), widths(&picture)), ((600, 400), vec![480, 600]));
    assert!(picture.copies[0].1.starts_with("img/view-480-"), "{picture:?}");
    sample.out(&picture.copies[0].1);
}
