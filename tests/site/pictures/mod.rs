//! Pictures of a site: measured, copied in smaller sizes where useful, once, and checked against their type.

mod copies;
mod hostile;
mod mistakes;
mod sizes;

use std::fs;
use std::io::Cursor;
use std::path::PathBuf;

use image::codecs::jpeg::JpegEncoder;
use image::error::UnsupportedError;
use image::{DynamicImage, ImageEncoder, ImageFormat, Rgb, RgbImage};
use personal_page::bundle::{Failure, Options, bundle};
use personal_page::content::{Body, Content, Date, Page, Picture};

use crate::common::folder::{CONFIG, Folder};

/// A site with one post, `hello`, in a temporary folder.
struct Sample(Folder);

impl Sample {
    /// The post shows each of these files, in a paragraph each, from line 5 on.
    fn new(files: &[(&str, &[u8])]) -> Self {
        let sample = Self(Folder::new());
        sample.write("site.toml", CONFIG.as_bytes());
        let shell = "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><!-- head --></head>\n<body><!-- page --></body>\n</html>\n";
        sample.write("shell/index.html", shell.as_bytes());

        let mut text = "---\n{title: Hello, date: 2026-01-02,\ndescription: A view.}\n---\n".to_owned();
        for (name, bytes) in files {
            text.push_str(&format!("![A view](./{name})\n\n"));
            sample.write(&format!("posts/hello/{name}"), bytes);
        }
        sample.write("posts/hello/index.md", text.as_bytes());
        sample
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path(path)
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        self.0.write(path, bytes);
    }

    fn bundle(&self) -> Result<Vec<String>, Vec<String>> {
        let today: Date = "2026-01-03".parse().expect("a date");
        let options = Options {
            shell: self.path("shell"),
            out: self.path("out"),
            base: Some("/repo/".to_owned()),
            ..Options::new(self.0.root().to_owned(), today)
        };
        let lines = |findings: personal_page::bundle::Diagnostics| {
            findings.sorted().iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        match bundle(&options) {
            Ok(report) => Ok(lines(report.findings)),
            Err(Failure::Mistakes(findings)) => Err(lines(findings)),
            Err(failure) => panic!("{failure}"),
        }
    }

    /// The HTML of each picture in the page of the post, in order.
    fn pictures(&self) -> Vec<Picture> {
        assert_eq!(self.bundle(), Ok(Vec::new()));
        let json = fs::read(self.path("out/posts/hello/index.json")).expect("the page");
        let page: Page = serde_json::from_slice(&json).expect("a page");
        let Content::Article(article) = page.content else { panic!("it is no article") };
        let Body::Markdown { beside, .. } = article.body else { panic!("it is no markdown") };
        beside.targets.into_iter().filter_map(|(_, target)| target.picture).collect()
    }

    /// A file of the site.
    fn out(&self, path: &str) -> Vec<u8> {
        fs::read(self.path("out").join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }
}

/// A picture with enough detail that its file size depends on its width, like a photo's.
fn view(width: u32, height: u32) -> DynamicImage {
    let pixel = |x: u32, y: u32| {
        let noise = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)).wrapping_mul(2_246_822_519) >> 27;
        Rgb([(x * 255 / width) as u8 / 2 + noise as u8, (y * 255 / height) as u8 / 2 + noise as u8, 90 + noise as u8])
    };
    RgbImage::from_fn(width, height, pixel).into()
}

fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).expect("it can be encoded");
    bytes.into_inner()
}

fn jpeg(image: &DynamicImage) -> Vec<u8> {
    jpeg_with(image, |_| Ok(()))
}

/// A JPEG with metadata.
fn jpeg_with(
    image: &DynamicImage,
    metadata: impl FnOnce(&mut JpegEncoder<&mut Vec<u8>>) -> Result<(), UnsupportedError>,
) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    metadata(&mut encoder).expect("JPEG has room for it");
    let rgb = image.to_rgb8();
    encoder.write_image(&rgb, rgb.width(), rgb.height(), image::ExtendedColorType::Rgb8).expect("it can be encoded");
    bytes
}

fn size(picture: &Picture) -> (u32, u32) {
    (picture.width, picture.height)
}

fn widths(picture: &Picture) -> Vec<u32> {
    picture.copies.iter().map(|(width, _)| *width).collect()
}
