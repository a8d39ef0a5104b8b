//! The colours of code are readable on all backgrounds they appear on, in both schemes.

use std::fs;

/// The light and the dark colour of a token.
fn token(css: &str, name: &str) -> [String; 2] {
    let start = format!("--{name}: light-dark(");
    let value = css.split(&start).nth(1).unwrap_or_else(|| panic!("a token --{name}"));
    let (colours, _) = value.split_once(')').expect("a bracket that closes");
    let (light, dark) = colours.split_once(", ").expect("two colours");
    [light.to_owned(), dark.to_owned()]
}

/// The relative luminance of a colour (WCAG 2).
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour like #a0340c")) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_role_can_be_read_on_every_background() {
    let css = fs::read_to_string("style/tokens.css").expect("the tokens");
    for text in [
        "ink",
        "ink-muted",
        "tip",
        "caution",
        "code-keyword",
        "code-string",
        "code-number",
        "code-function",
        "code-type",
        "code-attribute",
        "code-variable",
    ] {
        for background in ["raised", "code-mark", "code-ins", "code-del"] {
            let (text_colours, backgrounds) = (token(&css, text), token(&css, background));
            for scheme in 0..2 {
                let contrast = contrast(&text_colours[scheme], &backgrounds[scheme]);
                assert!(contrast >= 4.5, "{text} on {background}, {}: {contrast:.2}", ["light", "dark"][scheme]);
            }
        }
    }
}

#[test]
fn every_role_has_a_colour_of_its_own() {
    let css = fs::read_to_string("style/code.css").expect("the style of code");
    for role in personal_page::bundle::ROLES {
        assert!(css.contains(&format!(".code .{role} {{ color: var(--")), "{role}");
    }
}
