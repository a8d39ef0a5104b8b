//! The looks: one line in `site.toml` changes the colours and the typeface of everything.

use std::fs;

use personal_page::bundle::Look;

use super::style::site as in_shell;
use crate::bundle::site::{Built, Site};

const PROGRAM: &str = "<script type=\"module\">start()</script>";

/// A site in a look, in the shell of the engine.
fn site(look: &str) -> Site {
    let mut site = in_shell(PROGRAM).config(&format!("look = \"{look}\"\n")).post("bread.md", "Flour and water.");
    site.options.previews = true;
    site
}

fn names() -> impl Iterator<Item = &'static str> {
    Look::NAMED.into_iter().map(|(name, _)| name)
}

/// The paper of a look, in the light and the dark scheme.
fn paper(look: &str) -> [String; 2] {
    let file = if look == "paper" { "style/tokens.css".to_owned() } else { format!("style/looks/{look}.css") };
    let css = fs::read_to_string(file).expect("the sheet of the look");
    let (_, value) = css.split_once("--paper: light-dark(").expect("a paper");
    let (light, dark) = value.split_once(')').expect("its end").0.split_once(", ").expect("two colours");
    [light.to_owned(), dark.to_owned()]
}

fn whole_style(built: &Built) -> String {
    let name = built.files().into_keys().find(|path| path.starts_with("personal-page-") && path.ends_with(".css"));
    built.text(&name.expect("the file of the whole style"))
}

#[test]
fn the_text_of_every_look_has_enough_contrast_in_both_schemes() {
    for look in names() {
        assert_eq!(site(look).bundle().warnings(), [""; 0], "{look}");
    }
}

#[test]
fn a_colour_of_a_look_that_is_too_pale_is_a_warning_with_its_file_and_line() {
    let css = ":root {\n  --ink-muted: light-dark(#aaa, #bbb);\n}\n";
    let warnings = site("plain").file("style/looks/plain.css", css).bundle().warnings();
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(warnings[0].starts_with("style/looks/plain.css:2: warning: \"--ink-muted\" on "), "{warnings:?}");
    assert_eq!(site("paper").file("style/looks/plain.css", css).bundle().warnings(), [""; 0]);
}

#[test]
fn pages_feeds_and_pictures_have_the_colours_of_the_chosen_look_and_of_no_other() {
    for look in names() {
        let built = site(look).bundle();
        let [light, dark] = paper(look);
        let value = format!("--paper:light-dark({light},{dark})");
        for page in ["index.html", "posts/bread/index.html", "404.html", "write/index.html"] {
            let html = built.text(page);
            for (scheme, color) in [("light", &light), ("dark", &dark)] {
                let tag = format!("media=\"(prefers-color-scheme: {scheme})\" content=\"{color}\"");
                assert!(html.contains(&tag), "{tag} in {page}");
            }
            assert!(page.starts_with("write") || html.contains(&value), "{value} in {page}");
        }
        let (style, feed) = (whole_style(&built), built.text("feed.css"));
        assert!(style.contains(&value) && feed.contains(&format!("--paper: light-dark({light}, {dark})")), "{feed}");
        for other in names().filter(|other| *other != look) {
            let [light, dark] = paper(other);
            for text in [&built.text("index.html"), &style, &feed] {
                let text = text.replace(": ", ":").replace(", ", ",");
                assert!(!text.contains(&format!("--paper:light-dark({light},{dark})")), "{other} in {look}");
            }
        }
        let picture = image::load_from_memory(&built.bytes("posts/bread/preview.png")).expect("a picture");
        let [red, green, blue, _] = csscolorparser::parse(&light).expect("a colour").to_rgba8();
        assert_eq!(picture.to_rgb8().get_pixel(0, 0).0, [red, green, blue], "{look}");
    }
}

#[test]
fn a_site_without_the_key_is_in_the_look_of_paper() {
    let plain = in_shell(PROGRAM).post("bread.md", "Flour and water.").bundle();
    let named = in_shell(PROGRAM).config("look = \"paper\"\n").post("bread.md", "Flour and water.").bundle();
    assert_eq!(plain.files(), named.files());
}

#[test]
fn a_look_has_values_for_what_the_style_has_and_no_rules() {
    let whole = whole_style(&site("paper").bundle()).split_whitespace().collect::<String>();
    for look in names().filter(|look| *look != "paper") {
        let css = fs::read_to_string(format!("style/looks/{look}.css")).expect("the sheet of the look");
        let without_comments: String =
            css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rule)| rule)).collect();
        for declaration in without_comments.split(['{', '}', ';']).filter(|part| part.contains(": ")) {
            let name = declaration.trim().split(':').next().unwrap_or_default();
            assert!(name.starts_with("--") || name.starts_with("@media"), "{declaration} in {look}");
            assert!(name.starts_with('@') || whole.contains(&format!("{name}:")), "{name} in {look} is no token");
        }
    }
}

#[test]
fn a_reader_chooses_between_the_face_of_the_look_and_another() {
    for (look, faces, other) in [
        ("paper", "serif\\tsans", "var(--sans)"),
        ("plain", "sans\\tserif", "var(--serif)"),
        ("typewriter", "mono\\tserif", "var(--serif)"),
    ] {
        let built = site(look).bundle();
        let start = built.files().into_keys().find(|path| path.starts_with("personal-page-start-"));
        let script = built.text(&start.expect("the script that starts the program"));
        assert!(script.contains(faces), "{faces} in {script}");
        let rule = format!("[data-face=sans]{{--font-body:{other}}}");
        assert!(whole_style(&built).contains(&rule), "{rule} in {look}");
    }
}

#[test]
fn a_look_that_does_not_exist_is_an_error_that_names_those_that_do() {
    for value in ["\"papre\"", "3", "[]"] {
        let mistakes = Site::new().config(&format!("look = {value}\n")).mistakes();
        let wanted = "site.toml:4: \"look\" is not the name of a look — write look = \"paper\" or look = \"plain\" or \
                      look = \"typewriter\"";
        assert_eq!(mistakes, [wanted], "{value}");
    }
}
