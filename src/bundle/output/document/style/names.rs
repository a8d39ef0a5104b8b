//! The names in a page that selectors of a style sheet refer to.

use std::collections::HashSet;

use super::syntax::name;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Element,
    Class,
    Id,
}

/// The elements, classes, ids and languages of a page.
pub(super) struct Names<'h> {
    names: HashSet<(Kind, &'h str)>,
    languages: HashSet<&'h str>,
}

impl<'h> Names<'h> {
    /// The names in the body of a document. `language`: that of the root element. A text that looks like an attribute adds
    /// a name, which does no harm.
    pub(super) fn of(body: &'h str, language: &'h str) -> Self {
        let mut names = HashSet::from(["html", "body"].map(|name| (Kind::Element, name)));
        let mut languages = HashSet::from([first_part(language)]);
        for tag in body.split('<').skip(1) {
            names.insert((Kind::Element, name(tag).0));
            let classes = values(tag, " class=\"").flat_map(str::split_ascii_whitespace);
            names.extend(classes.map(|class| (Kind::Class, class)));
            names.extend(values(tag, " id=\"").map(|id| (Kind::Id, id)));
            languages.extend(values(tag, " lang=\"").map(first_part));
        }
        Self { names, languages }
    }

    pub(super) fn contains(&self, kind: Kind, name: &str) -> bool {
        self.names.contains(&(kind, name))
    }

    /// Whether the page has text in a language, whatever its region and script.
    pub(super) fn speaks(&self, language: &str) -> bool {
        let wanted = first_part(language);
        self.languages.iter().any(|language| language.eq_ignore_ascii_case(wanted))
    }
}

/// The values of an attribute, given with its equals sign and quotation mark: every writer of HTML here writes it so.
fn values<'h>(html: &'h str, attribute: &'static str) -> impl Iterator<Item = &'h str> {
    html.split(attribute).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0))
}

/// The language of a tag (BCP 47) without what follows it: `pt` of `pt-BR`.
fn first_part(language: &str) -> &str {
    language.split('-').next().unwrap_or_default()
}
