//! The typeface that comes with the engine: only where the owner wants it, small, and without waiting for it.

use super::style::site;
use crate::bundle::site::Built;

const PROGRAM: &str = "<script type=\"module\">start()</script>";

/// The files of fonts, with their paths.
fn fonts(built: &Built) -> Vec<(String, Vec<u8>)> {
    built.files().into_iter().filter(|(path, _)| path.ends_with(".woff2")).collect()
}

#[test]
fn a_site_has_the_typeface_only_if_the_owner_wants_it() {
    let plain = site(PROGRAM).post("bread.md", "Flour.").bundle();
    let off = site(PROGRAM).config("face = false\n").post("bread.md", "Flour.").bundle();
    assert_eq!(plain.files(), off.files());
    assert!(fonts(&plain).is_empty());
    for (path, file) in plain.files() {
        assert!(!String::from_utf8_lossy(&file).contains("Literata"), "{path}");
    }
}

#[test]
fn pages_load_the_typeface_from_their_own_site_and_do_not_wait_for_it() {
    let built = site(PROGRAM).config("face = true\n").post("bread.md", "Flour.").base("/repo/").bundle();
    let fonts = fonts(&built);
    assert_eq!(fonts.len(), 4);
    for page in ["index.html", "posts/bread/index.html", "404.html"] {
        let html = built.text(page);
        assert!(html.contains("--latin:Literata,Charter,"), "{html}");
        for (path, _) in &fonts {
            assert!(html.contains(&format!("src:url(/repo/{path}) format(\"woff2\")")), "{path} in {page}");
            assert!(!html.contains(&format!("href=\"/repo/{path}\"")), "{page} preloads {path}");
        }
        assert_eq!(html.matches("font-display:optional").count(), 4, "{page}");
        assert!(html.contains("font-src 'self'"), "{html}");
    }
}

#[test]
fn each_file_is_small_and_has_the_characters_that_its_rule_names() {
    let built = site(PROGRAM).config("face = true\n").bundle();
    for (path, file) in fonts(&built) {
        assert!(file.len() <= 35_000, "{path} has {} bytes", file.len());
        assert_eq!(&file[..4], b"wOF2", "{path}");
    }
    let css = built.text("index.html");
    let ranges: Vec<&str> =
        css.split("unicode-range:").skip(1).map(|rest| rest.split('}').next().unwrap_or_default()).collect();
    let covers = |range: &str, c: char| {
        range.split(',').any(|part| {
            let (first, last) = part.trim_start_matches("U+").split_once('-').unwrap_or((&part[2..], &part[2..]));
            let number = |hex: &str| u32::from_str_radix(hex, 16).expect("a character");
            (number(first)..=number(last)).contains(&u32::from(c))
        })
    };
    for (c, latin, extended) in [
        ('a', true, false),
        ('ß', true, false),
        ('’', true, false),
        ('ő', false, true),
        ('ж', false, false),
        ('水', false, false),
    ] {
        assert_eq!(
            ranges.iter().map(|range| covers(range, c)).collect::<Vec<_>>(),
            [latin, latin, extended, extended],
            "{c}"
        );
    }
}

#[test]
fn a_reader_without_a_network_keeps_the_typeface() {
    let mut site = site(PROGRAM).config("face = true\noffline = true\n");
    site.options.offline = true;
    let built = site.bundle();
    let worker = built.text("sw.js");
    for (path, _) in fonts(&built) {
        assert!(worker.contains(&format!("\"{path}\"")), "{path} in {worker}");
    }
}

#[test]
fn a_face_that_is_no_flag_is_an_error() {
    let mistakes = site(PROGRAM).config("face = \"Literata\"\n").mistakes();
    assert_eq!(mistakes, ["site.toml:4: \"face\" is not true or false — write face = true"]);
}
