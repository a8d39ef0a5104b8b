//! The pictures for link previews.

use std::fs;
use std::io::Cursor;
use std::ops::Range;

use image::{ImageReader, RgbImage};

use crate::bundle::picture::png;
use crate::bundle::site::{Built, Site};

/// The rows in which a title is drawn: between the line above it and the foot.
const TITLE: Range<u32> = 110..500;
const MARGIN: u32 = 84;
const THAI: &str = "กาแฟ";

fn with_previews() -> Site {
    let mut site = Site::new();
    site.options.previews = true;
    site
}

/// A site with one post, whose title is on line 2.
fn titled(title: &str) -> Site {
    with_previews().post_with("hello.md", &format!("title = '{title}'\ndate = 2025-03-01\ndescription = 'Hi.'"), "Hi.")
}

fn preview(title: &str) -> Vec<u8> {
    titled(title).bundle().bytes("posts/hello/preview.png")
}

#[track_caller]
fn pixels(png: Vec<u8>) -> RgbImage {
    let reader = ImageReader::new(Cursor::new(png)).with_guessed_format().expect("bytes can be read");
    reader.decode().expect("a picture").into_rgb8()
}

/// The first and the last column of a picture's title.
fn extent(png: Vec<u8>) -> (u32, u32) {
    let picture = pixels(png);
    let paper = *picture.get_pixel(0, 0);
    let inked = |x: &u32| TITLE.clone().any(|y| *picture.get_pixel(*x, y) != paper);
    let columns: Vec<u32> = (0..picture.width()).filter(inked).collect();
    (*columns.first().expect("a title"), *columns.last().expect("a title"))
}

#[track_caller]
fn says(built: &Built, page: &str, tags: &[(&str, &str)]) {
    let html = built.text(&format!("{page}index.html"));
    for (name, content) in tags {
        let kind = if name.starts_with("twitter") { "name" } else { "property" };
        let tag = format!("<meta {kind}=\"{name}\" content=\"{content}\">");
        assert!(html.contains(&tag), "{tag} is not in {html}");
    }
}

#[test]
fn a_post_without_a_cover_has_a_picture_for_link_previews() {
    let built = titled("Bread & water").base("/repo/").bundle();
    let address = "https://me.example/repo/posts/hello/preview.png";
    let tags = [
        ("og:image", address),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", "Bread &amp; water"),
        ("twitter:card", "summary_large_image"),
    ];
    says(&built, "posts/hello/", &tags);
    let data = format!("\"image\":[\"{address}\"]");
    assert!(built.text("posts/hello/index.html").contains(&data), "search engines are told of it as well");

    let png = built.bytes("posts/hello/preview.png");
    assert!(png.len() < 60_000, "{} bytes", png.len());
    assert_eq!(pixels(png).dimensions(), (1200, 630));
    assert_eq!(built.warnings(), Vec::<String>::new());
}

#[test]
fn the_other_pages_have_one_picture() {
    let built = titled("Bread").post_with("about.md", "title = \"About\"\npage = true", "I bake.").bundle();
    for page in ["", "about/", "archive/", "tags/"] {
        says(&built, page, &[("og:image", "https://me.example/preview.png"), ("og:image:alt", "Field Notes")]);
    }
    assert_eq!(pixels(built.bytes("preview.png")).dimensions(), (1200, 630));
    assert!(!built.folder.join("about/preview.png").exists());
}

#[test]
fn a_preview_of_the_owner_replaces_the_generated_one() {
    let keys = "title = \"Bread\"\ndate = 2025-03-01\ncover = \"jar.png\"";
    let site = with_previews().post_with("bread/index.md", keys, "").file("posts/bread/jar.png", png(1000));
    let built = site.file("public/preview.png", png(900)).bundle();
    says(&built, "posts/bread/", &[("og:image", "https://me.example/posts/bread/jar.png")]);
    assert!(!built.folder.join("posts/bread/preview.png").exists());
    says(&built, "", &[("og:image", "https://me.example/preview.png")]);
    assert_eq!(built.bytes("preview.png"), png(900));
}

#[test]
fn the_owner_can_do_without() {
    let mut site = Site::new().config("previews = false\n").post("hello.md", "Hi.");
    site.options.previews = true;
    let built = site.bundle();
    let html = built.text("posts/hello/index.html");
    assert!(html.contains("<meta name=\"twitter:card\" content=\"summary\">") && !html.contains("og:image"), "{html}");
    assert!(!built.files().keys().any(|path| path.ends_with("preview.png")));
}

#[test]
fn the_same_words_make_the_same_bytes() {
    assert_eq!(preview("Bread"), preview("Bread"));
    assert_ne!(preview("Bread"), preview("Water"));
}

#[test]
fn a_picture_is_made_once() {
    let built = titled("Bread").bundle();
    let folder = built.root().join("target/site/cache/previews");
    let kept: Vec<_> = fs::read_dir(&folder).expect("a cache").map(|entry| entry.expect("an entry").path()).collect();
    assert_eq!(kept.len(), 2, "of the post and of the other pages");
    for file in kept {
        fs::write(file, "kept").expect("a file in the cache");
    }
    built.again();
    assert_eq!(built.text("posts/hello/preview.png"), "kept");
}

#[test]
fn what_means_something_in_html_is_text() {
    let (_, plain) = extent(preview("Salt pepper"));
    let (_, signs) = extent(preview("Salt <&\"> pepper"));
    assert!(signs > plain + 50, "{signs} and {plain}");
    assert_ne!(preview("Salt &amp; pepper"), preview("Salt & pepper"));
}

#[test]
fn a_title_begins_where_its_script_does() {
    let (first, last) = extent(preview("Bread"));
    assert!(first.abs_diff(MARGIN) < 12 && last < 900, "{first} to {last}");
    let (first, last) = extent(preview("خبز Rust"));
    assert!(last.abs_diff(1200 - MARGIN) < 12 && first > 300, "{first} to {last}");
}

#[test]
fn a_title_of_any_length_stays_within_its_margins() {
    let sentence = "How I moved twelve years of notes from three services to plain files, and what I would do again. ";
    let titles = [
        sentence.to_owned(),
        sentence.repeat(6),
        "個人サイトをRustで作り直した話、そして静的サイトジェネレーターを自作して学んだこと。".repeat(5),
        "Donaudampfschifffahrtsgesellschaftskapitän".repeat(12),
        "👩‍👩‍👧‍👦".repeat(60),
        "a".to_owned(),
    ];
    for title in titles {
        let title = title.trim_end();
        let (first, last) = extent(preview(title));
        assert!(first + 12 >= MARGIN && last <= 1200 - MARGIN + 12, "{title}: {first} to {last}");
    }
}

#[test]
fn a_character_that_no_font_has() {
    let table = [
        ("Coffee, café, кофе, καφές, קפה, قهوة, コーヒー, 咖啡, 커피, ☕ and 🫖 → ∞", None),
        (THAI, Some("ก (U+0E01), ฟ (U+0E1F), า (U+0E32), แ (U+0E41)")),
    ];
    for (title, missing) in table {
        let warnings = titled(title).bundle().warnings();
        let expected = missing.map(|missing| {
            format!(
                "posts/hello.md:2: warning: the picture for link previews has boxes in place of {missing} — put a font "
            )
        });
        assert_eq!(warnings.len(), usize::from(expected.is_some()), "{warnings:?}");
        for (warning, expected) in warnings.iter().zip(expected) {
            assert!(warning.starts_with(&expected), "{warning}");
        }
    }
}

#[test]
fn a_site_whose_name_no_font_has() {
    let mut site = with_previews();
    let config = format!("title = \"{THAI}\"\ndescription = \"Coffee.\"\nurl = \"https://me.example\"\n");
    site = site.file("site.toml", config).post("hello.md", "Hi.");
    let warnings = site.bundle().warnings();
    assert_eq!(warnings.len(), 1, "once, and not for each post: {warnings:?}");
    assert!(warnings[0].starts_with("site.toml: warning: "), "{warnings:?}");
}

#[test]
fn a_font_of_the_owner_is_used_before_the_built_in_ones() {
    let font = fs::read("src/bundle/article/previews/fonts/japanese.ttf").expect("a font that has Greek, too");
    let built = titled("Καφές").file("fonts/mine.ttf", font).file("fonts/broken.ttf", "no font").bundle();
    assert_ne!(built.bytes("posts/hello/preview.png"), preview("Καφές"));
    assert_eq!(built.warnings(), ["fonts/broken.ttf: warning: is not a font — save it as TTF or OTF, or delete it"]);
}

#[test]
fn a_file_in_the_place_of_a_picture() {
    let mistakes = titled("Bread").file("public/posts/hello/preview.png", png(9)).mistakes();
    let message =
        "public/posts/hello/preview.png: would be written to posts/hello/preview.png, the path of the generated file ";
    assert!(mistakes[0].starts_with(message), "{mistakes:?}");
}
