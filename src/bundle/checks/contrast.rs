//! Checks the contrast of each text colour on its backgrounds, in the light and the dark scheme (WCAG 2, level AA).

use std::collections::BTreeMap;
use std::path::Path;

use csscolorparser::Color;

use super::palette::{LIGHTS, Palette, palette};
use crate::bundle::css::properties;
use crate::bundle::diagnostics::Diagnostics;
use crate::bundle::theme_colors::ThemeColors;

const OWNER: &str = "public/owner.css";
/// The minimum contrast ratio of text of a usual size at level AA.
const LEAST: f64 = 4.5;

/// The colours of text, each with its backgrounds.
const PAIRS: [(&str, &[&str]); 16] = [
    ("ink", &["paper", "raised", "accent-wash"]),
    ("ink-muted", &["paper"]),
    ("accent", &["paper", "accent-wash"]),
    ("note", &["paper"]),
    ("tip", &["paper", "raised", "code-mark", "code-ins", "code-del"]),
    ("important", &["paper"]),
    ("warning", &["paper"]),
    ("caution", &["paper", "raised", "code-mark", "code-ins", "code-del"]),
    ("code-keyword", CODE),
    ("code-string", CODE),
    ("code-number", CODE),
    ("code-function", CODE),
    ("code-type", CODE),
    ("code-attribute", CODE),
    ("code-variable", CODE),
    ("ink-muted", CODE),
];
const CODE: &[&str] = &["raised", "code-mark", "code-ins", "code-del"];

/// Pairs with too little contrast because of one colour: contrast, text, background.
#[derive(Default)]
struct Poor {
    pairs: Vec<(f64, &'static str, &'static str)>,
    /// Whether they are poor only for readers who ask for more contrast.
    asked: bool,
}

pub(super) fn check(root: &Path, colors: &ThemeColors, findings: &mut Diagnostics) {
    let owner = std::fs::read_to_string(root.join(OWNER)).unwrap_or_default();
    let owner = properties(&owner).into_iter().map(|property| (OWNER, property));
    let properties: Vec<_> = colors.properties().iter().cloned().chain(owner).collect();
    // One colour can spoil many pairs: the worst of them is reported. A colour that is reported already is not
    // reported again for readers who ask for more contrast.
    let mut poor: BTreeMap<(&str, usize, usize), Poor> = BTreeMap::new();
    for (more, scheme) in [(false, 0), (false, 1), (true, 0), (true, 1)] {
        let palette = palette(&properties, scheme, more);
        for (text, ground) in PAIRS.iter().flat_map(|(text, grounds)| grounds.iter().map(move |it| (*text, *it))) {
            let Some((contrast, path, line)) = too_little(&palette, text, ground) else { continue };
            let poor = poor.entry((path, line, scheme)).or_insert_with(|| Poor { asked: more, ..Poor::default() });
            if poor.asked == more {
                poor.pairs.push((contrast, text, ground));
            }
        }
    }
    for ((path, line, scheme), Poor { mut pairs, asked }) in poor {
        pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
        let Some((contrast, text, ground)) = pairs.first() else { continue };
        let scheme = LIGHTS[scheme];
        let asked = if asked { ", for readers who prefer more contrast" } else { "" };
        let worst = if pairs.len() > 1 { format!(", the worst of {} pairs", pairs.len()) } else { String::new() };
        let pair = format!("\"--{text}\" on \"--{ground}\" has a contrast of {contrast:.1}");
        let message = format!("{pair} in the {scheme} scheme{asked}{worst}");
        findings.warning(Path::new(path), line, message, format!("make one lighter or darker: the minimum is {LEAST}"));
    }
}

/// The contrast of a pair if it is too low, and the file and line of the colour to blame: the owner's before the
/// engine's, the text's before the background's.
fn too_little(palette: &Palette, text: &str, ground: &str) -> Option<(f64, &'static str, usize)> {
    let (text, ground) = (palette.get(text)?, palette.get(ground)?);
    let contrast = contrast(&text.0, &ground.0);
    let blamed = if text.1 != OWNER && ground.1 == OWNER { ground } else { text };
    (contrast < LEAST).then_some((contrast, blamed.1, blamed.2))
}

fn contrast(one: &Color, other: &Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The relative luminance, as WCAG 2 defines it.
fn luminance(colour: &Color) -> f64 {
    let [red, green, blue, _] = colour.to_linear_rgba().map(f64::from);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
