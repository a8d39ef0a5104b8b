//! Smaller copies: their number, their content, and that they are made once.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use image::{ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use moxcms::ColorProfile;

use super::{Sample, encoded, jpeg, jpeg_with, size, view, widths};

/// The orientation that a camera writes when held on its side (EXIF 2.32, 4.6.4, tag 0x0112).
fn turned_by_90() -> Vec<u8> {
    b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec()
}

#[test]
fn a_wide_picture_has_smaller_copies_named_after_what_is_in_them() {
    let png = encoded(&view(1000, 600), ImageFormat::Png);
    let sample = Sample::new(&[("my view.png", &png)]);
    // A destination with a space needs angle brackets.
    sample.write(
        "posts/hello/index.md",
        b"---\n{title: Hello, date: 2026-01-02,\ndescription: A view.}\n---\n![A view](<my view.png>)\n",
    );
    let [picture] = &sample.pictures()[..] else { panic!("there is one") };
    assert_eq!((size(picture), widths(picture)), ((1000, 600), vec![480, 800, 1000]));
    let mut before = 0;
    for (width, path) in &picture.copies {
        let hash =
            path.strip_prefix(&format!("posts/hello/my%20view-{width}-")).and_then(|it| it.strip_suffix(".webp"));
        assert!(hash.is_some_and(|hash| hash.len() == 8), "{path}");
        let bytes = sample.out(&path.replace("%20", " "));
        let copy = image::load_from_memory_with_format(&bytes, ImageFormat::WebP).expect("a picture");
        assert_eq!((copy.width(), copy.height()), (*width, width * 6 / 10));
        assert!(before < bytes.len() && bytes.len() < png.len());
        before = bytes.len();
    }
    assert_eq!(sample.out("posts/hello/my view.png"), png);
    let html = String::from_utf8(sample.out("posts/hello/index.html")).expect("text");
    let (_, last) = &picture.copies[2];
    assert!(html.contains(&format!(", /repo/{last} 1000w\" sizes=\"")), "{html}");
}

#[test]
fn no_copy_is_wider_than_two_thousand_pixels() {
    let sample = Sample::new(&[("wide.jpg", &jpeg(&view(2400, 60)))]);
    assert_eq!(widths(&sample.pictures()[0]), [480, 800, 1200, 1600, 2000]);
}

#[test]
fn where_a_copy_would_be_no_smaller_the_picture_itself_is_one_to_choose() {
    // Already very small: WebP of quality 1.
    let mut config = webp::WebPConfig::new().expect("settings");
    config.quality = 1.0;
    let image = view(1000, 600);
    let bytes =
        webp::Encoder::from_rgb(image.as_bytes(), 1000, 600).encode_advanced(&config).expect("a picture").to_vec();
    let picture = Sample::new(&[("thin.webp", &bytes)]).pictures().remove(0);
    assert!(!widths(&picture).contains(&800), "{picture:?}");
    if let Some(last) = picture.copies.last() {
        assert_eq!(*last, (1000, "posts/hello/thin.webp".to_owned()));
    }
}

#[test]
fn a_photo_taken_sideways_is_measured_and_copied_upright() {
    let mut image = view(900, 600).to_rgb8();
    // A red bar at the left, which is at the top when displayed.
    for (_, _, pixel) in image.enumerate_pixels_mut().filter(|(x, ..)| *x < 200) {
        *pixel = Rgb([255, 0, 0]);
    }
    let sample = Sample::new(&[("turned.jpg", &jpeg_with(&image.into(), |it| it.set_exif_metadata(turned_by_90())))]);
    let [picture] = &sample.pictures()[..] else { panic!("there is one") };
    assert_eq!((size(picture), widths(picture)), ((600, 900), vec![480, 600]));
    let copy = image::load_from_memory(&sample.out(&picture.copies[0].1)).expect("a picture").to_rgb8();
    assert_eq!(copy.dimensions(), (480, 720));
    let Rgb([red, green, blue]) = *copy.get_pixel(240, 40);
    assert!(red > 220 && green < 40 && blue < 40, "the bar is up: {red} {green} {blue}");
}

#[test]
fn a_photo_with_a_colour_profile_is_copied_in_srgb() {
    let image = RgbImage::from_pixel(600, 400, Rgb([200, 100, 50]));
    let p3 = ColorProfile::new_display_p3().encode().expect("a profile");
    let sample = Sample::new(&[("phone.jpg", &jpeg_with(&image.into(), |it| it.set_icc_profile(p3)))]);
    let picture = sample.pictures().remove(0);
    let copy = image::load_from_memory(&sample.out(&picture.copies[0].1)).expect("a picture").to_rgb8();
    let Rgb([red, green, blue]) = *copy.get_pixel(240, 160);
    // color(display-p3 0.784 0.392 0.196) is rgb(215 92 31).
    assert!(red.abs_diff(215) < 5 && green.abs_diff(92) < 5 && blue.abs_diff(31) < 5, "{red} {green} {blue}");
}

#[test]
fn what_is_seen_through_stays_so_in_a_copy() {
    let pixel =
        |x: u32, y: u32| Rgba([(x % 251) as u8, (y % 241) as u8, ((x * y) % 239) as u8, if x < 300 { 0 } else { 255 }]);
    let sample = Sample::new(&[("glass.png", &encoded(&RgbaImage::from_fn(600, 400, pixel).into(), ImageFormat::Png))]);
    let picture = sample.pictures().remove(0);
    let copy = image::load_from_memory(&sample.out(&picture.copies[0].1)).expect("a picture").to_rgba8();
    assert_eq!((copy.get_pixel(100, 100)[3], copy.get_pixel(400, 100)[3]), (0, 255));
}

#[test]
fn copies_are_made_once() {
    let sample = Sample::new(&[("view.jpg", &jpeg(&view(700, 400)))]);
    let first = sample.pictures();
    let cache = sample.path("target/site/cache/pictures");
    let kept = |cache: &Path| -> Vec<(PathBuf, SystemTime)> {
        let entries = fs::read_dir(cache).expect("the cache").map(|entry| entry.expect("an entry"));
        let mut kept: Vec<_> =
            entries.map(|it| (it.path(), it.metadata().and_then(|m| m.modified()).expect("a time"))).collect();
        kept.sort();
        kept
    };
    let before = kept(&cache);
    assert_eq!(before.len(), 3, "two copies, and what is known of the picture");
    let marked = before.iter().find(|(path, _)| path.to_string_lossy().ends_with("-480")).expect("a copy").0.clone();
    assert_eq!((sample.pictures(), kept(&cache)), (first.clone(), before));

    // The cached copy is used; a missing one is made again, the same.
    let bytes = fs::read(&marked).expect("the copy");
    fs::write(&marked, b"marked").expect("it can be written");
    assert_eq!(sample.pictures(), first);
    assert_eq!(sample.out(&first[0].copies[0].1), b"marked");
    fs::remove_file(&marked).expect("it can be deleted");
    assert_eq!(sample.pictures(), first);
    assert_eq!(sample.out(&first[0].copies[0].1), bytes);
}

#[test]
fn the_same_picture_gives_the_same_bytes_everywhere() {
    let files: &[(&str, &[u8])] = &[("view.png", &encoded(&view(600, 200), ImageFormat::Png))];
    let (one, two) = (Sample::new(files), Sample::new(files));
    let pictures = one.pictures();
    assert_eq!(pictures, two.pictures());
    for (_, path) in &pictures[0].copies {
        assert_eq!(one.out(path), two.out(path), "{path}");
    }
}
