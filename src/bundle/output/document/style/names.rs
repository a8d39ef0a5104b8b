//! The names in a page that selectors of a style sheet refer to.

use std::collections::HashSet;

use super::syntax::name;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Element,
    Class,
    Id,
}

/// The elements, classes and ids of a page.
pub(super) struct Names<'h>(HashSet<(Kind, &'h str)>);

impl<'h> Names<'h> {
    /// The names in the body of a document. A text that looks like an attribute adds a name, which does no harm.
    pub(super) fn of(body: &'h str) -> Self {
        let mut names = HashSet::from(["html", "body"].map(|name| (Kind::Element, name)));
        for tag in body.split('<').skip(1) {
            names.insert((Kind::Element, name(tag).0));
            let classes = values(tag, " class=\"").flat_map(str::split_ascii_whitespace);
            names.extend(classes.map(|class| (Kind::Class, class)));
            names.extend(values(tag, " id=\"").map(|id| (Kind::Id, id)));
        }
        Self(names)
    }

    pub(super) fn contains(&self, kind: Kind, name: &str) -> bool {
        self.0.contains(&(kind, name))
    }
}

/// The values of an attribute, given with its equals sign and quotation mark: every writer of HTML here writes it so.
fn values<'h>(html: &'h str, attribute: &'static str) -> impl Iterator<Item = &'h str> {
    html.split(attribute).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0))
}
