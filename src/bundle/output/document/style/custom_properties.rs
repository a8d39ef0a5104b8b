//! Leaves out the custom properties that a style sheet declares and nothing uses.

use std::collections::BTreeSet;

use super::syntax::{name, position};

const HYPHENS: &str = "--";

/// The custom properties that a sheet names, without their hyphens.
pub(super) fn named(css: &str) -> impl Iterator<Item = &str> {
    css.split(HYPHENS).skip(1).map(|rest| name(rest).0)
}

/// The custom properties that the attributes of a page name, such as those of a drawing.
pub(super) fn in_attributes(body: &str) -> impl Iterator<Item = &str> {
    body.split("var(--").skip(1).map(|rest| name(rest).0)
}

/// A minified sheet without the declarations that neither it nor other sheets use. `elsewhere`: those that the others
/// name.
pub(super) fn without_unused(mut css: String, elsewhere: &BTreeSet<String>) -> String {
    // What only an unused property uses is unused too.
    loop {
        let used: BTreeSet<&str> = occurrences(&css, false).map(|(_, name)| name).collect();
        let is_used = |name: &str| used.contains(name) || elsewhere.contains(name);
        let (mut lean, mut from) = (String::with_capacity(css.len()), 0);
        for (start, _) in occurrences(&css, true).filter(|(_, name)| !is_used(name)) {
            lean.push_str(&css[from..start]);
            from = start + position(&css[start..], &[';', '}']);
            from += usize::from(css[from..].starts_with(';'));
        }
        lean.push_str(&css[from..]);
        if lean.len() == css.len() {
            return lean;
        }
        css = lean;
    }
}

/// The names of custom properties with their offsets: where they are declared, or where they are used.
fn occurrences(css: &str, declared: bool) -> impl Iterator<Item = (usize, &str)> {
    let starts = css.match_indices(HYPHENS).map(|(start, _)| start);
    let starts = starts.filter(move |start| css[..*start].ends_with(['{', ';']) == declared);
    starts.map(|start| (start, name(&css[start + HYPHENS.len()..]).0))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{named, without_unused};

    #[test]
    fn what_nothing_uses_is_left_out() {
        let css = ":root{--ink:light-dark(#000,#fff);--face:var(--serif);--serif:a;--unused:{;};--last:var(--unused)}\
                   p{color:var(--ink);font:1em var(--serif)}@media print{:root{--unused:b;--ink:#000}}";
        let lean = ":root{--ink:light-dark(#000,#fff);--serif:a;}p{color:var(--ink);font:1em var(--serif)}\
                    @media print{:root{--ink:#000}}";
        assert_eq!(without_unused(css.to_owned(), &BTreeSet::new()), lean);
        let elsewhere = named("/* --last */ p { color: var( --last ) }").map(str::to_owned).collect();
        assert!(without_unused(css.to_owned(), &elsewhere).contains("--unused:{;};--last:var(--unused)"));
    }
}
