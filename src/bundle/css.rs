//! Reads the custom properties of a style sheet, with their lines and conditions.

use std::collections::HashMap;
use std::ops::Range;

/// A custom property as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Property {
    /// With its two hyphens.
    pub(crate) name: String,
    pub(crate) value: String,
    /// Where the value is in the sheet, in bytes.
    pub(crate) at: Range<usize>,
    pub(crate) line: usize,
    /// The preludes of the blocks around it, from the outermost in, such as `@media print :root`.
    pub(crate) within: String,
}

impl Property {
    /// Its name and the blocks around it, minified or not.
    pub(crate) fn place(&self) -> (String, String) {
        (self.within.split_whitespace().collect(), self.name.clone())
    }
}

/// All custom properties, in order. Knows no more of CSS than comments, braces and semicolons.
pub(crate) fn properties(css: &str) -> Vec<Property> {
    let css = without_comments(css);
    let mut properties = Vec::new();
    let mut around: Vec<&str> = Vec::new();
    let mut start = 0;
    for (at, sign) in css.match_indices(['{', '}', ';']) {
        let written = &css[start..at];
        match sign {
            "{" => around.push(written.trim()),
            _ => {
                if let Some((name, value)) = written.split_once(':').filter(|(name, _)| name.trim().starts_with("--")) {
                    let begin = start + written.len() - written.trim_start().len();
                    let end = start + written.trim_end().len();
                    properties.push(Property {
                        name: name.trim().to_owned(),
                        value: value.replace("!important", "").trim().to_owned(),
                        at: end - value.trim().len()..end,
                        line: 1 + css[..begin].matches('\n').count(),
                        within: around.join(" "),
                    });
                }
                if sign == "}" {
                    around.pop();
                }
            }
        }
        start = at + 1;
    }
    properties
}

/// A sheet with the values of another one in place of its own.
pub(crate) fn with_values(sheet: &str, other: &str) -> String {
    let values: HashMap<_, _> = properties(other).into_iter().map(|value| (value.place(), value.value)).collect();
    let mut changed = sheet.to_owned();
    for property in properties(sheet).into_iter().rev() {
        if let Some(value) = values.get(&property.place()) {
            changed.replace_range(property.at, value);
        }
    }
    changed
}

/// Replaces comments by as many spaces; line breaks stay.
fn without_comments(css: &str) -> String {
    let mut rest = css;
    let mut clean = String::with_capacity(css.len());
    while let Some((before, comment)) = rest.split_once("/*") {
        let length = comment.find("*/").map_or(comment.len(), |end| end + 2);
        clean.push_str(before);
        clean.push_str("  ");
        clean.extend(comment[..length].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        rest = &comment[length..];
    }
    clean + rest
}

#[cfg(test)]
mod tests {
    use super::{properties, with_values};

    #[test]
    fn a_property_knows_its_line_and_what_is_around_it() {
        let css = "/* the\n owner's */\n:root { --ink: #000; color: red;\n  --paper: light-dark(#fff, #111) }\n\
                   @media print {\n  :root { --ink: black !important; } }\nb { --ink:blue }";
        let found = properties(css);
        let found: Vec<_> = found.iter().map(|p| (&*p.name, &*p.value, p.line, &*p.within)).collect();
        let expected = [
            ("--ink", "#000", 3, ":root"),
            ("--paper", "light-dark(#fff, #111)", 4, ":root"),
            ("--ink", "black", 6, "@media print :root"),
            ("--ink", "blue", 7, "b"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_value_is_where_it_was_written() {
        let css = "/* für */ :root { --ink :  #000 !important ; --paper:/* größe */light-dark(#fff, #111)}";
        let found: Vec<_> = properties(css).into_iter().map(|p| css[p.at].to_owned()).collect();
        assert_eq!(found, ["#000 !important", "light-dark(#fff, #111)"]);
    }

    #[test]
    fn other_values_are_put_where_a_sheet_has_its_own() {
        let sheet = ":root{--ink:#000;--paper:light-dark(#fff,#111)}@media (prefers-contrast:more){:root{--ink:#222}}\
                     @media print{:root{--ink:#333}}p{color:var(--ink)}";
        let look = "/* It. */ :root { --ink: red; --unknown: 1px; }\n@media (prefers-contrast: more) { :root { --ink: blue } }";
        let changed = ":root{--ink:red;--paper:light-dark(#fff,#111)}@media (prefers-contrast:more){:root{--ink:blue}}\
                       @media print{:root{--ink:#333}}p{color:var(--ink)}";
        assert_eq!(with_values(sheet, look), changed);
        assert_eq!(with_values(sheet, ""), sheet);
    }
}
