//! The style of pages. Each has inside what may apply to it before the program starts, so that nothing waits for it; a
//! file has all of it, for what the program adds and for the pages that it shows.
//!
//! The rules of a page are in the order of the file, which is loaded after them: so it changes nothing that is there.

pub(crate) mod custom_properties;
pub(crate) mod names;
pub(crate) mod rules;
pub(crate) mod selector;
pub(crate) mod syntax;

use std::collections::BTreeSet;

use super::hashed;
use crate::bundle::address::OutputPath;
use names::Names;
use rules::Rules;

const START: &str = "<style>";
const END: &str = "</style>";

/// The style of the pages.
pub(crate) struct Style {
    /// All rules, as in the file.
    css: String,
    rules: Rules,
    /// The custom properties that other sheets name.
    named_elsewhere: BTreeSet<String>,
}

impl Style {
    /// Takes the minified style out of the head of the shell. Returns the rest, too.
    pub(crate) fn take_from(head: &str) -> (String, Self) {
        let element = head.split_once(START).and_then(|(before, rest)| Some((before, rest.split_once(END)?)));
        let (head, css) = match element {
            Some((before, (css, after))) => ([before.trim_end(), after].concat(), css),
            None => (head.to_owned(), ""),
        };
        (head, Self { css: css.to_owned(), rules: Rules::parse(css), named_elsewhere: BTreeSet::new() })
    }

    /// Keeps the custom properties that another sheet names.
    pub(crate) fn keep_named_in(&mut self, sheet: &str) {
        self.named_elsewhere.extend(custom_properties::named(sheet).map(str::to_owned));
    }

    /// The element with what may apply to a page. `language`: that of the root element, outside the body.
    pub(crate) fn element(&self, body: &str, language: &str) -> String {
        let mut css = String::new();
        self.rules.write(&Names::of(body, language), &mut css);
        let css = custom_properties::without_unused(css, &self.named_elsewhere);
        if css.is_empty() { css } else { ["\n", START, &css, END].concat() }
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
