//! The colours of the theme, for what is outside a page. Only `style/tokens.css` defines them, and the look, which has
//! other values for some.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs;
use std::path::Path;

use csscolorparser::parse;

use super::css::{Property, properties, with_values};
use super::look::Look;

/// The style sheet with every colour of the site, relative to the site's folder.
pub(crate) const FILE: &str = "style/tokens.css";
const COMPILED_IN: &str = include_str!("../../style/tokens.css");
const PAPER: &str = "--paper";

/// The colours of the site, in the light and the dark scheme.
pub(crate) struct ThemeColors {
    css: String,
    /// Each with the file that has it.
    properties: Vec<(&'static str, Property)>,
    /// The values of the look, as CSS.
    look: String,
}

impl ThemeColors {
    /// Reads the files now, because they may have been edited after the program was compiled. A site without the files
    /// has the colours that were compiled in.
    pub(crate) fn read(root: &Path, look: Look) -> Self {
        Self::parse(fs::read_to_string(root.join(FILE)).unwrap_or_else(|_| COMPILED_IN.to_owned()), look.sheet(root))
    }

    fn parse(css: String, look: Option<(&'static str, String)>) -> Self {
        let own = properties(&css).into_iter().map(|property| (FILE, property));
        let Some((path, look)) = look else { return Self { properties: own.collect(), css, look: String::new() } };
        let values: HashMap<_, _> = properties(&look).into_iter().map(|value| (value.place(), value)).collect();
        let own = own.map(|(file, property)| {
            values.get(&property.place()).cloned().map_or((file, property), |value| (path, value))
        });
        Self { properties: own.collect(), css: with_values(&css, &look), look }
    }

    /// The tokens, with the values of the look.
    pub(crate) fn css(&self) -> &str {
        &self.css
    }

    /// The values of the look, as CSS; empty for the look of the tokens themselves.
    pub(crate) fn look(&self) -> &str {
        &self.look
    }

    /// The tokens in order, each with the file that has its value.
    pub(crate) fn properties(&self) -> &[(&'static str, Property)] {
        &self.properties
    }

    /// The colour of the paper in the light scheme.
    pub(crate) fn light(&self) -> Cow<'_, str> {
        self.color(PAPER, 0)
    }

    /// The colour of the paper in the dark scheme.
    pub(crate) fn dark(&self) -> Cow<'_, str> {
        self.color(PAPER, 1)
    }

    /// The colour of a token in the light scheme, in red, green and blue.
    pub(crate) fn rgb(&self, token: &str) -> [u8; 3] {
        let [red, green, blue, _] = parse(&self.color(token, 0)).unwrap_or_default().to_rgba8();
        [red, green, blue]
    }

    /// The colour of a token in a scheme: the one compiled in, if the file has none that can be parsed by itself.
    fn color(&self, token: &str, scheme: usize) -> Cow<'_, str> {
        match self.own_color(token, scheme) {
            Some(color) => color.into(),
            None => {
                Self::parse(COMPILED_IN.to_owned(), None).own_color(token, scheme).unwrap_or_default().to_owned().into()
            }
        }
    }

    /// The last value for the whole page, which wins in browsers.
    fn own_color(&self, token: &str, scheme: usize) -> Option<&str> {
        let of_token = |(_, property): &&(&str, Property)| property.within == ":root" && property.name == token;
        let color = side(&self.properties.iter().rfind(of_token)?.1.value, scheme);
        parse(color).is_ok().then_some(color)
    }
}

/// A value in a scheme, light (0) or dark (1): that argument of `light-dark()`, or all of another value.
pub(crate) fn side(value: &str, scheme: usize) -> &str {
    let Some(both) = value.strip_prefix("light-dark(").and_then(|both| both.strip_suffix(')')) else { return value };
    let mut depth = 0;
    let comma = both.char_indices().find(|(_, c)| {
        depth += i32::from(*c == '(') - i32::from(*c == ')');
        *c == ',' && depth == 0
    });
    let Some((comma, _)) = comma else { return value };
    [&both[..comma], &both[comma + 1..]][scheme].trim()
}

#[cfg(test)]
mod tests {
    use super::ThemeColors;

    fn paper(css: &str) -> (String, String) {
        let colors = ThemeColors::parse(css.to_owned(), None);
        (colors.light().into_owned(), colors.dark().into_owned())
    }

    #[test]
    fn a_color_is_read_in_every_notation() {
        for (css, light, dark) in [
            (":root { --paper: light-dark(#fff, #111); }", "#fff", "#111"),
            (
                ":root { --paper: #000; /* --paper: #eee; */ } :root { --paper: light-dark( #fff , #111 ) }",
                "#fff",
                "#111",
            ),
            (":root { --paper: #fff; } @media print { :root { --paper: #eee; } }", "#fff", "#fff"),
            (":root{--paper:light-dark(white,rgb(1, 2, 3))}", "white", "rgb(1, 2, 3)"),
            (":root { --paper: oklch(0.9 0.02 90); }", "oklch(0.9 0.02 90)", "oklch(0.9 0.02 90)"),
        ] {
            assert_eq!(paper(css), (light.to_owned(), dark.to_owned()), "{css}");
        }
    }

    #[test]
    fn a_missing_color_has_its_compiled_in_value() {
        for css in [
            "",
            ":root { --ink: #000; }",
            ":root { --paper: ; }",
            ":root { --paper: var(--raised); }",
            ":root { --paper: #ff",
        ] {
            assert!(paper(css).0.starts_with('#') && paper(css).0 != paper(css).1, "{css}");
        }
    }
}
