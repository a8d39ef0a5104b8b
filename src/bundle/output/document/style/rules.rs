//! The rules of a style sheet, and those of them that apply to a page.

use std::collections::BTreeSet;

use super::names::{Kind, Names};
use super::selector::Selector;
use super::syntax::{position, split};

/// The rules with other rules inside.
const GROUPS: [&str; 5] = ["@container", "@layer", "@media", "@starting-style", "@supports"];

/// A part of a sheet, in the order of the sheet.
enum Part {
    Rule {
        selectors: Vec<Selector>,
        declarations: String,
    },
    Group {
        /// Such as `@media print`.
        prelude: String,
        rules: Rules,
    },
    /// Anything else, such as `@font-face`.
    Other(String),
}

/// The rules of a sheet without comments.
pub(super) struct Rules(Vec<Part>);

impl Rules {
    pub(super) fn parse(css: &str) -> Self {
        let (mut parts, mut rest) = (Vec::new(), css);
        while !rest.is_empty() {
            let start = position(rest, &['{', ';']);
            let (prelude, after) = rest.split_at(start);
            let Some(after) = after.strip_prefix('{') else {
                let end = rest.len().min(start + 1);
                parts.push(Part::Other(rest[..end].to_owned()));
                rest = &rest[end..];
                continue;
            };
            let (inside, after) = split(after, &['}']);
            parts.push(Part::new(prelude, inside));
            rest = after;
        }
        Self(parts)
    }

    /// Adds the names that its selectors refer to.
    pub(super) fn collect_names(&self, names: &mut BTreeSet<(Kind, String)>, languages: &mut BTreeSet<String>) {
        for part in &self.0 {
            match part {
                Part::Rule { selectors, .. } => {
                    selectors.iter().for_each(|selector| selector.collect_names(names, languages))
                }
                Part::Group { rules, .. } => rules.collect_names(names, languages),
                Part::Other(_) => {}
            }
        }
    }

    /// Appends the rules that may match anything in a page. Those left out change nothing in it.
    pub(super) fn write(&self, page: &Names<'_>, css: &mut String) {
        for part in &self.0 {
            part.write(page, css);
        }
    }
}

impl Part {
    fn new(prelude: &str, inside: &str) -> Self {
        if GROUPS.iter().any(|group| prelude.starts_with(group)) {
            Self::Group { prelude: prelude.to_owned(), rules: Rules::parse(inside) }
        } else if prelude.starts_with('@') {
            Self::Other([prelude, "{", inside, "}"].concat())
        } else {
            Self::Rule { selectors: Selector::list(prelude), declarations: inside.to_owned() }
        }
    }

    fn write(&self, page: &Names<'_>, css: &mut String) {
        let before = css.len();
        match self {
            Self::Rule { selectors, declarations } => {
                for selector in selectors.iter().filter(|selector| selector.may_match(page)) {
                    css.extend([if css.len() > before { "," } else { "" }, &selector.text]);
                }
                if css.len() > before {
                    css.extend(["{", declarations, "}"]);
                }
            }
            Self::Group { prelude, rules } => {
                css.extend([prelude, "{"]);
                let start = css.len();
                rules.write(page, css);
                if css.len() > start {
                    css.push('}');
                } else {
                    css.truncate(before);
                }
            }
            Self::Other(text) => css.push_str(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Names, Rules};

    #[test]
    fn a_page_gets_the_rules_that_it_uses_in_their_order() {
        let css = "@layer a,b;p,.note{color:red}@font-face{src:url(a)}.note{b:c}@media print{p{d:e}.note{f:g}}\
                   @supports (a:b){@media print{.note{h:i}}}p{color:blue}";
        let lean = "@layer a,b;p{color:red}@font-face{src:url(a)}@media print{p{d:e}}p{color:blue}";
        let mut of_page = String::new();
        Rules::parse(css).write(&Names::of("<p>A note.", "en"), &mut of_page);
        assert_eq!(of_page, lean);
        let mut whole = String::new();
        Rules::parse(css).write(&Names::of("<p class=\"note\">A note.", "en"), &mut whole);
        assert_eq!(whole, css);
    }
}
