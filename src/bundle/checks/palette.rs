//! Computes the colours of a scheme from all style sheets, as the cascade does.

use std::collections::BTreeMap;

use csscolorparser::Color;

use crate::bundle::css::Property;
use crate::bundle::theme_colors::side;

/// The schemes, in the order of `light-dark()`.
pub(super) const LIGHTS: [&str; 2] = ["light", "dark"];

/// The colours of one scheme by their roles, each with the file and the line that gave it.
pub(super) type Palette = BTreeMap<String, (Color, &'static str, usize)>;

/// The colours of a scheme, from the properties of all sheets, each with its file. A later one overrides an earlier one;
/// values that are not opaque colours are left out. `more`: for readers who ask for more contrast.
pub(super) fn palette(properties: &[(&'static str, Property)], scheme: usize, more: bool) -> Palette {
    let mut values: BTreeMap<&str, (&str, &'static str, usize)> = BTreeMap::new();
    for (file, property) in properties.iter().filter(|(_, property)| holds(&property.within, scheme, more)) {
        values.insert(&property.name, (&property.value, file, property.line));
    }
    let named = |value: &str| {
        let name = value.strip_prefix("var(").and_then(|name| name.strip_suffix(')'));
        name.and_then(|name| values.get(name.trim())).map_or(value.to_owned(), |(value, ..)| (*value).to_owned())
    };
    let colour = |value: &str| {
        let value = named(side(value, scheme));
        csscolorparser::parse(side(&value, scheme)).ok().filter(|colour| colour.a >= 1.0)
    };
    let known = values.iter().filter_map(|(name, (value, file, line))| {
        Some((name.strip_prefix("--")?.to_owned(), (colour(value)?, *file, *line)))
    });
    known.collect()
}

/// Whether rules within these conditions are for the whole page, in this scheme.
fn holds(within: &str, scheme: usize, more: bool) -> bool {
    let within = within.to_ascii_lowercase();
    let (media, selector) = match within.rsplit_once(')') {
        Some((media, selector)) if within.starts_with("@media") => (media, selector.trim()),
        _ => ("", within.as_str()),
    };
    let whole = selector.split(',').any(|one| matches!(one.trim(), ":root" | "html" | "body"));
    let other = media.contains(LIGHTS[1 - scheme]);
    let wish = media.contains("prefers-contrast");
    whole && !other && !media.contains("print") && (more || !wish)
}
