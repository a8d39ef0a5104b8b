//! Reads the custom properties of a style sheet, with their lines and conditions.

/// A custom property as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Property {
    /// With its two hyphens.
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) line: usize,
    /// The preludes of the blocks around it, from the outermost in, such as `@media print :root`.
    pub(crate) within: String,
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
                    properties.push(Property {
                        name: name.trim().to_owned(),
                        value: value.replace("!important", "").trim().to_owned(),
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

/// Replaces comments by spaces; line breaks stay.
fn without_comments(css: &str) -> String {
    let mut rest = css;
    let mut clean = String::with_capacity(css.len());
    while let Some((before, comment)) = rest.split_once("/*") {
        let (comment, after) = comment.split_once("*/").unwrap_or((comment, ""));
        clean.push_str(before);
        clean.extend(comment.chars().map(|c| if c == '\n' { c } else { ' ' }));
        rest = after;
    }
    clean + rest
}

#[cfg(test)]
mod tests {
    use super::properties;

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
}
