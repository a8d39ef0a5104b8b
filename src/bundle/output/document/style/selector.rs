//! Selectors, and whether one may match anything in a page.

use std::collections::BTreeSet;

use super::names::{Kind, Names};
use super::syntax::{is_of_name, list, name, split};

/// The pseudo-classes that match what one of their selectors matches.
const CHOICES: [&str; 3] = ["is", "where", "has"];

/// One selector of a list.
pub(super) struct Selector {
    pub(super) text: String,
    needs: Needs,
}

/// What a page must have for a selector to match: all of these names and languages, and what one of each of these choices
/// needs. Attributes and states do not count: scripts and readers change them.
#[derive(Debug, Default, PartialEq)]
struct Needs {
    names: Vec<(Kind, String)>,
    languages: Vec<String>,
    choices: Vec<Vec<Needs>>,
}

impl Selector {
    /// The selectors of a rule.
    pub(super) fn list(css: &str) -> Vec<Self> {
        list(css).map(|text| Self { text: text.to_owned(), needs: Needs::of(text) }).collect()
    }

    /// Adds the names and the languages that it refers to.
    pub(super) fn collect_names(&self, names: &mut BTreeSet<(Kind, String)>, languages: &mut BTreeSet<String>) {
        self.needs.collect_names(names, languages);
    }

    pub(super) fn may_match(&self, page: &Names<'_>) -> bool {
        self.needs.are_met(page)
    }
}

impl Needs {
    fn of(selector: &str) -> Self {
        let mut needs = Self::default();
        let mut rest = selector;
        while let Some(sign) = rest.chars().next() {
            let after = &rest[sign.len_utf8()..];
            rest = match sign {
                '[' => split(after, &[']']).1,
                ':' => needs.pseudo_class(after),
                '.' => needs.name(Kind::Class, after),
                '#' => needs.name(Kind::Id, after),
                // An escaped name, or a namespace: it may be anything.
                '\\' | '|' => return Self::default(),
                sign if is_of_name(sign) => needs.name(Kind::Element, rest),
                _ => after,
            };
        }
        needs
    }

    fn name<'c>(&mut self, kind: Kind, css: &'c str) -> &'c str {
        let (name, rest) = name(css);
        self.names.push((kind, name.to_owned()));
        rest
    }

    fn pseudo_class<'c>(&mut self, css: &'c str) -> &'c str {
        let (name, rest) = name(css.trim_start_matches(':'));
        let Some(rest) = rest.strip_prefix('(') else { return rest };
        let (inside, rest) = split(rest, &[')']);
        if CHOICES.contains(&name) {
            self.choices.push(list(inside).map(Self::of).collect());
        } else if name == "lang" {
            self.choices.push(list(inside).map(Self::of_language).collect());
        }
        rest
    }

    /// What a range of `:lang()` needs. One in another form than `zh-Hans`, such as `*-Latn`, may be any language.
    fn of_language(range: &str) -> Self {
        let is_plain = range.starts_with(|c: char| c.is_ascii_alphabetic());
        Self { languages: Vec::from_iter(is_plain.then(|| range.to_owned())), ..Self::default() }
    }

    fn collect_names(&self, names: &mut BTreeSet<(Kind, String)>, languages: &mut BTreeSet<String>) {
        names.extend(self.names.iter().cloned());
        languages.extend(self.languages.iter().cloned());
        self.choices.iter().flatten().for_each(|needs| needs.collect_names(names, languages));
    }

    fn are_met(&self, page: &Names<'_>) -> bool {
        self.names.iter().all(|(kind, name)| page.contains(*kind, name))
            && self.languages.iter().all(|language| page.speaks(language))
            && self.choices.iter().all(|choice| choice.iter().any(|needs| needs.are_met(page)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Names, Selector};

    #[test]
    fn a_selector_may_match_if_the_page_has_what_it_names() {
        let page = "<p id=\"start\" lang=\"pt-BR\" class=\"lede p-summary\">a</p><pre><code class=\"language-c\">b</code></pre>";
        let page = Names::of(page, "en");
        let may_match = |selector| Selector::list(selector).iter().any(|selector| selector.may_match(&page));
        for selector in [
            "*,::before",
            ":root",
            "html[data-theme=dark]",
            "p",
            "p.lede.p-summary",
            "#start>a,pre code",
            "[data-n]::before",
            "p:not(.note)",
            ":is(h2,p):hover",
            "code:has(> .line,.language-c)",
            "p:nth-child(2n + 3 of .note)",
            "p[title=\"] .note\"]",
            ":root:lang(EN)",
            "p:lang(pt)",
            "p:lang(pt-PT)",
            ":where(:lang(ar),:lang(en))",
            "p:lang(ar,\"*-Latn\")",
            ".\\31 st",
        ] {
            assert!(may_match(selector), "{selector}");
        }
        for selector in [
            "h1",
            ".note,#main",
            "p.lede.note",
            ".p",
            ".start",
            "p .lede a",
            ":is(h2,.note) p",
            "p:has(b)",
            ":root:lang(ja)",
            "p:lang(p)",
            "h1:where(:lang(ar),:lang(ja,ko))",
        ] {
            assert!(!may_match(selector), "{selector}");
        }
    }
}
