//! The style of pages. Each has inside what may apply to it before the program starts, so that nothing waits for it; a
//! file has all of it, for what the program adds and for the pages that it shows.
//!
//! The rules of a page are in the order of the file, which is loaded after them: so it changes nothing that is there.

pub(crate) mod custom_properties;
pub(crate) mod names;
pub(crate) mod rules;
pub(crate) mod selector;
pub(crate) mod syntax;

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

use super::minify_css;
use crate::bundle::address::OutputPath;
use crate::bundle::css::with_values;
use crate::bundle::output::{face, hashed};
use names::{Kind, Names};
use rules::Rules;

const START: &str = "<style>";
const END: &str = "</style>";

/// What a page has: which of the names and languages of the rules, and which custom properties in its attributes.
type Having = (Vec<bool>, BTreeSet<String>);

/// The style of the pages.
pub(crate) struct Style {
    /// All rules, as in the file.
    css: String,
    rules: Rules,
    /// The names that its selectors refer to.
    names: BTreeSet<(Kind, String)>,
    /// The languages that its selectors refer to.
    languages: BTreeSet<String>,
    /// The custom properties that other sheets name.
    named_elsewhere: BTreeSet<String>,
    /// The elements of pages, by which of these names and languages they have: those of most pages are alike.
    elements: Mutex<HashMap<Having, String>>,
}

impl Style {
    /// Takes the minified style out of the head of the shell, and gives its tokens the values of a look. `face`: what loads a
    /// typeface. Returns the rest, too.
    pub(crate) fn take_from(head: &str, look: &str, face: &str) -> (String, Self) {
        let element = head.split_once(START).and_then(|(before, rest)| Some((before, rest.split_once(END)?)));
        let (head, css) = match element {
            Some((before, (css, after))) => ([before.trim_end(), after].concat(), css),
            None => (head.to_owned(), ""),
        };
        let mut css = with_values(css, &minify_css::css(look));
        if !face.is_empty() {
            css = with_values(&css, &face::tokens(&css)) + face;
        }
        let (rules, mut names, mut languages) = (Rules::parse(&css), BTreeSet::new(), BTreeSet::new());
        rules.collect_names(&mut names, &mut languages);
        let (named_elsewhere, elements) = (BTreeSet::new(), Mutex::default());
        (head, Self { css, rules, names, languages, named_elsewhere, elements })
    }

    /// Keeps the custom properties that another sheet names.
    pub(crate) fn keep_named_in(&mut self, sheet: &str) {
        self.elements = Mutex::default();
        self.named_elsewhere.extend(custom_properties::named(sheet).map(str::to_owned));
    }

    /// The element with what may apply to a page. `language`: that of the root element, outside the body.
    pub(crate) fn element(&self, body: &str, language: &str) -> String {
        let page = Names::of(body, language);
        let has = self.names.iter().map(|(kind, name)| page.contains(*kind, name));
        let speaks = self.languages.iter().map(|range| page.speaks(range));
        let in_attributes = custom_properties::in_attributes(body).map(str::to_owned).collect();
        let has: Having = (has.chain(speaks).collect(), in_attributes);
        let known = self.elements.lock().unwrap_or_else(PoisonError::into_inner).get(&has).cloned();
        known.unwrap_or_else(|| {
            let element = self.element_for(&page, &has.1);
            self.elements.lock().unwrap_or_else(PoisonError::into_inner).insert(has, element.clone());
            element
        })
    }

    fn element_for(&self, page: &Names<'_>, in_attributes: &BTreeSet<String>) -> String {
        let mut css = String::new();
        self.rules.write(page, &mut css);
        let elsewhere = self.named_elsewhere.union(in_attributes).cloned().collect();
        let css = custom_properties::without_unused(css, &elsewhere);
        if css.is_empty() { css } else { ["\n", START, &css, END].concat() }
    }

    /// All that the elements are made of.
    pub(crate) fn inputs(&self) -> (&str, &BTreeSet<String>) {
        (&self.css, &self.named_elsewhere)
    }

    /// The content of the file.
    pub(crate) fn css(&self) -> &str {
        &self.css
    }

    /// The path of the file.
    pub(crate) fn path(&self) -> OutputPath {
        hashed::path("personal-page", &self.css, "css")
    }
}
